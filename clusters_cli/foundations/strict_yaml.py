"""Strict YAML: every scalar is a string, nothing is guessed, every mistake has a place.

YAML's own typing turns ``01`` into 1, ``no`` into false and ``20:30`` into 1230.  Here a scalar is the text that was
written and the models convert it.  Anchors, tags and repeated keys are refused: they hide what a registry says.
The text is read as a stream of libyaml events without recursion, so that depth and size stay bounded.
"""

import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from clusters_cli.foundations.errors import UnusableFileError
from clusters_cli.foundations.hidden import hidden_in, hidden_in_file, told
from clusters_cli.foundations.messages import _
from clusters_cli.foundations.places import DataPath, Place, places
from clusters_cli.foundations.problems import Level, Position, Problem
from clusters_cli.foundations.reading.quoting import Quoted
from clusters_cli.foundations.reading.refusals import clipped, echoed
from clusters_cli.foundations.syntax import syntax_reason
from clusters_cli.foundations.unquoted import in_quotes

LARGEST_FILE = 128 * 1024 * 1024
"""Bytes; a registry of a hundred thousand clusters, told in a few lines each, stays below."""
MOST_VALUES = 3_000_000
"""Texts, lists and mappings in one file; reading them takes some seconds and a few hundred megabytes."""
FEWEST_CHARACTERS = 6
"""Characters for each value of a large file: data files have ten and more, and reading costs by the value."""
SOME_VALUES = 50_000
"""Values that a file may hold however short they are."""
DEEPEST = 50
"""Levels of nesting; no data file needs ten."""
MOST_PROBLEMS = 1000
"""Problems kept for one file; a file with more is not what its name says."""

_OWN_LIMIT_OF_LIBYAML = "exceeded maximum nesting depth"
"""What libyaml 0.2.6 says at 1000 levels; it reads ahead and may say so before the event of our own limit comes."""

_NO_VALUE = frozenset({"", "~", "null", "Null", "NULL"})
"""How YAML writes that there is no value."""

_BLOCKS = frozenset("|>")
"""Styles of a text of several lines."""

_FIGURE_STARTS = frozenset("-+0123456789")
"""How a text starts of which a reader wants to know whether it stood in quotes."""

_SMALL = 100_000
"""Characters of a file of which all places are found at once."""

_Parser: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


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
        existing = _existing(self.data, path)
        if existing not in self._places:
            self.find([existing])
        place = self._places.get(existing)
        if place is None:
            return Position(self.file)
        return Position(self.file, *(place.key if key and existing == path else place.value))

    def find(self, paths: Iterable[DataPath]) -> None:
        """Find the places of many values at once, before they are asked for one by one; of a small file, of all."""
        wanted = (
            list(_all_paths(self.data)) if len(self.text) < _SMALL else [_existing(self.data, path) for path in paths]
        )
        self._places.update(dict.fromkeys(wanted))
        with suppress(yaml.YAMLError):
            self._places.update(places(_Parser(self.text).get_event, wanted))

    @cached_property
    def _places(self) -> dict[DataPath, Place | None]:
        """The places looked for so far; ``None`` for a value that the text does not hold, which is not sought again."""
        return {}


def _existing(data: Any, path: DataPath) -> DataPath:
    """Return the path of a value, or of its nearest ancestor that exists."""
    for depth, step in enumerate(path):
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return path[:depth]
    return path


def _all_paths(data: Any) -> Iterator[DataPath]:
    pending: list[tuple[DataPath, Any]] = [((), data)]
    while pending:
        path, holder = pending.pop()
        yield path
        steps = holder.items() if isinstance(holder, dict) else enumerate(holder) if isinstance(holder, list) else ()
        pending.extend(((*path, step), inner) for step, inner in steps)


