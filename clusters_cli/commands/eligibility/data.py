"""What programs get of ``clusters eligibility``."""

from decimal import Decimal
from typing import Any

from clusters_cli.commands.eligibility.tree import trace_data
from clusters_cli.eligibility import Examination, Examined, InForceOn, Rule
from clusters_cli.foundations.findings import Value
from clusters_cli.presentation.data import sentence_data


def case_data(item: Examination) -> dict[str, Any]:
    """Return an examination as programs get it; no field changes its type."""
    amounts = item.limits
    return {
        "id": item.id,
        "name": item.name,
        "depth": item.depth,
        "verdict": item.verdict,
        "regime": item.regime.number if item.regime else None,
        "award_date": item.award_date,
        "grant": amounts.grant,
        "maximum_grant": amounts.maximum_grant,
        "headroom": amounts.headroom,
        "bases": {
            "eligible_costs": amounts.eligible_costs,
            "public_aid": amounts.public_aid,
            "budget": amounts.budget,
            "cap": amounts.cap,
        },
        "findings": [_finding_data(examined) for examined in item.examined],
        "missing": list(item.missing),
        "conditions": [_condition_data(rule) for rule in item.conditions],
        "not_examined": [rule.info.id for rule in item.not_examined],
        "assumptions": [sentence_data(assumption) for assumption in item.assumptions],
        "overrides": [_override_data(read) for read in item.overrides],
    }


def _finding_data(examined: Examined) -> dict[str, Any]:
    finding = examined.finding
    return {
        "rule": finding.rule,
        "outcome": finding.outcome.value,
        "nature": examined.rule.info.nature,
        "found": _number(finding.found),
        "limit": _number(finding.limit),
        "found_text": _text(finding.found),
        "limit_text": _text(finding.limit),
        "margin": finding.margin,
        "reference": finding.reference,
        "missing": list(finding.missing),
        "message": sentence_data(finding.message),
        "required": finding.required,
        "confidence": examined.confidence,
        "trace": trace_data(examined),
    }


def _condition_data(rule: Rule) -> dict[str, Any]:
    return {"rule": rule.info.id, "condition": rule.info.human}


def _override_data(read: InForceOn) -> dict[str, Any]:
    original = None if read.original is None else str(read.original)
    return {"id": read.parameter.id, "day": read.day, "value": str(read.value), "original": original}


def _number(value: Value) -> Decimal | int | None:
    return value if isinstance(value, (Decimal, int)) and not isinstance(value, bool) else None


def _text(value: Value) -> str | None:
    return None if value is None or _number(value) is not None else str(value)
