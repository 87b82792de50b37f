"""Runs the commands that the pages show, and returns the pages as they should read.

A ``console`` block holds ``$ command`` lines (continued on lines that begin with ``> ``), each followed by what it
prints on both streams.  ``…`` alone on a line stands for any number of lines, inside a line for any text.  All blocks
of a page run in one empty folder, in order; ``$ echo $?`` shows the exit code of the command before it; a block such
as ```` ```yaml title="mine.yaml" ```` is written to that folder.  Commands not to be run stand in a ``sh`` block.

A page named ``*.fr.md``, or in ``docs/fr``, is for French readers: its commands run in French, each as a process of its
own, since a process speaks one language.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from clusters_cli.app import app

ROOT = Path(__file__).parent.parent.parent
PAGES = (ROOT / "README.md", ROOT / "README.fr.md", *sorted((ROOT / "docs").rglob("*.md")))
RUNNABLE = ("clusters", "cat", "echo")

_BLOCK = re.compile(r'^```(?:console|\w+ title="(?P<file>[^"/]+)")\n(?P<body>.*?)^```$', re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (?P<command>.*(?:\n> .*)*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_NEEDS_A_SHELL = re.compile(r"[|<>;&$`*\n\\]")
_SURROUNDINGS = {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}


class Session:
    """A shell session in a folder, which speaks a language and remembers the last exit code."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.folder = folder
        self.language = language
        self.surroundings = {**_SURROUNDINGS, "CLUSTERS_LANG": language}
        self.code = 0

    def run(self, command: str) -> str:
        """Run a command and return what it prints on both streams."""
        words = command.split()
        if next(word for word in words if "=" not in word) not in RUNNABLE:
            raise ValueError(f"console blocks are run by the tests; put this one in a sh block: {command}")
        in_process = words[0] == "clusters" and self.language == "en" and not _NEEDS_A_SHELL.search(command)
        return self._in_process(command) if in_process else self._in_a_shell(command)

    def _in_process(self, command: str) -> str:
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            result = CliRunner().invoke(
                app, shlex.split(command)[1:], env={**self.surroundings, "CLUSTERS_REGISTRY": None}
            )
        finally:
            os.chdir(before)
        self.code = result.exit_code
        return result.output

    def _in_a_shell(self, command: str) -> str:
        environment = {name: value for name, value in os.environ.items() if name != "CLUSTERS_REGISTRY"}
        environment |= {**self.surroundings, "PYTHONPATH": str(ROOT)}
        program = f'clusters() {{ {shlex.quote(sys.executable)} -m clusters_cli "$@"; }}'
        done = subprocess.run(
            ["bash", "-c", f"{program}\n(exit {self.code})\n{command}"],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.code = done.returncode
        return done.stdout


def replayed(text: str, folder: Path, language: str = "en") -> str:
    """Return a page with the outputs its commands print today; those that still match stay as they are written."""
    session = Session(folder, language)

    def block(match: re.Match[str]) -> str:
        if match["file"]:
            (folder / match["file"]).write_text(match["body"], encoding="utf-8")
            return match[0]
        commands = _COMMAND.sub(lambda command: _replayed_command(command, session), match["body"])
        return f"```console\n{commands}```"

    return _BLOCK.sub(block, text)


def language_of(page: Path) -> str:
    """Return the language of a page, which its name or its folder tells."""
    return "fr" if page.name.endswith(".fr.md") or page.parent.name == "fr" else "en"


def shown_commands(text: str) -> list[str]:
    """Return the commands that a page shows, in their order: those that the tests run and those that they do not."""
    shown = [match["command"] for block in _BLOCK.finditer(text) for match in _COMMAND.finditer(block["body"])]
    return [*shown, *re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)]


def _replayed_command(match: re.Match[str], session: Session) -> str:
    command = match["command"].replace("\n> ", "\n")
    printed = [line.rstrip() for line in session.run(command).rstrip().splitlines()]
    expected = match["output"].rstrip().splitlines()
    lines = expected if matches(expected, printed) else shortened(printed, expected)
    return "\n".join([f"$ {match['command']}", *lines, *([""] if match["output"].endswith("\n\n") else [])]) + "\n"


def matches(expected: list[str], printed: list[str]) -> bool:
    """Whether lines were printed as expected, ``…`` standing for anything."""
    patterns = [r"(?:.*\n)*" if line == "…" else re.escape(line).replace("…", ".*") + r"\n" for line in expected]
    return re.fullmatch("".join(patterns), "".join(f"{line}\n" for line in printed)) is not None


def shortened(printed: list[str], expected: list[str]) -> list[str]:
    """Return what was printed, cut where the page cuts it."""
    if "…" not in expected:
        return printed
    head = expected.index("…")
    tail = len(expected) - 1 - head
    return [*printed[:head], "…", *printed[len(printed) - tail :]] if head + tail < len(printed) else printed
