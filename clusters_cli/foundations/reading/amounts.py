"""Amounts in euros, as people type them and as the program prints them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from clusters_cli.foundations.money import LARGEST, cents
from clusters_cli.foundations.reading.numbers import (
    LONGEST,
    MINUS,
    SPACE,
    UNSIGNED,
    DecimalSign,
    readings,
    refuse_thousands_at,
    value_of,
)
from clusters_cli.foundations.reading.refusals import echoed, refusal
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, Typed

_EURO = r"(?:€|EUR|eur|[Ee]uros?)"
_UNIT = r"(?:[kK]|M|Md)(?:€|EUR)"
_DOUBTFUL_BEFORE_A_UNIT = r"[0-9]{1,3}[.,][0-9]{3}(?![0-9.,])"
UNSIGNED_AMOUNT = (
    rf"(?:{_EURO}{SPACE}?{UNSIGNED}|{UNSIGNED}(?:{SPACE}?{_EURO})?"
    rf"|(?!{_DOUBTFUL_BEFORE_A_UNIT}){UNSIGNED}{SPACE}?{_UNIT})"
)
"""Pattern of an amount that cannot be negative, for Python and for JSON Schema."""
SIGNED_AMOUNT = rf"(?:(?:[+]|{MINUS})?{UNSIGNED_AMOUNT}|\({UNSIGNED_AMOUNT}\))"
"""Pattern of an amount of either sign; accountants write a negative one in brackets."""
_UNSIGNED_AMOUNT, _SIGNED_AMOUNT = re.compile(UNSIGNED_AMOUNT), re.compile(SIGNED_AMOUNT)
_NEGATIVE = re.compile(rf"{MINUS}|\(")
_MULTIPLIED = re.compile(r"(?P<factor>[kK]|Md|M)(?:€|EUR)?\)?$")
_FACTORS = {"k": Decimal(1_000), "M": Decimal(1_000_000), "Md": Decimal(1_000_000_000)}
_EXAMPLES = ("130000", "130000.50")


def amount(text: object, *, signed: bool = False, decimal_sign: DecimalSign | None = None) -> Decimal:
    """Read an amount in euros: ``130 000``, ``130,000.50 €``, ``130 k€``.

    Args:
        text: what was typed or written.
        signed: whether it may be negative.
        decimal_sign: the sign of decimals where a format or a column has decided it; it then sets no thousands apart.

    Returns:
        Euros, at the cent.

    Raises:
        RefusedError: the text is no amount, cannot be read with certainty, is negative where that means nothing, or
            exceeds a million million euros.
    """
    typed = str(text).strip()
    pattern = _SIGNED_AMOUNT if signed else _UNSIGNED_AMOUNT
    if len(typed) > LONGEST or not pattern.fullmatch(typed):
        raise _refused(typed)
    refuse_thousands_at(decimal_sign, typed)
    value = value_of(typed) * _factor(typed)
    if value > LARGEST:
        reason = Text("{text} is more than a million million euros", text=echoed(typed))
        raise refusal(reason, such_as=map(Typed, _EXAMPLES))
    return cents(-value if _NEGATIVE.match(typed) else value)


def _factor(typed: str) -> Decimal:
    unit = _MULTIPLIED.search(typed)
    return _FACTORS[unit["factor"].replace("K", "k")] if unit else Decimal(1)


def _refused(typed: str) -> RefusedError:
    examples = tuple(map(Typed, _EXAMPLES))
    shown = echoed(typed)
    if len(typed) <= LONGEST and _SIGNED_AMOUNT.fullmatch(typed):
        return RefusedError(Text("must not be negative, found {found}", found=typed))
    return refusal(Text("{text} is not an amount", text=shown), _meant(typed), such_as=examples)


def _meant(typed: str) -> Iterator[Typed]:
    """Yield the amounts that a text was perhaps meant to be, in its own unit."""
    if len(typed) > LONGEST:
        return
    unit = _MULTIPLIED.search(typed)
    for reading in readings(typed):
        factor = _factor(typed)
        if Decimal(reading) * factor <= LARGEST:
            yield Typed(f"{_spaced(reading)} {unit['factor']}€" if unit else reading)


def _spaced(plain: str) -> str:
    """Set thousands apart by spaces, which no unit makes doubtful."""
    return f"{Decimal(plain):,f}".replace(",", " ")
