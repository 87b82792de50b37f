"""The cash advance: what has been spent on a grant and not yet been paid, day by day.

All definitions are those of the design, part 6.  Between two flows the advance does not move, so that the curve is
computed from flow to flow and is exact to the day.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import zip_longest

from clusters_cli.foundations.dates import month_end, months_between
from clusters_cli.foundations.money import ZERO


@dataclass(frozen=True, slots=True)
class Flow:
    """Euros spent or received on a day."""

    day: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which something moves.

    Attributes:
        day: the day.
        before: advance of the day before its receipts, with its spending.
        after: advance at the end of the day.
    """

    day: date
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Window:
    """A run of days with the same advance above zero, both ends included."""

    amount: Decimal
    first: date
    last: date

    @property
    def days(self) -> int:
        """Length in days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month: euros spent and received in it, and the advance at its end."""

    first: date
    spent: Decimal
    received: Decimal
    advance: Decimal


@dataclass(frozen=True, slots=True)
class Curve:
    """The advance over time, from the first flow to the last."""

    steps: tuple[Step, ...]

    @property
    def peak(self) -> Decimal:
        """The largest advance seen on any day before that day's receipts; zero if nothing is ever advanced."""
        return max((step.before for step in self.steps), default=ZERO).max(ZERO)

    @property
    def peak_date(self) -> date | None:
        """The first day of the peak, or ``None`` if nothing is ever advanced."""
        peak = self.peak
        return next((step.day for step in self.steps if step.before == peak), None) if peak else None

    @property
    def windows(self) -> tuple[Window, ...]:
        """Maximal runs of days whose end-of-day advance is the same and above zero."""
        found: list[Window] = []
        for step, following in zip_longest(self.steps, self.steps[1:]):
            if step.after <= 0:
                continue
            last = following.day - timedelta(days=1) if following else step.day
            previous = found[-1] if found else None
            if previous and previous.amount == step.after and previous.last + timedelta(days=1) == step.day:
                found[-1] = Window(step.after, previous.first, last)
            else:
                found.append(Window(step.after, step.day, last))
        return tuple(found)

    @property
    def days_in_advance(self) -> int:
        """Days whose end-of-day advance is above zero."""
        return sum(window.days for window in self.windows)

    @property
    def euro_days(self) -> Decimal:
        """Sum of the end-of-day advances above zero, in euros times days."""
        return sum((window.amount * window.days for window in self.windows), ZERO)


def curve(spending: Iterable[Flow], receipts: Iterable[Flow]) -> Curve:
    """Return the advance over time.

    Args:
        spending: what is paid out for the grant's actions.
        receipts: instalments as they are paid.
    """
    spent, received = _by_day(spending), _by_day(receipts)
    steps: list[Step] = []
    advance = ZERO
    for day in sorted(spent.keys() | received.keys()):
        before = advance + spent.get(day, ZERO)
        advance = before - received.get(day, ZERO)
        steps.append(Step(day, before, advance))
    return Curve(tuple(steps))


def months(spending: Sequence[Flow], receipts: Sequence[Flow]) -> tuple[Month, ...]:
    """Return every month from the first flow to the last, with what moved in it."""
    days = [flow.day for flow in (*spending, *receipts)]
    if not days:
        return ()
    spent = _by_day(Flow(month_end(flow.day), flow.amount) for flow in spending)
    received = _by_day(Flow(month_end(flow.day), flow.amount) for flow in receipts)
    rows: list[Month] = []
    advance = ZERO
    for first in months_between(min(days), max(days)):
        out, back = spent.get(month_end(first), ZERO), received.get(month_end(first), ZERO)
        advance += out - back
        rows.append(Month(first, out, back, advance))
    return tuple(rows)


def _by_day(flows: Iterable[Flow]) -> dict[date, Decimal]:
    totals: defaultdict[date, Decimal] = defaultdict(lambda: ZERO)
    for flow in flows:
        totals[flow.day] += flow.amount
    return totals
