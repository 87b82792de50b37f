"""The report of ``clusters region``."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from clusters_cli.commands.region.holdings import holding_notes, holding_tables
from clusters_cli.commands.shared.law_cells import parameter_cell
from clusters_cli.commands.shared.origins import fact_table, origin_cells, origin_columns, topic_of
from clusters_cli.foundations.text import Joined, Listed, Text, Value, bracketed, labelled
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import End, Registry, domains_of, ends_by, seat, vocations_of
from clusters_cli.registry.models import Agency, DatedValue, FunderRule, Region, Sourced

_Stated = tuple[Value, Cell, Sourced]
"""What a statement is about, what it says, and who says it."""


def region_report(registry: Registry, day: date) -> Report:
    """Build the report of the frame of a registry; a registry without one is told how to get one.

    Args:
        registry: the registry.
        day: the day by which clusters are marked that were merged or dissolved, and not counted.
    """
    region, ends = registry.region, ends_by(registry, day)
    if region is None:
        text = Text(
            "The registry has no frame: no rule of a funder is applied, and only departments with clusters are known. "
            "A region.yaml with a name is one; clusters init writes it."
        )
        return _with_holdings(Report(command="region", data={"region": None}, text=text, as_of=day), registry, ends)
    agencies = (_agency(agency, registry) for agency in region.agencies)
    tables = (
        fact_table(_facts_stated(region, registry)),
        _departments(region, registry, ends),
        _rules(region),
        *agencies,
    )
    report = Report(
        command="region",
        data={"region": region},
        text=bracketed(region.name, Listed(region.aliases)) if region.aliases else region.name,
        tables=tuple(table for table in tables if table.rows),
        export=_export(region),
        notes=tuple(_notes(region)),
        as_of=day,
    )
    return _with_holdings(report, registry, ends)


def _with_holdings(report: Report, registry: Registry, ends: Mapping[str, End]) -> Report:
    """Return a report that also shows what the registry holds of the region beside its frame."""
    held = {
        "remarks": registry.clusters.remarks,
        "vocations": vocations_of(registry),
        "domains": domains_of(registry),
        "places": registry.places.places,
    }
    return replace(
        report,
        data={**report.data, **held},
        tables=(*report.tables, *holding_tables(registry, ends)),
        notes=(*report.notes, *holding_notes(registry, ends)),
    )


def _facts_stated(region: Region, registry: Registry) -> Iterator[_Stated]:
    yield from ((Text("official code"), Joined(("INSEE", one.value)), one) for one in region.insee)
    yield from ((Text("official code"), Joined(("NUTS", Listed(one.value))), one) for one in region.nuts)
    yield from ((Text("default payment scheme"), one.value, one) for one in region.default_scheme)
    yield from ((topic_of(one, registry), one.text, one) for one in region.remarks)


def _departments(region: Region, registry: Registry, ends: Mapping[str, End]) -> Table:
    present = (cluster for cluster in registry.clusters.clusters if cluster.id not in ends)
    seated = Counter(place.department for cluster in present if (place := seat(cluster, registry)))
    columns = (
        Column("number", Text("Department")),
        Column("name", Text("Name")),
        Column("clusters", Text("Clusters"), Kind.COUNT),
        *origin_columns(),
    )
    rows = [
        {"number": one.number, "name": one.name, "clusters": seated[one.number], **origin_cells(one)}
        for one in region.departments
    ]
    return Table.of("departments", columns, rows, title=Text("Departments"))


def _rules(region: Region) -> Table:
    columns = (
        Column("rule", Text("Rule")),
        Column("name", Text("Name")),
        Column("value", Text("Value")),
        Column("whose", Text("Whose")),
        Column("period", Text("In force"), minor=True),
        Column("reference", Text("Reference"), minor=True),
        Column("confidence", Text("Confidence"), minor=True),
        Column("checked", Text("Checked"), Kind.DATE, minor=True),
    )
    rows = [_rule_row(rule, value) for rule in region.rules for value in rule.values]
    return Table.of("rules", columns, rows, title=Text("Own rules, which are no law"))


def _rule_row(rule: FunderRule, value: DatedValue) -> dict[str, Cell]:
    own = {
        "rule": rule.id,
        "value": parameter_cell(rule.figure(value), rule.unit),
        "period": value.period,
        "reference": value.reference.place,
    }
    return {**record(rule), **record(value), **own}


def _agency(agency: Agency, registry: Registry) -> Table:
    name = bracketed(agency.name, Listed((agency.id, *agency.aliases)))
    stated: tuple[_Stated, ...] = (
        *((Text("role"), one.value, one) for one in agency.role),
        *((Text("chair"), one.value, one) for one in agency.chair),
        *((Text("website"), one.value, one) for one in agency.website),
        *((topic_of(one, registry), one.text, one) for one in agency.remarks),
    )
    return fact_table(stated, name=agency.id, title=name)


def _notes(region: Region) -> Iterator[Value]:
    yield from (labelled(rule.id, value.note) for rule in region.rules for value in rule.values if value.note)
    stated: list[Sourced] = [*region.insee, *region.nuts, *region.departments, *region.default_scheme, *region.remarks]
    for agency in region.agencies:
        stated += [*agency.role, *agency.chair, *agency.website, *agency.remarks]
    yield from dict.fromkeys(labelled(one.citation, one.note) for one in stated if one.note)
    addresses = [(value.reference.place, value.reference.url) for rule in region.rules for value in rule.values]
    yield from dict.fromkeys(labelled(place, url) for place, url in addresses)


def _export(region: Region) -> Table:
    stated: list[tuple[str, str, Any, Sourced]] = [
        *(("region", "insee", one.value, one) for one in region.insee),
        *(("region", "nuts", " ".join(one.value), one) for one in region.nuts),
        *(("department", one.number, one.name, one) for one in region.departments),
        *(("region", "default_scheme", one.value, one) for one in region.default_scheme),
        *(("region", "remark", one.text, one) for one in region.remarks),
    ]
    for agency in region.agencies:
        stated += [(agency.id, "role", one.value, one) for one in agency.role]
        stated += [(agency.id, "chair", one.value, one) for one in agency.chair]
        stated += [(agency.id, "website", one.value, one) for one in agency.website]
        stated += [(agency.id, "remark", one.text, one) for one in agency.remarks]
    records = [{**record(one), "of": of, "field": field, "value": value} for of, field, value, one in stated]
    records += [
        {**record(value), "of": rule.id, "field": rule.whose, "source": value.reference.title}
        for rule in region.rules
        for value in rule.values
    ]
    keys = ("of", "field", "value", "from", "to", "source", "locator", "article", "confidence", "as_of", "note")
    return Table.keyed("region", keys, records)
