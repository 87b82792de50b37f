"""The report of ``clusters list``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

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
) -> Report:
    """Build the report of a list.

    Args:
        rows: the clusters to list.
        shown: keys of the columns wanted; the usual ones if ``None``.
        names: what people call the entries whose ids a column holds, by id, for each such column.
        seats: finds the place of each cluster's seat, by id, when a map is wanted.

    Raises:
        UsageError: a column does not exist.
    """
    for name in shown or ():
        known_column(name)
    known = columns()
    for_people = tuple(known[name] for name in shown or (column.name for column in COLUMNS if column.usual))
    exported = tuple(known[name] for name in shown) if shown else (*known.values(), Column(OTHER_YEARS, OTHER_YEARS))
    flat = [{**row.values, OTHER_YEARS: _flat(row.other_years)} for row in rows]
    return Report(
        command="list",
        data={"clusters": [_record(row) for row in rows]},
        tables=(
            Table.of("clusters", for_people, [_cells(row, names) for row in rows], totals=_totals(for_people, rows)),
        ),
        export=Table.of("clusters", exported, flat),
        places=lambda: _map(rows, seats()),
        notes=tuple(_gaps(for_people, rows)),
    )


def _map(rows: Sequence[ClusterRow], seats: "Mapping[str, Place | None]") -> Map:
    return drawn_map((row.id, seats[row.id], _record(row)) for row in rows)


def _record(row: ClusterRow) -> dict[str, Any]:
    return {**row.values, OTHER_YEARS: row.other_years}


def _cells(row: ClusterRow, names: Mapping[str, Mapping[str, Value]]) -> dict[str, Cell]:
    """Return a line as people read it: words for values and ids, its year behind a figure that is of another one."""
    cells = {column.name: _cell(row[column.name]) for column in COLUMNS}
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


def _flat(years: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {year}" for name, year in years.items())


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
