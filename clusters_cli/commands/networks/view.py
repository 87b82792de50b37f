"""The reports of ``clusters networks``."""

from collections.abc import Iterator, Sequence
from typing import Any

from clusters_cli.commands.shared.origins import (
    dated,
    fact_table,
    named,
    notes_on,
    origin_cells,
    origin_columns,
    titled,
    topic_of,
    unknown_table,
)
from clusters_cli.foundations.text import Dated, Joined, Text, Value, bracketed
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import Registry
from clusters_cli.registry.models import Network, Sourced


def networks_report(registry: Registry) -> Report:
    """Build the list of networks, and of their members by region."""
    networks = registry.networks.networks
    return Report(
        command="networks list",
        data={"networks": networks},
        tables=(_network_table(networks), *(_region_table(one, short=True) for one in networks if one.regions)),
        export=_export(networks),
    )


def _network_table(networks: Sequence[Network]) -> Table:
    columns = (
        Column("id", Text("Id")),
        Column("name", Text("Name")),
        Column("founded", Text("Founded")),
        Column("counts", Text("Counts"), Kind.COUNT),
        Column("regions", Text("Regions"), Kind.COUNT),
    )
    rows = [
        {
            **record(one),
            "founded": _founded(one),
            "counts": len(one.counts) or None,
            "regions": len(one.regions) or None,
        }
        for one in networks
    ]
    return Table.of("networks", columns, rows)


def _founded(network: Network) -> Cell:
    """Return when a network was founded; of sources that disagree, what each says."""
    if len(network.founded) == 1:
        return dated(network.founded[0].value)
    return Joined(tuple(Dated(stated.value) for stated in network.founded), " / ") if network.founded else None


def _region_table(network: Network, *, short: bool = False) -> Table:
    """Return the members by region, the most first; a region's rank is that among those that the source names."""
    columns = (
        Column("rank", Text("Rank"), Kind.COUNT),
        Column("region", Text("Region")),
        Column("members", Text("Members"), Kind.COUNT),
        *(() if short else origin_columns()),
    )
    counted = [one.members for one in network.regions]
    rows: list[dict[str, Cell]] = [
        {**record(one), **origin_cells(one), "rank": 1 + sum(other > one.members for other in counted)}
        for one in sorted(network.regions, key=lambda one: -one.members)
    ]
    title = Text("Members of {network} by region", network=network.name)
    total = ("", "", sum(counted), *(() if short else ("", "", "")))
    return Table.of("regions", columns, rows, title=title, totals=total if rows else None)


def network_report(network: Network, registry: Registry) -> Report:
    """Build the report of one network."""
    tables = (
        fact_table(_facts(network, registry)),
        _count_table(network),
        _region_table(network),
        unknown_table(network.unknown),
    )
    return Report(
        command="networks show",
        data={"network": network},
        text=titled(bracketed(network.name, network.id), network.aliases),
        tables=tuple(table for table in tables if table.rows),
        export=_export([network]),
        notes=notes_on(_statements(network, registry)),
    )


def _facts(network: Network, registry: Registry) -> Iterator[tuple[Value, Cell, Sourced]]:
    yield from ((Text("founded"), dated(one.value), one) for one in network.founded)
    yield from ((Text("website"), one.value, one) for one in network.website)
    yield from ((topic_of(one, registry), one.text, one) for one in network.remarks)


def _count_table(network: Network) -> Table:
    columns = (
        Column("what", Text("What is counted")),
        Column("count", Text("Count"), Kind.COUNT),
        Column("year", Text("Year"), Kind.DATE),
        *origin_columns(),
    )
    rows: list[dict[str, Cell]] = [
        {**record(one), "year": one.year or "", **origin_cells(one)} for one in network.counts
    ]
    return Table.of("counts", columns, rows, title=Text("What sources count"))


def _statements(network: Network, registry: Registry) -> Iterator[tuple[Value, Sourced]]:
    yield from ((about, one) for about, _value, one in _facts(network, registry))
    yield from ((one.what, one) for one in network.counts)
    yield from ((one.region, one) for one in network.regions)
    yield from ((named(one.field), one) for one in network.unknown)


def _export(networks: Sequence[Network]) -> Table:
    records: list[dict[str, Any]] = [
        row
        for network in networks
        for row in (
            *({**record(one), "field": "founded", "year": one.value, "value": None} for one in network.founded),
            *({**record(one), "field": "count", "of": one.what, "value": one.count} for one in network.counts),
            *({**record(one), "field": "members", "of": one.region, "value": one.members} for one in network.regions),
        )
    ]
    keys = ("field", "of", "year", "value", "source", "locator", "confidence", "as_of", "note")
    return Table.keyed("statements", keys, records)
