"""The index of the registry that comes with the program: its list, ready to be shown without checking it again.

Checking a registry means loading its models, which takes longer than all the rest of ``clusters list``.  The packaged
registry was checked when it was packaged.  Its index holds the digest of its files: an index that does not match them
is ignored, and every other registry is read and checked in full.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from clusters_cli.registry.folders import packaged_registry
from clusters_cli.registry.rows import ClusterRow, Listing

FILE = "index.json"


@dataclass(frozen=True, slots=True)
class Index:
    """What the index holds.

    Attributes:
        listing: the clusters as lines of a list.
        names: for completion, the name of each entry by id, by kind: clusters, poles, programmes, schemes.
    """

    listing: Listing
    names: Mapping[str, Mapping[str, str]]


def open_listing(folder: Path | None) -> Listing:
    """Return the clusters of a registry as lines: from its index if it has one that fits, else from its files.

    Raises:
        UnusableFileError: the folder cannot be read.
        InvalidDataError: the registry is not valid.
    """
    index = read_index(folder or packaged_registry())
    if index is not None:
        return index.listing
    from clusters_cli.registry.loading import open_registry  # noqa: PLC0415  (what the index spares)
    from clusters_cli.registry.queries import listing  # noqa: PLC0415

    return listing(open_registry(folder))


def read_index(folder: Path) -> Index | None:
    """Return the index of a registry, or ``None`` if it has none that fits its files."""
    try:
        content = json.loads((folder / FILE).read_bytes())
        return _index(content) if content["digest"] == digest(folder) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def names_in(folder: Path | None, kind: str) -> Mapping[str, str]:
    """Return the name of each entry of a kind by id, from the index or from the files, checked or not.

    A registry that cannot be read has no names.
    """
    index = read_index(folder or packaged_registry())
    if index is not None:
        return index.names.get(kind, {})
    from clusters_cli.registry.names import written_names  # noqa: PLC0415  (what the index spares)

    return written_names(folder or packaged_registry(), kind)


def index_text(folder: Path, listing: Listing, names: Mapping[str, Mapping[str, str]]) -> str:
    """Write the index of a registry that was read from a folder and is valid."""
    content = {"digest": digest(folder), **asdict(Index(listing, names))}
    return json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n"


def digest(folder: Path) -> str:
    """Return a digest of the names and contents of a registry's files."""
    total = hashlib.sha256()
    for file in sorted(folder.glob("*.yaml")):
        total.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        total.update(file.read_bytes())
    return total.hexdigest()


def _index(content: Mapping[str, Any]) -> Index:
    listing = content["listing"]
    rows = tuple(_row(row) for row in listing["rows"])
    return Index(Listing(rows, listing["departments"], listing["domains"]), content["names"])


def _row(stored: Mapping[str, Any]) -> ClusterRow:
    amounts = {name: None if stored[name] is None else Decimal(stored[name]) for name in ("budget", "regional_grant")}
    return ClusterRow(**{**stored, **amounts})
