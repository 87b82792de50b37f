"""Amounts of a foreign file: the column says which sign sets decimals apart, and what it leaves in doubt is refused.

Most amounts can be read in one way only, ``1 234,50`` or ``-12.30``.  One point or comma before three digits can set
thousands apart or decimals: it is read only where other cells of its column show which of the two it is.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from decimal import Decimal

from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.reading.amounts import amount
from clusters_cli.foundations.reading.numbers import DecimalSign
from clusters_cli.foundations.reading.refusals import echoed, refusal
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, Typed

_SIGN = r"[-+\u2212]?"
_DOUBTFUL = re.compile(rf"{_SIGN}\s*\(?[0-9]{{1,3}}(?P<sign>[.,])[0-9]{{3}}\)?(?:\s*(?:€|EUR))?")
_DECIMALS = re.compile(r"(?P<sign>[.,])[0-9]{1,2}\)?(?:\s*(?:€|EUR))?$")
_THOUSANDS = re.compile(r"(?P<between>[.,])[0-9]{3}(?P=between)[0-9]{3}")
_SPACED_SIGN = re.compile(r"^([-+\u2212])\s+")
_ZERO = re.compile(rf"{_SIGN}0*[.,]?0*")
_ENTRY = re.compile(rf"(?P<sign>{_SIGN})0*(?P<whole>[0-9]*)(?:[.,](?P<decimals>[0-9]{{1,2}}))?")


def decimal_sign_of(cells: Iterable[str]) -> DecimalSign | None:
    """Return the sign of decimals that the cells of a column show; ``None`` where none does, or they are at odds."""
    shown = {sign for cell in cells for sign in _shown_by(cell)}
    return shown.pop() if len(shown) == 1 else None


def _shown_by(cell: str) -> Iterable[DecimalSign]:
    decimals, thousands = _DECIMALS.search(cell), _THOUSANDS.search(cell)
    if decimals:
        yield "," if decimals["sign"] == "," else "."
    elif thousands:
        yield "." if thousands["between"] == "," else ","


def money(cell: str, decimal_sign: DecimalSign | None) -> Decimal | None:
    """Read an amount of a bank, of either sign; an empty cell is ``None``.

    Args:
        cell: as it stands.
        decimal_sign: the sign of decimals that its column shows.

    Raises:
        RefusedError: it is no amount, or can be read in two ways.

    >>> money("1.234", ","), money("- 1 234,5 €", None), money("", None)
    (Decimal('1234.00'), Decimal('-1234.50'), None)
    """
    if not cell or cell in ("-", "\u2212"):
        return None
    if decimal_sign is None:
        _refuse_two_readings(cell)
    return amount(_SPACED_SIGN.sub(r"\1", cell), signed=True, decimal_sign=decimal_sign)


def entry_amount(cell: str) -> Decimal:
    """Read an amount of an accounting file, where a comma sets decimals apart and nothing thousands; empty is zero.

    A point before one or two digits is read too: no other reading is possible.

    Raises:
        RefusedError: it is no such amount.

    >>> entry_amount("00100,50"), entry_amount("-7.5"), entry_amount(",000"), entry_amount("")
    (Decimal('100.50'), Decimal('-7.50'), Decimal('0.00'), Decimal('0.00'))
    """
    if _ZERO.fullmatch(cell):
        return ZERO
    found = _ENTRY.fullmatch(cell)
    if found is None:
        return _spaced_amount(cell)
    value = amount(f"{found['whole'] or 0}.{found['decimals'] or '0'}")
    return value if found["sign"] in ("", "+") else -value


def total_of(cell: str) -> Decimal | None:
    """Return an amount that is printed for comparison; ``None`` where it is none, or can be read in two ways."""
    with suppress(RefusedError):
        return money(cell, None)
    return None


def _spaced_amount(cell: str) -> Decimal:
    """Read an amount of an accounting file whose thousands are set apart, by spaces or by points before a comma."""
    _refuse_two_readings(cell)
    return amount(cell, signed=True)


def _refuse_two_readings(cell: str) -> None:
    if _DOUBTFUL.fullmatch(cell):
        plain = re.sub(r"[^0-9.,]", "", cell).replace(",", ".")
        reason = Text("{text} can be read in two ways", text=echoed(cell))
        raise refusal(reason, (Typed(plain.replace(".", "")), Typed(plain)), such_as=())
