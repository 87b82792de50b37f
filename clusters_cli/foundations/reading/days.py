"""Days of the calendar, and days of every year."""

import calendar
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from clusters_cli.foundations.reading.numbers import LONGEST
from clusters_cli.foundations.reading.refusals import echoed, refusal
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text

_YEARS = range(1800, 2201)
"""Beyond them a date is a typing mistake, and adding months to it may lead out of the calendar."""
_YEAR = "(?:1[89][0-9]{2}|2[01][0-9]{2}|2200)"
_LEAP = "(?:(?:18|19|21)(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))"
_ISO_DAYS = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)


def _of_every_year(between: str) -> str:
    """Return the pattern of the days of every year, the day first."""
    return (
        f"(?:(?:0?[1-9]|[12][0-9]|3[01]){between}(?:0?[13578]|1[02])|(?:0?[1-9]|[12][0-9]|30){between}(?:0?[469]|11)"
        f"|(?:0?[1-9]|1[0-9]|2[0-8]){between}0?2)"
    )


def _day_first(between: str) -> str:
    """Return the pattern of the days of the calendar, the day first."""
    return f"{_of_every_year(between)}{between}{_YEAR}|29{between}0?2{between}{_LEAP}"


ISO_DAY = f"(?:{_YEAR}-{_ISO_DAYS}|{_LEAP}-02-29)"
DAY = f"(?:{ISO_DAY}|{_day_first('/')}|{_day_first('[.]')})"
"""Pattern of the days of the calendar, ``2025-03-31``, ``31/03/2025`` or ``31.03.2025``, for Python and JSON Schema."""
PARTIAL_DAY = f"(?:{DAY}|{_YEAR}(?:-(?:0[1-9]|1[0-2]))?|(?:0?[1-9]|1[0-2])/{_YEAR})"
"""Pattern of a year, a month or a day."""
MONTH_DAY = f"(?:{_ISO_DAYS}|{_of_every_year('/')})"
"""Pattern of the days of every year, ``03-31`` or ``31/03``."""

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})(?P<between>[/.])(?P<month>[0-9]{1,2})(?P=between)(?P<year>[0-9]{4})")
_ISO_OF_EVERY_YEAR = re.compile(r"(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAY_FIRST_OF_EVERY_YEAR = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})")
_MONTH = re.compile(r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_ISO_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})")
_PARTIAL_DAY = re.compile(PARTIAL_DAY)
_DIGITS = re.compile(r"[0-9]+")
_COMMON_YEAR = 2023
_MONTHS = range(1, 13)
_MONTH_NAMES = (
    Text("January"),
    Text("February"),
    Text("March"),
    Text("April"),
    Text("May"),
    Text("June"),
    Text("July"),
    Text("August"),
    Text("September"),
    Text("October"),
    Text("November"),
    Text("December"),
)


def day(text: object) -> date:
    """Read a day of the calendar: ``2025-03-31``, or ``31/03/2025`` and ``31.03.2025`` with the day first.

    Raises:
        RefusedError: the text is no such day, or one before 1800 or after 2200.
    """
    typed = str(text).strip()
    found = _ISO.fullmatch(typed) or _DAY_FIRST.fullmatch(typed)
    if found:
        year, month, of_month = int(found["year"]), int(found["month"]), int(found["day"])
        if year in _YEARS and month in _MONTHS:
            return _existing(typed, year, month, of_month)
    reason = Text("{text} cannot be read as a day", text=echoed(typed))
    raise refusal(reason, _meant(typed), such_as=("2025-01-31", "31/01/2025"))


def partial_day(text: object) -> str:
    """Read a year, a month or a day: ``2009``, ``2021-11`` or ``11/2021``, or what ``day`` reads.

    Returns:
        It as ISO 8601 writes it, ``2009``, ``2021-11`` or ``2019-06-27``.

    Raises:
        RefusedError: the text is none of them, or the day does not exist.
    """
    typed = str(text).strip()
    if _ISO.fullmatch(typed) or _DAY_FIRST.fullmatch(typed):
        return day(typed).isoformat()
    if not _PARTIAL_DAY.fullmatch(typed):
        reason = Text("{text} is not a year, a month or a day", text=echoed(typed))
        raise refusal(reason, _meant(typed), such_as=("2009", "2021-11", "2019-06-27"))
    month = _MONTH.fullmatch(typed)
    return f"{month['year']}-{int(month['month']):02}" if month else typed


