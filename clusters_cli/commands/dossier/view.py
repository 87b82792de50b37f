"""The report of ``clusters dossier check``."""

from collections.abc import Mapping, Sequence

from clusters_cli.commands.shared.problems import problems_report
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.explanations import Level
from clusters_cli.foundations.problems import Problem
from clusters_cli.presentation.messages import _, plural
from clusters_cli.presentation.report import Report


def check_report(examined: Mapping[str, Sequence[Problem]]) -> Report:
    """Build the report of a check.

    Args:
        examined: the problems of each file, by its name.
    """
    problems = [problem for found in examined.values() for problem in found]
    verdicts = [_verdict(file, found) for file, found in examined.items()]
    return problems_report("dossier check", problems, verdicts, ExitCode.of(not _errors(problems)))


def _errors(problems: Sequence[Problem]) -> int:
    return sum(problem.level is Level.ERROR for problem in problems)


def _verdict(file: str, problems: Sequence[Problem]) -> str:
    errors = _errors(problems)
    if errors:
        message = plural("{file}: not valid, {count} error", "{file}: not valid, {count} errors", errors)
        return message.format(file=file, count=errors)
    warnings = len(problems)
    if warnings:
        message = plural("{file}: valid, {count} warning", "{file}: valid, {count} warnings", warnings)
        return message.format(file=file, count=warnings)
    return _("{file}: valid").format(file=file)
