"""The tables of ``clusters classify`` for programs: CSV and TSV."""

from collections.abc import Mapping, Sequence

from clusters_cli.maturity import Classification, Indicator, IndicatorName
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Table
from clusters_cli.registry import End

Beside = Mapping[str, Sequence[Indicator]]
"""The indicators of each cluster, by id."""
_AMONG_CRITERIA = (IndicatorName.AGE, IndicatorName.STAFF)
"""Indicators that are measures of criteria too."""
_CLASS = ("id", "maturity", "stated", "stated_as_of", "computed_then", "agrees", "moved", "decided_by")
_DECISIVE = ("found", "unit", "year", "test", "expected", "margin", "source")
_NEXT = {"next_class": "maturity", "next_change": "change", "next_since": "since"}
"""The columns that tell the next class, and what they tell of it."""
_CRITERION = (
    *("cluster", "id", "outcome", "found", "expected", "test", "unit", "margin", "borderline", "year"),
    *("source", "locator", "confidence", "missing"),
)


def export_classes(results: Sequence[Classification], beside: Beside, ends: Mapping[str, End]) -> Table:
    """Return a line per cluster: its class, what decided, what would move it up, its indicators, whether it ended."""
    records = [
        {**_export_record(result, beside[result.cluster]), **_ended(ends.get(result.cluster))} for result in results
    ]
    keys = records[0] if records else _CLASS[:3]
    return Table.keyed("classes", keys, records)


def _ended(end: End | None) -> dict[str, Cell]:
    return {"ended": end.how if end else None, "ended_on": end.on if end else None}


def _export_record(result: Classification, indicators: Sequence[Indicator]) -> dict[str, Cell]:
    told = record(result)
    decisive = record(result.decisive) if result.decisive else {}
    coming = record(result.next_class) if result.next_class else {}
    return {
        **{key: told[key] for key in _CLASS},
        **{key: decisive.get(key) for key in _DECISIVE},
        "borderline": result.borderline,
        "missing": " ".join(result.missing) or None,
        **{column: coming.get(key) for column, key in _NEXT.items()},
        **{item.name: item.value for item in indicators if item.name not in _AMONG_CRITERIA},
    }


def export_criteria(results: Sequence[Classification]) -> Table:
    """Return a line per cluster and criterion."""
    records = [
        {**record(step), "cluster": result.cluster, "missing": " ".join(step.evidence.missing) or None}
        for result in results
        for step in result.steps
    ]
    keys = _CRITERION if records else _CRITERION[:3]
    return Table.keyed("criteria", keys, records)
