"""Words that several views share: the values of data as people read them."""

from clusters_cli.presentation.messages import _


def topic_name(topic: str) -> str:
    """Return the topic of a remark in words; one of another registry stays as it is written there."""
    names = {
        "fairs": _("fairs"),
        "age": _("age"),
        "aims": _("aims"),
        "amount": _("amount"),
        "audits": _("audits"),
        "call": _("call for projects"),
        "contradiction": _("contradiction"),
        "cost": _("cost"),
        "costs": _("costs"),
        "count": _("number"),
        "coverage": _("coverage"),
        "dues": _("dues"),
        "elsewhere": _("elsewhere"),
        "emerging": _("emerging"),
        "estimate": _("estimate"),
        "example": _("example"),
        "existence": _("existence"),
        "funding": _("funding"),
        "history": _("history"),
        "investment": _("investment"),
        "later": _("later"),
        "missing": _("missing"),
        "network": _("network"),
        "premises": _("premises"),
        "proposal": _("proposal"),
        "rate": _("rate"),
        "scope": _("scope"),
        "structure": _("structure"),
        "territory": _("territory"),
        "training": _("training"),
        "work": _("work"),
    }
    return names.get(topic, topic)


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
