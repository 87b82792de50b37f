"""Working days in France: neither Saturdays and Sundays nor public holidays (Regulation 1182/71, art. 2(2))."""

from datetime import date, timedelta

_FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)
"""Easter Monday, Ascension, Whit Monday, in days after Easter Sunday."""
_SATURDAY = 5


def add_working_days(day: date, count: int) -> date:
    """Return the working day that comes so many working days after a day.

    >>> add_working_days(date(2026, 4, 30), 1)
    datetime.date(2026, 5, 4)
    """
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    """Whether a day is worked."""
    return day.weekday() < _SATURDAY and day not in public_holidays(day.year)


def public_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year (Code du travail, art. L. 3133-1)."""
    sunday = easter(year)
    moving = (sunday + timedelta(days=days) for days in _AFTER_EASTER)
    return frozenset((*(date(year, month, day) for month, day in _FIXED), *moving))


def easter(year: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leap, rest = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    weekday = (32 + 2 * rest + 2 * (of_century // 4) - epact - of_century % 4) % 7
    month, day = divmod(epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)
