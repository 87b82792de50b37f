"""A bank's guarantee of an advance: what is guaranteed, from when to when, and what that costs.

A funder that pays an advance may ask for a guarantee of it, of 105 % for instance; it is held from the payment of the
advance until the advance is taken back, or else until the balance.  Where a scheme says of no advance what its
guarantee covers, each is taken to be guaranteed whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from operator import attrgetter

from clusters_cli.cashflow.advance import Window, euro_days
from clusters_cli.cashflow.borrowing import Charge, DayCount, interest
from clusters_cli.cashflow.instalments import Instalment
from clusters_cli.foundations.money import ZERO, part_of
from clusters_cli.registry.models import InstalmentKind


def guaranteed(payments: Sequence[Instalment]) -> tuple[Window, ...]:
    """Return what is guaranteed of a grant, from when to when: one window for each advance.

    Args:
        payments: the instalments of the grant, those of a year or project and of a part of it next to each other.
    """
    unsaid = None if says_cover(payments) else Fraction(1)
    by_agreement = groupby(payments, key=attrgetter("part", "period"))
    return tuple(window for _agreement, paid in by_agreement for window in _of_one(list(paid), unsaid))


def says_cover(payments: Iterable[Instalment]) -> bool:
    """Return whether a payment scheme says of an advance what its guarantee covers."""
    return any(one.guarantee is not None for one in payments)


def guarantee_price(payments: Sequence[Instalment], charge: Charge, day_count: DayCount) -> Decimal:
    """Return what the guarantees of a grant cost: euros in all, or percent a year of what is guaranteed."""
    held = guaranteed(payments)
    if not charge.is_percent:
        return charge.value if held else ZERO
    return interest(euro_days(held), charge.value, day_count)


def _of_one(payments: Sequence[Instalment], unsaid: Fraction | None) -> Iterator[Window]:
    """Yield what is guaranteed of a year or project; an advance of which no cover is said has the one of ``unsaid``."""
    advances = [one for one in payments if one.kind is InstalmentKind.ADVANCE]
    released = _released(payments, sum((one.amount for one in advances), ZERO))
    for one in advances:
        cover = one.guarantee or unsaid
        if cover and one.paid < released:
            yield Window(part_of(one.amount, cover), one.paid, released - timedelta(days=1))


def _released(payments: Sequence[Instalment], advanced: Decimal) -> date:
    """Return the day on which the guarantees of a year or project end: all advances are taken back, or the balance.

    An agreement that pays no balance releases them with its last payment.
    """
    taken_back = ZERO
    for one in sorted(payments, key=attrgetter("paid")):
        taken_back += one.recovered
        if taken_back >= advanced or one.kind is InstalmentKind.BALANCE:
            return one.paid
    return max(one.paid for one in payments)
