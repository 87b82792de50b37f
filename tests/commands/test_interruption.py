"""Ctrl-C at any moment ends the program with 130 and without a word, in real processes."""

import os
import signal
import subprocess
import sys
import time

import pytest
import typer

from clusters_cli.commands.shared.run import run
from clusters_cli.foundations import interruption
from clusters_cli.foundations.errors import ExitCode, UsageError
from clusters_cli.foundations.interruption import INTERRUPTED, was_interrupted
from clusters_cli.foundations.text import Text
from tests.conftest import Cli

PROGRAM = """
import os, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
import clusters_cli.__main__ as program
prepare = program.forget_no_interruption
program.forget_no_interruption = lambda: (prepare(), os.write(2, b"."))
program.main()
"""
"""Tells on standard error when it begins, so that a signal comes neither earlier nor at an unknown moment.

A shell starts what it runs in the background deaf to the signal, and with it all that the tests start.
"""
LAST = 0.5
"""Seconds after which the last signal comes."""


def interrupted_after(seconds: float) -> tuple[int, str]:
    """Return the exit code and the messages of a long answer that is interrupted so long after its beginning."""
    command = [sys.executable, "-c", PROGRAM, "cashflow", "--scheme=all", "--delays=balance=uniform(0,300)"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        assert process.stderr.read(1) == "."
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        told = process.communicate()[1]
    return process.returncode, told


pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")


@pytest.mark.parametrize("seconds", [0, 0.02, 0.1, 0.3])
def test_an_interruption_ends_with_130_and_says_nothing(seconds: float) -> None:
    assert interrupted_after(seconds) == (INTERRUPTED, "")


@pytest.mark.long
def test_no_moment_is_too_early(fuzz_count: int | None) -> None:
    count = fuzz_count or 60

    ends = {interrupted_after(LAST * moment / count) for moment in range(count)}

    assert ends <= {(INTERRUPTED, ""), (0, "")}


def test_an_interruption_that_became_another_error_is_one() -> None:
    error = RuntimeError("Error calling __set_name__ on 'member' instance")
    assert not was_interrupted(error)

    error.__cause__ = ImportError()
    error.__cause__.__context__ = KeyboardInterrupt()
    assert was_interrupted(error)


def test_an_error_that_hides_the_interruption_before_it_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library may raise its own error without the one that it had."""
    monkeypatch.setattr(interruption, "_moments", [])
    error = RuntimeError("Error building a model")
    assert not was_interrupted(error)

    with pytest.raises(KeyboardInterrupt):
        interruption.interrupt(signal.SIGINT, None)

    assert was_interrupted(error)


@pytest.mark.parametrize(
    "line", [["lst"], ["show"], ["list", "--colour"], ["cashflow", "--years", "some"], ["list", "tours"]], ids=" ".join
)
def test_an_error_of_typer_that_comes_after_an_interruption_is_not_told(
    line: list[str], cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli(*line).exit_code == ExitCode.USAGE

    monkeypatch.setattr(interruption, "_moments", [signal.SIGINT])
    told = cli(*line, "-f", "json")

    assert (told.exit_code, told.output) == (INTERRUPTED, "")


def test_an_error_of_typer_that_an_interruption_became_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    error = typer.BadParameter("must be a number")
    error.__context__ = KeyboardInterrupt()

    def refuse() -> None:
        raise error

    assert run(refuse, ["list", "-f", "json"], "en", debug=False) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_what_typer_makes_of_an_interruption_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    def refuse() -> None:
        raise typer.Abort

    assert run(refuse, ["list"], "en", debug=False) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_a_message_that_comes_after_an_interruption_is_not_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise UsageError(Text("the file cannot be read"))

    monkeypatch.setattr(interruption, "_moments", [signal.SIGINT])

    assert run(refuse, ["list"], "en", debug=False) == INTERRUPTED
    assert capsys.readouterr().err == ""
