"""A problem found in a data file: what is wrong, where, and what was perhaps meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.foundations.words import Vocabulary

MOST_PROBLEMS = 1000
"""Problems kept for one file; a file with more is not what its name says."""


class Level(Vocabulary):
    """How bad a problem is: an error makes the file invalid, a warning does not."""

    ERROR = "error", Text("error"), "erreur"
    WARNING = "warning", Text("warning"), "avertissement"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file; line and column count from 1, in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a data file.

    Attributes:
        code: stable code, such as ``REG103``.
        position: file, line and column.
        path: where in the data, such as ``clusters[0].figures[1].budget``.
        entity: what the problem is about, such as ``cluster aerocentre, figures 2021``; ``None`` when none is named.
        message: what is wrong, with what was found.
        suggestion: what was perhaps meant, or ``None``.
    """

    code: str
    position: Position
    message: Text
    path: str = ""
    entity: Sentence | None = None
    suggestion: str | None = None
    level: Level = Level.ERROR

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
    return (*kept, Problem("REG015", Position(kept[-1].position.file), message))


def _rank(problem: Problem) -> tuple[bool, bool]:
    return problem.level is not Level.ERROR, bool(problem.path) and not problem.path.isidentifier()
