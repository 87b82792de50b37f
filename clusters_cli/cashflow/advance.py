"""The cash advance: what has been spent on a grant and not yet been paid, day by day.

All definitions are those of the design, part 6.  Between two flows the advance does not move, so that the curve is
computed from flow to flow and is exact to the day.  Flows, steps and windows are named tuples: a portfolio makes
hundreds of thousands of them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import NamedTuple

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.dates import add_months, months_between
from clusters_cli.foundations.money import ZERO

_ONE_DAY = timedelta(days=1)


class Flow(NamedTuple):
    """Euros spent or received on a day."""

    day: date
    amount: Decimal


@in_data(without=("spent", "received"))
class Step(NamedTuple):
    """A day on which something moves.

    Attributes:
        day: the day.
        before: advance of the day before its receipts, with its spending and what is paid back.
        after: advance at the end of the day.
        spent: euros spent on it.
        received: euros received on it, less what is paid back.
    """

    day: date
    before: Decimal
    after: Decimal
    spent: Decimal = ZERO
    received: Decimal = ZERO


@in_data(first="from", last="to")
class Window(NamedTuple):
    """A run of days with the same advance above zero, both ends included."""

    amount: Decimal
    first: date
    last: date

    @computed
    def days(self) -> int:
        """Length in days."""
        return (self.last - self.first).days + 1


@in_data(without=("first",))
class Month(NamedTuple):
    """One calendar month, in euros.

    Attributes:
        first: its first day.
        spent: what is spent in it.
        received: what is received in it.
        advance: the advance at its end.
        highest: the largest advance on any of its days, before receipts.
        highest_on: the first day of it.
    """

    first: date
    spent: Decimal
    received: Decimal
    advance: Decimal
    highest: Decimal
    highest_on: date

    @computed
    def month(self) -> str:
        """Its name, such as ``2023-04``."""
        return f"{self.first:%Y-%m}"


@dataclass(frozen=True)
class Curve:
    """The advance over time, from the first flow to the last; below zero, money has come before it was needed.

    Attributes:
        steps: the days on which something moves.
        opening: the advance before the first of them: below zero when there is cash to start with.
    """

    steps: tuple[Step, ...]
    opening: Decimal = ZERO

    @cached_property
    def top(self) -> Step | None:
        """The first day of the largest advance before receipts, whatever its sign; ``None`` without any flow."""
        return max(self.steps, key=lambda step: step.before, default=None)

    @property
    def peak(self) -> Decimal:
        """The largest advance seen on any day before that day's receipts; zero if nothing is ever advanced."""
        return self.top.before.max(ZERO) if self.top else ZERO

    @property
    def peak_date(self) -> date | None:
        """The first day of the peak, or ``None`` if nothing is ever advanced."""
        return self.top.day if self.top and self.peak else None

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """Maximal runs of days whose end-of-day advance is the same and above zero."""
        return self.above(ZERO)

    def above(self, floor: Decimal) -> tuple[Window, ...]:
        """Return the maximal runs of days whose end-of-day advance exceeds a floor by the same amount."""
        found: list[Window] = []
        for step, following in zip_longest(self.steps, self.steps[1:]):
            amount = step.after - floor
            if amount <= 0:
                continue
            last = following.day - _ONE_DAY if following else step.day
            previous = found[-1] if found else None
            if previous and previous.amount == amount and previous.last + _ONE_DAY == step.day:
                found[-1] = Window(amount, previous.first, last)
            else:
                found.append(Window(amount, step.day, last))
        return tuple(found)

    @property
    def days_in_advance(self) -> int:
        """Days whose end-of-day advance is above zero."""
        return sum(window.days for window in self.windows)

    @cached_property
    def euro_days(self) -> Decimal:
        """Sum of the end-of-day advances above zero, in euros times days."""
        return euro_days(self.windows)


def euro_days(windows: Iterable[Window]) -> Decimal:
    """Return the sum over all days of the amounts of windows, in euros times days."""
    return sum((window.amount * window.days for window in windows), ZERO)


def curve(spending: Iterable[Flow], receipts: Iterable[Flow], opening: Decimal = ZERO) -> Curve:
    """Return the advance over time.

    On a day, money leaves before money arrives: what must be paid back (a receipt below zero) leaves as spending does.

    Args:
        spending: what is paid out.
        receipts: what is received.
        opening: own cash at the start, in euros, which comes before any advance.
    """
    payments = tuple(receipts)
    spent = _by_day(spending)
    arriving = _by_day(flow for flow in payments if flow.amount >= 0)
    paid_back = _by_day(flow for flow in payments if flow.amount < 0)
    steps: list[Step] = []
    advance = -opening
    for day in sorted(spent.keys() | arriving.keys() | paid_back.keys()):
        out, back, income = spent.get(day, ZERO), paid_back.get(day, ZERO), arriving.get(day, ZERO)
        before = advance + out - back
        advance = before - income
        steps.append(Step(day, before, advance, out, income + back))
    return Curve(tuple(steps), -opening)


def months(advance: Curve) -> tuple[Month, ...]:
    """Return every month from the first flow to the last, with what moved in it."""
    if not advance.steps:
        return ()
    steps = iter((*advance.steps, None))
    step = next(steps)
    firsts = months_between(advance.steps[0].day, add_months(advance.steps[-1].day.replace(day=1), 1))
    rows: list[Month] = []
    end = advance.opening
    for first, following in pairwise(firsts):
        spent, received, highest, highest_on = ZERO, ZERO, end, first
        while step is not None and step.day < following:
            spent += step.spent
            received += step.received
            if step.before > highest:
                highest, highest_on = step.before, step.day
            end = step.after
            step = next(steps)
        rows.append(Month(first, spent, received, end, highest, highest_on))
    return tuple(rows)


def _by_day(flows: Iterable[Flow]) -> dict[date, Decimal]:
    totals: defaultdict[date, Decimal] = defaultdict(lambda: ZERO)
    for flow in flows:
        totals[flow.day] += flow.amount
    return totals
