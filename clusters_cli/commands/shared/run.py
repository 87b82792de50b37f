"""The one place where an answer is printed and where errors become messages and exit codes."""

import sys
import traceback
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TextIO

import typer

from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.conflicts import refuse_idle
from clusters_cli.commands.shared.usage import usage_message
from clusters_cli.foundations.errors import ClustersError, ExitCode, InvalidDataError, UnwritableError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.interruption import INTERRUPTED, was_interrupted
from clusters_cli.foundations.text import Language, Text, Value
from clusters_cli.presentation.envelope import bounded, error_envelope
from clusters_cli.presentation.formats import Audience, Format, format_asked
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.output import show
from clusters_cli.presentation.streams import failures, settle_encoding, steady_streams
from clusters_cli.presentation.worded_problems import on_a_line

if TYPE_CHECKING:
    from clusters_cli.foundations.problems import Position

BUG = Explanation(
    "BUG700",
    Text("a bug"),
    Text("The program failed where it should not have; it is not a mistake of yours, and no file was changed."),
    Text("Report it with what you typed; add --debug for the traceback."),
)
WRONG_OPTION = Explanation(
    "USE101",
    Text("a wrong option or argument"),
    Text("An option does not exist, lacks its value, or its value is not of the kind it takes."),
    Text("clusters COMMAND --help shows what the command takes, with examples."),
    example="clusters list --format jason",
)


_ANSWERS = frozenset({ExitCode.OK, ExitCode.NO, ExitCode.USAGE, ExitCode.UNDETERMINED, ExitCode.UNREADABLE})
"""The codes that say something which was to be read; a bug and an interruption stay what they are."""


def run(invoke: Callable[[], object], arguments: Sequence[str], language: Language, *, debug: bool) -> int:
    """Run a command, print its answer or its error, and return the exit code.

    Args:
        invoke: runs the command and returns its answer, or an exit code when it has none.
        arguments: the command line, to name the command and find the format when it could not be run.
        language: of whoever typed it, in which messages are written.
        debug: whether a bug shows its traceback.
    """
    code = _run(invoke, arguments, language, debug=debug)
    failed = [_unwritable(stream, failure) for stream, failure in failures()]
    for error in failed:
        sys.stderr.writelines(f"{line}\n" for line in _message(error.message, error.code, language))
    return int(ExitCode.UNREADABLE) if failed and code in _ANSWERS else code


def _run(invoke: Callable[[], object], arguments: Sequence[str], language: Language, *, debug: bool) -> int:
    try:
        answer = invoke()
        if isinstance(answer, Answer):
            _refuse_idle_force(answer)
            show(answer.report, answer.output, language)
            return int(answer.report.exit_code)
        return answer if isinstance(answer, int) else int(ExitCode.OK)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  (whatever happens is told, unless an interruption is behind it)
        return INTERRUPTED if was_interrupted(error) else _told(error, arguments, language, debug=debug)


def _told(error: Exception, arguments: Sequence[str], language: Language, *, debug: bool) -> int:
    if isinstance(error, ClustersError):
        return _tell(error.exit_code, _entries(error), _lines(error, language), arguments)
    if isinstance(error, typer.exceptions.TyperException):
        message = usage_message(error)
        entries = [_entry(WRONG_OPTION.code, message, None)]
        lines = [*_message(message, WRONG_OPTION.code, language), word(_try_help(error), language)]
        return _tell(ExitCode.USAGE, entries, lines, arguments)
    return _tell_bug(error, arguments, language, debug=debug)


def _tell_bug(error: Exception, arguments: Sequence[str], language: Language, *, debug: bool) -> int:
    if debug:
        sys.stderr.write(visible(traceback.format_exc(), several_lines=True))
    message = f"{type(error).__name__}: {error}"
    return _tell(ExitCode.BUG, [_entry(BUG.code, message, None)], _bug(message, language), arguments)


