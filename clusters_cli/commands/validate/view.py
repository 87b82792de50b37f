"""The report of ``clusters validate``."""

from collections.abc import Sequence
from typing import Any

from clusters_cli.commands.shared.problems import problems_report
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.explanations import Level
from clusters_cli.presentation.messages import _, plural
from clusters_cli.presentation.report import Report
from clusters_cli.registry.checks.validation import ValidatedFolder, are_valid


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
        registries=[_registry(one) for one in examined],
    )


def _verdict(one: ValidatedFolder) -> str:
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


def _registry(one: ValidatedFolder) -> dict[str, Any]:
    return {
        "folder": str(one.folder),
        "valid": not one.count(Level.ERROR),
        "errors": one.count(Level.ERROR),
        "warnings": one.count(Level.WARNING),
        "clusters": one.clusters,
    }
