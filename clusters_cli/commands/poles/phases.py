"""The report of ``clusters poles phases``."""

from collections.abc import Iterator, Sequence
from typing import Any

from clusters_cli.commands.shared.origins import dated, named, notes_on, origin_cells, origin_columns, topic_of
from clusters_cli.foundations.text import Text, Value, bracketed, period
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import HELD, Cell, Column, Kind, Report, Table, Worded
from clusters_cli.registry import Registry
from clusters_cli.registry.models import Phase, Sourced

_Told = tuple[Value, Cell, Sourced]
"""What a statement is about, what it says, and the statement."""


def phases_report(phases: Sequence[Phase], registry: Registry) -> Report:
    """Build the report of phases of the policy of pôles, statement by statement."""
    tables = (_count_table(phases), _statement_table(phases, registry), _unknown_table(phases))
    return Report(
        command="poles phases",
        data={"phases": phases},
        text=bracketed(phases[0].name, phases[0].id) if len(phases) == 1 else None,
        tables=tuple(table for table in tables if table.rows) or tables[:1],
        export=_export(phases),
        notes=tuple(note for phase in phases for note in notes_on(_noted(phase, registry))),
    )


def _export(phases: Sequence[Phase]) -> Table:
    """Return what is stated of phases, a statement a row, each fact in a column of its own."""
    records = [{**row, "phase": phase.id} for phase in phases for row in _records(phase)]
    keys = (
        *("phase", "field", "of", "value", "from", "to", "date"),
        *("source", "locator", "confidence", "as_of", "note"),
    )
    return Table.keyed("statements", keys, records)


def _records(phase: Phase) -> Iterator[dict[str, Any]]:
    yield from ({**record(one), "field": "poles", "of": one.what, "value": one.poles} for one in phase.counts)
    yield from ({**record(one), "field": "period", "from": one.start, "to": one.end} for one in phase.period)
    yield from ({**record(one), "field": "announced", "date": one.value, "value": None} for one in phase.announced)
    yield from ({**record(one), "field": "yearly_funding"} for one in phase.yearly_funding)
    yield from ({**record(one), "field": "next_call"} for one in phase.next_call)
    yield from ({**record(one), "field": "remark", "of": one.topic, "value": one.text} for one in phase.remarks)
    yield from ({**record(one), "field": "unknown", "of": one.field, "value": one.reason} for one in phase.unknown)


def _count_table(phases: Sequence[Phase]) -> Table:
    columns = (
        Column("phase", Text("Phase")),
        Column("poles", Text("Pôles"), Kind.COUNT),
        Column("what", Text("Which")),
        Column("date", Text("Date given"), Kind.DATE),
        *origin_columns(),
    )
    rows: list[dict[str, Cell]] = [
        {**record(one), "phase": phase.name, "what": one.what or "", "date": one.date or "", **origin_cells(one)}
        for phase in phases
        for one in phase.counts
    ]
    return Table.of("counts", columns, rows, title=Text("Pôles, as each source counts them"))


def _statement_table(phases: Sequence[Phase], registry: Registry) -> Table:
    columns = (
        Column("phase", Text("Phase")),
        Column("field", Text("Fact")),
        Column("value", Text("Value")),
        *origin_columns(),
    )
    rows = [
        {"phase": phase.name, "field": about, "value": value, **origin_cells(one)}
        for phase in phases
        for about, value, one in _statements(phase, registry)
    ]
    return Table.of("statements", columns, rows, title=Text("What sources tell of them"))


def _statements(phase: Phase, registry: Registry) -> Iterator[_Told]:
    yield from ((Text("period"), period(one.start, one.end), one) for one in phase.period)
    yield from ((Text("announcement"), dated(one.value), one) for one in phase.announced)
    yield from _fundings(phase)
    yield from ((Text("next call"), one.value, one) for one in phase.next_call)
    yield from ((topic_of(one, registry), one.text, one) for one in phase.remarks)


def _fundings(phase: Phase) -> Iterator[_Told]:
    """Yield the money of each year with its note behind it: some are of a bill, which is no law."""
    for one in phase.yearly_funding:
        within = bracketed(HELD, one.note) if one.note else HELD
        yield named("yearly_funding"), Worded(one.value, Kind.MONEY, within), one


def _noted(phase: Phase, registry: Registry) -> Iterator[tuple[Value, Sourced]]:
    stated: tuple[Sourced, ...] = (*phase.counts, *phase.period, *phase.announced, *phase.next_call)
    yield from ((phase.name, one) for one in (*stated, *phase.unknown))
    yield from ((topic_of(one, registry), one) for one in phase.remarks)


def _unknown_table(phases: Sequence[Phase]) -> Table:
    columns = (
        Column("phase", Text("Phase")),
        Column("field", Text("Unknown")),
        Column("reason", Text("Why")),
        *origin_columns(),
    )
    rows: list[dict[str, Cell]] = [
        {"phase": phase.name, "field": named(one.field), "reason": one.reason, **origin_cells(one)}
        for phase in phases
        for one in phase.unknown
    ]
    return Table.of("unknown", columns, rows, title=Text("What is unknown"))