def _unwritable(stream: TextIO, failure: OSError) -> UnwritableError:
    message = (
        Text("standard output cannot be written: {reason}")
        if stream is sys.stdout
        else Text("standard error cannot be written: {reason}")
    )
    return UnwritableError(message.given(reason=failure.strerror or type(failure).__name__))


def _refuse_idle_force(answer: Answer) -> None:
    """Refuse to replace a file where none is written."""
    if answer.output.force and answer.output.file is None:
        refuse_idle("--force", Text("no file is written"), Text("add --output FILE, or leave it out"))


def _tell(code: ExitCode, entries: list[dict[str, Any]], lines: Sequence[str], arguments: Sequence[str]) -> int:
    sys.stderr.write("\n".join(line for line in lines if line) + "\n")
    asked = requested_format(arguments)
    if asked is not None and asked.enveloped is not None and _value(arguments, "--output", "-o") in (None, "-"):
        sys.stdout.write(asked.enveloped(error_envelope(_command(arguments), code, entries)))
    return int(code)


def _command(arguments: Sequence[str]) -> str:
    """Find the command's name on a command line: the first word that is no option and no option's value."""
    for previous, argument in zip(["", *arguments], arguments, strict=False):
        if not argument.startswith("-") and previous != "--registry":
            return argument
    return ""


def requested_format(arguments: Sequence[str]) -> Format | None:
    """Find the format a command line asks for, before it is understood; ``None`` if it names none."""
    return format_asked(_value(arguments, "--format", "-f"), _value(arguments, "--output", "-o"))


def is_for_a_program(arguments: Sequence[str]) -> bool:
    """Whether a command line asks for output that programs read, which is never translated.

    A new application file is for the person who fills it in, although its suffix is that of a format for programs.
    """
    if list(arguments[:2]) == ["dossier", "new"]:
        return False
    asked = requested_format(arguments)
    return asked is not None and asked.audience is Audience.PROGRAMS


def settle_streams(arguments: Sequence[str]) -> None:
    """Prepare the standard streams of this process for what a command line asks to be printed."""
    steady_streams()
    for stream in (sys.stdout, sys.stderr):
        settle_encoding(stream, for_a_program=is_for_a_program(arguments))


def _value(arguments: Sequence[str], option: str, short: str) -> str | None:
    for argument, following in zip_longest(arguments, arguments[1:], fillvalue=""):
        if argument in (option, short):
            return following
        if argument.startswith(f"{option}="):
            return argument.removeprefix(f"{option}=")
        if argument.startswith(short) and not argument.startswith("--"):
            return argument.removeprefix(short)
    return None


def _entries(error: ClustersError) -> list[dict[str, Any]]:
    if isinstance(error, InvalidDataError):
        return [_entry(problem.code, problem.message, problem.position) for problem in error.problems]
    return [_entry(error.code, error.message, error.position)]


def _entry(code: str, message: Value, position: "Position | None") -> dict[str, Any]:
    return {"code": code, "message": message, "position": position}


def _lines(error: ClustersError, language: Language) -> list[str]:
    found = error.problems if isinstance(error, InvalidDataError) else ()
    problems = [bounded(on_a_line(problem, language)) for problem in found]
    return [
        *problems,
        *_message(error.message, error.code, language),
        word(Text("Hint: {hint}", hint=bounded(word(error.hint, language))), language) if error.hint else "",
    ]


def _message(message: Value, code: str, language: Language) -> list[str]:
    return [word(Text("Error: {message} [{code}]", message=bounded(word(message, language)), code=code), language)]


def _try_help(error: typer.exceptions.TyperException) -> Text:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "clusters"
    return Text("Hint: {command} --help lists what it takes.", command=path)


def _bug(message: str, language: Language) -> list[str]:
    advice = (
        Text("This is a bug in clusters, not a mistake of yours."),
        Text("Please report it to the maintainers, with what you typed and what --debug adds to this message."),
    )
    return [*_message(message, BUG.code, language), *(word(line, language) for line in advice)]
