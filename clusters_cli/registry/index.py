"""The index of the registry that comes with the program: its list, ready to be shown without checking it again.

Checking a registry means loading its models, which takes longer than all the rest of ``clusters list``.  The packaged
registry was checked when it was packaged.  Its index holds a digest of its files and of itself: an index that does not
fit is ignored.  Every other registry is read and checked in full, whatever lies in its folder.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusters_cli.foundations.text import TwoNames
from clusters_cli.registry.folders import packaged_registry

if TYPE_CHECKING:
    from clusters_cli.registry.columns import ColumnValue, ListColumn
    from clusters_cli.registry.endings import End
    from clusters_cli.registry.loading import Registry
    from clusters_cli.registry.models.maturity_words import Maturity
    from clusters_cli.registry.rows import Classes, ClusterRow, Listing

FILE = "index.json"
CHANGES = "classes"
"""Beside the columns of a line: the class of the cluster, by the day from which on it has it."""
END = "end"
"""Beside the columns of a line: how the cluster was merged or dissolved, and by which day, if it was."""
OTHER_YEARS = "other_years"
"""Beside the columns of a line: the year of each figure that is of another one."""
_UNFIT = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What an index can fail with that was changed by hand, cut short, or left behind by another version."""


def open_listing(folder: Path | None, day: date, classes: "Callable[[Registry, date], Classes]") -> "Listing":
    """Return the clusters of a registry as lines: the packaged one's from its index if that fits, else from the files.

    Args:
        folder: the registry; ``None`` is the packaged one.
        day: the day as of which the classes are.
        classes: computes the class of each cluster on a day, where the index does not tell it.

    Raises:
        UnusableFileError: the folder cannot be read.
        InvalidDataError: the registry is not valid.
    """
    stored = stored_listing(day) if folder is None else None
    if stored is not None:
        return stored
    from clusters_cli.registry.loading import open_registry
    from clusters_cli.registry.rows import listing

    registry = open_registry(folder)
    return listing(registry, classes(registry, day))


def stored_listing(day: date) -> "Listing | None":
    """Return the clusters of the packaged registry on a day as its index tells them.

    It is ``None`` if there is no index that fits, or none that tells the classes of that day.
    """
    from clusters_cli.registry.rows import Listing

    try:
        listing = _content(packaged_registry())["listing"]
        rows = tuple(_row(row, day) for row in listing["rows"])
        names = {
            column: {identifier: TwoNames(**name) for identifier, name in of_column.items()}
            for column, of_column in listing["names"].items()
        }
        return Listing(rows, listing["departments"], names)
    except _UNFIT:
        return None


def names_in(folder: Path | None, kind: str) -> Mapping[str, str]:
    """Return the name of each entry of a kind by id, from the packaged index or from the files, checked or not.

    A registry that cannot be read has no names.
    """
    try:
        if folder is None:
            names: Mapping[str, str] = _content(packaged_registry())["names"][kind]
            return names
    except _UNFIT:
        pass
    from clusters_cli.registry.entry_names import written_names

    return written_names(folder or packaged_registry(), kind)


def index_text(
    folder: Path,
    listing: "Listing",
    changes: "Mapping[str, Mapping[date, Maturity | None]]",
    names: Mapping[str, Mapping[str, str]],
) -> str:
    """Write the index of a registry that was read from a folder and is valid.

    Args:
        folder: the registry.
        listing: its clusters as lines of a list.
        changes: the class of each by id, by the day from which on it has it.
        names: for completion, the name of each entry by id, by kind.
    """
    rows = [_stored(row, changes[row.id]) for row in listing.rows]
    named = {
        column: {identifier: asdict(name) for identifier, name in of_column.items()}
        for column, of_column in listing.names.items()
    }
    listed = {"rows": rows, "departments": listing.departments, "names": named}
    told = json.loads(json.dumps({"listing": listed, "names": names}, default=str))
    return json.dumps({"digest": digest(folder, told), **told}, ensure_ascii=False, indent=1) + "\n"


def _stored(row: "ClusterRow", changes: "Mapping[date, Maturity | None]") -> dict[str, Any]:
    from clusters_cli.registry.columns import CLASS

    values = {name: value for name, value in row.values.items() if name != CLASS}
    since = {day.isoformat(): maturity for day, maturity in changes.items()}
    return {**values, CHANGES: since, OTHER_YEARS: row.other_years, END: asdict(row.end) if row.end else None}


def digest(folder: Path, told: Mapping[str, Any]) -> str:
    """Return a digest of the names and contents of a registry's files, and of what an index tells of them.

    Raises:
        OSError: a file cannot be read.
        ValueError: something else than a regular file is named like a data file; a pipe would be waited for.
    """
    total = hashlib.sha256(json.dumps(told, sort_keys=True).encode())
    for file in sorted(folder.glob("*.yaml")):
        content = _regular(file)
        total.update(f"{file.name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _regular(file: Path) -> bytes:
    if not file.is_file():
        raise ValueError(file.name)
    return file.read_bytes()


def _content(folder: Path) -> Mapping[str, Any]:
    """Return what an index holds; any of ``_UNFIT`` says that it is of no use."""
    content: dict[str, Any] = json.loads(_regular(folder / FILE))
    if content.pop("digest") != digest(folder, content):
        raise ValueError(FILE)
    return content


def _row(stored: Mapping[str, Any], day: date) -> "ClusterRow":
    from clusters_cli.registry.columns import CLASS, COLUMNS, ColumnKind
    from clusters_cli.registry.rows import ClusterRow

    changes = stored[CHANGES]
    written_values = {**stored, CLASS: changes[max(since for since in changes if since <= day.isoformat())]}

    def value(column: "ListColumn") -> "ColumnValue":
        written = written_values[column.name]
        if written is None:
            return None
        if column.words:
            return column.words.written()[written]
        return Decimal(written) if column.holds in (ColumnKind.AMOUNT, ColumnKind.NUMBER) else written

    return ClusterRow({column.name: value(column) for column in COLUMNS}, stored[OTHER_YEARS], _end(stored[END]))


def _end(stored: Mapping[str, Any] | None) -> "End | None":
    from clusters_cli.registry.endings import End
    from clusters_cli.registry.models.organisation_words import EndKind

    if stored is None:
        return None
    known_by = date.fromisoformat(stored["known_by"])
    return End(EndKind.written()[stored["how"]], stored["on"], known_by, tuple(stored["successors"]))
