"""Where a report goes: standard output or a file that is written whole or not at all."""

import errno
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clusters_cli.foundations.errors import UnusableFileError, UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.formats import Format, chosen_format

if TYPE_CHECKING:
    from clusters_cli.presentation.report import Report


@dataclass(frozen=True, slots=True)
class Output:
    """How and where the user wants the answer.

    Attributes:
        asked: the format asked for, if any.
        file: the file to write; ``None`` or ``-`` is standard output.
        force: whether an existing file may be replaced.
    """

    asked: Format | None = None
    file: Path | None = None
    force: bool = False

    @property
    def format(self) -> Format:
        """The format to write."""
        return chosen_format(self.asked, self.file)

    @property
    def to_stdout(self) -> bool:
        """Whether the answer goes to standard output."""
        return self.file is None or str(self.file) == "-"


def show(report: "Report", output: Output) -> None:
    """Print a report, or write it to its file.

    Raises:
        UsageError: the file exists and may not be replaced, or the format cannot hold this report.
        UnusableFileError: the file cannot be written.
    """
    from clusters_cli.presentation.people import is_terminal, to_terminal  # noqa: PLC0415  (help shows no report)
    from clusters_cli.presentation.writing import content, written  # noqa: PLC0415

    if output.to_stdout and output.format is Format.TABLE and is_terminal(sys.stdout):
        to_terminal(report, sys.stdout)
        return
    if output.file is not None and not output.to_stdout:
        write_whole(output.file, content(report, output.format), force=output.force)
    elif output.format is Format.XLSX:
        message = _("a workbook goes to a file; add --output FILE.xlsx")
        raise UsageError(message, code="USE108")
    else:
        sys.stdout.write(written(report, output.format))


def write_all(folder: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Write several files into a folder, which is made if need be; none is written if one exists already.

    Raises:
        UsageError: one of them exists and ``force`` is not given.
        UnusableFileError: the folder cannot be made, or a file cannot be written.
    """
    _refuse_existing([folder / name for name in files], force=force)
    for name, content in files.items():
        file = folder / name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(file.parent, error) from None
        write_whole(file, content, force=force)


def _refuse_existing(files: Sequence[Path], *, force: bool) -> None:
    found = next((file for file in files if os.path.lexists(file)), None)
    if found is not None and not force:
        raise UsageError(_("{file} exists; add --force to replace it").format(file=found), code="USE104")


def _unwritable(file: Path, error: OSError) -> UnusableFileError:
    message = _("{file} cannot be written: {reason}").format(file=file, reason=error.strerror)
    return UnusableFileError(message, code="USE105")


def write_whole(file: Path, content: bytes, *, force: bool) -> None:
    """Write a file whole or not at all, through a temporary file beside it.

    Raises:
        UsageError: the file exists and ``force`` is not given.
        UnusableFileError: it cannot be written.
    """
    _refuse_existing([file], force=force)
    if file.is_dir():
        raise _unwritable(file, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))
    temporary = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(file)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _unwritable(file, error) from None
