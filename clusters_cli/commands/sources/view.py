"""The reports of ``clusters sources``."""

from collections.abc import Iterator, Sequence

from clusters_cli.commands.shared.origins import dated
from clusters_cli.foundations.text import Text, Value, bracketed, counted
from clusters_cli.foundations.words import YesOrNo
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry import Cited, Registry, citations
from clusters_cli.registry.models import Source


def sources_report(registry: Registry) -> Report:
    """Build the list of sources."""
    cited = citations(registry)
    columns = (
        Column("id", Text("Id")),
        Column("title", Text("Title")),
        Column("kind", Text("Kind"), minor=True),
        Column("publisher", Text("Publisher"), minor=True),
        Column("date", Text("Date"), Kind.DATE),
        Column("statements", Text("Statements"), Kind.COUNT),
    )
    sources = registry.sources.sources
    rows = [{**_blank(one), "statements": sum(each.statements for each in cited[one.id])} for one in sources]
    keys = ("id", "title", "kind", "publisher", "date", "url", "language", "reference", "checked", "note", "statements")
    return Report(
        command="sources list",
        data={"sources": sources},
        tables=(Table.of("sources", columns, rows),),
        export=Table.keyed("sources", keys, rows),
        notes=tuple(_notes(registry)),
    )


def _blank(source: Source) -> dict[str, Cell]:
    """Return what is known of a source, with nothing where it needs nothing: a page may well bear no date."""
    return {name: "" if value is None else value for name, value in record(source).items()}


def _notes(registry: Registry) -> Iterator[Value]:
    if registry.reference:
        yield Text("The figures of {source} are preferred by lists and calculations.", source=registry.reference)


def source_report(source: Source, registry: Registry) -> Report:
    """Build the report of one source."""
    cited = citations(registry)[source.id]
    tables = (_fact_table(source), _cited_table(cited))
    return Report(
        command="sources show",
        data={"source": source, "cited": cited},
        text=bracketed(source.title, source.id),
        tables=tuple(table for table in tables if table.rows),
        export=_cited_table(cited),
    )


def _fact_table(source: Source) -> Table:
    facts: tuple[tuple[Value, Cell], ...] = (
        (Text("kind"), source.kind),
        (Text("publisher"), source.publisher),
        (Text("date"), dated(source.date) if source.date else None),
        (Text("address"), source.url),
        (Text("language"), source.language),
        (Text("preferred by lists and calculations"), YesOrNo.of(source.reference) if source.reference else None),
        (Text("last read"), dated(source.checked) if source.checked else None),
        (Text("note"), source.note),
    )
    columns = (Column("field", Text("Fact")), Column("value", Text("Value")))
    return Table("facts", columns, tuple((name, value) for name, value in facts if value is not None))


def _cited_table(cited: Sequence[Cited]) -> Table:
    columns = (
        Column("file", Text("File")),
        Column("section", Text("Section")),
        Column("entry", Text("Entry")),
        Column("statements", Text("Statements"), Kind.COUNT),
    )
    rows = [{**record(one), "entry": one.entry or ""} for one in cited]
    total = sum(one.statements for one in cited)
    title = counted(
        "{count} statement of the registry rests on it", "{count} statements of the registry rest on it", total
    )
    return Table.of("cited", columns, rows, title=title)
