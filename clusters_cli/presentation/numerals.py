"""Amounts, shares and dates as people read them, in their language.

A catalogue holds how its language writes them, so that a language is one file.  Babel would do this for every language
on earth and doubles the time ``clusters list`` takes to start.
"""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.money import as_decimal
from clusters_cli.foundations.text import Language
from clusters_cli.presentation.catalogues import catalogue

_IN_PARTS = re.compile(r"(?P<year>\d{4})-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|Q(?P<quarter>[1-4]))")
_OF_EVERY_YEAR = re.compile(r"(?P<month>\d\d)-(?P<day>\d\d)")


def money(amount: Decimal, language: Language) -> str:
    """Return an amount in euros with its currency; cents only when there are some."""
    digits = grouped(f"{abs(amount):,.{2 if amount % 1 else 0}f}", language)
    sign = "-" if amount < 0 else ""
    return sign + money_form(language).format(digits=digits)


def money_form(language: Language) -> str:
    """Return where the currency stands: ``€{digits}``."""
    return catalogue(language).pgettext("amount", "€{digits}")


def percent(share: Decimal | Fraction, language: Language) -> str:
    """Return a share of 1 as a percentage, with the decimals it has; ``1/3`` where they have no end."""
    if isinstance(share, Fraction):
        if Fraction(as_decimal(share)) != share:
            return str(share)
        share = as_decimal(share)
    digits = grouped(f"{(share * 100).normalize():f}", language)
    return catalogue(language).pgettext("share", "{digits}%").format(digits=digits)


def day(value: date, language: Language) -> str:
    """Return a date: ``jj/mm/aaaa`` in French, ISO 8601 in English, whose own orders differ from country to country."""
    return written(value, language)


def written(value: date | str, language: Language) -> str:
    """Return a date, or what data writes like one, in the reader's way; any other text as it is.

    Data writes ``2023-04-30``, ``2023-04``, ``2023-Q2``, or ``03-31`` for a day of every year.
    """
    data, spoken = str(value), catalogue(language)
    if every_year := _OF_EVERY_YEAR.fullmatch(data):
        return spoken.pgettext("date", "{month}-{day}").format(**every_year.groupdict())
    parts = _IN_PARTS.fullmatch(data)
    if parts is None:
        return data
    if parts["quarter"]:
        form = spoken.pgettext("date", "{year}-Q{quarter}")
    elif parts["day"]:
        form = spoken.pgettext("date", "{year}-{month}-{day}")
    else:
        form = spoken.pgettext("date", "{year}-{month}")
    return form.format(**parts.groupdict())


def grouped(english: str, language: Language) -> str:
    """Turn digits written the English way, ``1,234.5``, into the reader's way."""
    spoken = catalogue(language)
    signs: dict[str, str | int | None] = {
        ",": spoken.pgettext("between thousands", ","),
        ".": spoken.pgettext("before decimals", "."),
    }
    return english.translate(str.maketrans(signs))
