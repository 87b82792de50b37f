"""The data files that have a JSON Schema, and the schema of each as a file of its own."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


def kinds() -> "Mapping[str, type[BaseModel]]":
    """Return the data files that have a schema, by name without suffix, with their models."""
    from clusters_cli.dossier import Dossier
    from clusters_cli.registry import FILES

    return {**{name.removesuffix(".yaml"): model for name, model in FILES.items()}, "dossier": Dossier}


def schema_files() -> dict[str, str]:
    """Return the schema of each data file by the name of its own file, as the first line of a data file names it."""
    from clusters_cli.commands.schema.view import schema_text
    from clusters_cli.foundations.json_schema import schema_of

    return {f"{kind}.schema.json": schema_text(schema_of(model, kind)) for kind, model in kinds().items()}
