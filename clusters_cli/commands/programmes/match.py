"""The reports of ``clusters programmes match``."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from clusters_cli.commands.programmes.show import term_rows
from clusters_cli.commands.programmes.standings import lifetime_notes, period_of, standing_of
from clusters_cli.commands.shared.ended import MarkedNames, marked_names
from clusters_cli.commands.shared.origins import origin_cells, origin_columns
from clusters_cli.foundations.text import Joined, Listed, Text, Value, bracketed, labelled
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Report, Table
from clusters_cli.registry import Match, Matrix, MatrixCell, MatrixRow, Reason, Registry, Standing, ends_by
from clusters_cli.registry.models import Cluster, LinkBasis, Strand, Strength

_MARKS = {Strength.DIRECT: "●", Strength.RELATED: "○", Strength.POSSIBLE: "◌"}
LOST = "?"


def match_report(found: Sequence[tuple[Cluster, Sequence[Match]]], registry: Registry, day: date) -> Report:
    """Build the report of the programmes that concern clusters, seen from a day."""
    names = marked_names((cluster for cluster, _matched in found), ends_by(registry, day))
    rows = [
        _row(names[cluster.id], match, reason)
        for cluster, matched in found
        for match in matched
        for reason in match.reasons
    ]
    programmes = list(dict.fromkeys(match.programme.id for _cluster, matched in found for match in matched))
    terms = [row for name in programmes for row in term_rows(registry.programme_by_id[name])]
    columns = (
        *([Column("cluster", Text("Cluster"))] if len(found) > 1 else []),
        Column("programme", Text("Programme")),
        Column("period", Text("Period"), minor=True),
        Column("standing", Text("Standing")),
        Column("basis", Text("Link")),
        Column("why", Text("Why")),
        *origin_columns(),
    )
    term_columns = (
        Column("programme", Text("Programme")),
        Column("term", Text("Term")),
        Column("value", Text("What applies")),
        *origin_columns(),
    )
    return Report(
        command="programmes match",
        data={
            "clusters": [{"id": cluster.id, "name": cluster.name, "programmes": matched} for cluster, matched in found]
        },
        tables=(
            Table.of("programmes", columns, rows, title=Listed(tuple(names.values()))),
            Table.of("terms", term_columns, terms, title=Text("Terms that would apply")),
        ),
        export=_export(found),
        notes=tuple(_notes(rows, found)),
    )


def _row(cluster: Value, match: Match, reason: Reason) -> dict[str, Any]:
    strand = _strand_title(reason.strand) if reason.strand else ""
    return {
        "cluster": cluster,
        "programme": match.programme.id,
        "period": period_of(match.lifetime),
        "standing": standing_of(match.lifetime),
        "basis": reason.basis,
        "why": labelled(strand, reason.text) if strand and reason.text else strand or reason.text or "",
        **origin_cells(reason.origin),
    }


def _strand_title(strand: Strand) -> Value:
    return Joined((f"{strand.code})", strand.name)) if strand.code else strand.name


def _notes(rows: Sequence[Mapping[str, Any]], found: Sequence[tuple[Cluster, Sequence[Match]]]) -> Iterator[Value]:
    if any(row["basis"] == LinkBasis.LOST for row in rows):
        yield Text("Unknown (lost): the source printed these links and they cannot be read; they are not a no.")
    concerned = {match.programme.id: match for _cluster, matched in found for match in matched}
    yield from lifetime_notes((match.programme, match.lifetime) for match in concerned.values())


def _export(found: Sequence[tuple[Cluster, Sequence[Match]]]) -> Table:
    records = [
        {"cluster": cluster.id, "programme": match.programme.id, "standing": match.lifetime.standing, **record(reason)}
        for cluster, matched in found
        for match in matched
        for reason in match.reasons
    ]
    keys = ("cluster", "programme", "standing", "basis", "strand", "text", "source", "locator", "confidence", "as_of")
    return Table.keyed("programmes", keys, records)


def matrix_report(against: Matrix, registry: Registry, day: date) -> Report:
    """Build the matrix of clusters and the strands of a programme, seen from a day."""
    names = marked_names((row.cluster for row in against.rows), ends_by(registry, day))
    return Report(
        command="programmes match",
        data={"matrix": against},
        tables=(_matrix_table(against, names), _legend_table(against)),
        export=_matrix_export(against),
        notes=tuple(_matrix_notes(against)),
    )


def _heading(strand: Strand) -> str:
    return strand.code or strand.id


def _matrix_table(against: Matrix, names: MarkedNames) -> Table:
    strands = against.programme.strands
    columns = (Column("cluster", Text("Cluster")), *(Column(strand.id, _heading(strand)) for strand in strands))
    rows = tuple((names[row.cluster.id], *(_mark(cell) for cell in row.cells)) for row in against.rows)
    return Table("matrix", columns, rows, title=_title(against))


def _title(against: Matrix) -> Value:
    """Return the name of the programme, marked where it is over or not yet open."""
    name, lifetime = against.programme.name, against.lifetime
    return bracketed(name, lifetime.standing) if lifetime.standing in (Standing.ENDED, Standing.TO_COME) else name


def _mark(cell: MatrixCell) -> str | None:
    if cell.strength is not None:
        return _MARKS[cell.strength]
    return LOST if cell.lost else None


def _legend_table(against: Matrix) -> Table:
    columns = (
        Column("code", Text("Strand")),
        Column("name", Text("Title")),
        Column("direct", Text("Direct")),
        Column("related", Text("Related")),
    )
    rows = [
        {
            "code": _heading(strand),
            "name": bracketed(strand.name, strand.note) if strand.note else strand.name,
            "direct": _linked(against, index, Strength.DIRECT),
            "related": _linked(against, index, Strength.RELATED),
        }
        for index, strand in enumerate(against.programme.strands)
    ]
    return Table.of("strands", columns, rows, title=Text("Strands"))


def _linked(against: Matrix, index: int, strength: Strength) -> str:
    return ", ".join(row.cluster.name for row in against.rows if row.cells[index].strength is strength)


def _matrix_notes(against: Matrix) -> list[Value]:
    legend = Text(
        "● directly concerned, ○ by a related activity, ? printed by the source and lost, – no source says."
        " Neither ? nor – is a no."
    )
    elsewhere = [
        Text(
            "{cluster}: {text} ({source})",
            cluster=row.cluster.name,
            text=reason.text or reason.basis,
            source=reason.origin.source,
        )
        for row in against.rows
        for reason in row.elsewhere
    ]
    return [legend, *elsewhere, *lifetime_notes([(against.programme, against.lifetime)])]


def _matrix_export(against: Matrix) -> Table:
    columns = (Column("cluster", "cluster"), *(Column(one.id, one.id) for one in against.programme.strands))
    return Table("matrix", columns, tuple((row.cluster.id, *_exported(row)) for row in against.rows))


def _exported(row: MatrixRow) -> tuple[str | None, ...]:
    return tuple(cell.strength or ("lost" if cell.lost else None) for cell in row.cells)
