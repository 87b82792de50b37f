"""The errors a user can meet, and the exit code each one ends with.

Anything that is not a ``ClustersError`` is a bug and ends with ``ExitCode.BUG``.
"""

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Self

from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence


class ExitCode(IntEnum):
    """What the program's exit status means, in every output format."""

    OK = 0
    NO = 1
    """The answer is no: invalid registry, ineligible, a ``--check`` that differs."""
    USAGE = 2
    UNDETERMINED = 3
    """It cannot be told from what is known."""
    UNREADABLE = 4
    """The registry or the file given cannot be read or is not valid."""
    BUG = 70

    @classmethod
    def of(cls, answer: bool | None) -> "ExitCode":  # noqa: FBT001  (a verdict has three values)
        """Return what a verdict means to a script: yes, no, or that it cannot be told."""
        if answer is None:
            return cls.UNDETERMINED
        return cls.OK if answer else cls.NO


class ClustersError(Exception):
    """An error to be told to the user in one message, with what to do about it.

    Args:
        message: what is wrong and where.
        code: stable code, for ``clusters explain`` and for programs.
        hint: what the user can do, in one sentence.
        position: where in a file, when the error has a place.
    """

    exit_code = ExitCode.USAGE
    default_code = "USE100"

    def __init__(
        self,
        message: Text,
        *,
        code: str | None = None,
        hint: Text | None = None,
        position: Position | None = None,
    ) -> None:
        super().__init__(message.template)
        self.message = message
        self.code = code or self.default_code
        self.hint = hint
        self.position = position


class UsageError(ClustersError):
    """The command line asks for something that does not exist or makes no sense."""


class UndeterminedError(ClustersError):
    """The answer depends on a fact that an application file does not give; the message names it."""

    exit_code = ExitCode.UNDETERMINED
    default_code = "DOS401"


class UnusableFileError(ClustersError):
    """A file or folder given by the user cannot be read or written.

    Args:
        message: what is wrong and where.
        reason: what is wrong, said after the name of the file; the message where that names none.
        more: what every error has.
    """

    exit_code = ExitCode.UNREADABLE
    default_code = "REG001"

    def __init__(self, message: Text, *, reason: Text | None = None, **more: Any) -> None:  # noqa: ANN401  (what every error takes)
        super().__init__(message, **more)
        self.reason = reason or message

    @classmethod
    def of(cls, file: str, reason: Text, *, code: str | None = None) -> Self:
        """Return the error of a file that is known to the user by a name; the reason is said after it."""
        message = Text("{file} {reason}", file=file, reason=reason)
        return cls(message, reason=reason, code=code, position=Position(file))

    def problem_of(self, file: str) -> Problem:
        """Return what makes a file or folder unusable as a problem of it, for what judges files."""
        return Problem(self.code, self.position or Position(file), self.reason)


class UnwritableError(UnusableFileError):
    """An answer cannot be written to its file or its stream."""

    default_code = "USE105"


class InvalidDataError(ClustersError):
    """A registry or a file was read and is not valid; ``problems`` holds every reason."""

    exit_code = ExitCode.UNREADABLE
    default_code = "REG100"

    def __init__(self, message: Text, problems: "Sequence[Problem]", *, hint: Text | None = None) -> None:
        super().__init__(message, hint=hint)
        self.problems = tuple(problems)
