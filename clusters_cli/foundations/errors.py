"""The errors a user can meet, and the exit code each one ends with.

Anything that is not a ``ClustersError`` is a bug and ends with ``ExitCode.BUG``.
"""

from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar, Self

from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.problems import Position, Problem
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

MISSING_FACT = Explanation(
    "DOS401",
    Text("a fact that the answer needs"),
    Text(
        "The treasury of a project needs its first and last day, its costs and its resources; that of a cluster of the "
        "registry an agreement and a budget."
    ),
    Text("Add the fact that the message names; in an application file an empty list states that there is nothing."),
)
UNREADABLE = Explanation(
    "REG001",
    Text("a file or folder cannot be read"),
    Text("It does not exist, is no regular file or folder, may not be read, or vanished meanwhile."),
    Text("Check the path and the rights of the file."),
)
INVALID_DATA = Explanation(
    "REG100",
    Text("the registry or the file is not valid"),
    Text("It was read and has errors, each told on a line of its own with its own code."),
    Text("Correct them; clusters validate tells them all, clusters explain CODE each of them."),
)
NO_SENSE = Explanation(
    "USE100",
    Text("the command line makes no sense"),
    Text("What is asked cannot be done, for the reason the message gives."),
    Text("clusters COMMAND --help shows what the command takes, with examples."),
)
UNWRITABLE = Explanation(
    "USE105",
    Text("an output that cannot be written"),
    Text("The folder cannot be written, the disk is full, or a stream is closed; no half of a file was left."),
    Text("Check the path, the rights and the room on the disk."),
    example="clusters list --output nowhere/clusters.csv",
)


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

    def joined(self, answer: bool | None) -> "ExitCode":  # noqa: FBT001  (a verdict has three values)
        """Return what a verdict and one more mean together: the worst decides, a no before what cannot be told."""
        return min(self, ExitCode.of(answer), key=(ExitCode.NO, ExitCode.UNDETERMINED, ExitCode.OK).index)


class ClustersError(Exception):
    """An error to be told to the user in one message, with what to do about it.

    Args:
        message: what is wrong and where.
        explanation: what its code means; that of its kind of error when it has none of its own.
        hint: what the user can do, in one sentence.
        position: where in a file, when the error has a place.
    """

    exit_code = ExitCode.USAGE
    explained: ClassVar[Explanation] = NO_SENSE

    def __init__(
        self,
        message: Text,
        explanation: Explanation | None = None,
        *,
        hint: Text | None = None,
        position: Position | None = None,
    ) -> None:
        super().__init__(message.template)
        self.message = message
        self.explanation = explanation or self.explained
        self.hint = hint
        self.position = position

    @property
    def code(self) -> str:
        """Its stable code, for ``clusters explain`` and for programs."""
        return self.explanation.code


class UsageError(ClustersError):
    """The command line asks for something that does not exist or makes no sense."""


class UndeterminedError(ClustersError):
    """The answer depends on a fact that an application file does not give; the message names it."""

    exit_code = ExitCode.UNDETERMINED
    explained: ClassVar[Explanation] = MISSING_FACT


class UnusableFileError(ClustersError):
    """A file or folder given by the user cannot be read or written.

    Args:
        message: what is wrong and where.
        reason: what is wrong, said after the name of the file; the message where that names none.
        more: what every error has.
    """

    exit_code = ExitCode.UNREADABLE
    explained: ClassVar[Explanation] = UNREADABLE

    def __init__(
        self,
        message: Text,
        explanation: Explanation | None = None,
        *,
        reason: Text | None = None,
        **more: Any,  # noqa: ANN401  (what every error takes)
    ) -> None:
        super().__init__(message, explanation, **more)
        self.reason = reason or message

    @classmethod
    def of(cls, file: str, reason: Text, explanation: Explanation | None = None) -> Self:
        """Return the error of a file that is known to the user by a name; the reason is said after it."""
        message = Text("{file} {reason}", file=file, reason=reason)
        return cls(message, explanation, reason=reason, position=Position(file))

    def problem_of(self, file: str) -> Problem:
        """Return what makes a file or folder unusable as a problem of it, for what judges files."""
        return Problem(self.explanation, self.position or Position(file), self.reason)


class UnwritableError(UnusableFileError):
    """An answer cannot be written to its file or its stream."""

    explained: ClassVar[Explanation] = UNWRITABLE


class InvalidDataError(ClustersError):
    """A registry or a file was read and is not valid; ``problems`` holds every reason."""

    exit_code = ExitCode.UNREADABLE
    explained: ClassVar[Explanation] = INVALID_DATA

    def __init__(self, message: Text, problems: "Sequence[Problem]", *, hint: Text | None = None) -> None:
        super().__init__(message, hint=hint)
        self.problems = tuple(problems)