def month(text: object) -> date:
    """Read a month of the calendar: ``2026-03`` or ``03/2026``.

    Returns:
        Its first day.

    Raises:
        RefusedError: the text is none, or is a whole year or a day.
    """
    typed = str(text).strip()
    found = _ISO_MONTH.fullmatch(typed) or _MONTH.fullmatch(typed)
    if found and int(found["year"]) in _YEARS and int(found["month"]) in _MONTHS:
        return date(int(found["year"]), int(found["month"]), 1)
    meant = (f"{one:%Y-%m}" for one in _days_of(typed))
    raise refusal(Text("{text} is not a month", text=echoed(typed)), meant, such_as=("2026-03", "03/2026"))


def _days_of(typed: str) -> Iterator[date]:
    """Yield the day that is written where a month is asked for."""
    with suppress(RefusedError):
        yield day(typed)


def month_day(text: object) -> str:
    """Read a day of every year: ``03-31``, or ``31/03`` with the day first.

    Returns:
        It as data writes it, ``MM-DD``.

    Raises:
        RefusedError: the text is no day that every year has.
    """
    typed = str(text).strip()
    found = _ISO_OF_EVERY_YEAR.fullmatch(typed) or _DAY_FIRST_OF_EVERY_YEAR.fullmatch(typed)
    if found and int(found["month"]) in _MONTHS:
        month, of_month = int(found["month"]), int(found["day"])
        if 1 <= of_month <= calendar.monthrange(_COMMON_YEAR, month)[1]:
            return f"{month:02}-{of_month:02}"
    reason = Text("{text} is not a day of every year", text=echoed(typed))
    raise refusal(reason, _meant_of_every_year(typed), such_as=("03-31", "31/03"))


def _existing(typed: str, year: int, month: int, of_month: int) -> date:
    last = calendar.monthrange(year, month)[1]
    if 1 <= of_month <= last:
        return date(year, month, of_month)
    name = Text("{month} {year}", month=_MONTH_NAMES[month - 1], year=year)
    reason = Text("{text} does not exist, {month} has {count} days", text=echoed(typed), month=name, count=last)
    raise refusal(reason, (date(year, month, last if of_month else 1).isoformat(),), such_as=())


def _meant(typed: str) -> Iterator[str]:
    """Yield the days that three numbers, or eight digits, were perhaps meant to be."""
    numbers = _DIGITS.findall(typed[:LONGEST])
    parts = [int(part) for part in numbers]
    orders: list[tuple[int, int, int]] = []
    if len(parts) == 3:  # noqa: PLR2004  (a day, a month, a year)
        first, second, third = parts
        orders = [(third, second, first), (third, first, second), (first, second, third)]
    elif len(parts) == 1 and len(numbers[0]) == 8:  # noqa: PLR2004  (a date without what separates its parts)
        digits = numbers[0]
        orders = [
            (int(digits[4:]), int(digits[2:4]), int(digits[:2])),
            (int(digits[:4]), int(digits[4:6]), int(digits[6:])),
        ]
    for year, month, of_month in orders:
        with suppress(ValueError, OverflowError):
            found = date(year + 2000 if year < 100 else year, month, of_month)  # noqa: PLR2004  (years of two digits)
            if found.year in _YEARS:
                yield found.isoformat()


def _meant_of_every_year(typed: str) -> Iterator[str]:
    """Yield the days of every year that two numbers were perhaps meant to be, and the last before one of leap years."""
    parts = [int(part) for part in _DIGITS.findall(typed[:LONGEST])][:2]
    if len(parts) == 2:  # noqa: PLR2004  (a day and a month)
        for month, of_month in (parts, parts[::-1]):
            if month in _MONTHS and 1 <= of_month <= 31:  # noqa: PLR2004  (days of the longest month)
                yield f"{month:02}-{min(of_month, calendar.monthrange(_COMMON_YEAR, month)[1]):02}"
