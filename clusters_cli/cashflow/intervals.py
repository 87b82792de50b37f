"""Months added up to quarters or years, each ending where its last month ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from clusters_cli.cashflow.advance import Month
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary

MONTHS_IN_QUARTER = 3


class Interval(Vocabulary):
    """How long the stretches of a table are; they are those of the calendar."""

    MONTH = "month", Text("month"), "mois"
    QUARTER = "quarter", Text("quarter"), "trimestre"
    YEAR = "year", Text("year"), "année", "an"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month, a quarter or a year.

    Attributes:
        label: ``2023-04``, ``2023-Q2`` or ``2023``.
        spent: euros spent in it.
        received: euros received in it.
        advance: advance at its end, in euros.
        highest: largest advance on any of its days, before receipts, in euros.
    """

    label: str
    spent: Decimal
    received: Decimal
    advance: Decimal
    highest: Decimal


def added_up(interval: Interval, months: Sequence[Month]) -> tuple[Stretch, ...]:
    """Add months up to longer stretches."""
    stretches = []
    for label, group in groupby(months, key=lambda month: interval_label(month.first, interval)):
        inside = list(group)
        spent = sum((month.spent for month in inside), ZERO)
        received = sum((month.received for month in inside), ZERO)
        highest = max(month.highest for month in inside)
        stretches.append(Stretch(label, spent, received, inside[-1].advance, highest))
    return tuple(stretches)


def interval_label(day: date, interval: Interval) -> str:
    """Return the name of the stretch a day lies in."""
    if interval is Interval.YEAR:
        return f"{day:%Y}"
    if interval is Interval.QUARTER:
        return f"{day:%Y}-Q{(day.month + MONTHS_IN_QUARTER - 1) // MONTHS_IN_QUARTER}"
    return f"{day:%Y-%m}"
