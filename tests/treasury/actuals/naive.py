"""Settling and comparing cent by cent and day by day: slow, and another way than the program's.

A forecast is a row of cents, each with its day; what came takes them from the front, one after the other.
"""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass
class Settlement:
    """What is left of a forecast after what came.

    Attributes:
        overdue: cents that did not come, by the day they were due.
        early: cents that came before their day, by that day.
        still: cents to come, by day.
        extra: cents beyond all forecast.
    """

    overdue: Counter[date] = field(default_factory=Counter)
    early: Counter[date] = field(default_factory=Counter)
    still: Counter[date] = field(default_factory=Counter)
    extra: int = 0


def settle(forecast: Iterable[tuple[date, int]], came: int, first: date, last: date) -> Settlement:
    """Let what came take the cents that are forecast, from the first covered day on, the oldest first."""
    cents = deque(sorted(day for day, amount in forecast for _ in range(amount) if day >= first))
    settled = Settlement()
    for _ in range(came):
        if not cents:
            settled.extra += 1
            continue
        day = cents.popleft()
        if day > last:
            settled.early[day] += 1
    for day in cents:
        (settled.overdue if day <= last else settled.still)[day] += 1
    return settled


def by_month(moves: Iterable[tuple[date, int]], first: date, last: date) -> Counter[str]:
    """Add up cents by calendar month, walking through the days one by one."""
    moved = list(moves)
    months: Counter[str] = Counter()
    day = first
    while day <= last:
        months[f"{day:%Y-%m}"] += sum(amount for on, amount in moved if on == day)
        day += timedelta(days=1)
    return months
