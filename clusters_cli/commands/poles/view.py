"""The report of ``clusters poles list``."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from clusters_cli.commands.poles.labels import label_cell, label_notes
from clusters_cli.commands.shared.ended import left_out, marked
from clusters_cli.commands.shared.places import drawn_map
from clusters_cli.foundations.text import Joined, Listed, Text, Value, period
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import PoleRow, Registry, listed_poles, seats_of
from clusters_cli.registry.models import Phase

_EXPORTED = (
    *("id", "name", "seat", "department", "regions"),
    *("ended", "ended_on", "successors"),
    *("label", "label_date", "label_phase", "label_standing", "label_until"),
    *("supported", "regional_grant", "state_grant", "year"),
)


def poles_report(registry: Registry, day: date, *, with_ended: bool) -> Report:
    """Build the report of the pôles, seen from a day, and of the phases of the policy.

    Args:
        registry: where they stand.
        day: the day asked.
        with_ended: whether totals count those that were merged or dissolved.
    """
    rows, phases, seats = listed_poles(registry, day), registry.poles.phases, seats_of(registry)
    added = [row for row in rows if with_ended or row.end is None]
    return Report(
        command="poles list",
        data={"poles": rows, "phases": phases},
        tables=(_pole_table(rows, added), *([_phase_table(phases)] if phases else [])),
        export=_export(rows),
        places=lambda: drawn_map((row.id, seats[row.id], record(row)) for row in rows),
        notes=(
            *label_notes({row.name: row.label for row in rows}, phases),
            *_notes(added),
            *left_out([row.name for row in rows if row not in added]),
        ),
        as_of=day,
    )


def _pole_table(rows: Sequence[PoleRow], added: Sequence[PoleRow]) -> Table:
    columns = (
        Column("name", Text("Name")),
        Column("seat", Text("Seat")),
        Column("regions", Text("Regions"), Kind.COUNT, minor=True),
        Column("regional_grant", Text("Région (€)"), Kind.MONEY),
        Column("state_grant", Text("State (€)"), Kind.MONEY),
        Column("year", Text("Year"), Kind.DATE),
        Column("label", Text("Label")),
        Column("label_date", Text("Decided"), Kind.DATE, minor=True),
        Column("label_until", Text("Until"), Kind.DATE),
    )
    records = [
        {
            **record(row),
            "name": marked(row.name, row.end),
            "regions": len(row.regions) or None,
            "label": label_cell(row.label),
        }
        for row in rows
    ]
    return Table.of("poles", columns, records, title=Text("Pôles"), totals=_totals(columns, added))


def _totals(columns: Sequence[Column], rows: Sequence[PoleRow]) -> tuple[Cell, ...] | None:
    totals = {name: _total(rows, name) for name in ("regional_grant", "state_grant")}
    return tuple(totals.get(column.key, "") for column in columns) if rows else None


def _total(rows: Sequence[PoleRow], name: str) -> Decimal | None:
    """Add up what is known; of nothing known the total is unknown too."""
    known = [value for row in rows if (value := getattr(row, name)) is not None]
    return sum(known, Decimal()) if known else None


def _notes(rows: Sequence[PoleRow]) -> list[Value]:
    unknown = [row.name for row in rows if row.regional_grant is None or row.state_grant is None]
    if not unknown:
        return []
    return [Text("The totals leave out those whose grant no source gives: {names}.", names=Listed(tuple(unknown)))]


def _phase_table(phases: Sequence[Phase]) -> Table:
    columns = (
        Column("phase", Text("Phase")),
        Column("period", Text("Period")),
        Column("poles", Text("Pôles"), Kind.COUNT),
        Column("what", Text("Which")),
        Column("date", Text("Date given"), Kind.DATE),
        Column("source", Text("Source")),
        Column("confidence", Text("Confidence"), minor=True),
    )
    rows = [row for phase in phases for row in _phase_rows(phase)]
    return Table.of("phases", columns, rows, title=Text("Phases of the policy, as each source counts them"))


def _phase_rows(phase: Phase) -> list[dict[str, Any]]:
    name = phase.name
    periods = tuple(period(*bounds) for bounds in dict.fromkeys((one.start, one.end) for one in phase.period))
    head = {"phase": name, "period": Joined(periods, " / ") if periods else None}
    if not phase.counts:
        return [{**head, "poles": None, "what": "", "date": "", "source": "", "confidence": ""}]
    return [
        {
            **record(count),
            **(head if not index else {"phase": name, "period": ""}),
            "what": count.what or "",
            "date": count.date or "",
            "confidence": count.confidence or "",
        }
        for index, count in enumerate(phase.counts)
    ]


def _export(rows: Sequence[PoleRow]) -> Table:
    records = [
        {**known, **{name: "; ".join(known[name] or ()) for name in ("regions", "successors")}}
        for known in map(record, rows)
    ]
    return Table.keyed("poles", _EXPORTED, records)
