"""The age of a cluster on a day, as precisely as sources tell when it was created."""

from datetime import date
from decimal import ROUND_DOWN, Decimal
from math import ceil

from clusters_cli.foundations.dates import add_months, first_day
from clusters_cli.foundations.fields import Identifier
from clusters_cli.registry import preferred
from clusters_cli.registry.models import Cluster, Stated

_MONTHS_OF_A_YEAR = 12
_HUNDREDTH = Decimal("0.01")
_YEAR, _MONTH = len("2021"), len("2021-05")


def founding(cluster: Cluster, reference: Identifier | None) -> Stated[str] | None:
    """Return the statement of a cluster's creation: the preferred one, or one that tells the same more precisely."""
    usual = preferred(cluster.founded, reference)
    if usual is None:
        return None
    same = (stated for stated in cluster.founded if stated.value.startswith(usual.value))
    return max(same, key=lambda stated: len(stated.value))


def age_on(created: str, day: date) -> Decimal:
    """Return the age on a day in years: full months, as twelfths rounded down, where the month of creation is known.

    Of a creation of which only the year is known it is the difference of the years, as the report counts (part I,
    2.1.1: created in 2021, emerging in April 2023).

    >>> age_on("2021", date(2023, 4, 30)), age_on("2021-05-19", date(2023, 4, 30))
    (Decimal('2'), Decimal('1.91'))
    """
    first = first_day(created)
    if len(created) == _YEAR:
        return Decimal(day.year - first.year)
    months = (day.year - first.year) * _MONTHS_OF_A_YEAR + day.month - first.month
    if len(created) > _MONTH and add_months(first, months) > day:
        months -= 1
    return (Decimal(months) / _MONTHS_OF_A_YEAR).quantize(_HUNDREDTH, rounding=ROUND_DOWN)


def reaching(created: str, years: Decimal) -> str:
    """Return from when on an age is reached, as precisely as the creation is known.

    >>> reaching("2021", Decimal(3)), reaching("2021-11", Decimal(3)), reaching("2020-02-29", Decimal(3))
    ('2024', '2024-11', '2023-02-28')
    """
    first = first_day(created)
    if len(created) == _YEAR:
        return str(first.year + ceil(years))
    return add_months(first, ceil(years * _MONTHS_OF_A_YEAR)).isoformat()[: len(created)]
