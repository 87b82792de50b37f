"""The report of ``clusters list``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING

from clusters_cli.commands.views.places import drawn_map
from clusters_cli.foundations.messages import _, language, plural
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.report import Cell, Column, Kind, Map, Report, Table, Worded
from clusters_cli.registry.rows import OTHER_YEARS, ROW_FIELDS, ClusterRow, known_field

if TYPE_CHECKING:
    from clusters_cli.registry.models.organisations import Place

DEFAULT = ("name", "maturity", "seat", "founded", "members", "regional_companies", "budget", "regional_grant", "year")
_SUMMED = ("members", "regional_companies", "budget", "regional_grant")


def columns() -> dict[str, Column]:
    """Every column a list can have, by key."""
    known = (
        Column("id", _("Id")),
        Column("name", _("Name")),
        Column("maturity", _("Maturity")),
        Column("seat", _("Seat")),
        Column("department", _("Department")),
        Column("founded", _("Founded"), Kind.DATE, minor=True),
        Column("domain", _("Domain")),
        Column("supported", _("Supported")),
        Column("members", _("Members"), Kind.COUNT),
        Column("regional_companies", _("Regional companies"), Kind.COUNT, minor=True),
        Column("budget", _("Budget (€)"), Kind.MONEY),
        Column("regional_grant", _("Grant (€)"), Kind.MONEY),
        Column("year", _("Year"), Kind.DATE, minor=True),
        Column(OTHER_YEARS, OTHER_YEARS),
    )
    return {column.key: column for column in known}


def list_report(
    rows: Sequence[ClusterRow], shown: Sequence[str] | None, seats: "Callable[[], Mapping[str, Place | None]]"
) -> Report:
    """Build the report of a list.

    Args:
        rows: the clusters to list.
        shown: keys of the columns wanted; the usual ones if ``None``.
        seats: finds the place of each cluster's seat, by id, when a map is wanted.

    Raises:
        UsageError: a column does not exist.
    """
    for name in shown or ():
        known_field(name)
    known = columns()
    records = [asdict(row) for row in rows]
    for_people = tuple(known[name] for name in shown or DEFAULT)
    exported = tuple(known[name] for name in shown or (*ROW_FIELDS, OTHER_YEARS))
    flat = [{**record, OTHER_YEARS: _flat(row.other_years)} for record, row in zip(records, rows, strict=True)]
    people = [{**record, **_words(row), **_of_other_years(row)} for record, row in zip(records, rows, strict=True)]
    return Report(
        command="list",
        data={"clusters": records},
        tables=(Table.of("clusters", for_people, people, totals=_totals(for_people, rows)),),
        export=Table.of("clusters", exported, flat),
        places=lambda: _map(rows, seats()),
        notes=tuple(_gaps(for_people, rows)),
    )


def _map(rows: Sequence[ClusterRow], seats: "Mapping[str, Place | None]") -> Map:
    return drawn_map((row.id, seats[row.id], asdict(row)) for row in rows)


def _words(row: ClusterRow) -> dict[str, Cell]:
    supported = {True: _("yes"), False: _("no"), None: None}[row.supported]
    return {"maturity": word(row.maturity, language()) if row.maturity else None, "supported": supported}


def _of_other_years(row: ClusterRow) -> dict[str, Cell]:
    """Return the figures that are of another year than the row, with their year behind them."""
    kinds = {column.key: column.kind for column in columns().values()}
    return {
        name: Worded(getattr(row, name), Kind.NUMBER if kinds[name] is Kind.MONEY else kinds[name], after=f" ({year})")
        for name, year in row.other_years.items()
    }


def _flat(years: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {year}" for name, year in years.items())


def _totals(shown: Sequence[Column], rows: Sequence[ClusterRow]) -> tuple[Cell, ...] | None:
    if not rows:
        return None
    totals: list[Cell] = []
    for index, column in enumerate(shown):
        if column.key in _SUMMED:
            known = _known(rows, column.key)
            totals.append(sum(map(Decimal, known), Decimal()) if known else None)
        else:
            count = plural("{count} cluster", "{count} clusters", len(rows)).format(count=len(rows))
            totals.append(count if index == 0 else "")
    return tuple(totals)


def _gaps(shown: Sequence[Column], rows: Sequence[ClusterRow]) -> list[str]:
    notes = []
    for column in shown:
        missing = len(rows) - len(_known(rows, column.key))
        if column.key in _SUMMED and 0 < missing < len(rows):
            message = _("{column}: the total covers {known} of {all} clusters, the others are unknown.")
            notes.append(message.format(column=column.heading, known=len(rows) - missing, all=len(rows)))
    years = {year for row in rows for year in (row.year, *row.other_years.values()) if year is not None}
    if len(years) > 1:
        message = _("Figures are of {first} to {last}: the totals add up different years.")
        notes.append(message.format(first=min(years), last=max(years)))
    return notes


def _known(rows: Sequence[ClusterRow], name: str) -> list[int | Decimal]:
    return [value for row in rows if (value := getattr(row, name)) is not None]
