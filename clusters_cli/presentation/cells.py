"""Values as people see them in the cells of a table: amounts, dates and shares in the reader's language."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.text import Dated, Euros, Share
from clusters_cli.presentation.messages import language, spoken
from clusters_cli.presentation.numerals import grouped
from clusters_cli.presentation.report import Cell, Column, Kind, Worded

UNKNOWN = "–"
"""What is shown where nothing is known: visible, and not a zero."""


def period(first: date | str | None, last: date | str | None) -> str:
    """Return a period as people read it, with a dash; an open end is ``…``."""
    return f"{spoken(Dated(first or '…'))} – {spoken(Dated(last or '…'))}"


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
    if isinstance(cell, Worded):
        return f"{cell.before}{_alone(cell)}{cell.after}"
    if isinstance(cell, Fraction):
        return spoken(Share(cell))
    if isinstance(cell, Decimal) or (isinstance(cell, int) and kind in (Kind.COUNT, Kind.MONEY)):
        return _number(Decimal(cell), kind, cents=cents)
    return spoken(Dated(cell)) if isinstance(cell, date) or (kind is Kind.DATE and isinstance(cell, str)) else str(cell)


def _alone(cell: Worded) -> str:
    in_euros = cell.kind is Kind.MONEY and isinstance(cell.value, (int, Decimal))
    return spoken(Euros(Decimal(cell.value))) if in_euros else shown(cell.value, cell.kind)  # type: ignore[arg-type]  # seen above


def _number(value: Decimal, kind: Kind, *, cents: bool) -> str:
    if kind is Kind.SHARE:
        return spoken(Share(value))
    if kind is Kind.MONEY:
        return grouped(f"{value:,.{2 if cents else 0}f}", language())
    return grouped(f"{value.normalize():,f}", language())
