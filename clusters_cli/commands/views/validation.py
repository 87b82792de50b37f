"""The report of ``clusters validate``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from clusters_cli.commands.catalogue import catalogue
from clusters_cli.commands.views.problems import problem_columns, problem_record
from clusters_cli.commands.views.repository import rooted
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.messages import _, plural
from clusters_cli.foundations.problems import Level
from clusters_cli.presentation.annotations import to_github, to_lines, to_sarif
from clusters_cli.presentation.formats import ProblemFormat
from clusters_cli.presentation.report import Report, Table
from clusters_cli.registry.checks.validation import Examination, are_valid


def validation_report(
    examined: Sequence[Examination], format_: ProblemFormat, *, strict: bool, workspace: str | None = None
) -> Report:
    """Build the report of an examination: a text ready to be shown, or the problems as a table.

    Args:
        examined: the registries, examined.
        format_: how the problems will be written.
        strict: whether warnings make the answer no.
        workspace: see :func:`rooted`, which names the files for GitHub and for code scanners.
    """
    problems = [problem for one in examined for problem in one.problems]
    verdicts = tuple(_verdict(one) for one in examined)
    report = Report(
        command="validate",
        data={
            "problems": [problem_record(problem) for problem in problems],
            "registries": [_registry(one) for one in examined],
        },
        export=Table.of("problems", problem_columns(), [problem_record(problem) for problem in problems]),
        exit_code=ExitCode.OK if are_valid(examined, strict=strict) else ExitCode.NO,
    )
    if format_ is ProblemFormat.TEXT:
        return replace(report, text=to_lines(problems, verdicts))
    if format_ is ProblemFormat.GITHUB:
        return replace(report, text=to_github(rooted(problems, workspace), verdicts))
    if format_ is ProblemFormat.SARIF:
        return replace(report, text=to_sarif(rooted(problems, workspace), catalogue()))
    return replace(report, tables=(report.export,) if report.export and problems else (), notes=verdicts)


def _verdict(one: Examination) -> str:
    """Return what is to be said of one registry in one line."""
    errors, warnings = one.count(Level.ERROR), one.count(Level.WARNING)
    counts = [
        plural("{count} error", "{count} errors", errors).format(count=errors) if errors else "",
        plural("{count} warning", "{count} warnings", warnings).format(count=warnings) if warnings else "",
    ]
    if one.clusters is not None:
        counts.insert(0, plural("{count} cluster", "{count} clusters", one.clusters).format(count=one.clusters))
    message = _("{folder}: not valid ({counts})") if errors else _("{folder}: valid ({counts})")
    return message.format(folder=one.folder, counts=", ".join(filter(None, counts)))


def _registry(one: Examination) -> dict[str, Any]:
    return {
        "folder": str(one.folder),
        "valid": not one.count(Level.ERROR),
        "errors": one.count(Level.ERROR),
        "warnings": one.count(Level.WARNING),
        "clusters": one.clusters,
    }
