"""The reports of ``clusters legal``."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from clusters_cli.commands.shared.law_cells import parameter_cell
from clusters_cli.commands.shared.law_notes import with_replacements
from clusters_cli.eligibility import InForceOn, Law
from clusters_cli.foundations.text import Locator, Text, Value, bracketed, labelled
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import Layer, find_law_entry
from clusters_cli.registry.models import AidRegime, DatedValue, InForce, Parameter


def law_report(law: Law, day: date) -> Report:
    """Build the list of what is in force on a day."""
    parameters = [law.on(name, day) for name in law.parameters]
    regimes = [regime for regime in law.regimes.entries if regime.holds_on(day)]
    columns = (
        Column("id", Text("Id")),
        Column("name", Text("Name")),
        Column("value", Text("Value")),
        Column("period", Text("In force")),
        Column("layer", Text("Comes from"), minor=True),
    )
    rows: list[dict[str, Cell]] = [
        {
            "id": one.parameter.id,
            "name": one.parameter.name,
            "value": parameter_cell(one.value, one.parameter.unit),
            "period": one.dated.period if one.dated else None,
            "layer": one.layer,
        }
        for one in parameters
    ]
    report = Report(
        command="legal list",
        data={"parameters": parameters, "regimes": regimes},
        tables=(Table.of("parameters", columns, rows, title=Text("Parameters")), _regime_table(regimes, law)),
        export=_export([*(_in_force(one) for one in parameters), *(_regime(one, law) for one in regimes)]),
        as_of=day,
    )
    return with_replacements(report, law.replacements)


def _regime_table(regimes: Sequence[AidRegime], law: Law) -> Table:
    columns = (
        Column("number", Text("Aid regime")),
        Column("name", Text("Name")),
        Column("kind", Text("Kind")),
        Column("period", Text("In force")),
        Column("layer", Text("Comes from"), minor=True),
    )
    rows: list[dict[str, Any]] = [
        {**record(one), "period": one.period, "layer": law.regimes.layers[one.id]} for one in regimes
    ]
    return Table.of("regimes", columns, rows, title=Text("Aid regimes"))


def entry_report(law: Law, wanted: str) -> Report:
    """Build the report of one parameter or aid regime.

    Raises:
        UsageError: there is none of this name; the nearest are named.
    """
    entry = find_law_entry(law.known, law.regimes, wanted)
    if isinstance(entry, Parameter):
        values: list[tuple[Cell, InForce]] = [
            (parameter_cell(entry.figure(one), entry.unit), one) for one in entry.values
        ]
        facts: list[tuple[Value, Cell]] = [(Text("unit"), entry.unit), (Text("comes from"), law.known.layers[entry.id])]
        exported = [_dated(entry, one, law.known.layers[entry.id]) for one in entry.values]
        replaced = law.known.among([entry.id])
    else:
        values = [(entry.number, entry)]
        facts = [(Text("kind"), entry.kind), (Text("comes from"), law.regimes.layers[entry.id])]
        facts += [(Text("rests on"), entry.rests_on)] if entry.rests_on else []
        exported = [_regime(entry, law)]
        replaced = law.regimes.among([entry.id])
    report = Report(
        command="legal show",
        data={"parameter" if isinstance(entry, Parameter) else "regime": entry},
        text=bracketed(entry.name, entry.id),
        tables=(_fact_table(facts), _value_table(values)),
        export=_export(exported),
        notes=tuple(_notes(values)),
    )
    return with_replacements(report, replaced)


def _export(records: Sequence[dict[str, Any]]) -> Table:
    """Return values and regimes one a row, each fact in a column of its own."""
    keys = (
        *("entry", "id", "name", "kind", "number", "rests_on", "value", "unit", "from", "to"),
        *("reference", "article", "url", "confidence", "checked", "note", "layer"),
    )
    return Table.keyed("law", keys, records)


def _in_force(one: InForceOn) -> dict[str, Any]:
    """Return a parameter as it stands on a day; where no value is in force, all that is known is what it is."""
    known = record(one.dated) if one.dated else {}
    return {**known, **record(one.parameter), "entry": "parameter", "value": one.value, "layer": one.layer}


def _dated(parameter: Parameter, one: DatedValue, layer: Layer) -> dict[str, Any]:
    known = {**record(one), **record(parameter)}
    return {**known, "entry": "parameter", "value": parameter.figure(one), "layer": layer}


def _regime(regime: AidRegime, law: Law) -> dict[str, Any]:
    return {**record(regime), "entry": "regime", "layer": law.regimes.layers[regime.id]}


def _fact_table(facts: Sequence[tuple[Value, Cell]]) -> Table:
    return Table("facts", (Column("field", Text("Fact")), Column("value", Text("Value"))), tuple(facts))


def _value_table(values: Sequence[tuple[Cell, InForce]]) -> Table:
    columns = (
        Column("value", Text("Value")),
        Column("period", Text("In force")),
        Column("title", Text("Reference")),
        Column("article", Text("Article")),
        Column("confidence", Text("Confidence")),
        Column("checked", Text("Checked"), Kind.DATE),
        Column("url", Text("Address")),
    )
    rows: list[dict[str, Cell]] = [
        {
            **record(one),
            "value": value,
            "period": one.period,
            "title": Locator(one.reference.title),
            "article": Locator(one.reference.article or ""),
        }
        for value, one in values
    ]
    return Table.of("values", columns, rows, title=Text("Over time"))


def _notes(values: Sequence[tuple[Cell, InForce]]) -> Iterator[Value]:
    yield from (labelled(one.period, one.note) for _value, one in values if one.note)
