"""Cells that live in a workbook: what it works out of other cells of the table, and what the reader may put in.

Other formats show their values.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Generic, TypeAlias

from clusters_cli.presentation.report_parts import WordsT_co

CellAt: TypeAlias = tuple[int, int]
"""Where a cell stands in its table: its row and its column, both counted from 0; the totals are no row."""


@dataclass(frozen=True, slots=True)
class Calculated:
    """An amount worked out of other cells of its table, rounded to the cent; a formula in a workbook.

    It is ``start``, plus the cells of ``plus``, less those of ``minus``, and never above a cell of ``least``; where
    there are only such, it is the least of them.  An empty cell counts for nothing in a sum, and is no least one.

    Attributes:
        value: what it comes to, in euros: what other formats show, and a workbook until it is worked out anew.
        plus: cells that are added.
        minus: cells that are taken off.
        least: cells that it is never above.
        start: euros that stand in no cell.
    """

    value: Decimal
    plus: tuple[CellAt, ...] = ()
    minus: tuple[CellAt, ...] = ()
    least: tuple[CellAt, ...] = ()
    start: Decimal = Decimal()

    def moved(self, columns: Mapping[int, int]) -> "Calculated | Decimal":
        """Return it for a table with other columns, or what it comes to where a cell it needs is not among them.

        Args:
            columns: where each column stands now, by where it stood.
        """
        if any(column not in columns for _row, column in (*self.plus, *self.minus, *self.least)):
            return self.value
        plus, minus, least = (
            tuple((row, columns[column]) for row, column in cells) for cells in (self.plus, self.minus, self.least)
        )
        return replace(self, plus=plus, minus=minus, least=least)


@dataclass(frozen=True)
class InputOf(Generic[WordsT_co]):
    """An amount that the reader of a workbook may put another in the place of; it is marked as such there.

    Attributes:
        value: in euros.
        note: what it is and what follows it, told beside the cell.
    """

    value: Decimal
    note: WordsT_co


def running(
    values: Sequence[Decimal], column: int, plus: Sequence[int], minus: Sequence[int], opening: Decimal = Decimal()
) -> tuple[Calculated, ...]:
    """Return the cells of a column whose amount is that of the row above, plus some columns, less others.

    Args:
        values: what each row comes to, from the first row of the table.
        column: the column itself.
        plus: columns of which the cell of the same row is added.
        minus: columns of which it is taken off.
        opening: what stands above the first row, in euros.
    """
    return tuple(
        Calculated(
            value,
            plus=(*([(row - 1, column)] if row else []), *((row, added) for added in plus)),
            minus=tuple((row, taken) for taken in minus),
            start=Decimal() if row else opening,
        )
        for row, value in enumerate(values)
    )
