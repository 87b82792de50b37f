"""The cash advance of one plan in many draws at once: exact to the day and to the cent, in whole numbers.

Time is counted in days from an origin, money in cents.  Between two payments the advance only grows, month end after
month end: for each payment one needs the day from which more is spent than received, and a table of what is spent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from clusters_cli.cashflow.draws import Days
from clusters_cli.cashflow.plan import Plan
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import to_cents
from clusters_cli.foundations.text import Text

TOO_LARGE_TO_DRAW = Explanation(
    "USE147",
    Text("a plan whose delays cannot be drawn"),
    Text("Draws are computed in whole cents times days, which must fit in 64 bits."),
    Text("Leave --delays out: the plan itself has no such limit."),
)


Cents = NDArray[np.int64]
_LARGEST = 2**62
"""Cents times days of all the plans together."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that the plans of one payment scheme share.

    Attributes:
        origin: day 0.
        grid: the days on which any advance can grow, from the first: those on which a plan spends, and those on which
            it may have to pay back.
        length: days from the origin to the last day on which anything can happen.
        grid_before: for each day, how many days of the grid come before it.
        plans: how many plans share it.
    """

    origin: date
    grid: Days
    length: int
    grid_before: Days
    plans: int

    @classmethod
    def of(cls, plans: Sequence[Plan], longest_delay: int) -> "Calendar":
        """Build the calendar of plans whose payments can be late by so many days."""
        spending = {flow.day for plan in plans for flow in plan.spending}
        payments = [payment for plan in plans for payment in plan.instalments]
        origin = min(*spending, *(min(payment.claimable, payment.paid) for payment in payments))
        growing = {(day - origin).days for day in spending}
        last = max(growing)
        for payment in payments:
            base, planned = (payment.claimable - origin).days, (payment.paid - origin).days
            last = max(last, planned, base + longest_delay)
            if payment.is_repayment:
                growing |= {planned, *range(base, base + longest_delay + 1)}
        grid, length = np.array(sorted(growing), dtype=np.int64), last + 2
        return cls(origin, grid, length, np.searchsorted(grid, np.arange(length + 1), side="left"), len(plans))

    def day(self, day: date) -> int:
        """Return a day as its number."""
        return (day - self.origin).days


class Course:
    """A plan as arrays.

    Attributes:
        amounts: cents of each instalment.
        spent: cents spent up to each day of the calendar's grid, that day included.
    """

    def __init__(self, plan: Plan, calendar: Calendar) -> None:
        self.amounts = np.array([to_cents(payment.amount) for payment in plan.instalments], dtype=np.int64)
        self._last_spent = max(calendar.day(flow.day) for flow in plan.spending)
        by_day = np.zeros(len(calendar.grid), dtype=np.int64)
        for flow in plan.spending:
            by_day[np.searchsorted(calendar.grid, calendar.day(flow.day))] += to_cents(flow.amount)
        self.spent = np.cumsum(by_day)
        _check(plan, max(int(self.spent[-1]), int(self.amounts.sum())), calendar)
        self._stays_open = int(self.spent[-1]) > int(self.amounts.sum())
        self._levels = np.concatenate(([0], self.spent))
        self._weighted_before = np.concatenate(([0], np.cumsum(by_day * calendar.grid)))
        self._calendar = calendar
        self._reached = np.concatenate(([0], calendar.grid, [calendar.length]))
        self._bits = (len(self.amounts) + 1).bit_length()

    def stretches(self, paid: Days) -> tuple[Days, Days, Cents]:
        """Return the stretches of days with an advance above zero, one before each payment in order of date.

        Args:
            paid: the day on which each instalment (row) is paid in each draw (column).

        Returns:
            The first day of each stretch, the day after its last (the same when it is empty), and in cents times days
            the sum of its end-of-day advances.
        """
        amounts = self.amounts
        if self._stays_open:  # what is never paid back stays advanced up to the last day on which something moves
            end = np.maximum(paid.max(axis=0), self._last_spent) + 1
            paid, amounts = np.vstack((paid, end)), np.append(amounts, 0)
        index = np.arange(len(amounts), dtype=np.int64)[:, None]
        ordered = np.sort(paid << self._bits | index, axis=0)
        stop = ordered >> self._bits
        received = np.cumsum(amounts[ordered & ((1 << self._bits) - 1)], axis=0)
        held = _shifted(received)
        above = self._reached[np.searchsorted(self._levels, held, side="right")]
        start = np.minimum(np.maximum(_shifted(stop), above), stop)
        return start, stop, self._cent_days(stop) - self._cent_days(start) - held * (stop - start)

    def _cent_days(self, days: Days) -> Cents:
        """Return the sum of what is spent up to each of the days before these."""
        before = self._calendar.grid_before[days]
        return self._levels[before] * days - self._weighted_before[before]

    def needs(self, paid: Days) -> Cents:
        """Return the advance above zero on each day of the grid (row), before that day's receipts, in each draw.

        What is paid back on a day is seen by that day, a receipt by the next.
        """
        received = np.zeros((len(self.spent) + 1, paid.shape[1]), dtype=np.int64)
        columns = np.arange(paid.shape[1])
        for amount, days in zip(self.amounts, paid, strict=True):
            seen = days if amount < 0 else days + 1
            received[self._calendar.grid_before[seen], columns] += amount
        for row in range(1, len(received)):
            received[row] += received[row - 1]
        needs: Cents = np.maximum(self.spent[:, None] - received[:-1], 0)
        return needs


def _shifted(rows: Days) -> Days:
    """Return the rows one further down, zeros coming first."""
    shifted = np.zeros_like(rows)
    shifted[1:] = rows[:-1]
    return shifted


def _check(plan: Plan, moved: int, calendar: Calendar) -> None:
    if moved * calendar.length * calendar.plans > _LARGEST:
        raise UsageError(
            Text("delays cannot be drawn for amounts as large as {grant}", grant=str(plan.grant)), TOO_LARGE_TO_DRAW
        )
