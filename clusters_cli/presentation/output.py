"""Where a report goes: standard output or a file that is written whole or not at all."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clusters_cli.foundations.errors import UnusableFileError, UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.formats import Format, chosen_format
from clusters_cli.presentation.geojson import to_geojson
from clusters_cli.presentation.machine import CSV, CSV_FR, TSV, envelope, to_delimited, to_json, to_yaml
from clusters_cli.presentation.people import is_terminal, to_markdown, to_plain, to_terminal
from clusters_cli.presentation.report import Report

_DIALECTS = {Format.CSV: CSV, Format.CSV_FR: CSV_FR, Format.TSV: TSV}


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


def show(report: Report, output: Output) -> None:
    """Print a report, or write it to its file.

    Raises:
        UsageError: the file exists and may not be replaced, or the format cannot hold this report.
        UnusableFileError: the file cannot be written.
    """
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


def content(report: Report, format_: Format) -> bytes:
    """Return a report as a file in a format."""
    if format_ is Format.XLSX:
        from clusters_cli.presentation.workbook import to_workbook  # noqa: PLC0415  (only this format needs it)

        return to_workbook(report)
    return written(report, format_).encode("utf-8")


def written(report: Report, format_: Format) -> str:
    """Return a report as text in a format; a workbook is no text."""
    if format_ is Format.JSON:
        return to_json(envelope(report))
    if format_ is Format.YAML:
        return to_yaml(envelope(report))
    if format_ in _DIALECTS:
        table = report.export or next(iter(report.tables), None)
        if table is None:
            message = _("clusters {command} has no table to write as {format}")
            raise UsageError(message.format(command=report.command, format=format_), code="USE106")
        return to_delimited(table, _DIALECTS[format_])
    if format_ is Format.GEOJSON:
        if report.places is None:
            message = _(
                "clusters {command} has no places to write as geojson; clusters list and clusters poles list do"
            )
            raise UsageError(message.format(command=report.command), code="USE107")
        return to_geojson(report.places)
    return to_markdown(report) if format_ is Format.MARKDOWN else to_plain(report)


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
    temporary = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(file)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _unwritable(file, error) from None
