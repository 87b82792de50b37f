"""The report of ``clusters list``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from clusters_cli.commands.shared.ended import end_fields, left_out, marked
from clusters_cli.commands.shared.places import drawn_map
from clusters_cli.foundations.text import Text, Value, counted
from clusters_cli.foundations.words import YesOrNo
from clusters_cli.presentation.report import HELD, Cell, Column, Kind, Map, Report, Table, Worded
from clusters_cli.registry import (
    COLUMN_BY_NAME,
    COLUMNS,
    OTHER_YEARS,
    ClusterRow,
    ColumnKind,
    ColumnValue,
    known_column,
)

if TYPE_CHECKING:
    from clusters_cli.registry.models import Place

_KINDS = {
    ColumnKind.YEAR: Kind.DATE,
    ColumnKind.COUNT: Kind.COUNT,
    ColumnKind.NUMBER: Kind.NUMBER,
    ColumnKind.AMOUNT: Kind.MONEY,
}


_BESIDE = tuple(Column(key, key) for key in (OTHER_YEARS, "ended", "ended_on", "successors"))
"""What programs get of a cluster beside the columns of a list."""


def columns() -> dict[str, Column]:
    """Every column a list can have, by key."""
    return {
        column.name: Column(column.name, column.heading, _KINDS.get(column.holds, Kind.TEXT), column.minor)
        for column in COLUMNS
    }


def list_report(
    rows: Sequence[ClusterRow],
    shown: Sequence[str] | None,
    names: Mapping[str, Mapping[str, Value]],
    seats: "Callable[[], Mapping[str, Place | None]]",
    day: date,
    *,
    with_ended: bool,
) -> Report:
    """Build the report of a list.

    Args:
        rows: the clusters to list.
        shown: keys of the columns wanted; the usual ones if ``None``.
        names: what people call the entries whose ids a column holds, by id, for each such column.
        seats: finds the place of each cluster's seat, by id, when a map is wanted.
        day: the day asked.
        with_ended: whether totals count the clusters that were merged or dissolved by then.

    Raises:
        UsageError: a column does not exist.
    """
    for name in shown or ():
        known_column(name)
    known = columns()
    for_people = tuple(known[name] for name in shown or (column.name for column in COLUMNS if column.usual))
    exported = tuple(known[name] for name in shown) if shown else (*known.values(), *_BESIDE)
    flat = [_flat(_record(row, day)) for row in rows]
    added = [row for row in rows if with_ended or row.end_on(day) is None]
    return Report(
        command="list",
        data={"clusters": [_record(row, day) for row in rows]},
        tables=(_table(rows, for_people, names, day, _totals(for_people, added)),),
        export=Table.of("clusters", exported, flat),
        places=lambda: _map(rows, seats(), day),
        notes=(*_gaps(for_people, added), *left_out([str(row["name"]) for row in rows if row not in added])),
        as_of=day,
    )


def _table(
    rows: Sequence[ClusterRow],
    shown: Sequence[Column],
    names: Mapping[str, Mapping[str, Value]],
    day: date,
    totals: tuple[Cell, ...] | None,
) -> Table:
    return Table.of("clusters", shown, [_cells(row, names, day) for row in rows], totals=totals)


def _map(rows: Sequence[ClusterRow], seats: "Mapping[str, Place | None]", day: date) -> Map:
    return drawn_map((row.id, seats[row.id], _record(row, day)) for row in rows)


def _record(row: ClusterRow, day: date) -> dict[str, Any]:
    return {**row.values, OTHER_YEARS: row.other_years, **end_fields(row.end_on(day))}


def _cells(row: ClusterRow, names: Mapping[str, Mapping[str, Value]], day: date) -> dict[str, Cell]:
    """Return a line as people read it: words for values and ids, its year behind a figure that is of another one."""
    cells = {column.name: _cell(row[column.name]) for column in COLUMNS}
    cells["name"] = marked(str(row["name"]), row.end_on(day))
    named = {column: known.get(str(row[column]), row[column]) for column, known in names.items()}
    return {**cells, **named, **{name: _of_year(row[name], name, year) for name, year in row.other_years.items()}}


def _cell(value: ColumnValue) -> Cell:
    if isinstance(value, bool):
        return YesOrNo.of(value)
    return value


def _of_year(value: ColumnValue, name: str, year: int) -> Cell:
    kind = _KINDS[COLUMN_BY_NAME[name].holds]
    if value is None:
        return None
    return Worded(value, Kind.NUMBER if kind is Kind.MONEY else kind, Text("{value} ({year})", value=HELD, year=year))


def _flat(known: Mapping[str, Any]) -> dict[str, Any]:
    """Return a line with what it holds several of in one cell."""
    years = ", ".join(f"{name} {year}" for name, year in known[OTHER_YEARS].items())
    return {**known, OTHER_YEARS: years, "successors": "; ".join(known["successors"] or ())}


def _totals(shown: Sequence[Column], rows: Sequence[ClusterRow]) -> tuple[Cell, ...] | None:
    if not rows:
        return None
    totals: list[Cell] = []
    for index, column in enumerate(shown):
        if COLUMN_BY_NAME[column.key].summed:
            known = _known(rows, column.key)
            totals.append(sum(map(Decimal, known), Decimal()) if known else None)
        else:
            count = counted("{count} cluster", "{count} clusters", len(rows))
            totals.append(count if index == 0 else "")
    return tuple(totals)


def _gaps(shown: Sequence[Column], rows: Sequence[ClusterRow]) -> Iterator[Text]:
    for column in shown:
        missing = len(rows) - len(_known(rows, column.key))
        if COLUMN_BY_NAME[column.key].summed and 0 < missing < len(rows):
            yield Text(
                "{column}: the total covers {known} of {all} clusters, the others are unknown.",
                column=column.heading,
                known=len(rows) - missing,
                all=len(rows),
            )
    summed = [column.key for column in shown if COLUMN_BY_NAME[column.key].summed]
    years = {year for row in rows for name in summed if isinstance(year := row.year_of(name), int)}
    if len(years) > 1:
        first, last = min(years), max(years)
        yield Text("Figures are of {first} to {last}: the totals add up different years.", first=first, last=last)


def _known(rows: Sequence[ClusterRow], name: str) -> list[int | Decimal]:
    return [value for row in rows if isinstance(value := row[name], (int, Decimal))]
