"""What views share of statements and their sources."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.text import Text, Value
from clusters_cli.presentation.report import Cell, Column, Kind, Worded
from clusters_cli.registry import label_of

if TYPE_CHECKING:
    from clusters_cli.registry import Gap, Missing
    from clusters_cli.registry.models import Sourced


def named(field: str) -> Value:
    """Return what a figure, a fact or another field is called in the reader's language; else the field itself."""
    return label_of(field) or field


def missed(gap: "Gap | Missing") -> Value:
    """Return what is unknown in words; of links that were lost, those to which programme."""
    return Text("links to {programme}", programme=gap.programme) if gap.programme else named(gap.field)


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
    """Return the place in the source, or the day of the page when it has no places."""
    if stated.locator:
        return stated.locator
    return Worded(stated.as_of, Kind.DATE) if stated.as_of else ""
