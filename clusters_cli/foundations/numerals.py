"""Amounts, shares and dates as people read them, in their language.

Babel would do this for every language on earth and doubles the time ``clusters list`` takes to start; the program
speaks two.
"""

from datetime import date
from decimal import Decimal

from clusters_cli.foundations.messages import language

NARROW_SPACE = "\u202f"


def money(amount: Decimal) -> str:
    """Return an amount in euros with its currency; cents only when there are some."""
    digits = grouped(f"{abs(amount):,.{2 if amount % 1 else 0}f}")
    sign = "-" if amount < 0 else ""
    return f"{sign}{digits}{NARROW_SPACE}€" if language() == "fr" else f"{sign}€{digits}"


def percent(share: Decimal) -> str:
    """Return a share of 1 as a percentage, with the decimals it has."""
    digits = grouped(f"{(share * 100).normalize():f}")
    return f"{digits}{NARROW_SPACE}%" if language() == "fr" else f"{digits}%"


def day(value: date) -> str:
    """Return a date: ``jj/mm/aaaa`` in French, ISO 8601 in English, whose own orders differ from country to country."""
    return f"{value:%d/%m/%Y}" if language() == "fr" else value.isoformat()


def grouped(english: str) -> str:
    """Turn digits written the English way, ``1,234.5``, into the reader's way."""
    if language() != "fr":
        return english
    return english.replace(",", NARROW_SPACE).replace(".", ",")