def read_yaml(path: Path, name: str | None = None) -> Document:
    """Read a YAML file strictly; mistakes in the YAML itself are in the document's problems.

    Args:
        path: the file.
        name: what to call it in messages; its path when not given.

    Raises:
        UnusableFileError: the file is missing, not a regular file, unreadable or too large.
    """
    name = name or str(path)
    raw = _read_regular_file(path, name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        problem = Problem("REG002", Position(name, line, column), _("is not UTF-8 text; save the file as UTF-8"))
        return Document(name, "", None, (problem,))
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Document:
    """Parse YAML text strictly, under the name to be shown in messages."""
    builder = _Builder(name)
    data = builder.build(text)
    return Document(name, text, data, tuple(builder.problems))


def _read_regular_file(path: Path, name: str) -> bytes:
    try:
        return _content(path, name)
    except FileNotFoundError:
        reason = _("{file} does not exist").format(file=name)
    except OSError as error:
        reason = _("{file} cannot be read: {reason}").format(file=name, reason=error.strerror)
    raise UnusableFileError(reason, position=Position(name))


def _content(path: Path, name: str) -> bytes:
    """Return what a regular file holds; nothing else is opened: a pipe would wait for somebody to write to it."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnusableFileError(_("{file} is not a regular file").format(file=name), position=Position(name))
    with path.open("rb") as stream:
        content = stream.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        message = _("{file} is larger than {size} MiB").format(file=name, size=LARGEST_FILE // 1024**2)
        raise UnusableFileError(message, code="REG007", position=Position(name))
    return content


def problem_of(error: UnusableFileError, file: str) -> Problem:
    """Return what makes a file or folder unusable as a problem of it, for what judges files."""
    message = error.message.removeprefix(f"{file} ") if isinstance(error.message, str) else error.message
    return Problem(error.code, error.position or Position(file), message)


class _Unfit(Exception):  # noqa: N818  (a signal inside this module: the text cannot be read any further)
    pass


class _Builder:
    """Turns libyaml's events into plain data, and collects what is wrong on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._open: list[Any] = []
        self._text = ""
        self._container: Any = None
        self._key: str | None = None

    def build(self, text: str) -> Any:
        try:
            self._text = text
            self._hidden(text)
            return self._build(_Parser(text))
        except yaml.YAMLError as error:
            if getattr(error, "problem", None) == _OWN_LIMIT_OF_LIBYAML:
                return self._build_before(error, text)
            self._syntax_problem(error, text)
        except _Unfit:
            pass
        return None

    def _build_before(self, error: Any, text: str) -> Any:
        """Read again what stands before a nesting that libyaml refuses ahead of its events: our limit lies in it."""
        again = _Builder(self.file)
        data = again.build(text[: error.problem_mark.index])
        self.problems = again.problems
        return data

    def _build(self, parser: Any) -> Any:
        root: list[Any] = []
        self._container = root
        next_event, add = parser.get_event, self._add
        scalar, mapping_start, mapping_end = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.MappingEndEvent
        sequence_start, sequence_end, stream_end = (
            yaml.SequenceStartEvent,
            yaml.SequenceEndEvent,
            yaml.StreamEndEvent,
        )
        most = min(MOST_VALUES, max(SOME_VALUES, len(self._text) // FEWEST_CHARACTERS))
        for _count in range(2 * most):
            event = next_event()
            kind = type(event)
            if kind is scalar:
                add(event, self._scalar(event))
            elif kind is mapping_start or kind is sequence_start:
                self._enter(event, {} if kind is mapping_start else [])
            elif kind is mapping_end or kind is sequence_end:
                self._container, self._key = self._open.pop(), None
            elif kind is yaml.AliasEvent:
                self._problem("REG005", event, _("aliases are not allowed; write the value out"))
                add(event, "")
            elif kind is yaml.DocumentStartEvent and root:
                self._problem("REG008", event, _("a file holds one YAML document only"))
                return root[0]
            elif kind is stream_end:
                return root[0] if root else None
        self._problem("REG007", event, _("holds more than {count} values").format(count=most))
        raise _Unfit

    def _scalar(self, event: Any) -> str:
        if event.anchor or event.tag:
            self._no_anchor_or_tag(event)
        value: str = event.value
        if not (value.isascii() and value.isprintable()):
            self._unprintable(event, value)
        elif not event.style and (value in _NO_VALUE or value[0] == "0"):
            self._doubtful(event, value)
        return Quoted(value) if event.style and value[:1] in _FIGURE_STARTS else value

    def _unprintable(self, event: Any, value: str) -> None:
        """Tell of a character that no text needs: written as an escape, or a line break outside a block of text."""
        found = hidden_in(value, several_lines=event.style in _BLOCKS)
        if found:
            self._problem("REG014", event, told(found))

    def _hidden(self, text: str) -> None:
        """Tell of characters that hide or reorder what a reader sees of the file, wherever they stand."""
        line = start = 0
        for offset, character in islice(hidden_in_file(text), MOST_PROBLEMS + 1):
            line, start = line + text.count("\n", start, offset), offset
            column = offset - text.rfind("\n", 0, offset)
            self._tell(Problem("REG014", Position(self.file, line + 1, column), told(character)))

    def _doubtful(self, event: Any, value: str) -> None:
        """Tell of a plain scalar that is no value, or that other programs do not read as it is written."""
        if value in _NO_VALUE:
            self._no_value(event)
        elif len(value) > 1 and value.isdecimal():
            message = _("{value} is the number {number} to other programs; write it in quotes")
            message = message.format(value=clipped(value), number=clipped(value.lstrip("0") or "0"))
            self._problem("REG012", event, message, level=Level.WARNING)

    def _no_value(self, event: Any) -> None:
        """Tell of a key without value; without a colon either, it is the rest of a text that a comma cut in two."""
        if len(self.problems) > MOST_PROBLEMS:
            return
        offset = event.start_mark.index
        if not event.value and self._key and self._text[offset - 1 : offset] not in (":", " ", "\n"):
            entry = in_quotes(self._text, offset - len(self._key))
            if entry:
                message = _("the comma ends the text before it; put the whole in quotes: {entry}")
                mark = event.start_mark
                place = Position(self.file, mark.line + 1, mark.column + 1 - len(self._key))
                self._tell(Problem("REG016", place, message.format(entry=entry)))
                return
        self._problem("REG009", event, _("has no value; leave the key out when the value is unknown"))

    def _enter(self, event: Any, container: Any) -> None:
        if event.anchor or event.tag:
            self._no_anchor_or_tag(event)
        if len(self._open) >= DEEPEST:
            self._problem("REG006", event, _("is nested deeper than {levels} levels").format(levels=DEEPEST))
            raise _Unfit
        if isinstance(self._container, dict) and self._key is None:
            self._problem("REG003", event, _("a key must be plain text"))
            raise _Unfit
        self._add(event, container)
        self._open.append(self._container)
        self._container, self._key = container, None

    def _add(self, event: Any, value: Any) -> None:
        container = self._container
        if type(container) is list:
            container.append(value)
        elif self._key is None:
            if value in container:
                self._duplicate_key(event, value)
            self._key = str(value)
        else:
            container[self._key] = value
            self._key = None

    def _duplicate_key(self, event: Any, key: str) -> None:
        self._problem(
            "REG004",
            event,
            _("key {key} stands twice in the same mapping; keep one").format(key=echoed(key)),
            key=clipped(key),
        )

    def _no_anchor_or_tag(self, event: Any) -> None:
        written = clipped(f"&{event.anchor}" if event.anchor else event.tag)
        self._problem("REG005", event, _("anchors and tags are not allowed, found {found}").format(found=written))

    def _problem(self, code: str, event: Any, message: str, *, key: str = "", level: Level = Level.ERROR) -> None:
        mark = event.start_mark
        place = Position(self.file, mark.line + 1, mark.column + 1)
        self._tell(Problem(code, place, message, path=key, level=level))

    def _tell(self, problem: Problem) -> None:
        """Keep a problem; reading goes on after too many of them, so that they hide none that names their cause."""
        if len(self.problems) <= MOST_PROBLEMS:
            self.problems.append(problem)

    def _syntax_problem(self, error: yaml.YAMLError, text: str) -> None:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line, mark.column) if mark else _line_and_column(text, getattr(error, "position", 0))
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        if text.splitlines()[line : line + 1] and text.splitlines()[line][column : column + 1] == "\t":
            reason = _("a tab stands where YAML wants spaces; indent with spaces")
        place = Position(self.file, line + 1, column + 1)
        character = getattr(error, "character", None)
        if isinstance(character, int):
            self.problems.append(Problem("REG014", place, told(chr(character))))
            return
        message = _("is not valid YAML: {reason}").format(reason=syntax_reason(reason))
        entry = in_quotes(text, mark.index) if mark else None
        if entry:
            message = _("{problem}; put the text in quotes: {entry}").format(problem=message, entry=entry)
        self.problems.append(Problem("REG003", place, message))


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n"), offset - before.rfind("\n") - 1
