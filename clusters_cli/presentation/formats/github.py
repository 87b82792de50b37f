"""Workflow commands, which GitHub shows beside the lines of a pull request."""

import os

from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.text import Language
from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ReportOf
from clusters_cli.presentation.report_parts import Part
from clusters_cli.presentation.repository import WORKSPACE, rooted
from clusters_cli.presentation.worded_problems import Problems, sentence


def to_github(problems: Problems, language: Language, workspace: str | None = None) -> str:
    """Write problems as workflow commands, then the verdicts.

    Args:
        problems: what was found.
        language: in which it is said.
        workspace: see :func:`rooted`, which names the files.
    """
    commands = (_workflow_command(problem, language) for problem in rooted(problems.found, workspace))
    return "\n".join([*commands, *(_said(word(verdict, language)) for verdict in problems.verdicts)]) + "\n"


def _workflow_command(problem: Problem, language: Language) -> str:
    place = problem.position
    fields = {"file": place.file, "line": place.line, "col": place.column, "title": problem.code}
    properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in fields.items())
    return f"::{problem.level} {properties}::{_escaped(sentence(problem, language))}"


def _said(verdict: str) -> str:
    """Return a line that GitHub takes for no command, although it begins with the name of a folder."""
    line = visible(verdict)
    return f"- {line}" if line.lstrip().startswith("::") else line


def _escaped(text: str, more: str = "") -> str:
    """Escape a text as the runner's toolkit does, so that no file name or value can end the command early."""
    text = visible(text, several_lines=True)
    for char in f"%\r\n{more}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def _write(report: ReportOf[str], reader: Reader) -> str:
    if report.problems is None:
        return ""
    return to_github(report.problems, reader.language, os.environ.get(WORKSPACE))


FORMAT = Format("github", Audience.PEOPLE, _write, needs=Part.PROBLEMS)
