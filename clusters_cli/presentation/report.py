"""A report: what a command has to say, before anybody decides how it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from clusters_cli.foundations.errors import ExitCode

Cell = str | int | Decimal | date | None
"""A value of a table; ``None`` is unknown."""


class Kind(StrEnum):
    """What a column holds, which decides its alignment and how people see it."""

    TEXT = "text"
    COUNT = "count"
    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"

    @property
    def is_number(self) -> bool:
        """Whether values are aligned on their right."""
        return self in (Kind.COUNT, Kind.NUMBER, Kind.MONEY, Kind.SHARE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key for programs, its heading for people."""

    key: str
    heading: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns.

    Attributes:
        name: key of the table, for machine formats that hold several.
        title: heading for people; empty for none.
        columns: the columns.
        rows: one cell per column.
        totals: a last line for people only, never part of the data.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    totals: tuple[Cell, ...] | None = None

    @classmethod
    def of(cls, name: str, columns: Sequence[Column], records: Sequence[Mapping[str, Cell]], **more: Any) -> "Table":  # noqa: ANN401  (passed on to the fields)
        """Build a table from records, taking each column's key."""
        rows = tuple(tuple(record.get(column.key) for column in columns) for record in records)
        return cls(name, tuple(columns), rows, **more)


@dataclass(frozen=True, slots=True)
class Report:
    """What a command found.

    Attributes:
        command: name of the command, for the envelope.
        data: the whole answer for programs: mappings, sequences, strings, numbers, dates, ``None``.
        tables: the same for people.
        export: the table that csv and tsv hold; the first one if not given.
        notes: sentences under the tables.
        exit_code: what the answer means to a script.
        text: a page ready to be shown as it is, instead of tables, by commands whose answer is a text.
    """

    command: str
    data: Mapping[str, Any]
    tables: tuple[Table, ...] = ()
    export: Table | None = None
    notes: tuple[str, ...] = ()
    exit_code: ExitCode = ExitCode.OK
    text: str | None = field(default=None, repr=False)
