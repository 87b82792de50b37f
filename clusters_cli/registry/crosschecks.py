"""Checks that need more than one entry or more than one file: every reference must lead somewhere."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clusters_cli.foundations.messages import _
from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.problems import Level, Problem
from clusters_cli.foundations.strict_yaml import DataPath, Document
from clusters_cli.foundations.validation import dotted, entity_name


@dataclass(frozen=True)
class _Files:
    """The documents as read, so that each check can point to the place of what it finds."""

    documents: Mapping[str, Document]

    def problem(self, file: str, path: DataPath, code: str, message: str, **more: Any) -> Problem:
        document = self.documents[file]
        return Problem(
            code=code,
            position=document.locate(path),
            message=message,
            path=dotted(path),
            entity=entity_name(document.data, path),
            **more,
        )

    def items(self, file: str, section: str) -> list[tuple[DataPath, dict[str, Any]]]:
        data = self.documents[file].data if file in self.documents else None
        rows = data.get(section, []) if isinstance(data, dict) else []
        if not isinstance(rows, list):
            return []
        return [((section, index), row) for index, row in enumerate(rows) if isinstance(row, dict)]

    def ids(self, file: str, section: str) -> list[str]:
        return [row["id"] for _path, row in self.items(file, section) if isinstance(row.get("id"), str)]


_SECTIONS = (
    ("sources.yaml", "sources"),
    ("places.yaml", "places"),
    ("clusters.yaml", "domains"),
    ("clusters.yaml", "clusters"),
    ("poles.yaml", "poles"),
    ("programmes.yaml", "schemes"),
    ("programmes.yaml", "parameters"),
    ("programmes.yaml", "aid_regimes"),
)


def cross_check(documents: Mapping[str, Document]) -> list[Problem]:
    """Return what is wrong between entries and files.

    It reads the documents, not the models, so that a mistake in one entry hides no mistake elsewhere.

    Args:
        documents: all files that could be read, by name.
    """
    read = _Files({name: document for name, document in documents.items() if document.data is not None})
    checks: tuple[Callable[[_Files], Iterator[Problem]], ...] = (
        _repeated_ids,
        _ambiguous_names,
        _unknown_references,
        _several_references,
    )
    return [problem for check in checks for problem in check(read)]


def _repeated_ids(files: _Files) -> Iterator[Problem]:
    for file, section in _SECTIONS:
        seen: set[str] = set()
        for path, row in files.items(file, section):
            identifier = row.get("id")
            if isinstance(identifier, str) and identifier in seen:
                message = _("{id} is already the id of another entry").format(id=identifier)
                yield files.problem(file, (*path, "id"), "REG201", message)
            elif isinstance(identifier, str):
                seen.add(identifier)


def _ambiguous_names(files: _Files) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for path, row in files.items("clusters.yaml", "clusters"):
        aliases = row.get("aliases", [])
        names = [row.get("id"), row.get("name"), *(aliases if isinstance(aliases, list) else [])]
        for name in names:
            if isinstance(name, str) and isinstance(row.get("id"), str):
                owner = owners.setdefault(fold(name), row["id"])
                if owner != row["id"]:
                    message = _("{name!r} already names {owner}").format(name=name, owner=owner)
                    yield files.problem("clusters.yaml", path, "REG202", message)


def _unknown_references(files: _Files) -> Iterator[Problem]:
    known = {
        "source": (files.ids("sources.yaml", "sources"), "REG203", _("unknown source {id!r}")),
        "seat": (files.ids("places.yaml", "places"), "REG204", _("unknown place {id!r}")),
        "domain": (files.ids("clusters.yaml", "domains"), "REG205", _("unknown domain {id!r}")),
    }
    for file, document in files.documents.items():
        for path, key, value in _references(document.data):
            ids, code, message = known[key]
            if value not in ids:
                near = nearest(value, ids, 1)
                yield files.problem(file, path, code, message.format(id=value), suggestion=near[0] if near else None)


def _references(data: Any) -> Iterator[tuple[DataPath, str, str]]:
    """Yield every value that must be the id of a source, a place or a domain, with its path."""
    pending: list[tuple[DataPath, Any]] = [((), data)]
    while pending:
        path, value = pending.pop()
        if isinstance(value, dict):
            if isinstance(value.get("source"), str):
                yield (*path, "source"), "source", value["source"]
            owner = path[-2] if len(path) > 1 else None
            if owner in ("seat", "domain") and isinstance(value.get("value"), str):
                yield (*path, "value"), str(owner), value["value"]
            pending.extend(((*path, key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            pending.extend(((*path, index), inner) for index, inner in enumerate(value))


def _several_references(files: _Files) -> Iterator[Problem]:
    marked = [path for path, row in files.items("sources.yaml", "sources") if row.get("reference") == "true"]
    for path in marked[1:]:
        yield files.problem("sources.yaml", (*path, "reference"), "REG206", _("only one source can be the reference"))
    if not marked and files.items("sources.yaml", "sources"):
        message = _("no source is marked as the reference; the latest figures are used")
        yield files.problem("sources.yaml", ("sources",), "REG207", message, level=Level.WARNING)
