"""The files of a registry as read, before any model: what checks between entries look through."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple, TypeVar

from clusters_cli.foundations.data_paths import dotted, entity_name
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.reading.days import partial_day
from clusters_cli.foundations.strict_yaml import Document
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary

WordT = TypeVar("WordT", bound=Vocabulary)
NumberT = TypeVar("NumberT", int, Decimal, Fraction)
Entry = Mapping[str, Any]
"""One item of a list of a file: keys and texts, lists or mappings, unchecked."""


ORGANISATIONS = (("clusters.yaml", "clusters"), ("poles.yaml", "poles"))
"""The files and sections that hold organisations."""


class Fault(NamedTuple):
    """Something wrong at a path of a file, whose line is not looked for yet."""

    file: str
    path: DataPath
    explanation: Explanation
    message: Text
    suggestion: str | None = None


@dataclass(frozen=True)
class Documents:
    """The documents of a registry by file name; ``lost`` are the names of those that could not be read."""

    by_name: Mapping[str, Document]
    lost: frozenset[str] = frozenset()

    def placed(self, faults: Sequence[Fault]) -> list[Problem]:
        """Return faults with their lines and columns."""
        for name in {fault.file for fault in faults}:
            self.by_name[name].find(fault.path for fault in faults if fault.file == name)
        return [self._problem(fault) for fault in faults]

    def _problem(self, fault: Fault) -> Problem:
        document = self.by_name[fault.file]
        return Problem(
            explanation=fault.explanation,
            position=document.locate(fault.path),
            message=fault.message,
            path=dotted(fault.path),
            entity=entity_name(document.data, fault.path),
            suggestion=fault.suggestion,
        )

    def section(self, file: str, section: str) -> list[Any] | None:
        """Return a list at the top of a file; ``None`` if nobody can tell what it should have held.

        A file left out holds nothing, for sure; one that is no YAML, or whose section is no list, may hold anything.
        """
        if file not in self.by_name:
            return None if file in self.lost else []
        data = self.by_name[file].data
        if not isinstance(data, dict):
            return None
        rows = data.get(section, [])
        return rows if isinstance(rows, list) else None

    def entries(self, file: str, section: str) -> Iterator[tuple[DataPath, Entry]]:
        """Yield the items of a section that are mappings, with their paths."""
        for index, row in enumerate(self.section(file, section) or ()):
            if isinstance(row, dict):
                yield (section, index), row

    @property
    def names_of_the_region(self) -> tuple[str, ...]:
        """How the Région of the registry's frame is called."""
        document = self.by_name.get("region.yaml")
        frame = document.data if document and isinstance(document.data, dict) else {}
        aliases = frame.get("aliases")
        names = (frame.get("name"), *(aliases if isinstance(aliases, list) else ()))
        return tuple(name for name in names if isinstance(name, str))

    def ids(self, *places: tuple[str, str]) -> frozenset[str] | None:
        """Return the ids of some sections, each a file and a key; ``None`` if nobody can tell."""
        found: set[str] = set()
        for place in places:
            rows = self.section(*place)
            if rows is None:
                return None
            found.update(row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str))
        return frozenset(found)


def items(entry: Entry, key: str) -> Iterator[tuple[DataPath, Entry]]:
    """Yield the items of a list of an entry that are mappings, with their places in the entry."""
    held = entry.get(key)
    for index, item in enumerate(held if isinstance(held, list) else ()):
        if isinstance(item, dict):
            yield (key, index), item


def date_of(text: object) -> str | None:
    """Return a year, month or day as ISO 8601 writes it, ``None`` if it is none: the models tell what is wrong then."""
    with suppress(ValueError):
        return partial_day(text) if isinstance(text, str) else None
    return None


def number_of(reader: Callable[[object], NumberT], found: object) -> NumberT | None:
    """Return the number that the models read in a text, ``None`` if none: they tell what is wrong with its writing."""
    with suppress(ValueError):
        return reader(found) if isinstance(found, str) else None
    return None


def word_of(kind: type[WordT], found: object) -> WordT | None:
    """Return the word of a closed set that a file writes, ``None`` if it is none: the models tell what is wrong."""
    return kind.written().get(found) if isinstance(found, str) else None


def texts(entry: Entry, key: str) -> list[tuple[int, str]]:
    """Return the stated texts of a key that holds a list of statements, each with its index."""
    statements = entry.get(key)
    if not isinstance(statements, list):
        return []
    return [
        (index, item["value"])
        for index, item in enumerate(statements)
        if isinstance(item, dict) and isinstance(item.get("value"), str)
    ]
