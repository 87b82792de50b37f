"""Words that several views share: the values of data as people read them."""

from clusters_cli.foundations.messages import _


def field_name(field: str) -> str:
    """Return the name of a fact or figure in words; a topic of a remark too."""
    names = {
        "full_name": _("full name"),
        "seat": _("seat"),
        "founded": _("founded"),
        "domain": _("domain"),
        "activity": _("activity"),
        "legal_form": _("legal form"),
        "siren": _("SIREN"),
        "siret": _("SIRET"),
        "website": _("website"),
        "stated_maturity": _("stated maturity"),
        "support": _("support"),
        "programme": _("programme"),
        "members": _("members"),
        "regional_companies": _("regional companies"),
        "team": _("team"),
        "budget": _("budget"),
        "regional_grant": _("grant of the Région"),
        "state_grant": _("grant of the State"),
        "funded_post": _("cost of the funded post"),
        "vocations": _("vocations"),
        "regions": _("regions"),
        "label": _("label"),
        "federates": _("federates"),
        "region": _("region"),
        "programmes": _("programmes"),
        "amounts": _("amounts"),
        "period": _("period"),
        "counts": _("number of pôles"),
        "conditions": _("terms"),
        "payment_scheme": _("payment scheme"),
        "advance": _("advance"),
    }
    return names.get(field) or topic_name(field)


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
        "successor": _("followed by"),
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
