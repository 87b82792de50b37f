"""The report of ``clusters dossier check``."""

from collections.abc import Mapping, Sequence

from clusters_cli.commands.shared.problem_report import problems_report
from clusters_cli.dossier import are_valid
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.explanations import Level
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.text import Text, counted
from clusters_cli.presentation.report import Report


def check_report(examined: Mapping[str, Sequence[Problem]]) -> Report:
    """Build the report of a check.

    Args:
        examined: the problems of each file, by its name.
    """
    problems = [problem for found in examined.values() for problem in found]
    verdicts = [_verdict(file, found) for file, found in examined.items()]
    return problems_report("dossier check", problems, verdicts, ExitCode.of(are_valid(examined.values())))


def _errors(problems: Sequence[Problem]) -> int:
    return sum(problem.level is Level.ERROR for problem in problems)


def _verdict(file: str, problems: Sequence[Problem]) -> Text:
    errors = _errors(problems)
    if errors:
        return counted("{file}: not valid, {count} error", "{file}: not valid, {count} errors", errors, file=file)
    warnings = len(problems)
    if warnings:
        return counted("{file}: valid, {count} warning", "{file}: valid, {count} warnings", warnings, file=file)
    return Text("{file}: valid", file=file)
