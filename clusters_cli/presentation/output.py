"""Where a report goes: standard output or a file that is written whole or not at all."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.text import Language, Text
from clusters_cli.presentation.files import write_whole
from clusters_cli.presentation.formats import Format, chosen_format
from clusters_cli.presentation.reader import Reader
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


def show(report: "Report", output: Output, language: Language) -> None:
    """Print a report in the words of a language, or write it to its file; programs are never translated to.

    Raises:
        UsageError: the file exists and may not be replaced, or the format cannot hold this report.
        UnwritableError: the file cannot be written.
    """
    if output.to_stdout:
        _print(report, output, language)
        return
    content = _content(report, output, Reader(language))
    whole = content.encode("utf-8") if isinstance(content, str) else content
    write_whole(Path(str(output.file)), whole, force=output.force)


def _print(report: "Report", output: Output, language: Language) -> None:
    chosen = chosen_format(output.asked, output.file, report.parts)
    if report.document is None and chosen.to_terminal is not None and is_terminal(sys.stdout):
        from clusters_cli.presentation.wording import in_words  # noqa: PLC0415  (help shows no report)

        chosen.to_terminal(in_words(report, language, chosen.audience), sys.stdout, language)
        return
    content = _content(report, output, Reader(language, encoding_of(sys.stdout)))
    if isinstance(content, bytes):
        raise UsageError(Text("a workbook goes to a file; add --output FILE.xlsx"), WORKBOOK_WITHOUT_FILE)
    sys.stdout.write(content)


def _content(report: "Report", output: Output, reader: Reader) -> str | bytes:
    """Return what is written for a reader; a file of its own is the same in every format."""
    from clusters_cli.presentation.formatting import formatted  # noqa: PLC0415  (help shows no report)

    if report.document is not None:
        return visible(report.document, several_lines=True)
    return formatted(report, chosen_format(output.asked, output.file, report.parts), reader)
