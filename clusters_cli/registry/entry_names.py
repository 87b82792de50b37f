"""What entries of a registry are named by, straight from its files, which nobody may have checked yet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clusters_cli.foundations.errors import UnusableFileError
from clusters_cli.foundations.names import ID
from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.registry.folders import LAW

_NUMBER = r"^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$"
"""How a letter or a number is written, as ``A`` or ``2.1``: as safe in a shell as an id."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of entry.

    Attributes:
        file: the file that holds them, in a section named after the kind.
        key: the key of an entry by which it is named on the command line.
        name: the key of what it is called.
        below: the key of a list of an entry whose items can be named too; their ``text`` is what they are called.
    """

    file: str
    key: str = "id"
    name: str = "name"
    below: str = ""


KINDS: Mapping[str, _Kind] = {
    "clusters": _Kind("clusters.yaml"),
    "poles": _Kind("poles.yaml"),
    "programmes": _Kind("programmes.yaml"),
    "schemes": _Kind("programmes.yaml"),
    "parameters": _Kind("programmes.yaml"),
    "aid_regimes": _Kind("programmes.yaml"),
    "networks": _Kind("networks.yaml"),
    "sources": _Kind("sources.yaml", name="title"),
    "phases": _Kind("poles.yaml"),
    "obstacles": _Kind("obstacles.yaml", "letter", "title"),
    "recommendations": _Kind("obstacles.yaml", "number", "title", "proposals"),
}
"""The kinds of entries one can name on the command line."""

OF_THE_LAW = ("schemes", "parameters", "aid_regimes")
"""The kinds of entries that come with the program too."""


def written_names(folder: Path, kind: str) -> Mapping[str, str]:
    """Return the name of each entry of a kind by id or number; nothing at all from a file that cannot be read.

    Payment schemes, parameters and aid regimes of the program are among those of every registry.
    A name in two languages is taken in English if it has one: it is shown beside the id, never used.
    """
    of_the_program = _names_in(LAW / f"{kind}.yaml", kind) if kind in OF_THE_LAW else {}
    return {**of_the_program, **_names_in(folder / KINDS[kind].file, kind)}


def _names_in(file: Path, kind: str) -> Mapping[str, str]:
    try:
        data = read_yaml(file).data
    except UnusableFileError:
        return {}
    entries = data.get(kind) if isinstance(data, dict) else None
    return dict(_named(entries, KINDS[kind]))


def _named(entries: object, kind: _Kind) -> Iterator[tuple[str, str]]:
    written_as = ID if kind.key == "id" else _NUMBER
    for entry in _mappings(entries):
        if isinstance(written := entry.get(kind.key), str) and re.fullmatch(written_as, written):
            yield written, _in_english(entry.get(kind.name, ""))
        if kind.below:
            yield from _named(entry.get(kind.below), _Kind(kind.file, kind.key, "text"))


def _mappings(entries: object) -> Iterator[Mapping[str, Any]]:
    yield from (entry for entry in (entries if isinstance(entries, list) else ()) if isinstance(entry, dict))


def _in_english(name: object) -> str:
    if isinstance(name, dict):
        name = name.get("en") or name.get("fr") or ""
    return name if isinstance(name, str) else ""
