"""A report whose texts neither hide nor reorder anything, in whatever format it is then written.

Data files hold no such text, for reading refuses it; arguments, file names and what a message quotes may hold any.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.text import Bilingual
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.messages import language
from clusters_cli.presentation.report import Bar, Cell, Chart, Report, Table, Worded


def legible(report: Report) -> Report:
    """Return a report as people and spreadsheets may see it; its data, for programs, are those of the answer.

    A page keeps its lines.  Everything else stands on one: the paragraphs of a note follow each other.
    """
    return replace(
        report,
        text=visible(report.text, several_lines=True) if report.text is not None else None,
        document=visible(report.document, several_lines=True) if report.document is not None else None,
        tables=tuple(_table(table) for table in report.tables),
        export=_table(report.export) if report.export else None,
        charts=tuple(_chart(chart) for chart in report.charts),
        notes=tuple(_in_a_line(note) for note in report.notes),
    )


def _in_a_line(text: str) -> str:
    return visible(" ".join(filter(None, map(str.strip, text.split("\n")))) if "\n" in text else text)


def _table(table: Table) -> Table:
    return replace(
        table,
        title=_in_a_line(table.title),
        columns=tuple(replace(column, heading=_in_a_line(column.heading)) for column in table.columns),
        rows=tuple(_row(cells) for cells in table.rows),
        totals=_row(table.totals) if table.totals is not None else None,
    )


def _row(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(_cell(cell) for cell in cells)


def _cell(cell: Cell | Bilingual) -> Cell:
    """Return a cell that hides nothing; a text of a registry is shown in the reader's language."""
    if isinstance(cell, str):
        return _in_a_line(cell)
    if isinstance(cell, Worded):
        value = _in_a_line(cell.value) if isinstance(cell.value, str) else cell.value
        return replace(cell, value=value, before=visible(cell.before), after=visible(cell.after))
    if cell is None or isinstance(cell, (int, Decimal, Fraction, date)):
        return cell
    return _in_a_line(word(cell, language()))


def _chart(chart: Chart) -> Chart:
    return Chart(_in_a_line(chart.title), tuple(_bar(bar) for bar in chart.bars))


def _bar(bar: Bar) -> Bar:
    return replace(bar, label=_in_a_line(bar.label), note=_in_a_line(bar.note))
