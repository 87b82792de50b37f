"""A report: what a command has to say, before anybody decides how and in which language it is shown.

A command says it in values: texts, amounts, days.  ``presentation.wording`` words them for a reader, and a format
writes a report of strings, a ``ReportOf[str]``.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Generic, TypeAlias

from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.text import Value
from clusters_cli.presentation.dated_entries import BookEntryOf, CalendarEventOf
from clusters_cli.presentation.live_cells import Calculated, InputOf
from clusters_cli.presentation.report_parts import Part, WordsT_co
from clusters_cli.presentation.worded_problems import Problems


class Kind(StrEnum):
    """What a column holds, which decides its alignment and how people see it."""

    TEXT = "text"
    COUNT = "count"
    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"
    """A day, a month or a year: a date, the number of a year, or text such as ``2023-04``."""

    @property
    def is_number(self) -> bool:
        """Whether values are aligned on their right."""
        return self in (Kind.COUNT, Kind.NUMBER, Kind.MONEY, Kind.SHARE)


HELD = "{value}"
"""Where a value stands in the words around it."""


@dataclass(frozen=True)
class WordedOf(Generic[WordsT_co]):
    """A value that stands among words, or in a column of many kinds: it says itself what it is.

    Attributes:
        value: the value, which a workbook holds as such.
        kind: what it is; money brings its own currency.
        within: the words around it, where it stands as :data:`HELD`: a sign before it, the year it is of behind it.
    """

    value: WordsT_co | int | Decimal | Fraction | date | str
    kind: Kind
    within: WordsT_co | str = HELD

    @property
    def around(self) -> tuple[str, str]:
        """The words before the value and those behind it, once they are words."""
        before, _held, after = str(self.within).partition(HELD)
        return before, after


PlainCellOf: TypeAlias = WordsT_co | int | Decimal | Fraction | date | WordedOf[WordsT_co] | None
"""A value of a table; ``None`` is unknown."""
CellOf: TypeAlias = PlainCellOf[WordsT_co] | Calculated | InputOf[WordsT_co]
"""A cell of a table: a value, or one that lives in a workbook."""


def value_of(cell: CellOf[WordsT_co]) -> PlainCellOf[WordsT_co]:
    """Return the value of a cell, as formats hold it that have no formulas."""
    return cell.value if isinstance(cell, (Calculated, InputOf)) else cell


@dataclass(frozen=True)
class ColumnOf(Generic[WordsT_co]):
    """A column.

    Attributes:
        key: its name for programs.
        heading: its name for people.
        kind: what it holds.
        minor: whether a terminal too narrow for the table may leave it out, and say so.
        dated: the day, month, quarter or year that the column is of, as data write it, which a workbook holds as a
            date; found by itself where the heading is a ``Dated``.
    """

    key: str
    heading: WordsT_co
    kind: Kind = Kind.TEXT
    minor: bool = False
    dated: date | str | None = None


@dataclass(frozen=True)
class BarOf(Generic[WordsT_co]):
    """One line of a chart.

    Attributes:
        label: what it is about, such as a month.
        value: its length; below zero it points the other way.
        reach: how far the value went in between; ``None`` if no further.
        note: a word at its end, such as *peak*.
    """

    label: WordsT_co
    value: Decimal
    reach: Decimal | None = None
    note: WordsT_co | str = ""


@dataclass(frozen=True)
class ChartOf(Generic[WordsT_co]):
    """Bars under a title, all on one scale; amounts in euros."""

    title: WordsT_co
    bars: tuple[BarOf[WordsT_co], ...]


@dataclass(frozen=True)
class TableOf(Generic[WordsT_co]):
    """Rows under columns.

    Attributes:
        name: key of the table, for machine formats that hold several.
        title: heading for people; empty for none.
        columns: the columns.
        rows: one cell per column.
        totals: a last line for people only, never part of the data.
        repeated: how many first columns, 1 or more, name the rows of a table of many columns of one kind, such as
            months.  A terminal too narrow for it, also without minor columns, shows it in blocks under each other, each
            with these columns; a workbook keeps them in view, and prints them again on each page.
        strong: the rows, counted from 0, that stand out: subtotals, an opening, a closing.
        plotted: keys of the columns that a workbook draws against the first one.
        plotted_rows: the rows, counted from 0, that a workbook draws against the columns that have a day or month.
    """

    name: str
    columns: tuple[ColumnOf[WordsT_co], ...]
    rows: tuple[tuple[CellOf[WordsT_co], ...], ...]
    title: WordsT_co | str = ""
    totals: tuple[CellOf[WordsT_co], ...] | None = None
    repeated: int = 0
    strong: frozenset[int] = frozenset()
    plotted: tuple[str, ...] = ()
    plotted_rows: tuple[int, ...] = ()

    @classmethod
    def of(
        cls,
        name: str,
        columns: Sequence[ColumnOf[WordsT_co]],
        records: Sequence[Mapping[str, CellOf[WordsT_co]]],
        **more: Any,  # noqa: ANN401  (passed on to the fields)
    ) -> "TableOf[WordsT_co]":
        """Build a table from records, taking each column's key."""
        rows = tuple(tuple(record.get(column.key) for column in columns) for record in records)
        return cls(name, tuple(columns), rows, **more)

    @classmethod
    def keyed(
        cls, name: str, keys: Iterable[str], records: Sequence[Mapping[str, CellOf[WordsT_co]]]
    ) -> "TableOf[WordsT_co]":
        """Build a table for programs: each fact in a column of its own, headed by its key."""
        columns = tuple(ColumnOf[WordsT_co](key, key) for key in keys)  # type: ignore[arg-type]  # a key is a word too
        return cls.of(name, columns, records)

    def only(self, keys: Collection[str]) -> "TableOf[WordsT_co]":
        """Return the table with some of its columns, by their keys."""
        kept = [index for index, column in enumerate(self.columns) if column.key in keys]
        places = {index: place for place, index in enumerate(kept)}

        def of(row: tuple[CellOf[WordsT_co], ...]) -> tuple[CellOf[WordsT_co], ...]:
            cells = (row[index] for index in kept)
            return tuple(cell.moved(places) if isinstance(cell, Calculated) else cell for cell in cells)

        return replace(
            self,
            columns=tuple(self.columns[index] for index in kept),
            rows=tuple(map(of, self.rows)),
            totals=of(self.totals) if self.totals is not None else None,
            repeated=sum(index < self.repeated for index in kept),
            plotted=tuple(key for key in self.plotted if key in keys),
        )


