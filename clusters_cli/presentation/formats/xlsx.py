"""A report as a workbook: a sheet for each table, typed cells, formulas for what runs from row to row, and charts."""

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from clusters_cli.foundations.text import Language, Text
from clusters_cli.presentation.cells import shown
from clusters_cli.presentation.delimited import FORMULA_STARTS
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.formulas import formula
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.live_cells import Calculated
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import CellOf, Kind, ReportOf, TableOf
from clusters_cli.presentation.typed_cells import typed

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_WIDEST, _NARROWEST = 40, 11
_CHART_SIZE = {"width": 900, "height": 420}


def to_workbook(report: ReportOf[str], language: Language) -> bytes:
    """Write a report's tables as sheets of an .xlsx workbook, and its notes on a last one.

    A text stays a text whatever it begins with, also when somebody opens its cell and closes it again: it is marked as
    quoted, as an apostrophe typed before it would do.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  (only this format needs it)

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    writer = _Writer(book, language)
    for table in report.tables:
        writer.add_table(table)
    writer.add_notes([line for line in (report.text, *report.notes) if line])
    book.close()
    return buffer.getvalue()


class _Writer:
    """Writes tables to an open workbook."""

    def __init__(self, book: Any, language: Language) -> None:  # noqa: ANN401  (the library has no types)
        self._book = book
        self._language = language
        self._bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._styles: dict[tuple[str, bool, bool], Any] = {}
        self._names: set[str] = set()

    def add_table(self, table: TableOf[str]) -> None:
        """Write a table on a sheet of its own, its headings frozen."""
        name = self._sheet_name(table.title or table.columns[0].heading or table.name)
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(table.columns):
            cells = [row[index] for row in table.rows]
            sheet.set_column(index, index, _width(column.heading, [shown(cell, self._language) for cell in cells]))
            sheet.write_string(0, index, column.heading, self._bold)
            for line, cell in enumerate(cells, start=1):
                self._write(sheet, (line, index), cell, column.kind)
        for index, (column, total) in enumerate(zip(table.columns, table.totals or (), strict=False)):
            self._write(sheet, (len(table.rows) + 1, index), total, column.kind, bold=True)
        if table.plotted and table.rows:
            self._plot(sheet, name, table)

    def add_notes(self, lines: Sequence[str]) -> None:
        """Write sentences on a sheet of their own."""
        if not lines:
            return
        sheet = self._book.add_worksheet(self._sheet_name(word(Text("Notes"), self._language)))
        sheet.set_column(0, 0, 120)
        for line, text in enumerate(lines):
            sheet.write_string(line, 0, text)

    def _write(self, sheet: Any, place: tuple[int, int], cell: CellOf[str], kind: Kind, *, bold: bool = False) -> None:  # noqa: ANN401  (see above)
        value, form = typed(cell, self._language, kind)
        style = self._style(form, bold=bold)
        if isinstance(cell, Calculated):
            sheet.write_formula(*place, formula(cell), style, value)
        elif value is None:
            sheet.write_blank(*place, None, style)
        elif isinstance(value, date):
            sheet.write_datetime(*place, value, style)
        elif isinstance(value, str):
            quoted = value.startswith(FORMULA_STARTS)
            sheet.write_string(*place, value, self._style(form, bold=bold, quoted=quoted))
        else:
            sheet.write_number(*place, value, style)

    def _style(self, form: str, *, bold: bool = False, quoted: bool = False) -> Any:  # noqa: ANN401  (see above)
        chosen = form, bold, quoted
        if chosen not in self._styles:
            self._styles[chosen] = self._book.add_format({"num_format": form, "bold": bold, "quote_prefix": quoted})
        return self._styles[chosen]

    def _plot(self, sheet: Any, name: str, table: TableOf[str]) -> None:  # noqa: ANN401  (see above)
        chart = self._book.add_chart({"type": "line"})
        keys = [column.key for column in table.columns]
        last = len(table.rows)
        for key in table.plotted:
            index = keys.index(key)
            chart.add_series(
                {"name": [name, 0, index], "categories": [name, 1, 0, last, 0], "values": [name, 1, index, last, index]}
            )
        chart.set_title({"name": table.title})
        chart.set_legend({"position": "bottom"})
        chart.set_x_axis({"label_position": "low"})
        chart.set_size(_CHART_SIZE)
        sheet.insert_chart(1, len(keys) + 1, chart)

    def _sheet_name(self, title: str) -> str:
        """Return a sheet name that a workbook allows and that is not taken: sheet names ignore case."""
        base = _NOT_IN_NAMES.sub(" ", title).strip()[:_LONGEST_NAME] or "1"
        name, number = base, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{base[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
        self._names.add(name.casefold())
        return name


def _width(heading: str, cells: Sequence[str]) -> int:
    longest = max(map(len, cells), default=0)
    return min(max(longest + 2, min(len(heading) + 2, 2 * _NARROWEST), _NARROWEST), _WIDEST)


def _write(report: ReportOf[str], reader: Reader) -> bytes:
    return to_workbook(report, reader.language)


FORMAT = Format("xlsx", Audience.PEOPLE, _write, suffixes=(".xlsx",), holds_charts=True)
