"""A report: what a command has to say, before anybody decides how it is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from clusters_cli.foundations.errors import ExitCode
from clusters_cli.presentation.parts import Part
from clusters_cli.presentation.problems import Problems


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


@dataclass(frozen=True, slots=True)
class Worded:
    """A value that stands among words, or in a column of many kinds: it says itself what it is.

    Attributes:
        value: the value, which a workbook holds as such.
        kind: what it is; money brings its own currency.
        before: words before it, such as a sign.
        after: words behind it, such as the year it is of.
    """

    value: int | Decimal | Fraction | date | str
    kind: Kind
    before: str = ""
    after: str = ""


Cell = str | int | Decimal | Fraction | date | Worded | None
"""A value of a table; ``None`` is unknown."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        key: its name for programs.
        heading: its name for people.
        kind: what it holds.
        minor: whether a terminal too narrow for the table may leave it out, and say so.
    """

    key: str
    heading: str
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


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart.

    Attributes:
        label: what it is about, such as a month.
        value: its length; below zero it points the other way.
        reach: how far the value went in between; ``None`` if no further.
        note: a word at its end, such as *peak*.
    """

    label: str
    value: Decimal
    reach: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a title, all on one scale; amounts in euros."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Table:
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
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    totals: tuple[Cell, ...] | None = None
    running: tuple[Running, ...] = ()
    plotted: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, columns: Sequence[Column], records: Sequence[Mapping[str, Cell]], **more: Any) -> "Table":  # noqa: ANN401  (passed on to the fields)
        """Build a table from records, taking each column's key."""
        rows = tuple(tuple(record.get(column.key) for column in columns) for record in records)
        return cls(name, tuple(columns), rows, **more)

    def only(self, columns: Sequence[Column]) -> "Table":
        """Return the table with some of its columns."""
        kept = [index for index, column in enumerate(self.columns) if column in columns]
        rows = tuple(tuple(row[index] for index in kept) for row in self.rows)
        totals = tuple(self.totals[index] for index in kept) if self.totals is not None else None
        return replace(self, columns=tuple(columns), rows=rows, totals=totals)


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

    description: str
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Report:
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
    tables: tuple[Table, ...] = ()
    export: Table | None = None
    places: Callable[[], Map] | None = None
    problems: Problems | None = None
    charts: tuple[Chart, ...] = ()
    notes: tuple[str, ...] = ()
    exit_code: ExitCode = ExitCode.OK
    as_of: date | None = None
    text: str | None = field(default=None, repr=False)
    document: str | None = field(default=None, repr=False)

    @property
    def main_table(self) -> Table | None:
        """The table that csv and tsv hold."""
        return self.export or next(iter(self.tables), None)

    @property
    def parts(self) -> frozenset[Part]:
        """What the report has, by which the formats are known that can hold it."""
        held = {Part.TABLE: self.main_table, Part.PLACES: self.places, Part.PROBLEMS: self.problems}
        return frozenset(part for part, value in held.items() if value is not None)
