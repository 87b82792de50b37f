"""The report of ``clusters validate``."""

from collections.abc import Sequence

from clusters_cli.commands.shared.problem_report import problems_report
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.text import Listed, Text, Value, counted
from clusters_cli.presentation.report import Report
from clusters_cli.registry import ValidatedFolder, are_valid


def validation_report(examined: Sequence[ValidatedFolder], *, strict: bool) -> Report:
    """Build the report of an examination.

    Args:
        examined: the registries, examined.
        strict: whether warnings make the answer no.
    """
    return problems_report(
        "validate",
        [problem for one in examined for problem in one.problems],
        tuple(_verdict(one) for one in examined),
        ExitCode.of(are_valid(examined, strict=strict)),
        registries=examined,
    )


def _verdict(one: ValidatedFolder) -> Text:
    """Return what is to be said of one registry in one line."""
    errors, warnings = one.errors, one.warnings
    counts: list[Value] = []
    if one.clusters is not None:
        counts.append(counted("{count} cluster", "{count} clusters", one.clusters))
        counts += [] if one.region else [Text("without a frame, region.yaml")]
    if errors:
        counts.append(counted("{count} error", "{count} errors", errors))
    if warnings:
        counts.append(counted("{count} warning", "{count} warnings", warnings))
    if not counts:
        return Text("{folder}: valid", folder=str(one.folder))
    verdict = Text("{folder}: not valid ({counts})") if errors else Text("{folder}: valid ({counts})")
    return verdict.given(folder=str(one.folder), counts=Listed(tuple(counts)))
