"""The reports of ``clusters schema``."""

from collections.abc import Mapping, Sequence
from typing import Any

from clusters_cli.foundations.text import Text
from clusters_cli.presentation.formats.json import to_json
from clusters_cli.presentation.report import Column, Report, Table


def schema_report(schema: Mapping[str, Any]) -> Report:
    """Build the report of one schema: its text, ready for a file."""
    return Report(command="schema", data=schema, document=schema_text(schema))


def schema_text(schema: Mapping[str, Any]) -> str:
    """Return a schema as the text of its file."""
    return to_json(schema)


def kinds_report(kinds: Sequence[str]) -> Report:
    """Build the report of the data files that have a schema."""
    columns = (Column("kind", Text("Kind")), Column("file", Text("File")))
    records = [{"kind": kind, "file": f"{kind}.yaml"} for kind in kinds]
    return Report(
        command="schema",
        data={"kinds": list(kinds)},
        tables=(Table.of("kinds", columns, records),),
        notes=(
            Text(
                "clusters schema KIND prints the JSON Schema of one; a dossier or a file of schemes may have any name."
            ),
        ),
    )
