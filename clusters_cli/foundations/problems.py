"""A problem found in a data file: what is wrong, where, and what was perhaps meant."""

from dataclasses import dataclass
from enum import StrEnum

from clusters_cli.foundations.text import Text


class Level(StrEnum):
    """How bad a problem is: an error makes the file invalid, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


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
        entity: what the problem is about, such as ``cluster aerocentre, figures 2021``; empty when none is named.
        message: what is wrong, with what was found.
        suggestion: what was perhaps meant, or ``None``.
    """

    code: str
    position: Position
    message: Text | str
    path: str = ""
    entity: str = ""
    suggestion: str | None = None
    level: Level = Level.ERROR

    @property
    def key(self) -> str:
        """The key it is about; of a statement its key, not the ``value`` under it."""
        return self.path.removesuffix(".value").rsplit(".", 1)[-1]
