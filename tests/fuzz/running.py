"""Running the program on anything, and telling what must never happen."""

import os
import shlex
import shutil
import signal
import time
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from typer.testing import CliRunner

from clusters_cli.app import app
from clusters_cli.foundations.hidden import HIDDEN

SECONDS = 10
"""What a command may take on a slow and busy machine; it stops there."""
CODES = frozenset(range(5))
"""Exit codes of an answer or of a mistake of the user's."""
LONGEST_LINE = 1000
MOST_LINES = 1100
"""Of a message; a registry may have a thousand problems."""


class TooLongError(BaseException):
    """A command has not ended in time; nothing in the program catches it."""


def faults(arguments: Sequence[str], codes: AbstractSet[int] = CODES) -> list[str]:
    """Run a command line and return what must never happen and did; most of the time nothing.

    Args:
        arguments: what is typed after the program's name.
        codes: the exit codes that may come out.
    """
    start = time.monotonic()
    with _stopped_after(SECONDS):
        result = CliRunner().invoke(app, list(arguments))
    found = []
    if result.exception and not isinstance(result.exception, SystemExit):
        found.append(f"{type(result.exception).__name__}: {result.exception}"[:300])
    if result.exit_code not in codes:
        found.append(f"exit {result.exit_code}: {result.stderr.strip()[:300]}")
    if "Traceback" in result.stderr:
        found.append("a traceback")
    if raw := HIDDEN.findall(result.stdout.removeprefix("\ufeff") + result.stderr):
        found.append(f"hides or reorders text: {raw!a}")
    told = result.stderr.splitlines()
    if len(told) > MOST_LINES or max(map(len, told), default=0) > LONGEST_LINE:
        found.append(f"a message of {len(told)} lines, the longest of {max(map(len, told))} characters")
    return [f"{fault} [{time.monotonic() - start:.1f} s]" for fault in found]


def shown(arguments: Sequence[str]) -> str:
    """Write a command line so that it can be repeated in a shell."""
    return "clusters " + shlex.join(arguments).encode("utf-8", "backslashreplace").decode()


@contextmanager
def _stopped_after(seconds: int) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise TooLongError(f"did not end in {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


class Place:
    """A folder with what command lines speak of: good and broken files, a registry, what is no file at all."""

    def __init__(self, folder: Path, files: Mapping[str, str]) -> None:
        self._folder = folder
        self._files = {"broken.yaml": "a: [\n", "empty.yaml": "", **files}
        self.restore()

    def restore(self) -> None:
        """Put everything back as it was, so that every case finds the same."""
        for entry in self._folder.iterdir():
            shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
        for name, text in self._files.items():
            self.put(name, text)
        (self._folder / "folder").mkdir()
        os.mkfifo(self._folder / "pipe")

    def put(self, name: str, text: str) -> None:
        """Write a file, and the folder that it stands in."""
        file = self._folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
