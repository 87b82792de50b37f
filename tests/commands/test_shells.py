"""Completion in the shells themselves, at a terminal: what stands on the line after the tabulator key."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clusters_cli.commands.shared.shells import VARIABLE

pytestmark = pytest.mark.shells

PATIENCE = 20.0
"""Seconds until a shell is given up; they answer in one or two."""
_SOURCED = {
    "bash": "set -o emacs; bind 'set bell-style none'; source {script}",
    "zsh": "bindkey -e; autoload -U compinit; compinit -D -u; source {script}",
}
CASES = [
    ("clusters cashflow --scheme=hori", "clusters cashflow --scheme=horizon-europe"),
    ("clusters pool --scheme nekoe=hori", "clusters pool --scheme nekoe=horizon-europe"),
    ("clusters pool --scheme=nekoe=hori", "clusters pool --scheme=nekoe=horizon-europe"),
    ("clusters list --maturity eme", "clusters list --maturity emerging"),
    ("clusters list --maturity=eme", "clusters list --maturity=emerging"),
    ("clusters list --columns name,bud", "clusters list --columns name,budget"),
    ("clusters cashflow --by q", "clusters cashflow --by quarter"),
    ("clusters show nek", "clusters show nekoe"),
]


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """An environment in which ``clusters`` is this program, without settings of the person who runs the tests."""
    program = tmp_path / "bin" / "clusters"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from clusters_cli.app import main; main()" "$@"\n')
    program.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "PS1": "$ ",
    }


def script_of(shell: str, surroundings: dict[str, str]) -> Path:
    """Write the script of a shell where a person would keep it."""
    file = Path(surroundings["HOME"]) / f"clusters.{shell}"
    asked = {**surroundings, VARIABLE: f"source_{shell}"}
    file.write_text(subprocess.run(["clusters"], env=asked, capture_output=True, text=True, check=True).stdout)
    return file


def completed(shell: str, line: str, surroundings: dict[str, str]) -> str:
    """Type the beginning of a line and the tabulator key, and return the line that the shell makes of it."""
    script = script_of(shell, surroundings)
    command = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}[shell]
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(command[0], command, surroundings)  # noqa: S606  (the shell under test, found on the path)
    try:
        os.write(terminal, f"{_SOURCED[shell].format(script=script)}; echo re''ady\n".encode())
        _read_until(terminal, "\nready")
        os.write(terminal, f"{line}\t".encode())
        os.write(terminal, b"\x01echo 'made: \x05' | tr -d '\\r'\n")
        return _read_until(terminal, "\nmade: ([^\n\r]*)").strip()
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def _read_until(terminal: int, pattern: str) -> str:
    """Read what a terminal shows until something stands there; return its group, or all of it."""
    shown, limit = "", time.monotonic() + PATIENCE
    while time.monotonic() < limit:
        if select.select([terminal], [], [], 0.2)[0]:
            shown += os.read(terminal, 4096).decode(errors="replace").replace("\r", "")
        if found := re.search(pattern + r".*\n", shown):
            return found[found.re.groups]
    raise AssertionError(shown)


@pytest.mark.parametrize(("line", "expected"), CASES)
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_tabulator_key_completes_the_word(
    shell: str, line: str, expected: str, surroundings: dict[str, str]
) -> None:
    assert completed(shell, line, surroundings) == expected


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_fish_offers_the_word(line: str, expected: str, surroundings: dict[str, str]) -> None:
    script = script_of("fish", surroundings)
    asked = f"source {script}; complete --do-complete '{line}'"

    offered = subprocess.run(
        ["fish", "--no-config", "--command", asked], env=surroundings, capture_output=True, text=True, check=True
    ).stdout

    assert [entry.partition("\t")[0] for entry in offered.splitlines()] == [expected.rpartition(" ")[-1]]
