"""Words that several views share: the values of data as people read them."""

from clusters_cli.presentation.messages import _


def verdict_name(verdict: str) -> str:
    """Return a verdict on eligibility in words."""
    return {"eligible": _("eligible"), "ineligible": _("ineligible"), "undetermined": _("undetermined")}[verdict]


def outcome_name(outcome: str) -> str:
    """Return the outcome of a rule in words."""
    names = {
        "pass": _("pass"),
        "fail": _("fail"),
        "warn": _("warn"),
        "unknown": _("unknown"),
        "not_applicable": _("not applicable"),
    }
    return names[outcome]


def depth_name(depth: str) -> str:
    """Return how far a case was examined, in words."""
    names = {
        "screening": _("screened from the registry"),
        "quick": _("amounts and date only"),
        "dossier": _("whole dossier"),
    }
    return names[depth]
