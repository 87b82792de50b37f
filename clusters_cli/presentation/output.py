"""Where a report goes: standard output or a file that is written whole or not at all."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text
from clusters_cli.presentation.files import write_whole
from clusters_cli.presentation.formats import Format, chosen_format
from clusters_cli.presentation.streams import encoding_of, is_terminal

if TYPE_CHECKING:
    from clusters_cli.presentation.report import Report

WORKBOOK_WITHOUT_FILE = Explanation(
    "USE108",
    Text("a workbook without a file"),
    Text("A workbook is no text: it cannot be shown on the screen or sent through a pipe."),
    Text("Add --output FILE.xlsx."),
    example="clusters list --format xlsx",
)


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

    report = legible(report)
    if output.file is not None and not output.to_stdout:
        content = _content(report, output, "utf-8")
        whole = content.encode("utf-8") if isinstance(content, str) else content
        write_whole(output.file, whole, force=output.force)
    else:
        _print(report, output)


def _content(report: "Report", output: Output, encoding: str) -> str | bytes:
    from clusters_cli.presentation.writing import written  # noqa: PLC0415  (see above)

    if report.document is not None:
        return report.document
    return written(report, chosen_format(output.asked, output.file, report.parts), encoding)


def _print(report: "Report", output: Output) -> None:
    on_terminal = chosen_format(output.asked, output.file, report.parts).to_terminal
    if report.document is None and on_terminal is not None and is_terminal(sys.stdout):
        on_terminal(report, sys.stdout)
        return
    content = _content(report, output, encoding_of(sys.stdout))
    if isinstance(content, bytes):
        raise UsageError(Text("a workbook goes to a file; add --output FILE.xlsx"), WORKBOOK_WITHOUT_FILE)
    sys.stdout.write(content)
