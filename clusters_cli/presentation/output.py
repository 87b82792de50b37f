"""Where a report goes: standard output or a file that is written whole or not at all."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.files import write_whole
from clusters_cli.presentation.formats import Format, chosen_format
from clusters_cli.presentation.streams import encoding_of

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
        UnwritableError: the file cannot be written.
    """
    from clusters_cli.presentation.legible import legible  # noqa: PLC0415  (help shows no report)
    from clusters_cli.presentation.people import is_terminal, to_terminal  # noqa: PLC0415
    from clusters_cli.presentation.writing import content, written  # noqa: PLC0415

    report = legible(report)
    if output.to_stdout and output.format is Format.TABLE and is_terminal(sys.stdout):
        to_terminal(report, sys.stdout)
        return
    if output.file is not None and not output.to_stdout:
        write_whole(output.file, content(report, output.format), force=output.force)
    elif output.format is Format.XLSX:
        message = _("a workbook goes to a file; add --output FILE.xlsx")
        raise UsageError(message, code="USE108")
    else:
        sys.stdout.write(written(report, output.format, encoding_of(sys.stdout)))
