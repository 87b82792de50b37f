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
from typing import Any, Generic, TypeAlias, TypeVar

from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.text import Value
from clusters_cli.presentation.report_parts import Part
from clusters_cli.presentation.worded_problems import Problems

WordsT_co = TypeVar("WordsT_co", covariant=True)
"""What the words of a report are: values before it is worded, strings afterwards."""


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


CellOf: TypeAlias = WordsT_co | int | Decimal | Fraction | date | WordedOf[WordsT_co] | None
"""A value of a table; ``None`` is unknown."""


@dataclass(frozen=True)
class ColumnOf(Generic[WordsT_co]):
    """A column.

    Attributes:
        key: its name for programs.
        heading: its name for people.
        kind: what it holds.
        minor: whether a terminal too narrow for the table may leave it out, and say so.
    """

    key: str
    heading: WordsT_co
    kind: Kind = Kind.TEXT
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """A column whose value is that of the row above, plus some columns, minus others: a formula in a workbook.

    Attributes:
        column: key of the column.
        plus: keys of what is added.
        minus: keys of what is taken off.
        opening: what stands above the first row.
    """

    column: str
    plus: tuple[str, ...]
    minus: tuple[str, ...]
    opening: Decimal = Decimal()


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
        running: columns that a workbook computes from row to row.
        plotted: keys of the columns that a workbook draws against the first one.
    """

    name: str
    columns: tuple[ColumnOf[WordsT_co], ...]
    rows: tuple[tuple[CellOf[WordsT_co], ...], ...]
    title: WordsT_co | str = ""
    totals: tuple[CellOf[WordsT_co], ...] | None = None
    running: tuple[Running, ...] = ()
    plotted: tuple[str, ...] = ()

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
        rows = tuple(tuple(row[index] for index in kept) for row in self.rows)
        totals = tuple(self.totals[index] for index in kept) if self.totals is not None else None
        return replace(self, columns=tuple(self.columns[index] for index in kept), rows=rows, totals=totals)


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
        held = {Part.TABLE: self.main_table, Part.PLACES: self.places, Part.PROBLEMS: self.problems}
        return frozenset(part for part, value in held.items() if value is not None)


# What a command says, in values.  The classes have no slots: Python could not note of which kind of words each one is.
Worded = WordedOf[Value]
Cell: TypeAlias = CellOf[Value]
Column = ColumnOf[Value]
Bar = BarOf[Value]
Chart = ChartOf[Value]
Table = TableOf[Value]
Report = ReportOf[Value]
