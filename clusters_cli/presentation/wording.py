"""A report in the words of a reader, of which none hides or reorders anything, in whatever format it is then written.

Data files hold no such text, for reading refuses it; arguments, file names and what a message quotes may hold any.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.text import Dated, Language, Text, Value
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.presentation.dated_entries import BookEntryOf, CalendarEventOf
from clusters_cli.presentation.formats import Audience
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.live_cells import Calculated, InputOf
from clusters_cli.presentation.report import (
    Bar,
    BarOf,
    BookEntry,
    CalendarEvent,
    Cell,
    CellOf,
    Chart,
    ChartOf,
    Column,
    ColumnOf,
    Report,
    ReportOf,
    Table,
    TableOf,
    WordedOf,
)


def in_words(report: Report, language: Language, audience: Audience) -> ReportOf[str]:
    """Return a report as a reader and spreadsheets may see it; its data, for programs, are those of the answer.

    A page keeps its lines.  Everything else stands on one: the paragraphs of a note follow each other.  In a cell that
    programs read, a word of a closed set is its value, which is stable where its words are not.
    """
    words = _Words(language, values=audience is Audience.PROGRAMS)
    return ReportOf(
        command=report.command,
        data=report.data,
        text=visible(word(report.text, language), several_lines=True) if report.text is not None else None,
        document=report.document,
        tables=tuple(words.table(table) for table in report.tables),
        export=words.table(report.export) if report.export else None,
        charts=tuple(words.chart(chart) for chart in report.charts),
        notes=tuple(words.line(note) for note in _notes(report)),
        places=report.places,
        problems=report.problems,
        entries=tuple(map(words.entry, report.entries)),
        events=tuple(map(words.event, report.events)),
        exit_code=report.exit_code,
        as_of=report.as_of,
    )


def _notes(report: Report) -> tuple[Value, ...]:
    """Return what stands under a report, with the day on which it depends."""
    return report.notes if report.as_of is None else (*report.notes, Text("As of {day}.", day=report.as_of))


@dataclass(frozen=True, slots=True)
class _Words:
    """Words the parts of a report in a language."""

    language: Language
    values: bool

    def line(self, value: Value) -> str:
        """Return a value on one line."""
        text = word(value, self.language)
        return visible(" ".join(filter(None, map(str.strip, text.split("\n")))) if "\n" in text else text)

    def table(self, table: Table) -> TableOf[str]:
        """Return a table of words, numbers and days."""
        return TableOf(
            name=table.name,
            title=self.line(table.title),
            columns=tuple(map(self._column, table.columns)),
            rows=tuple(map(self._row, table.rows)),
            totals=self._row(table.totals) if table.totals is not None else None,
            repeated=table.repeated,
            strong=table.strong,
            plotted=table.plotted,
            plotted_rows=table.plotted_rows,
        )

    def _column(self, column: Column) -> ColumnOf[str]:
        dated = column.heading.written if isinstance(column.heading, Dated) else column.dated
        return ColumnOf(column.key, self.line(column.heading), column.kind, column.minor, dated)

    def chart(self, chart: Chart) -> ChartOf[str]:
        """Return a chart whose bars have words."""
        return ChartOf(self.line(chart.title), tuple(map(self._bar, chart.bars)))

    def _bar(self, bar: Bar) -> BarOf[str]:
        return BarOf(self.line(bar.label), bar.value, bar.reach, self.line(bar.note))

    def entry(self, entry: BookEntry) -> BookEntryOf[str]:
        """Return an entry with its label in words; its tags, for programs, are values."""
        return BookEntryOf(
            day=entry.day,
            label=self.line(entry.label),
            amount=entry.amount,
            account=visible(entry.account),
            line=visible(entry.line),
            state=entry.state,
            counter=visible(entry.counter),
            tags=tuple((visible(name), self._tag(value)) for name, value in entry.tags),
        )

    def _tag(self, value: Value) -> str:
        return str(value.value) if isinstance(value, Vocabulary) else self.line(value)

    def event(self, event: CalendarEvent) -> CalendarEventOf[str]:
        """Return an event in words; its description keeps its lines."""
        description = visible(word(event.description, self.language), several_lines=True)
        return CalendarEventOf(event.day, visible(event.uid), self.line(event.title), description)

    def _row(self, cells: tuple[Cell, ...]) -> tuple[CellOf[str], ...]:
        return tuple(map(self._cell, cells))

    def _cell(self, cell: Cell) -> CellOf[str]:
        if isinstance(cell, WordedOf):
            return WordedOf(self._alone(cell.value), cell.kind, self._around(cell.within))
        if isinstance(cell, InputOf):
            return InputOf(cell.value, self.line(cell.note))
        if isinstance(cell, Calculated):
            return cell
        return None if cell is None else self._alone(cell)

    def _alone(self, cell: Value | Decimal | Fraction) -> str | int | Decimal | Fraction | date:
        """Return a number or a day as it is, anything else in words."""
        if self.values and isinstance(cell, Vocabulary):
            return str(cell.value)
        return cell if isinstance(cell, (int, Decimal, Fraction, date)) else self.line(cell)

    def _around(self, within: Value) -> str:
        """Return the words around a value, their spaces kept."""
        return visible(word(within, self.language))
