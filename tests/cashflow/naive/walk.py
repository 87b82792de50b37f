"""Every single day walked: what is advanced in the evening, at the highest, and for how long."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from tests.cashflow.naive.case import Case
from tests.cashflow.naive.dates import ONE_DAY, Dated, every_day
from tests.cashflow.naive.plans import flows


@dataclass
class Month:
    """What moves in a calendar month, the advance at its end, and the highest with its first day."""

    spent: int = 0
    received: int = 0
    end: int = 0
    highest: int = 0
    highest_on: date | None = None


@dataclass
class Walk:
    """What was seen day after day."""

    peak: int = 0
    peak_date: date | None = None
    days: int = 0
    cent_days: int = 0
    final: int = 0
    paid: Dated = field(default_factory=list)
    evenings: dict[date, int] = field(default_factory=dict)
    highs: dict[date, int] = field(default_factory=dict)
    months: dict[tuple[int, int], Month] = field(default_factory=dict)

    @property
    def windows(self) -> list[tuple[int, date, date]]:
        """Runs of days that end with the same advance above zero."""
        found: list[tuple[int, date, date]] = []
        for day, advance in self.evenings.items():
            if advance <= 0:
                continue
            if found and found[-1][0] == advance and found[-1][2] + ONE_DAY == day:
                found[-1] = (advance, found[-1][1], day)
            else:
                found.append((advance, day, day))
        return found


def walk(case: Case, grant: int) -> Walk:
    """Walk through a plan."""
    spent, payments = flows(case, grant)
    return walked(spent, payments)


def walked(spent: Dated, payments: Dated, opening: int = 0) -> Walk:
    """Go from the first flow to the last, one day after the other; on each, money leaves before money arrives."""
    leaving: defaultdict[date, int] = defaultdict(int)
    arriving: defaultdict[date, int] = defaultdict(int)
    seen = Walk(paid=payments)
    for day, amount in spent:
        leaving[day] += amount
    for day, amount in payments:
        if amount < 0:
            leaving[day] -= amount
        else:
            arriving[day] += amount
    days = [day for day, _amount in (*spent, *payments)]
    advance = -opening
    for today in every_day(min(days), max(days)):
        month = seen.months.setdefault(
            (today.year, today.month), Month(highest=advance, highest_on=today.replace(day=1))
        )
        advance += leaving[today]
        seen.highs[today] = advance
        if advance > seen.peak:
            seen.peak, seen.peak_date = advance, today
        if advance > month.highest:
            month.highest, month.highest_on = advance, today
        advance -= arriving[today]
        seen.evenings[today] = month.end = advance
        if advance > 0:
            seen.days += 1
            seen.cent_days += advance
    for day, amount in spent:
        seen.months[day.year, day.month].spent += amount
    for day, amount in payments:
        seen.months[day.year, day.month].received += amount
    seen.final = advance
    return seen


def pooled(walks: list[Walk], own: list[int]) -> Walk:
    """Carry several advances together: each needs what exceeds its own cash, and lends nothing to the others."""
    pool = Walk()
    days = [day for walk in walks for day in walk.evenings]
    evening = [0] * len(walks)
    for today in every_day(min(days), max(days)):
        high = 0
        for index, (walk, cash) in enumerate(zip(walks, own, strict=True)):
            high += max(walk.highs[today] - cash, 0) if today in walk.highs else evening[index]
            if today in walk.evenings:
                evening[index] = max(walk.evenings[today] - cash, 0)
        before = pool.evenings.get(today - ONE_DAY, 0)
        month = pool.months.setdefault((today.year, today.month), Month(highest=before))
        month.highest = max(month.highest, high)
        if high > pool.peak:
            pool.peak, pool.peak_date = high, today
        pool.evenings[today] = month.end = sum(evening)
        pool.days += pool.evenings[today] > 0
        pool.cent_days += pool.evenings[today]
    return pool


def borrowed(walk: Walk, ceiling: int) -> tuple[int, int, date | None, int]:
    """Return the cent-days drawn under a ceiling, the largest gap, its first day, and the days that end above it."""
    drawn = sum(min(max(advance, 0), ceiling) for advance in walk.evenings.values())
    gap = max(max(walk.highs.values()) - ceiling, 0)
    first = next((day for day, high in walk.highs.items() if high - ceiling == gap), None) if gap else None
    return drawn, gap, first, sum(advance > ceiling for advance in walk.evenings.values())
