"""Days, lengths of time, shares and cents."""

from datetime import date, timedelta
from fractions import Fraction

ONE_DAY = timedelta(days=1)
FULL_DATE = 10
"""Characters of a date with its year."""

Dated = list[tuple[date, int]]


def day_of(year: int, text: str) -> date:
    """Return a day of a year, written ``MM-DD``."""
    return date(year, int(text[:2]), int(text[3:]))


def moved(text: str, years: int) -> date:
    """Return a full date so many years later; 29 February becomes the 28th."""
    written = date.fromisoformat(text)
    return months_after(written, years * 12)


def later(day: date, lengths: str) -> date:
    """Add lengths of time such as ``12m 1d``, one after the other."""
    for length in lengths.split():
        number = int(length.rstrip("md"))
        day = months_after(day, number) if length.endswith("m") else day + number * ONE_DAY
    return day


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or its last day."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError


def every_day(first: date, last: date) -> list[date]:
    """Return the days from one to another, both included."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def rounded(amount: Fraction) -> int:
    """Round half up."""
    below = amount.numerator // amount.denominator
    return below + 1 if amount - below >= Fraction(1, 2) else below


def share_of(text: str) -> Fraction:
    """Read ``60%``, ``0.6`` or ``1/3``."""
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def amount_or_share(text: str, whole: Fraction) -> Fraction:
    """Read euros, or a share of a whole, which has ``%`` or ``/``; return cents."""
    return share_of(text) * whole if "%" in text or "/" in text else Fraction(text) * 100
