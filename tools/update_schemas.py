"""Writes ``data/schemas/`` anew, after a change of the models."""

from pathlib import Path

from clusters_cli.commands.schema import kinds
from clusters_cli.commands.views.schema import schema_text
from clusters_cli.foundations.json_schema import schema_of

SCHEMAS = Path(__file__).parent.parent / "data" / "schemas"


def current_schemas() -> dict[str, str]:
    """Return the schemas as they should be: text by file name."""
    return {f"{kind}.schema.json": schema_text(schema_of(model, kind)) for kind, model in kinds().items()}


if __name__ == "__main__":
    SCHEMAS.mkdir(exist_ok=True)
    for name, text in current_schemas().items():
        (SCHEMAS / name).write_text(text, encoding="utf-8")
