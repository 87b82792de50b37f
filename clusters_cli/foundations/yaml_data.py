"""From the text of a YAML file to plain data, by a stream of libyaml events."""

from itertools import islice
from typing import Any

import yaml

from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.hidden import hidden_in, hidden_in_file, told
from clusters_cli.foundations.misfits import HIDDEN_CHARACTER, TOO_LARGE
from clusters_cli.foundations.problems import MOST_PROBLEMS, Position, Problem
from clusters_cli.foundations.reading.quoting import Quoted
from clusters_cli.foundations.reading.refusals import clipped, echoed
from clusters_cli.foundations.syntax import syntax_reason
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.unquoted import in_quotes

NOT_YAML = Explanation(
    "REG003",
    Text("not valid YAML"),
    Text("The text breaks the rules of YAML here or shortly before: a quote not closed, a tab, indentation."),
    Text("Correct the line named, or the one before it; indent with spaces."),
    example="- id: alpha\n\tname: Alpha",
)
REPEATED_KEY = Explanation(
    "REG004",
    Text("a key stands twice"),
    Text("The same key stands twice in one mapping. YAML readers silently keep one of the two."),
    Text("Keep one of them."),
    example="name: Alpha\nname: Beta",
)
ANCHOR = Explanation(
    "REG005",
    Text("an anchor, an alias or a tag"),
    Text("Anchors (&a), aliases (*a) and tags (!a) hide what an entry says, and can make a small file explode."),
    Text("Write the value out where it is needed; put text that begins with & * or ! in quotes."),
    example="figures: [&first {year: 2021, source: report}, *first]",
)
TOO_DEEP = Explanation(
    "REG006",
    Text("nested too deeply"),
    Text("Lists and mappings stand inside each other deeper than any data file needs."),
    Text("Look for a bracket that is not closed."),
)
SECOND_DOCUMENT = Explanation(
    "REG008",
    Text("several documents in one file"),
    Text("A line --- begins a second YAML document, which would not be read."),
    Text("Remove the line, or put the second document in its own file."),
    example="clusters: []\n---\nclusters: []",
)
NO_VALUE = Explanation(
    "REG009",
    Text("a key without value"),
    Text("A key stands alone, or with null: nobody can tell whether the value is unknown or was forgotten."),
    Text("Leave the key out when the value is unknown."),
    example="website:",
)
LEADING_ZERO = Explanation(
    "REG012",
    Text("a number that begins with 0"),
    Text(
        "It is read here as it is written, but editors and other programs take 01 for the number 1 and lose "
        "the zero: INSEE codes, departments, SIREN."
    ),
    Text("Write it in quotes."),
    example="insee: 01053",
    level=Level.WARNING,
)
COMMA_ENDS_TEXT = Explanation(
    "REG016",
    Text("a comma ends a text"),
    Text("Between braces or brackets a comma separates entries, so that what follows it became a key of its own."),
    Text("Put the whole text in quotes, as the message shows."),
    example="founded: [{value: 2009, source: report, locator: p. 3, tableau 2}]",
)


