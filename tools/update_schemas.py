"""Writes ``data/schemas/`` anew, after a change of the models."""

from pathlib import Path

from clusters_cli.commands.schema.schema_files import kinds, schema_files

SCHEMAS = Path(__file__).parent.parent / "data" / "schemas"


if __name__ == "__main__":
    SCHEMAS.mkdir(exist_ok=True)
    for name, text in schema_files(kinds()).items():
        (SCHEMAS / name).write_text(text, encoding="utf-8")
