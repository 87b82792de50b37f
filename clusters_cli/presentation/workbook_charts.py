"""Charts of a workbook: the columns of a table against the first one, or its rows against its days or months."""

import re
from collections.abc import Iterator
from typing import Any

from clusters_cli.foundations.text import Language
from clusters_cli.presentation.formulas import HEADINGS
from clusters_cli.presentation.report import Kind, TableOf
from clusters_cli.presentation.typed_cells import FORMS, typed

_SIZE = {"width": 900, "height": 420}
_GAP = 2
"""Lines between a table and its chart."""
_TAKEN_FOR_CELL = re.compile(r"!(?=\$?[A-Z])")
"""What makes the library take a title for a reference to a cell, such as ``Sheet!A1``."""


def plot(book: Any, sheet: Any, name: str, table: TableOf[str], language: Language) -> None:  # noqa: ANN401  (the library has no types)
    """Draw what a table has to plot under it, where it is printed at full size; nothing if it has nothing.

    Args:
        book: the workbook.
        sheet: the sheet of the table.
        name: of the sheet.
        table: whose headings stand on the first line.
        language: in which its days and months are written.
    """
    series = [*_columns(table), *_rows(table)]
    if not series or not table.rows:
        return
    chart = book.add_chart({"type": "line"})
    for heading, categories, values in series:
        chart.add_series({"name": [name, *heading], "categories": [name, *categories], "values": [name, *values]})
    chart.set_title({"name": _TAKEN_FOR_CELL.sub("! ", table.title)})
    chart.set_legend({"position": "bottom"})
    chart.set_x_axis({"label_position": "low", "num_format": _form(table, language)})
    chart.set_y_axis({"num_format": FORMS[Kind.COUNT]})
    chart.set_size(_SIZE)
    lines = HEADINGS + len(table.rows) + (table.totals is not None)
    sheet.insert_chart(lines + _GAP, table.repeated, chart)


def _form(table: TableOf[str], language: Language) -> str:
    """Return the form of what stands along a chart."""
    dated = next((column.dated for column in table.columns if column.dated is not None), None)
    if table.plotted or dated is None:
        return typed(table.rows[0][0], language, table.columns[0].kind)[1]
    return typed(dated, language, Kind.DATE)[1]


_Series = tuple[tuple[int, int], tuple[int, int, int, int], tuple[int, int, int, int]]
"""Where the name, the categories and the values of a series stand."""


def _columns(table: TableOf[str]) -> Iterator[_Series]:
    keys = [column.key for column in table.columns]
    last = HEADINGS + len(table.rows) - 1
    for index in map(keys.index, table.plotted):
        yield (0, index), (HEADINGS, 0, last, 0), (HEADINGS, index, last, index)


def _rows(table: TableOf[str]) -> Iterator[_Series]:
    dated = [index for index, column in enumerate(table.columns) if column.dated is not None]
    for row in table.plotted_rows if dated else ():
        line, first, last = HEADINGS + row, dated[0], dated[-1]
        yield (line, 0), (0, first, 0, last), (line, first, line, last)
