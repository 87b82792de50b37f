"""Amounts, shares and dates as people read them, in their language.

Babel would do this for every language on earth and doubles the time ``clusters list`` takes to start; the program
speaks two.
"""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.money import as_decimal
from clusters_cli.foundations.text import Language

NARROW_SPACE = "\u202f"

_IN_PARTS = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<of>\d{4})-Q(?P<quarter>[1-4])")
_OF_EVERY_YEAR = re.compile(r"(?P<month>\d\d)-(?P<day>\d\d)")


def money(amount: Decimal, language: Language) -> str:
    """Return an amount in euros with its currency; cents only when there are some."""
    digits = grouped(f"{abs(amount):,.{2 if amount % 1 else 0}f}", language)
    sign = "-" if amount < 0 else ""
    return f"{sign}{digits}{NARROW_SPACE}€" if language == "fr" else f"{sign}€{digits}"


def percent(share: Decimal | Fraction, language: Language) -> str:
    """Return a share of 1 as a percentage, with the decimals it has; ``1/3`` where they have no end."""
    if isinstance(share, Fraction):
        if Fraction(as_decimal(share)) != share:
            return str(share)
        share = as_decimal(share)
    digits = grouped(f"{(share * 100).normalize():f}", language)
    return f"{digits}{NARROW_SPACE}%" if language == "fr" else f"{digits}%"


def day(value: date, language: Language) -> str:
    """Return a date: ``jj/mm/aaaa`` in French, ISO 8601 in English, whose own orders differ from country to country."""
    return f"{value:%d/%m/%Y}" if language == "fr" else value.isoformat()


def written(value: date | str, language: Language) -> str:
    """Return a date, or what data writes like one, in the reader's way; any other text as it is.

    Data writes ``2023-04-30``, ``2023-04``, ``2023-Q2``, or ``03-31`` for a day of every year.
    """
    if isinstance(value, date):
        return day(value, language)
    if language != "fr":
        return value
    if every_year := _OF_EVERY_YEAR.fullmatch(value):
        return f"{every_year['day']}/{every_year['month']}"
    parts = _IN_PARTS.fullmatch(value)
    if parts is None:
        return value
    if parts["quarter"]:
        return f"T{parts['quarter']} {parts['of']}"
    return "/".join(part for part in (parts["day"], parts["month"], parts["year"]) if part)


def grouped(english: str, language: Language) -> str:
    """Turn digits written the English way, ``1,234.5``, into the reader's way."""
    if language != "fr":
        return english
    return english.replace(",", NARROW_SPACE).replace(".", ",")
