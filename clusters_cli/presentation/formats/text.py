"""Text: a line for each problem, as editors and terminals follow them, and the verdicts below."""

from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.text import Language
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ReportOf
from clusters_cli.presentation.report_parts import Part
from clusters_cli.presentation.worded_problems import Problems, on_a_line


def to_lines(problems: Problems, language: Language) -> str:
    """Write problems as ``file:line:column: level CODE …`` lines, and the verdicts below."""
    found = (on_a_line(problem, language) for problem in problems.found)
    return "\n".join([*found, *(visible(word(verdict, language)) for verdict in problems.verdicts)]) + "\n"


def _write(report: ReportOf[str], reader: Reader) -> str:
    return to_lines(report.problems, reader.language) if report.problems is not None else ""


FORMAT = Format("text", Audience.PEOPLE, _write, suffixes=(".txt",), needs=Part.PROBLEMS)