Parser: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""Reads a text as a stream of events, or as data."""

MOST_VALUES = 3_000_000
"""Texts, lists and mappings in one file; reading them takes some seconds and a few hundred megabytes."""
FEWEST_CHARACTERS = 6
"""Characters for each value of a large file: data files have ten and more, and reading costs by the value."""
SOME_VALUES = 50_000
"""Values that a file may hold however short they are."""
DEEPEST = 50
"""Levels of nesting; no data file needs ten."""

_OWN_LIMIT_OF_LIBYAML = "exceeded maximum nesting depth"
"""What libyaml 0.2.6 says at 1000 levels; it reads ahead and may say so before the event of our own limit comes."""

_NO_VALUE = frozenset({"", "~", "null", "Null", "NULL"})
"""How YAML writes that there is no value."""

_BLOCKS = frozenset("|>")
"""Styles of a text of several lines."""

_FIGURE_STARTS = frozenset("-+0123456789")
"""How a text starts of which a reader wants to know whether it stood in quotes."""


class _Unfit(Exception):  # noqa: N818  (a signal inside this module: the text cannot be read any further)
    pass


class Builder:
    """Turns libyaml's events into plain data, and collects what is wrong on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._open: list[Any] = []
        self._text = ""
        self._container: Any = None
        self._key: str | None = None

    def build(self, text: str) -> Any:
        """Return mappings, lists and strings; ``None`` when the text is no YAML at all."""
        try:
            self._text = text
            self._hidden(text)
            return self._build(Parser(text))
        except yaml.YAMLError as error:
            if getattr(error, "problem", None) == _OWN_LIMIT_OF_LIBYAML:
                return self._build_before(error, text)
            self._tell(_syntax_problem(self.file, error, text))
        except _Unfit:
            pass
        return None

    def _build_before(self, error: Any, text: str) -> Any:
        """Read again what stands before a nesting that libyaml refuses ahead of its events: our limit lies in it."""
        again = Builder(self.file)
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
                self._problem(ANCHOR, event, Text("aliases are not allowed; write the value out"))
                add(event, "")
            elif kind is yaml.DocumentStartEvent and root:
                self._problem(SECOND_DOCUMENT, event, Text("a file holds one YAML document only"))
                return root[0]
            elif kind is stream_end:
                return root[0] if root else None
        self._problem(TOO_LARGE, event, Text("holds more than {count} values", count=most))
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
            self._problem(HIDDEN_CHARACTER, event, told(found))

    def _hidden(self, text: str) -> None:
        """Tell of characters that hide or reorder what a reader sees of the file, wherever they stand."""
        line = start = 0
        for offset, character in islice(hidden_in_file(text), MOST_PROBLEMS + 1):
            line, start = line + text.count("\n", start, offset), offset
            column = offset - text.rfind("\n", 0, offset)
            self._tell(Problem(HIDDEN_CHARACTER, Position(self.file, line + 1, column), told(character)))

    def _doubtful(self, event: Any, value: str) -> None:
        """Tell of a plain scalar that is no value, or that other programs do not read as it is written."""
        if value in _NO_VALUE:
            self._no_value(event)
        elif len(value) > 1 and value.isdecimal():
            message = Text(
                "{value} is the number {number} to other programs; write it in quotes",
                value=clipped(value),
                number=clipped(value.lstrip("0") or "0"),
            )
            self._problem(LEADING_ZERO, event, message)

    def _no_value(self, event: Any) -> None:
        """Tell of a key without value; without a colon either, it is the rest of a text that a comma cut in two."""
        if len(self.problems) > MOST_PROBLEMS:
            return
        offset = event.start_mark.index
        if not event.value and self._key and self._text[offset - 1 : offset] not in (":", " ", "\n"):
            entry = in_quotes(self._text, offset - len(self._key))
            if entry:
                mark = event.start_mark
                place = Position(self.file, mark.line + 1, mark.column + 1 - len(self._key))
                self._tell(
                    Problem(
                        COMMA_ENDS_TEXT,
                        place,
                        Text("the comma ends the text before it; put the whole in quotes: {entry}", entry=entry),
                    )
                )
                return
        self._problem(NO_VALUE, event, Text("has no value; leave the key out when the value is unknown"))

    def _enter(self, event: Any, container: Any) -> None:
        if event.anchor or event.tag:
            self._no_anchor_or_tag(event)
        if len(self._open) >= DEEPEST:
            self._problem(TOO_DEEP, event, Text("is nested deeper than {levels} levels", levels=DEEPEST))
            raise _Unfit
        if isinstance(self._container, dict) and self._key is None:
            self._problem(NOT_YAML, event, Text("a key must be plain text"))
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
            REPEATED_KEY,
            event,
            Text("key {key} stands twice in the same mapping; keep one", key=echoed(key)),
            key=clipped(key),
        )

    def _no_anchor_or_tag(self, event: Any) -> None:
        written = clipped(f"&{event.anchor}" if event.anchor else event.tag)
        self._problem(ANCHOR, event, Text("anchors and tags are not allowed, found {found}", found=written))

    def _problem(self, explanation: Explanation, event: Any, message: Text, *, key: str = "") -> None:
        mark = event.start_mark
        place = Position(self.file, mark.line + 1, mark.column + 1)
        self._tell(Problem(explanation, place, message, path=key))

    def _tell(self, problem: Problem) -> None:
        """Keep a problem; reading goes on after too many of them, so that they hide none that names their cause."""
        if len(self.problems) <= MOST_PROBLEMS:
            self.problems.append(problem)


def _syntax_problem(file: str, error: Any, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else _line_and_column(text, getattr(error, "position", 0))
    place = Position(file, line + 1, column + 1)
    character = getattr(error, "character", None)
    if isinstance(character, int):
        return Problem(HIDDEN_CHARACTER, place, told(chr(character)))
    message = Text("is not valid YAML: {reason}", reason=_syntax_reason(error, text, line, column))
    entry = in_quotes(text, mark.index) if mark else None
    if entry:
        message = Text("{problem}; put the text in quotes: {entry}", problem=message, entry=entry)
    return Problem(NOT_YAML, place, message)


def _syntax_reason(error: Any, text: str, line: int, column: int) -> Text | str:
    if text.splitlines()[line : line + 1] and text.splitlines()[line][column : column + 1] == "\t":
        return Text("a tab stands where YAML wants spaces; indent with spaces")
    return syntax_reason(getattr(error, "problem", None) or str(error).splitlines()[0])


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n"), offset - before.rfind("\n") - 1
