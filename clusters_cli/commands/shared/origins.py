"""What views share of statements and their sources."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.text import Dated, Listed, Text, Value, bracketed, labelled
from clusters_cli.presentation.report import Cell, Column, Kind, Table, Worded
from clusters_cli.registry import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from clusters_cli.registry import Gap, Missing, Registry
    from clusters_cli.registry.models import Remark, Sourced, Unknown

FACTS = Text("Facts")


def named(field: str) -> Value:
    """Return what a figure, a fact or another field is called in the reader's language; else the field itself."""
    return label_of(field) or field


def missed(gap: "Gap | Missing") -> Value:
    """Return what is unknown in words; of links that were lost, those to which programme."""
    if not gap.programme:
        return named(gap.field)
    if gap.field == "programmes":
        return Text("links to {programme}", programme=gap.programme)
    return bracketed(named(gap.field), gap.programme)


def origin_columns() -> tuple[Column, ...]:
    """Return the columns that ``origin_cells`` fills."""
    return (
        Column("source", Text("Source")),
        Column("locator", Text("Where"), minor=True),
        Column("confidence", Text("Confidence"), minor=True),
    )


def origin_cells(stated: "Sourced") -> dict[str, Cell]:
    """Return where a statement comes from, for people."""
    return {
        "source": stated.source,
        "locator": where_stated(stated),
        "confidence": stated.confidence or "",
    }


def where_stated(stated: "Sourced") -> Cell:
    """Return the place in the source and the day it speaks of, or that day alone when it has no places."""
    if stated.locator:
        return bracketed(stated.locator, Dated(stated.as_of)) if stated.as_of else stated.locator
    return Worded(stated.as_of, Kind.DATE) if stated.as_of else ""


def fact_table(told: "Iterable[tuple[Value, Cell, Sourced]]", *, name: str = "facts", title: Value = FACTS) -> Table:
    """Return statements as a table.

    Args:
        told: what each is about, what is stated, and the statement.
        name: key of the table.
        title: its heading.
    """
    columns = (Column("field", Text("Fact")), Column("value", Text("Value")), *origin_columns())
    rows = [{"field": about, "value": value, **origin_cells(one)} for about, value, one in told]
    return Table.of(name, columns, rows, title=title)


def dated(date: str) -> Worded:
    """Return a year, a month or a day that is stated, as a cell."""
    return Worded(date, Kind.DATE)


def titled(name: Value, aliases: "Sequence[str]") -> Value:
    """Return the heading of an entry: what it is called, and its other names."""
    return Text("{name}, also: {names}", name=name, names=Listed(tuple(aliases))) if aliases else name


def topic_of(remark: "Remark", registry: "Registry") -> Value:
    """Return what a remark is about, in the registry's own words where it has any."""
    topic = registry.topic_by_id.get(remark.topic)
    return topic.name if topic else named(remark.topic)


def notes_on(told: "Iterable[tuple[Value, Sourced]]") -> tuple[Value, ...]:
    """Return the notes of statements, each behind what it is on and its source; a note that stands twice once.

    Args:
        told: what each statement is about, and the statement.
    """
    notes = (labelled(bracketed(about, one.source), one.note) for about, one in told if one.note)
    return tuple(dict.fromkeys(notes))


def unknown_table(unknown: "Iterable[Unknown]") -> Table:
    """Return what is unknown of an entry, and why."""
    columns = (Column("field", Text("Unknown")), Column("reason", Text("Why")), *origin_columns())
    rows = [{"field": named(one.field), "reason": one.reason, **origin_cells(one)} for one in unknown]
    return Table.of("unknown", columns, rows, title=Text("What is unknown"))
