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
    ("clusters.yaml", "vocations"),
    ("clusters.yaml", "clusters"),
    ("poles.yaml", "phases"),
    ("poles.yaml", "poles"),
    ("programmes.yaml", "schemes"),
    ("programmes.yaml", "programmes"),
    ("programmes.yaml", "parameters"),
    ("programmes.yaml", "aid_regimes"),
    ("networks.yaml", "networks"),
    ("obstacles.yaml", "obstacles"),
    ("obstacles.yaml", "recommendations"),
    ("claims.yaml", "claims"),
    ("maturity.yaml", "criteria"),
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
        _unknown_strands,
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
    for file, section in (
        ("clusters.yaml", "clusters"),
        ("poles.yaml", "poles"),
        ("programmes.yaml", "programmes"),
    ):
        owners: dict[str, str] = {}
        for path, row in files.items(file, section):
            for name in _names(row):
                owner = owners.setdefault(fold(name), row["id"])
                if owner != row["id"]:
                    message = _("{name!r} already names {owner}").format(name=name, owner=owner)
                    yield files.problem(file, path, "REG202", message)
                    break


def _names(row: Mapping[str, Any]) -> list[str]:
    """Return what an entry can be asked for by; nothing when it has no id."""
    name, aliases = row.get("name"), row.get("aliases", [])
    titles = list(name.values()) if isinstance(name, dict) else [name]
    names = [row.get("id"), *titles, *(aliases if isinstance(aliases, list) else [])]
    texts = dict.fromkeys(text for text in names if isinstance(text, str))
    return list(texts) if isinstance(row.get("id"), str) else []


@dataclass(frozen=True)
class _Known:
    """The ids that a kind of reference may lead to, and what to say of one that leads nowhere."""

    ids: frozenset[str]
    code: str
    message: str


@dataclass(frozen=True)
class _References:
    """What may stand under a key, in the ``value`` of a list of statements, and in a list of ids."""

    keys: Mapping[str, _Known]
    values: Mapping[str, _Known]
    lists: Mapping[str, _Known]


def _references(files: _Files) -> _References:

    def of(code: str, message: str, *places: tuple[str, str]) -> _Known:
        return _Known(frozenset(name for place in places for name in files.ids(*place)), code, message)

    programme = of("REG209", _("unknown programme {id!r}"), ("programmes.yaml", "programmes"))
    regime = of("REG212", _("unknown aid regime {id!r}"), ("programmes.yaml", "aid_regimes"))
    cluster = of("REG214", _("unknown cluster {id!r}"), ("clusters.yaml", "clusters"))
    entry = of("REG214", _("unknown cluster or pôle {id!r}"), ("clusters.yaml", "clusters"), ("poles.yaml", "poles"))
    keys = {
        "source": of("REG203", _("unknown source {id!r}"), ("sources.yaml", "sources")),
        "programme": programme,
        "rests_on": regime,
        "phase": of("REG213", _("unknown phase {id!r}"), ("poles.yaml", "phases")),
        "cluster": cluster,
    }
    values = {
        "seat": of("REG204", _("unknown place {id!r}"), ("places.yaml", "places")),
        "domain": of("REG205", _("unknown domain {id!r}"), ("clusters.yaml", "domains")),
        "vocations": of("REG208", _("unknown vocation {id!r}"), ("clusters.yaml", "vocations")),
        "payment_scheme": of("REG211", _("unknown payment scheme {id!r}"), ("programmes.yaml", "schemes")),
    }
    lists = {
        "regimes": regime,
        "answers": of("REG215", _("unknown obstacle {id!r}"), ("obstacles.yaml", "obstacles")),
        "only": entry,
        "leave_out": entry,
    }
    return _References(keys, values, lists)


def _unknown_references(files: _Files) -> Iterator[Problem]:
    references = _references(files)
    for file, document in files.documents.items():
        for path, found, known in _Walk(references).dangling(document.data):
            near = nearest(found, known.ids, 1)
            message = known.message.format(id=found)
            yield files.problem(file, path, known.code, message, suggestion=near[0] if near else None)


_Link = tuple[Any, str | int] | None
"""The way back to the top of a document: the link of the holder, and the step from it.

A path is only put together for a value that turns out to be wrong: a registry of many thousand entries is walked
through without building any.
"""


class _Walk:
    """Goes through a document once and notes every reference that leads nowhere."""

    def __init__(self, known: _References) -> None:
        self._known = known
        self._pending: list[tuple[_Link, Any]] = []
        self._dangling: list[tuple[DataPath, str, _Known]] = []

    def dangling(self, data: Any) -> list[tuple[DataPath, str, _Known]]:
        """Return each reference that leads nowhere: its path, what is written, and what could have been."""
        self._pending.append((None, data))
        while self._pending:
            link, holder = self._pending.pop()
            if type(holder) is dict:
                self._mapping(link, holder)
            elif type(holder) is list:
                self._sequence(link, holder)
        return self._dangling

    def _mapping(self, link: _Link, holder: dict[str, Any]) -> None:
        keys = self._known.keys
        for key, inner in holder.items():
            if type(inner) is not str:
                self._pending.append(((link, key), inner))
            elif key in keys and inner not in keys[key].ids:
                self._dangling.append((_path((link, key)), inner, keys[key]))

    def _sequence(self, link: _Link, holder: list[Any]) -> None:
        name = str(link[1]) if link else ""
        values, ids = self._known.values.get(name), self._known.lists.get(name)
        for index, inner in enumerate(holder):
            if type(inner) is not str:
                self._pending.append(((link, index), inner))
                found = inner.get("value") if values and type(inner) is dict else None
                if values and type(found) is str and found not in values.ids:
                    self._dangling.append((_path(((link, index), "value")), found, values))
            elif ids and inner not in ids.ids:
                self._dangling.append((_path((link, index)), inner, ids))


def _path(link: _Link) -> DataPath:
    steps: list[str | int] = []
    while link is not None:
        link, step = link
        steps.append(step)
    return tuple(reversed(steps))


def _unknown_strands(files: _Files) -> Iterator[Problem]:
    strands = {
        row["id"]: [strand.get("id") for strand in row.get("strands", []) if isinstance(strand, dict)]
        for _place, row in files.items("programmes.yaml", "programmes")
        if isinstance(row.get("id"), str) and isinstance(row.get("strands", []), list)
    }
    for path, row in files.items("clusters.yaml", "clusters"):
        links = row.get("programmes", [])
        for index, link in enumerate(links if isinstance(links, list) else []):
            if not isinstance(link, dict) or link.get("programme") not in strands:
                continue
            strand, known = link.get("strand"), strands[link["programme"]]
            if isinstance(strand, str) and strand not in known:
                near = nearest(strand, [name for name in known if name], 1)
                message = _("unknown strand {id!r} of {programme}").format(id=strand, programme=link["programme"])
                place = (*path, "programmes", index, "strand")
                yield files.problem("clusters.yaml", place, "REG210", message, suggestion=near[0] if near else None)


def _several_references(files: _Files) -> Iterator[Problem]:
    marked = [path for path, row in files.items("sources.yaml", "sources") if row.get("reference") == "true"]
    for path in marked[1:]:
        yield files.problem("sources.yaml", (*path, "reference"), "REG206", _("only one source can be the reference"))
    if not marked and files.items("sources.yaml", "sources"):
        message = _("no source is marked as the reference; the latest figures are used")
        yield files.problem("sources.yaml", ("sources",), "REG207", message, level=Level.WARNING)
