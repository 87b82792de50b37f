"""A problem found in a data file: what is wrong, where, and what was perhaps meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.text import Sentence, Text

TOO_MANY_PROBLEMS = Explanation(
    "REG015",
    Text("too many problems"),
    Text("There are more problems than anybody reads: a thousand are told, what is wrong with whole files first."),
    Text("Correct the first ones; often one mistake repeats itself."),
)


MOST_PROBLEMS = 1000
"""Problems kept for one file; a file with more is not what its name says."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file; line and column count from 1, in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@in_data(
    without=("explanation", "path"),
    spread=("position",),
    sentences=("message",),
    plain=("entity",),
    path_in_data="path",
)
@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a data file.

    Attributes:
        explanation: what its code means.
        position: file, line and column.
        path: where in the data, such as ``clusters[0].figures[1].budget``.
        entity: what the problem is about, such as ``cluster aerocentre, figures 2021``; ``None`` when none is named.
        message: what is wrong, with what was found.
        suggestion: what was perhaps meant, or ``None``.
    """

    explanation: Explanation
    position: Position
    message: Text
    path: str = ""
    entity: Sentence | None = None
    suggestion: str | None = None

    @computed
    def code(self) -> str:
        """Its stable code, such as ``REG103``."""
        return self.explanation.code

    @computed
    def level(self) -> Level:
        """How bad it is."""
        return self.explanation.level

    @computed
    def path_in_data(self) -> str | None:
        """Where in the data; ``None`` for the file as a whole."""
        return self.path or None

    @property
    def key(self) -> str:
        """The key it is about; of a statement its key, not the ``value`` under it."""
        return self.path.removesuffix(".value").rsplit(".", 1)[-1]


def at_most(problems: Sequence[Problem], most: int = MOST_PROBLEMS) -> tuple[Problem, ...]:
    """Return the problems that are told of a file or of a registry, in their order, and that there are more.

    Errors are told before warnings, and what is wrong with a whole file before what is wrong in it.
    """
    if len(problems) <= most:
        return tuple(problems)
    first = sorted(range(len(problems)), key=lambda index: (_rank(problems[index]), index))
    kept = tuple(problems[index] for index in sorted(first[:most]))
    message = Text("there are more problems than the {count} told; correct these first", count=most)
    return (*kept, Problem(TOO_MANY_PROBLEMS, Position(kept[-1].position.file), message))


def _rank(problem: Problem) -> tuple[bool, bool]:
    return problem.level is not Level.ERROR, bool(problem.path) and not problem.path.isidentifier()
