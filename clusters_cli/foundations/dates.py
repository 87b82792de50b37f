"""Dates: adding months, ends of months, and lengths of time."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import count, takewhile

from dateutil.relativedelta import relativedelta

from clusters_cli.foundations.data_shape import in_data

_REMEMBERED = 16_384
"""Answers kept: a portfolio asks for the same few hundred dates over and over."""


def first_day(written: str) -> date:
    """Return the first day that a year, a month or a day covers.

    >>> first_day("2021"), first_day("2021-11")
    (datetime.date(2021, 1, 1), datetime.date(2021, 11, 1))
    """
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(written: str) -> date:
    """Return the last day that a year, a month or a day covers.

    >>> last_day("2027"), last_day("2024-02")
    (datetime.date(2027, 12, 31), datetime.date(2024, 2, 29))
    """
    year, *narrower = map(int, written.split("-"))
    month, *of_month = narrower or (12,)
    return date(year, month, *of_month) if of_month else month_end(date(year, month, 1))


def whole_day(written: str) -> date | None:
    """Return the day of a date that is written in full; ``None`` for a month or a year.

    >>> whole_day("2021-11-05"), whole_day("2021-11")
    (datetime.date(2021, 11, 5), None)
    """
    first = first_day(written)
    return first if first.isoformat() == written else None


@lru_cache(maxsize=_REMEMBERED)
def month_end(day: date) -> date:
    """Return the last day of the day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


@lru_cache(maxsize=_REMEMBERED)
def add_months(day: date, months: int) -> date:
    """Add calendar months: the day is kept, or becomes the month's last day.

    >>> add_months(date(2023, 12, 31), 6)
    datetime.date(2024, 6, 30)
    """
    return day + relativedelta(months=months)


def months_later(day: date, other: date) -> int:
    """Return by how many calendar months another day's month is later than that of a day.

    >>> months_later(date(2025, 11, 30), date(2026, 2, 1))
    3
    """
    return (other.year - day.year) * 12 + other.month - day.month


@lru_cache(maxsize=_REMEMBERED)
def months_between(first: date, last: date) -> tuple[date, ...]:
    """Return the first day of every month from the first day's to the last day's, both included."""
    start = first.replace(day=1)
    return tuple(add_months(start, index) for index in range(months_later(first, last) + 1))


@lru_cache(maxsize=_REMEMBERED)
def month_ends(first: date, last: date) -> tuple[date, ...]:
    """Return the last day of each month of a stretch of time, counted from its first day; the last is its own.

    >>> month_ends(date(2025, 1, 15), date(2025, 3, 10))
    (datetime.date(2025, 2, 14), datetime.date(2025, 3, 10))
    """
    ends = (add_months(first, months) - timedelta(days=1) for months in count(1))
    return (*takewhile(lambda end: end < last, ends), last)


@in_data(as_text=True)
@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as agreements write it: calendar months and days."""

    months: int = 0
    days: int = 0

    @property
    def is_negative(self) -> bool:
        """Whether any part of it points to the past."""
        return self.months < 0 or self.days < 0

    def after(self, day: date) -> date:
        """Return the day that lies this long after another: months first, then days."""
        return add_months(day, self.months) + timedelta(days=self.days)

    def __str__(self) -> str:
        parts = [f"{self.months}m"] if self.months else []
        return " ".join([*parts, f"{self.days}d"] if self.days or not parts else parts)
