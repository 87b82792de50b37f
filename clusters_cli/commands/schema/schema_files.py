"""The data files that have a JSON Schema, and the schema of each as a file of its own."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


def kinds() -> "Mapping[str, type[BaseModel]]":
    """Return the data files that have a schema, by name without suffix, with their models."""
    from clusters_cli.registry import LAW_FILES

    return {**_by_kind(LAW_FILES), **kinds_in_use()}


def kinds_in_use() -> "Mapping[str, type[BaseModel]]":
    """Return those that somebody writes: files of a registry, applications, schemes and mappings, not the law."""
    from clusters_cli.cashflow import OwnSchemesFile
    from clusters_cli.dossier import Dossier
    from clusters_cli.registry import FILES
    from clusters_cli.treasury import ActualsMapping

    own: dict[str, type[BaseModel]] = {"dossier": Dossier, "schemes": OwnSchemesFile, "actuals-mapping": ActualsMapping}
    return {**_by_kind(FILES), **own}


def schema_files(kinds: "Mapping[str, type[BaseModel]]") -> dict[str, str]:
    """Return the schema of each of some data files by the name of its own file, as the first line of each names it."""
    from clusters_cli.commands.schema.view import schema_text
    from clusters_cli.foundations.json_schema import schema_of

    return {f"{kind}.schema.json": schema_text(schema_of(model, kind)) for kind, model in kinds.items()}


def _by_kind(files: "Mapping[str, type[BaseModel]]") -> "Mapping[str, type[BaseModel]]":
    return {name.removesuffix(".yaml"): model for name, model in files.items()}
