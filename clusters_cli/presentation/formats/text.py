"""Text: a line for each problem, as editors and terminals follow them, and the verdicts below."""

from clusters_cli.foundations.hidden import visible
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.messages import language
from clusters_cli.presentation.parts import Part
from clusters_cli.presentation.problems import Problems, on_a_line
from clusters_cli.presentation.report import Report


def to_lines(problems: Problems) -> str:
    """Write problems as ``file:line:column: level CODE …`` lines, and the verdicts below."""
    found = (on_a_line(problem, language()) for problem in problems.found)
    return "\n".join([*found, *map(visible, problems.verdicts)]) + "\n"


def _write(report: Report, _encoding: str) -> str:
    return to_lines(report.problems) if report.problems is not None else ""


FORMAT = Format("text", Audience.PEOPLE, _write, suffixes=(".txt",), needs=Part.PROBLEMS)
