"""The ids and names of a registry's entries, straight from its files, which nobody may have checked yet."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from clusters_cli.foundations.errors import UnusableFileError
from clusters_cli.foundations.names import ID
from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.registry.folders import LAW

KINDS = {
    "clusters": "clusters.yaml",
    "poles": "poles.yaml",
    "programmes": "programmes.yaml",
    "schemes": "programmes.yaml",
}
"""The kinds of entries one can name on the command line, and the file that holds each."""


def written_names(folder: Path, kind: str) -> Mapping[str, str]:
    """Return the name of each entry of a kind by id, if it is one; nothing at all from a file that cannot be read.

    Payment schemes that come with the program are among those of every registry.
    A name in two languages is taken in English if it has one: it is shown beside the id, never used.
    """
    of_the_program = _names_in(LAW / "schemes.yaml", kind) if kind == "schemes" else {}
    return {**of_the_program, **_names_in(folder / KINDS[kind], kind)}


def _names_in(file: Path, kind: str) -> Mapping[str, str]:
    try:
        data = read_yaml(file).data
    except UnusableFileError:
        return {}
    entries = data.get(kind) if isinstance(data, dict) else None
    return {
        entry["id"]: _name(entry)
        for entry in (entries if isinstance(entries, list) else ())
        if isinstance(entry, dict) and isinstance(entry.get("id"), str) and re.fullmatch(ID, entry["id"])
    }


def _name(entry: Mapping[str, Any]) -> str:
    name = entry.get("name", "")
    if isinstance(name, dict):
        name = name.get("en") or name.get("fr") or ""
    return name if isinstance(name, str) else ""
