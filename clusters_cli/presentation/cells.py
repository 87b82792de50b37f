"""Values as people see them in the cells of a table: amounts, dates and shares in the reader's language."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.text import Dated, Euros, Language, Share
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.numerals import grouped
from clusters_cli.presentation.report import CellOf, Kind, TableOf, WordedOf, value_of

UNKNOWN = "–"
"""What is shown where nothing is known: visible, and not a zero."""


def shown_rows(table: TableOf[str], language: Language) -> list[list[str]]:
    """Return the rows of a table as text, the totals last if there are any.

    An amount shows its cents where any amount of its column has some; in a table of many columns of one kind, where any
    amount of the table has.
    """
    rows = (*table.rows, *([table.totals] if table.totals is not None else []))
    with_cents = [
        column.kind is Kind.MONEY and any(_has_cents(row[index]) for row in rows)
        for index, column in enumerate(table.columns)
    ]
    if table.repeated:
        with_cents = [any(with_cents)] * len(with_cents)
    return [
        [
            shown(cell, language, column.kind, cents=with_cents[index])
            for index, (column, cell) in enumerate(zip(table.columns, row, strict=True))
        ]
        for row in rows
    ]


def _has_cents(cell: CellOf[str]) -> bool:
    value = value_of(cell)
    return isinstance(value, Decimal) and value % 1 != 0


def shown(cell: CellOf[str], language: Language, kind: Kind = Kind.TEXT, *, cents: bool = False) -> str:
    """Return one value as text."""
    cell = value_of(cell)
    if cell is None:
        return UNKNOWN
    if isinstance(cell, WordedOf):
        before, after = cell.around
        return f"{before}{_alone(cell, language)}{after}"
    if isinstance(cell, Fraction):
        return word(Share(cell), language)
    if isinstance(cell, Decimal) or (isinstance(cell, int) and kind in (Kind.COUNT, Kind.MONEY)):
        return _number(Decimal(cell), language, kind, cents=cents)
    if isinstance(cell, date) or (kind is Kind.DATE and isinstance(cell, str)):
        return word(Dated(cell), language)
    return str(cell)


def _alone(cell: WordedOf[str], language: Language) -> str:
    in_euros = cell.kind is Kind.MONEY and isinstance(cell.value, (int, Decimal))
    return word(Euros(Decimal(cell.value)), language) if in_euros else shown(cell.value, language, cell.kind)  # type: ignore[arg-type]  # seen above


def _number(value: Decimal, language: Language, kind: Kind, *, cents: bool) -> str:
    if kind is Kind.SHARE:
        return word(Share(value), language)
    if kind is Kind.MONEY:
        return grouped(f"{value:,.{2 if cents else 0}f}", language)
    return grouped(f"{value.normalize():,f}", language)
