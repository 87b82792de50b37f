"""A report as a workbook: a sheet for each table, typed cells, formulas for what is calculated, and charts."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from clusters_cli.foundations.text import Language, Text
from clusters_cli.presentation.cells import shown
from clusters_cli.presentation.delimited import FORMULA_STARTS
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.formulas import HEADINGS, formula
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.live_cells import Calculated, InputOf
from clusters_cli.presentation.printed_sheets import give_height, lay_out
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import CellOf, ColumnOf, Kind, ReportOf, TableOf
from clusters_cli.presentation.typed_cells import typed
from clusters_cli.presentation.workbook_charts import plot

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_WIDEST, _NARROWEST = 40, 11
_NOTES_WIDTH = 120
_UNDATED = date(2000, 1, 1)
"""When a workbook is said to be made whose answer depends on no day: the clock would make each run another file."""


def to_workbook(report: ReportOf[str], language: Language) -> bytes:
    """Write a report's tables as sheets of an .xlsx workbook, and its page and its notes on a last one, line by line.

    A text stays a text whatever it begins with, also when somebody opens its cell and closes it again: it is marked as
    quoted, as an apostrophe typed before it would do.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  (only this format needs it)

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime.combine(report.as_of or _UNDATED, time())})
    writer = _Writer(book, language)
    for table in report.tables:
        writer.add_table(table)
    writer.add_notes([line for text in (report.text or "", *report.notes) for line in text.splitlines() if line])
    book.close()
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks: the form of its value, and what else sets it apart."""

    form: str = "General"
    bold: bool = False
    wrapped: bool = False
    quoted: bool = False
    on_left: bool = False
    asked: bool = False

    def properties(self) -> dict[str, Any]:
        """Return it as the library names it."""
        # What may be changed is told by a colour, by a frame, which shows on paper too, and by a note.
        asked = {"bg_color": "#FFF2CC", "font_color": "#1F3FBF", "border": 1} if self.asked else {}
        return {
            "num_format": self.form,
            "bold": self.bold,
            "text_wrap": self.wrapped,
            "quote_prefix": self.quoted,
            "align": "left" if self.on_left else "right",
            "indent": int(self.on_left),  # a text beside a number would touch it
            "valign": "top",
            **asked,
        }


class _Writer:
    """Writes tables to an open workbook."""

    def __init__(self, book: Any, language: Language) -> None:  # noqa: ANN401  (the library has no types)
        self._book = book
        self._language = language
        self._formats: dict[_Look, Any] = {}
        self._names: set[str] = set()

    def add_table(self, table: TableOf[str]) -> None:
        """Write a table on a sheet of its own, under its headings, and its chart below it."""
        name = self._sheet_name(table.title or table.columns[0].heading or table.name)
        sheet = self._book.add_worksheet(name)
        widths = [self._width(table, index) for index in range(len(table.columns))]
        for index, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
            sheet.set_column(index, index, width)
            self._write_heading(sheet, index, column)
        give_height(sheet, 0, zip((column.heading for column in table.columns), widths, strict=True))
        for line, row in enumerate(table.rows):
            self._write_row(sheet, HEADINGS + line, table, row, bold=line in table.strong)
        if table.totals is not None:
            self._write_row(sheet, HEADINGS + len(table.rows), table, table.totals, bold=True)
        lay_out(sheet, table.title or name, widths, table.repeated)
        plot(self._book, sheet, name, table, self._language)

    def add_notes(self, lines: Sequence[str]) -> None:
        """Write sentences on a sheet of their own."""
        if not lines:
            return
        name = self._sheet_name(word(Text("Notes"), self._language))
        sheet = self._book.add_worksheet(name)
        sheet.set_column(0, 0, _NOTES_WIDTH)
        for line, text in enumerate(lines):
            self._write(sheet, (line, 0), text, Kind.TEXT, _Look(on_left=True))
            give_height(sheet, line, [(text, _NOTES_WIDTH)])
        lay_out(sheet, name)

    def _write_heading(self, sheet: Any, index: int, column: ColumnOf[str]) -> None:  # noqa: ANN401  (see above)
        look = _Look(bold=True, wrapped=True, on_left=not column.kind.is_number)
        if column.dated is None:
            sheet.write_string(0, index, column.heading, self._format(look))
        else:
            self._write(sheet, (0, index), str(column.dated), Kind.DATE, look)

    def _write_row(
        self,
        sheet: Any,  # noqa: ANN401  (see above)
        line: int,
        table: TableOf[str],
        row: tuple[CellOf[str], ...],
        *,
        bold: bool,
    ) -> None:
        for index, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            on_left = column.kind is Kind.DATE or isinstance(cell, str)
            self._write(sheet, (line, index), cell, column.kind, _Look(bold=bold, on_left=on_left))
        give_height(sheet, line, ((cell, _WIDEST) for cell in row if isinstance(cell, str)))

    def _write(
        self,
        sheet: Any,  # noqa: ANN401  (see above)
        place: tuple[int, int],
        cell: CellOf[str],
        kind: Kind,
        look: _Look,
    ) -> None:
        value, form = typed(cell, self._language, kind)
        look = replace(look, form=form, wrapped=isinstance(value, str), asked=isinstance(cell, InputOf))
        if isinstance(cell, Calculated):
            sheet.write_formula(*place, formula(cell), self._format(look), value)
        elif value is None:
            sheet.write_blank(*place, None, self._format(look))
        elif isinstance(value, date):
            sheet.write_datetime(*place, value, self._format(look))
        elif isinstance(value, str):
            look = replace(look, quoted=value.startswith(FORMULA_STARTS))
            sheet.write_string(*place, value, self._format(look))
        else:
            sheet.write_number(*place, value, self._format(look))
        if isinstance(cell, InputOf):
            sheet.write_comment(*place, cell.note)

    def _format(self, look: _Look) -> Any:  # noqa: ANN401  (see above)
        if look not in self._formats:
            self._formats[look] = self._book.add_format(look.properties())
        return self._formats[look]

    def _width(self, table: TableOf[str], index: int) -> int:
        """Return the characters of a column: as many as its cells, with room for a heading in two lines."""
        column, rows = table.columns[index], (*table.rows, *([table.totals] if table.totals is not None else []))
        cents = column.kind is Kind.MONEY
        longest = max((len(shown(row[index], self._language, column.kind, cents=cents)) for row in rows), default=0)
        return min(max(longest + 2, min(len(column.heading) + 2, 2 * _NARROWEST), _NARROWEST), _WIDEST)

    def _sheet_name(self, title: str) -> str:
        """Return a sheet name that a workbook allows and that is not taken: sheet names ignore case."""
        base = _NOT_IN_NAMES.sub(" ", title).strip()[:_LONGEST_NAME] or "1"
        name, number = base, 1
        while name.casefold() in self._names:
            number += 1
            name = f"{base[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
        self._names.add(name.casefold())
        return name


def _write(report: ReportOf[str], reader: Reader) -> bytes:
    return to_workbook(report, reader.language)


FORMAT = Format("xlsx", Audience.PEOPLE, _write, suffixes=(".xlsx",), holds_charts=True)
