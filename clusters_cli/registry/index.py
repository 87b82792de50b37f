"""The index of the registry that comes with the program: its list, ready to be shown without checking it again.

Checking a registry means loading its models, which takes longer than all the rest of ``clusters list``.  The packaged
registry was checked when it was packaged.  Its index holds the digest of its files: an index that does not match them
is ignored, and every other registry is read and checked in full.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusters_cli.registry.folders import packaged_registry

if TYPE_CHECKING:
    from clusters_cli.registry.rows import ClusterRow, Listing

FILE = "index.json"
_UNFIT = (OSError, ValueError, KeyError, TypeError)


def open_listing(folder: Path | None) -> "Listing":
    """Return the clusters of a registry as lines: from its index if it has one that fits, else from its files.

    Raises:
        UnusableFileError: the folder cannot be read.
        InvalidDataError: the registry is not valid.
    """
    stored = stored_listing(folder or packaged_registry())
    if stored is not None:
        return stored
    from clusters_cli.registry.loading import open_registry
    from clusters_cli.registry.queries import listing

    return listing(open_registry(folder))


def stored_listing(folder: Path) -> "Listing | None":
    """Return the clusters of a registry as its index tells them, or ``None`` if it has none that fits its files."""
    from clusters_cli.registry.rows import Listing

    try:
        listing = _content(folder)["listing"]
        rows = tuple(_row(row) for row in listing["rows"])
        return Listing(rows, listing["departments"], listing["domains"])
    except _UNFIT:
        return None


def names_in(folder: Path | None, kind: str) -> Mapping[str, str]:
    """Return the name of each entry of a kind by id, from the index or from the files, checked or not.

    A registry that cannot be read has no names.
    """
    where = folder or packaged_registry()
    try:
        names: Mapping[str, str] = _content(where)["names"][kind]
    except _UNFIT:
        from clusters_cli.registry.names import written_names

        return written_names(where, kind)
    return names


def index_text(folder: Path, listing: "Listing", names: Mapping[str, Mapping[str, str]]) -> str:
    """Write the index of a registry that was read from a folder and is valid.

    Args:
        folder: the registry.
        listing: its clusters as lines of a list.
        names: for completion, the name of each entry by id, by kind.
    """
    content = {"digest": digest(folder), "listing": asdict(listing), "names": names}
    return json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n"


def digest(folder: Path) -> str:
    """Return a digest of the names and contents of a registry's files."""
    total = hashlib.sha256()
    for file in sorted(folder.glob("*.yaml")):
        total.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        total.update(file.read_bytes())
    return total.hexdigest()


def _content(folder: Path) -> Mapping[str, Any]:
    """Return what an index holds; any of ``_UNFIT`` says that it is of no use."""
    content: Mapping[str, Any] = json.loads((folder / FILE).read_bytes())
    if content["digest"] != digest(folder):
        raise ValueError(FILE)
    return content


def _row(stored: Mapping[str, Any]) -> "ClusterRow":
    from clusters_cli.registry.rows import ClusterRow

    amounts = {name: None if stored[name] is None else Decimal(stored[name]) for name in ("budget", "regional_grant")}
    return ClusterRow(**{**stored, **amounts})
