"""The mapping file: by which line or kind of the plan a movement is meant, as its owner says it, rule by rule.

The first rule that fits a movement counts.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.fields import Line, Model, YesNo
from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.reading.refusals import echoed
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.strict_yaml import Document, read_yaml
from clusters_cli.foundations.text import Text, all_of, counted
from clusters_cli.foundations.validation import check
from clusters_cli.treasury.actuals.movements import CashMovement
from clusters_cli.treasury.lines import PlannedLine

UNKNOWN_LINE = Explanation(
    "ACT301",
    Text("a rule for a line that the plan does not have"),
    Text("A rule of the mapping file names a line by a key, a label or a funder that no line of the plan has."),
    Text("Take the label of a line as the plan prints it; the message names the nearest."),
)
SEVERAL_LINES = Explanation(
    "ACT302",
    Text("a rule for a name that several lines have"),
    Text("A rule of the mapping file names a line by its label or its funder, and several lines are called so."),
    Text("Name the line by its key, which it alone has."),
)

AccountPattern = Annotated[
    str,
    Field(pattern=r"^[0-9]{1,12}([*]|-[0-9]{1,12})?$", examples=["74*"]),
]
"""Accounts: ``74*`` those that begin so, ``641-645`` those from one to the other with all below, ``741`` that one."""
_LETTER = "[0-9A-Za-z\u00c0-\u00ff]"


def _with_a_word(written: str) -> str:
    if not re.search(_LETTER, written):
        raise RefusedError(Text("needs a word, found {found}", found=echoed(written)))
    return written


Words = Annotated[
    Line,
    AfterValidator(_with_a_word),
    Field(examples=["loyer"], json_schema_extra={"allOf": [{"pattern": _LETTER}]}),
]
"""Words of a label, one at least."""
_WORD = re.compile(r"\w+[*]?")


class MappingRule(Model):
    """A rule: what a movement is like, and what it is meant by.

    Attributes:
        account: the account of the other side, ``74*`` for all that begin so, ``641-645`` for a range, ``741`` for
            that account alone, whatever zeros follow; a bank's movement has none.
        words: words that all stand in a label of the movement, in any order, case and accents making no difference;
            ``cotis*`` stands for all that begin so.
        direction: ``in`` or ``out``, where only money that comes in or goes out is meant.
        line: the line of the plan, by its key, its label or its funder.
        kind: the kind of receipt, payment or financing, where no line is told.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["line"]}, {"required": ["kind"]}],
            "anyOf": [{"required": [key]} for key in ("account", "words", "direction")],
        }
    )

    account: AccountPattern | None = None
    words: Words | None = None
    direction: Direction | None = None
    line: Line | None = None
    kind: CashKind | None = None

    @model_validator(mode="after")
    def _asks_and_tells(self) -> Self:
        if (self.line is None) is (self.kind is None):
            raise RefusedError(Text("needs a line or a kind, and not both"))
        if self.account is None and self.words is None and self.direction is None:
            raise RefusedError(Text("needs an account, words or a direction by which it knows a movement"))
        return self

    def fits(self, movement: CashMovement) -> bool:
        """Return whether a movement is meant by all that the rule asks."""
        return (
            (self.account is None or _is_account(movement.account, self.account))
            and (self.words is None or any(_holds(name, self.words) for name in movement.names))
            and self.direction in (None, direction_of(movement))
        )


class ActualsMapping(Model):
    """A mapping file.

    Attributes:
        rules: the rules; the first one that fits a movement counts.
        default_accounts: whether accounts that no rule names stand for what the chart of accounts of associations
            says; yes when left out.
    """

    rules: Annotated[tuple[MappingRule, ...], Field(max_length=10_000)] = ()
    default_accounts: YesNo = True


NO_RULES = ActualsMapping()
"""What is meant without a mapping file: labels that are those of a line, and the chart of accounts."""


