"""Times as payment schemes write them: lengths, days of one year or of every year, and reporting periods."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, chain, repeat, takewhile
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.dates import Duration, add_months
from clusters_cli.foundations.fields import Day
from clusters_cli.foundations.reading.days import DAY, MONTH_DAY, day, month_day
from clusters_cli.foundations.reading.durations import DURATION, LONGEST_DAYS, duration
from clusters_cli.foundations.reading.numbers import MINUS
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text

_OF_EVERY_YEAR = re.compile(r"\s*[0-9]{1,2}[-/][0-9]{1,2}\s*")
_OF_ONE_YEAR = re.compile(r"\s*(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4})\s*")


def _written_duration(text: object) -> Duration:
    if isinstance(text, Duration):
        return text
    if isinstance(text, str):
        return duration(text)
    raise RefusedError(Text("must be a length of time such as 60d, found {found}", found=type(text).__name__))


def _written_month_day(text: object) -> str:
    if isinstance(text, str):
        return month_day(text)
    raise RefusedError(Text("must be a day of every year such as 03-31, found {found}", found=type(text).__name__))


def _written_day(text: object) -> date | str:
    if isinstance(text, date):
        return text
    if isinstance(text, str):
        return day(text) if _OF_ONE_YEAR.fullmatch(text) else month_day(text)
    raise RefusedError(
        Text("must be a day such as 03-31 or 2026-03-31, found {found}", found=type(text).__name__),
    )


MonthDay = Annotated[
    str,
    BeforeValidator(_written_month_day),
    Field(examples=["03-31"], json_schema_extra={"type": "string", "pattern": rf"^\s*{MONTH_DAY}\s*$"}),
]
"""A day of any year, ``MM-DD`` or ``DD/MM``; held as ``MM-DD``."""

AnyDay = Annotated[
    date | str,
    BeforeValidator(_written_day, json_schema_input_type=MonthDay | Day),
    Field(examples=["03-31", "2026-03-31"]),
]
"""A day of every year, ``MM-DD``, or of one year, ``YYYY-MM-DD``."""

_DurationText = Annotated[str, Field(pattern=rf"^\s*{DURATION}\s*$", json_schema_extra={"maximum": LONGEST_DAYS})]
WrittenDuration = Annotated[
    Duration,
    BeforeValidator(_written_duration, json_schema_input_type=_DurationText),
    Field(examples=["60d", "6m"]),
]
NEVER_BACK = Field(json_schema_extra={"not": {"type": "string", "pattern": rf"{MINUS}0*[1-9]"}})
"""What a JSON Schema says of a length of time that never points to the past."""


def _never_back(length: Duration) -> Duration:
    if length.is_negative:
        raise RefusedError(Text("must not be negative, found {found}", found=str(length)))
    return length


Delay = Annotated[WrittenDuration, AfterValidator(_never_back), NEVER_BACK]
"""A length of time from one day to a later one."""


def on_day(year: int, written: MonthDay) -> date:
    """Return a day of a year, written ``MM-DD``."""
    return date(year, int(written[:2]), int(written[3:]))


def first_on_day(first: date, written: MonthDay) -> date:
    """Return the first day ``MM-DD`` that is not before another.

    >>> first_on_day(date(2026, 9, 1), "06-30")
    datetime.date(2027, 6, 30)
    """
    this_year = on_day(first.year, written)
    return this_year if this_year >= first else on_day(first.year + 1, written)


@in_data(as_text=True)
@dataclass(frozen=True, slots=True)
class ReportingPeriods:
    """The reporting periods of a project, or of each year: one of the three says when they end.

    Attributes:
        lengths: of the periods in turn; the last comes back.
        days: of every year, ``MM-DD``.
        dates: full dates.
    """

    lengths: tuple[Duration, ...] = ()
    days: tuple[MonthDay, ...] = ()
    dates: tuple[date, ...] = ()

    def ends(self, first: date, last: date) -> tuple[date, ...]:
        """Return the last day of each period; that of the last is the last day of all."""
        return (*(end for end in self._written(first, last) if first <= end < last), last)

    def _written(self, first: date, last: date) -> tuple[date, ...]:
        if self.lengths:
            lengths = chain(self.lengths, repeat(self.lengths[-1]))
            ends = (length.after(first) - timedelta(days=1) for length in accumulate(lengths, _together))
            return tuple(takewhile(lambda end: end < last, ends))
        if self.days:
            years = range(first.year, last.year + 1)
            return tuple(sorted(on_day(year, written) for year in years for written in self.days))
        return self.dates

    def moved(self, months: int) -> "ReportingPeriods":
        """Return them with full dates so many months later."""
        return ReportingPeriods(self.lengths, self.days, tuple(add_months(one, months) for one in self.dates))

    def __str__(self) -> str:
        return ", ".join(map(str, (*self.lengths, *self.days, *self.dates)))


def _together(one: Duration, other: Duration) -> Duration:
    return Duration(one.months + other.months, one.days + other.days)


def _written_periods(written: object) -> ReportingPeriods:
    if isinstance(written, ReportingPeriods):
        return written
    items = written if isinstance(written, list | tuple) else [written]
    texts = [item for item in items if isinstance(item, str)]
    if not texts or len(texts) < len(items):
        raise RefusedError(Text("takes a length such as 6m, or a list of lengths, of days or of dates"))
    if all(_OF_ONE_YEAR.fullmatch(text) for text in texts):
        return ReportingPeriods(dates=_in_order(texts, day))
    if all(_OF_EVERY_YEAR.fullmatch(text) for text in texts):
        return ReportingPeriods(days=_in_order(texts, month_day))
    return ReportingPeriods(lengths=tuple(map(_length, texts)))


def _in_order(texts: list[str], read: Callable[[str], Any]) -> tuple[Any, ...]:
    days = tuple(map(read, texts))
    if list(days) != sorted(set(days)):
        raise RefusedError(Text("the days on which periods end must follow each other"))
    return days


def _length(text: str) -> Duration:
    if _OF_EVERY_YEAR.fullmatch(text) or _OF_ONE_YEAR.fullmatch(text):
        raise RefusedError(Text("lengths, days of every year and dates do not go together"))
    length = duration(text)
    if length.is_negative or length == Duration():
        raise RefusedError(Text("a reporting period lasts at least a day, found {found}", found=text.strip()))
    return length


_PeriodLength = Annotated[
    str,
    Field(
        pattern=rf"^\s*{DURATION}\s*$",
        json_schema_extra={
            "minimum": 1,
            "maximum": LONGEST_DAYS,
            "not": {"type": "string", "pattern": rf"{MINUS}0*[1-9]|^\D*0*\D*$"},
        },
    ),
]
_NOT_EMPTY = Field(min_length=1)
_FullDate = Annotated[str, Field(pattern=rf"^\s*{DAY}\s*$")]
_EveryYear = Annotated[str, Field(pattern=rf"^\s*{MONTH_DAY}\s*$")]
WrittenPeriods = Annotated[
    ReportingPeriods,
    BeforeValidator(
        _written_periods,
        json_schema_input_type=_PeriodLength
        | _EveryYear
        | _FullDate
        | Annotated[list[_PeriodLength], _NOT_EMPTY]
        | Annotated[list[_EveryYear], _NOT_EMPTY]
        | Annotated[list[_FullDate], _NOT_EMPTY],
    ),
    Field(examples=["6m"]),
]
"""A length (``6m``), lengths in turn, days of every year (``[06-30, 12-31]``), or full dates."""
