"""What ``clusters region`` shows of a registry as a whole: remarks on the region, vocations, domains, places."""

from collections.abc import Iterator, Mapping, Sequence

from clusters_cli.commands.shared.ended import MarkedNames, marked, marked_names
from clusters_cli.commands.shared.origins import fact_table, notes_on, origin_cells, origin_columns, topic_of
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.text import Listed, Text, Typed, Value, bracketed, in_a_row
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Table
from clusters_cli.registry import End, Headings, Registry, domains_of, seats_of, vocations_of
from clusters_cli.registry.models import Place, Sourced


def holding_tables(registry: Registry, ends: Mapping[str, End]) -> tuple[Table, ...]:
    """Return the tables of what a registry holds beside its entries; none for what it does not hold.

    Args:
        registry: the registry.
        ends: how clusters and pôles were merged or dissolved by the day asked, by id; they are marked.
    """
    names = marked_names(registry.clusters.clusters, ends)
    remarks = ((topic_of(one, registry), one.text, one) for one in registry.clusters.remarks)
    tables = (
        fact_table(remarks, name="remarks", title=Text("What sources say of the region")),
        _heading_table("vocations", Text("Vocations of the clusters"), vocations_of(registry), names),
        _heading_table("domains", Text("Domains of the clusters"), domains_of(registry), names),
        _place_table(registry, ends),
    )
    return tuple(table for table in tables if table.rows)


def _heading_table(name: str, title: Text, headings: Headings, names: MarkedNames) -> Table:
    columns = (
        Column("id", Text("Id")),
        Column("name", Text("Name")),
        Column("clusters", Text("Clusters")),
        *origin_columns(),
    )
    rows: list[dict[str, Cell]] = [
        {
            **record(one.heading),
            "clusters": _listed(one.clusters, names) if one.clusters else None,
            **origin_cells(one.heading),
        }
        for one in headings.headings
    ]
    return Table.of(name, columns, rows, title=title)


def _listed(clusters: Sequence[Identifier], names: MarkedNames) -> Listed:
    return Listed(tuple(names[cluster] for cluster in clusters))


def _place_table(registry: Registry, ends: Mapping[str, End]) -> Table:
    columns = (
        Column("id", Text("Id")),
        Column("commune", Text("Commune")),
        Column("department", Text("Department")),
        Column("insee", Text("INSEE code")),
        Column("point", Text("Point"), minor=True),
        Column("seats", Text("Seat of")),
        *origin_columns(),
    )
    seats: dict[Identifier, list[Value]] = {}
    for name, place in seats_of(registry).items():
        if place:
            seats.setdefault(place.id, []).append(marked(name, ends.get(name)))
    rows: list[dict[str, Cell]] = [
        {
            **record(place),
            "department": _department(place),
            "point": _point(place),
            "seats": Listed(tuple(seats.get(place.id, ()))),
            **origin_cells(place),
        }
        for place in registry.places.places
    ]
    return Table.of("places", columns, rows, title=Text("Communes of the seats"))


def _department(place: Place) -> Value | None:
    if place.department and place.department_name:
        return bracketed(place.department_name, place.department)
    return place.department_name or place.department


def _point(place: Place) -> Value | None:
    """Return longitude and latitude, as maps write them."""
    if place.longitude is None or place.latitude is None:
        return None
    return in_a_row((Typed(str(place.longitude)), Typed(str(place.latitude))))


def holding_notes(registry: Registry, ends: Mapping[str, End]) -> Iterator[Value]:
    """Yield what must be said of the tables: which clusters have no known vocation, and the notes of statements."""
    unknown = vocations_of(registry).unknown
    if registry.clusters.vocations and len(unknown) == len(registry.clusters.clusters):
        yield Text("No source says which clusters have which vocation.")
    elif registry.clusters.vocations and unknown:
        yield Text(
            "No source says which vocations they have: {clusters}.",
            clusters=_listed(unknown, marked_names(registry.clusters.clusters, ends)),
        )
    yield from notes_on(_statements(registry))


def _statements(registry: Registry) -> Iterator[tuple[Value, Sourced]]:
    known = registry.clusters
    yield from ((topic_of(one, registry), one) for one in known.remarks)
    yield from ((one.name, one) for one in known.vocations)
    yield from ((one.name, one) for one in known.domains)
    yield from ((one.commune, one) for one in registry.places.places)