@dataclass(frozen=True, slots=True)
class Feature:
    """One entry of a map.

    Attributes:
        point: longitude and latitude in degrees (WGS 84); ``None`` when unknown.
        properties: what else is known of it.
    """

    id: str
    point: tuple[Decimal, Decimal] | None
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Map:
    """Entries with their places.

    Attributes:
        description: what the points stand for.
    """

    description: Value
    features: tuple[Feature, ...]


@dataclass(frozen=True)
class ReportOf(Generic[WordsT_co]):
    """What a command found.

    Attributes:
        command: name of the command, for the envelope.
        data: the whole answer for programs: a result, or results by name.
        tables: the same for people.
        export: the table that csv and tsv hold; the first one if not given.
        places: draws the map of an answer that has places, when a format needs it.
        problems: what is wrong with the files that the command judged.
        entries: what it comes to in books, day by day.
        events: what is due on which day.
        charts: drawn under the tables, for people only.
        notes: sentences under the tables and charts.
        exit_code: what the answer means to a script.
        as_of: the day on which the answer depends; ``None`` if it depends on none.
        text: what stands above the tables, or instead of them, for people.
        document: a file of its own, such as a schema, which is written as it is in every format.
    """

    command: str
    data: Any
    tables: tuple[TableOf[WordsT_co], ...] = ()
    export: TableOf[WordsT_co] | None = None
    places: Callable[[], Map] | None = None
    problems: Problems | None = None
    entries: tuple[BookEntryOf[WordsT_co], ...] = ()
    events: tuple[CalendarEventOf[WordsT_co], ...] = ()
    charts: tuple[ChartOf[WordsT_co], ...] = ()
    notes: tuple[WordsT_co, ...] = ()
    exit_code: ExitCode = ExitCode.OK
    as_of: date | None = None
    text: WordsT_co | None = field(default=None, repr=False)
    document: str | None = field(default=None, repr=False)

    @property
    def main_table(self) -> TableOf[WordsT_co] | None:
        """The table that csv and tsv hold."""
        return self.export or next(iter(self.tables), None)

    @property
    def parts(self) -> frozenset[Part]:
        """What the report has, by which the formats are known that can hold it."""
        held = {
            Part.TABLE: self.main_table is not None,
            Part.PLACES: self.places is not None,
            Part.PROBLEMS: self.problems is not None,
            Part.ENTRIES: bool(self.entries),
            Part.RECEIVED: any(entry.is_instalment_received for entry in self.entries),
            Part.EVENTS: bool(self.events),
        }
        return frozenset(part for part, is_held in held.items() if is_held)


# What a command says, in values.  The classes have no slots: Python could not note of which kind of words each one is.
Worded = WordedOf[Value]
Cell: TypeAlias = CellOf[Value]
Column = ColumnOf[Value]
Bar = BarOf[Value]
Chart = ChartOf[Value]
Table = TableOf[Value]
Input = InputOf[Value]
BookEntry = BookEntryOf[Value]
CalendarEvent = CalendarEventOf[Value]
Report = ReportOf[Value]
