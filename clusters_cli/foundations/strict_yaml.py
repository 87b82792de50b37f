"""Strict YAML: every scalar is a string, nothing is guessed, every mistake has a place.

YAML's own typing turns ``01`` into 1, ``no`` into false and ``20:30`` into 1230.  Here a scalar is the text that was
written and the models convert it.  Anchors, tags and repeated keys are refused: they hide what a registry says.
The text is read as a stream of libyaml events without recursion, so that depth and size stay bounded.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.places import DataPath, PlaceInText, all_paths, existing, places
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.regular_files import content_of
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.yaml_data import Builder, Parser

NOT_UTF8 = Explanation(
    "REG002",
    Text("not UTF-8 text"),
    Text("Data files are UTF-8, with or without a byte order mark; this one is binary or in another encoding."),
    Text("Save the file as UTF-8 in your editor."),
)


_SMALL = 100_000
"""Characters of a file of which all places are found at once."""


@dataclass(frozen=True)
class Document:
    """One YAML file read strictly.

    Attributes:
        file: name of the file, as the user knows it.
        text: what the file holds.
        data: mappings, lists and strings; ``None`` when the text is no YAML at all.
        problems: what is wrong with the YAML itself.
    """

    file: str
    text: str = field(repr=False)
    data: Any
    problems: tuple[Problem, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether the YAML itself has mistakes; warnings are none."""
        return any(problem.level is Level.ERROR for problem in self.problems)

    def locate(self, path: DataPath, *, key: bool = False) -> Position:
        """Return where a value (or its key) stands, or its nearest ancestor that exists.

        Places are found when they are asked for: a registry without problems never pays for them.
        """
        nearest = existing(self.data, path)
        if nearest not in self._places:
            self.find([nearest])
        place = self._places.get(nearest)
        if place is None:
            return Position(self.file)
        return Position(self.file, *(place.key if key and nearest == path else place.value))

    def find(self, paths: Iterable[DataPath]) -> None:
        """Find the places of many values at once, before they are asked for one by one; of a small file, of all."""
        wanted = (
            list(all_paths(self.data)) if len(self.text) < _SMALL else [existing(self.data, path) for path in paths]
        )
        self._places.update(dict.fromkeys(wanted))
        with suppress(yaml.YAMLError):
            self._places.update(places(Parser(self.text).get_event, wanted))

    @cached_property
    def _places(self) -> dict[DataPath, PlaceInText | None]:
        """The places looked for so far; ``None`` for a value that the text does not hold, which is not sought again."""
        return {}


def read_yaml(path: Path, name: str | None = None) -> Document:
    """Read a YAML file strictly; mistakes in the YAML itself are in the document's problems.

    Args:
        path: the file.
        name: what to call it in messages; its path when not given.

    Raises:
        UnusableFileError: the file is missing, not a regular file, unreadable or too large.
    """
    name = name or str(path)
    raw = content_of(path, name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        problem = Problem(NOT_UTF8, Position(name, line, column), Text("is not UTF-8 text; save the file as UTF-8"))
        return Document(name, "", None, (problem,))
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Document:
    """Parse YAML text strictly, under the name to be shown in messages."""
    builder = Builder(name)
    data = builder.build(text)
    return Document(name, text, data, tuple(builder.problems))
