"""Values as people see them: amounts, dates and shares in the reader's language.

Babel would do this for every language on earth and doubles the time ``clusters list`` takes to start; the program
speaks two.
"""

from datetime import date
from decimal import Decimal

from clusters_cli.foundations.messages import language
from clusters_cli.presentation.report import Cell, Column, Kind

UNKNOWN = "–"
"""What is shown where nothing is known: visible, and not a zero."""
_NARROW_SPACE = "\u202f"


def shown_rows(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> list[list[str]]:
    """Return rows as text; an amount shows its cents where any amount of its column has some."""
    with_cents = [
        column.kind is Kind.MONEY and any(isinstance(row[index], Decimal) and row[index] % 1 for row in rows)  # type: ignore[operator]
        for index, column in enumerate(columns)
    ]
    return [
        [
            shown(cell, column.kind, cents=with_cents[index])
            for index, (column, cell) in enumerate(zip(columns, row, strict=True))
        ]
        for row in rows
    ]


def shown(cell: Cell, kind: Kind = Kind.TEXT, *, cents: bool = False) -> str:
    """Return one value as text."""
    if cell is None:
        return UNKNOWN
    if isinstance(cell, Decimal) or (isinstance(cell, int) and kind in (Kind.COUNT, Kind.MONEY)):
        return _number(Decimal(cell), kind, cents=cents)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _number(value: Decimal, kind: Kind, *, cents: bool) -> str:
    if kind is Kind.SHARE:
        return _percent(value)
    if kind is Kind.MONEY:
        return _grouped(f"{value:,.{2 if cents else 0}f}")
    return _grouped(f"{value.normalize():,f}")


def money(amount: Decimal) -> str:
    """Return an amount with its currency, for use in a sentence."""
    digits = _grouped(f"{amount:,.{2 if amount % 1 else 0}f}")
    return f"{digits}{_NARROW_SPACE}€" if language() == "fr" else f"€{digits}"


def _percent(share: Decimal) -> str:
    digits = _grouped(f"{(share * 100).normalize():f}")
    return f"{digits}{_NARROW_SPACE}%" if language() == "fr" else f"{digits}%"


def _grouped(english: str) -> str:
    if language() != "fr":
        return english
    return english.replace(",", _NARROW_SPACE).replace(".", ",")
