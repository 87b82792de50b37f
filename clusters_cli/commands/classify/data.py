"""The answer of ``clusters classify`` for programs: JSON, YAML, CSV and TSV."""

from collections.abc import Mapping, Sequence
from typing import Any

from clusters_cli.commands.shared.criteria import origin_data
from clusters_cli.maturity import AskedCriterion, AssumedThreshold, Classification, Indicator
from clusters_cli.maturity import ConfusionCell as Confusion
from clusters_cli.presentation.report import Cell, Column, Table

Beside = Mapping[str, Sequence[Indicator]]
"""The indicators of each cluster, by id."""


def export_classes(results: Sequence[Classification], beside: Beside) -> Table:
    """Return a line per cluster: its class, what decided, what would move it up, its indicators."""
    records = [_export_record(result, beside[result.cluster]) for result in results]
    keys = records[0] if records else ("id", "maturity", "stated")
    return Table.of("classes", [Column(key, key) for key in keys], records)


def _export_record(result: Classification, indicators: Sequence[Indicator]) -> dict[str, Cell]:
    decisive = _step_data(result.decisive) if result.decisive else {}
    coming = result.next_class
    return {
        "id": result.cluster,
        "maturity": result.maturity,
        "stated": result.stated,
        "agrees": result.agrees,
        "decided_by": result.decided_by,
        **{key: decisive.get(key) for key in ("found", "unit", "year", "test", "expected", "margin", "source")},
        "borderline": result.borderline,
        "missing": " ".join(result.missing) or None,
        "next_class": coming.maturity if coming else None,
        "next_change": coming.change if coming else None,
        "next_year": coming.year if coming else None,
        **{item.name: item.value for item in indicators if item.name not in ("age", "staff")},
    }


def export_criteria(results: Sequence[Classification]) -> Table:
    """Return a line per cluster and criterion."""
    records = [
        {"cluster": result.cluster, **_step_data(step), "missing": " ".join(step.evidence.missing) or None}
        for result in results
        for step in result.steps
    ]
    keys = records[0] if records else ("cluster", "id", "outcome")
    return Table.of("criteria", [Column(key, key) for key in keys], records)


def cluster_data(result: Classification, indicators: Sequence[Indicator]) -> dict[str, Any]:
    """Return the class of a cluster and everything it rests on."""
    coming = result.next_class
    return {
        "id": result.cluster,
        "maturity": result.maturity,
        "stated": result.stated,
        "agrees": result.agrees,
        "decided_by": result.decided_by,
        "criteria": [_step_data(step) for step in result.steps],
        "borderline": result.borderline,
        "missing": result.missing,
        "possible": result.possible,
        "next": {
            "maturity": coming.maturity,
            "criterion": coming.criterion,
            "change": coming.change,
            "year": coming.year,
        }
        if coming
        else None,
        "indicators": [_indicator_data(indicator) for indicator in indicators],
    }


def _step_data(step: AskedCriterion) -> dict[str, Any]:
    finding = step.finding
    return {
        "id": finding.rule,
        "outcome": str(finding.outcome),
        "found": finding.found,
        "expected": finding.limit,
        "test": step.criterion.test,
        "unit": step.evidence.unit,
        "margin": finding.margin,
        "borderline": step.borderline,
        "year": step.evidence.year,
        **origin_data(step.evidence.origin),
        "missing": finding.missing,
    }


def _indicator_data(indicator: Indicator) -> dict[str, Any]:
    return {
        "id": indicator.name,
        "value": indicator.value,
        "unit": indicator.unit,
        "year": indicator.year,
        **origin_data(indicator.origin),
        "missing": indicator.missing,
    }


def assumption_data(assumption: AssumedThreshold) -> dict[str, Any]:
    """Return a threshold, the usual one, and whether an option changed it."""
    return {
        "about": assumption.about,
        "value": assumption.value,
        "usual": assumption.usual,
        "changed": assumption.changed,
        **origin_data(assumption.origin),
    }


def confusion_data(cell: Confusion) -> dict[str, Any]:
    """Return how many clusters have one stated class and one computed."""
    return {"stated": cell.stated, "computed": cell.computed, "count": cell.count}
