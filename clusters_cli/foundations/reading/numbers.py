"""Counts and numbers: digits with separators of thousands, and at most two decimals.

Thousands are set apart by spaces of any kind, ``.``, ``,`` or an apostrophe, always in whole groups of three; one or
two digits after a last point or comma are decimals.  No text has two readings under these rules: ``1,525`` is one
thousand, ``1,52`` is one and a half.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from clusters_cli.foundations.reading.refusals import echoed, refusal
from clusters_cli.foundations.text import Text, Typed

DecimalSign = Literal[".", ","]

SPACE = "[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]"
"""Any space that sets thousands apart or stands before a unit."""
MINUS = "[-\u2212]"
WHOLE = r"(?:0|[1-9][0-9]*)"
_DECIMALS = r"[.,][0-9]{1,2}"
_GROUPED = (
    rf"[1-9][0-9]{{0,2}}(?:(?:{SPACE}[0-9]{{3}})+(?:{_DECIMALS})?|(?:['\u2019][0-9]{{3}})+(?:{_DECIMALS})?"
    r"|(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|(?:\.[0-9]{3})+(?:,[0-9]{1,2})?)"
)
UNSIGNED = rf"(?:{WHOLE}(?:{_DECIMALS})?|{_GROUPED})"
"""Pattern of a number without a sign, for Python and for JSON Schema."""
SIGNED = rf"(?:(?:[+]|{MINUS})?{UNSIGNED})"
COUNT = (
    rf"(?:{WHOLE}|[1-9][0-9]{{0,2}}(?:(?:{SPACE}[0-9]{{3}})+|(?:['\u2019][0-9]{{3}})+"
    r"|(?:,[0-9]{3})+|(?:\.[0-9]{3})+))"
)
"""Pattern of a whole number without a sign."""
PLAIN_UNSIGNED = r"[0-9]{1,13}(?:\.[0-9]{1,12})?"
"""Pattern of a number without a sign as programs write it."""
PLAIN = f"-?{PLAIN_UNSIGNED}"
"""The same with or without a sign."""
LONGEST = 40
"""Characters of a number; a longer text is none, and is not worth the time."""

_FIGURE = re.compile(rf"[0-9](?:[0-9.,'\u2019]|{SPACE})*")
_UNSIGNED, _SIGNED, _COUNT, _PLAIN = map(re.compile, (UNSIGNED, SIGNED, COUNT, PLAIN))
_BETWEEN_THOUSANDS = re.compile(r"[.,](?![0-9]{1,2}$)")
_MOST_DIGITS = 13
"""Digits of the largest amount; a guess with more of them helps nobody."""


def count(text: object) -> int:
    """Read a whole number, such as ``1 234``.

    Raises:
        RefusedError: the text is none, or is negative.
    """
    typed = str(text).strip()
    if len(typed) <= LONGEST and _COUNT.fullmatch(typed):
        return int(value_of(typed))
    reason = Text("{text} is not a whole number", text=echoed(text))
    raise refusal(reason, whole_readings(typed), such_as=("12", "1234"))


def number(text: object, *, signed: bool = False, decimal_sign: DecimalSign | None = None) -> Decimal:
    """Read a number of at most two decimals, such as ``1,5`` or ``1 234.50``.

    Args:
        text: what was typed or written.
        signed: whether a sign may stand before it.
        decimal_sign: the sign of decimals where a format or a column has decided it; it then sets no thousands apart.

    Raises:
        RefusedError: the text is none.
    """
    typed = str(text).strip()
    pattern = _SIGNED if signed else _UNSIGNED
    if len(typed) > LONGEST or not pattern.fullmatch(typed):
        reason = Text("{text} is not a number", text=echoed(text))
        raise refusal(reason, map(Typed, readings(typed)), such_as=("3", Typed("2.5")))
    refuse_thousands_at(decimal_sign, typed)
    value = value_of(typed)
    return -value if re.match(MINUS, typed) else value


def plain_number(text: object) -> Decimal:
    """Read a number as programs write it, with a point and up to twelve decimals: ``47.903``.

    Raises:
        RefusedError: the text is none.
    """
    typed = str(text).strip()
    if not _PLAIN.fullmatch(typed):
        reason = Text("{text} is not a number", text=echoed(text))
        comma = typed.replace(",", ".")
        raise refusal(reason, (comma,) if _PLAIN.fullmatch(comma) else (), such_as=("47.903", "-2"))
    return Decimal(typed)


def refuse_thousands_at(decimal_sign: DecimalSign | None, typed: str) -> None:
    """Refuse a number whose thousands are set apart by what is the decimal sign where it stands.

    Raises:
        RefusedError: there are three digits after a decimal sign.
    """
    if decimal_sign and re.search(rf"[{decimal_sign}][0-9]{{3}}", typed):
        reason = Text("{text} has three digits after the decimal sign", text=echoed(typed))
        raise refusal(reason, map(Typed, readings(typed)), such_as=())


def value_of(typed: str) -> Decimal:
    """Return the value of the figure in a text of the pattern ``UNSIGNED``, whatever stands around it."""
    found = _FIGURE.search(typed)
    figure = re.sub(rf"{SPACE}|['\u2019]", "", found.group()) if found else "0"
    return Decimal(_BETWEEN_THOUSANDS.sub("", figure).replace(",", "."))


def readings(typed: str) -> Iterator[str]:
    """Yield what a text that is no number was perhaps meant to be, as plain digits with a point."""
    figure = re.sub(r"[^0-9.,]", "", typed)
    digits = re.sub(r"[.,]", "", figure).lstrip("0")
    if not re.search(r"[0-9]", figure) or len(digits) > _MOST_DIGITS:
        return
    yield digits or "0"
    last = max(figure.rfind("."), figure.rfind(","))
    if last >= 0:
        whole, decimals = re.sub(r"[.,]", "", figure[:last]), figure[last + 1 :]
        yield plain_digits(Decimal(f"{whole or 0}.{decimals or 0}"))


def whole_readings(typed: str) -> Iterator[str]:
    """Yield the whole numbers that a text was perhaps meant to be."""
    for reading in readings(typed):
        yield f"{Decimal(reading).to_integral_value(ROUND_HALF_UP):f}"


def plain_digits(value: Decimal) -> str:
    """Return a number as digits, rounded half up to two decimals and without any that are zero."""
    rounded = value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"{rounded:.0f}" if rounded == rounded.to_integral_value() else f"{rounded:f}"
