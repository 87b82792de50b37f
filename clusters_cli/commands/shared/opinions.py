"""Who is for something and who is against it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clusters_cli.commands.shared.origins import origin_cells, origin_columns
from clusters_cli.foundations.text import Text, Value
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Table

if TYPE_CHECKING:
    from clusters_cli.registry.models import Opinion


def opinion_table(opinions: "Iterable[tuple[Value, Opinion]]") -> Table:
    """Return opinions, each with what it is on."""
    columns = (
        Column("on", Text("On what")),
        Column("by", Text("Who")),
        Column("stance", Text("Position")),
        Column("text", Text("What is said")),
        *origin_columns(),
    )
    rows = [{**record(one), "on": on, "text": one.text or "", **origin_cells(one)} for on, one in opinions]
    return Table.of("opinions", columns, rows, title=Text("For and against"))