def direction_of(movement: CashMovement) -> Direction:
    """Return whether the money of a movement came in or went out."""
    return Direction.IN if movement.amount > 0 else Direction.OUT


def read_mapping(path: Path, lines: Sequence[PlannedLine]) -> ActualsMapping:
    """Read a mapping file.

    Args:
        path: the file.
        lines: those of the plan, which its rules may name.

    Raises:
        UnusableFileError: the file cannot be read.
        InvalidDataError: it is not valid, or names lines that the plan does not have; every problem is told.
    """
    document = read_yaml(path)
    mapping, problems = check(document, ActualsMapping)
    if mapping is not None:
        problems = (*problems, *_unknown_lines(mapping, document, lines))
    errors = sum(problem.level is Level.ERROR for problem in problems)
    if mapping is None or errors:
        message = counted("{file}: {count} problem", "{file}: {count} problems", errors, file=document.file)
        raise InvalidDataError(message, problems)
    return mapping


def named_lines(name: str, lines: Sequence[PlannedLine]) -> list[PlannedLine]:
    """Return the line that has a name for its key, else those that have it for their label.

    Case, accents and punctuation make no difference.  A line that the program itself calls by a word of the plan, such
    as dues, is known by each way of writing it.
    """
    folded = fold(name)
    by_key = [line for line in lines if fold(line.key) == folded]
    return by_key or [line for line in lines if folded in map(fold, _labels(line))]


def meant_lines(name: str, lines: Sequence[PlannedLine]) -> list[PlannedLine]:
    """Return the lines that a rule means by a name: by their key or label, else by who gives or lends their money."""
    folded = fold(name)
    return named_lines(name, lines) or [line for line in lines if line.funder and fold(line.funder) == folded]


def _labels(line: PlannedLine) -> Sequence[str]:
    """Return what people call a line: one that the program calls by its kind, by each way of writing that."""
    return line.kind.writings if line.label == line.kind.text else (line.called,)


def _unknown_lines(mapping: ActualsMapping, document: Document, lines: Sequence[PlannedLine]) -> Iterator[Problem]:
    for index, rule in enumerate(mapping.rules):
        found = [] if rule.line is None else meant_lines(rule.line, lines)
        if rule.line is None or len(found) == 1:
            continue
        where, path = document.locate(("rules", index, "line")), f"rules[{index}].line"
        if found:
            message = Text(
                "several lines are called {name!r}: {keys}", name=rule.line, keys=all_of(one.key for one in found)
            )
            yield Problem(SEVERAL_LINES, where, message, path=path)
            continue
        near = nearest(rule.line, [name for line in lines for name in (*_labels(line), line.key)], 1)
        message = Text("the plan has no line {name!r}", name=rule.line)
        yield Problem(UNKNOWN_LINE, where, message, path=path, suggestion=near[0] if near else None)


def _is_account(account: str | None, pattern: str) -> bool:
    """Return whether an account is one of a pattern.

    >>> _is_account("741000", "74*"), _is_account("645100", "641-645"), _is_account("741000", "741")
    (True, True, True)
    >>> _is_account("741100", "741"), _is_account(None, "74*")
    (False, False)
    """
    if account is None:
        return False
    if pattern.endswith("*"):
        return account.startswith(pattern[:-1])
    if "-" in pattern:
        low, high = sorted(pattern.split("-"))
        return account[: len(low)] >= low and account[: len(high)] <= high
    return account.startswith(pattern) and not account[len(pattern) :].strip("0")


def _holds(name: str, words: str) -> bool:
    """Return whether all words stand in a name.

    >>> _holds("PRLV SCI du Lac - Loyer d’été", "été loyer"), _holds("Employeurs", "loyer")
    (True, False)
    >>> _holds("VIR COTISATIONS 2026", "cotis* 2026")
    True
    """
    held = {fold(word) for word in _WORD.findall(name)}
    return all(
        any(one.startswith(fold(word[:-1])) for one in held) if word.endswith("*") else fold(word) in held
        for word in _WORD.findall(words)
    )
