"""Dates: adding months, ends of months, and durations written ``6m`` or ``60d``."""

import calendar
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

from dateutil.relativedelta import relativedelta

from clusters_cli.foundations.messages import _

LONGEST_MONTHS, LONGEST_DAYS = 1_200, 36_525
"""A hundred years: no agreement looks further, and the calendar ends in 9999."""

_DURATION = re.compile(r"(-?[0-9]{1,7})\s*([dmy])")
_YEARS = range(1800, 2201)
"""Beyond them a date is a typing mistake, and adding months to it may lead out of the calendar."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_REMEMBERED = 1 << 14
"""Answers kept: a portfolio asks for the same few hundred dates over and over."""


def written_day(text: object) -> date:
    """Read a full date, ``YYYY-MM-DD`` and nothing else, of the years 1800 to 2200.

    Raises:
        ValueError: the text is written otherwise, is no day of the calendar, or lies beyond these years.
    """
    if isinstance(text, date):
        return text
    if isinstance(text, str) and _DAY.fullmatch(text):
        with suppress(ValueError):
            if int(text[:4]) in _YEARS:
                return date.fromisoformat(text)
    raise ValueError(_("must be a day of the calendar such as 2025-01-31, found {found}").format(found=text))


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


@lru_cache(maxsize=_REMEMBERED)
def months_between(first: date, last: date) -> tuple[date, ...]:
    """Return the first day of every month from the first day's to the last day's, both included."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.replace(day=1)
    return tuple(add_months(start, index) for index in range(count))


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as agreements write it: calendar months and days."""

    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``60d``, ``6m``, ``1y`` or a sum such as ``6m 15d``; ``0`` is no time at all.

        Raises:
            ValueError: the text is not a duration, or one of more than a hundred years.
        """
        compact = text.strip().lower()
        if compact == "0":
            return cls()
        parts = _DURATION.findall(compact)
        if not parts or _DURATION.sub("", compact).strip(" +"):
            raise ValueError(
                _("{text!r} is not a duration; write days, months or years as 60d, 6m, 1y").format(text=text)
            )
        months = sum(int(number) * (12 if unit == "y" else 1) for number, unit in parts if unit != "d")
        days = sum(int(number) for number, unit in parts if unit == "d")
        if abs(months) > LONGEST_MONTHS or abs(days) > LONGEST_DAYS:
            raise ValueError(_("{text} is longer than a hundred years").format(text=text.strip()))
        return cls(months, days)

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
