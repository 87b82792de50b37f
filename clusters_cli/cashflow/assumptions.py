"""The assumptions a plan rests on, each with its value, its reason and its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusters_cli.cashflow.instalments import Period
from clusters_cli.cashflow.terms import Terms, changed_topics
from clusters_cli.registry.base import Identifier, Label
from clusters_cli.registry.schemes import AssumptionTopic, InstalmentRule, PaymentScheme


@dataclass(frozen=True, slots=True)
class UsedAssumption:
    """One assumption as it was used.

    Attributes:
        about: what is assumed.
        value: what it was taken to be, in the words of the options.
        changed: whether an option replaced what the scheme says.
        reason: why the scheme assumes it; ``None`` when an option replaced it.
        source: id of the source the reason rests on.
        locator: where in that source.
    """

    about: AssumptionTopic
    value: str
    changed: bool
    reason: Label | None
    source: Identifier | None
    locator: str | None


def used_assumptions(scheme: PaymentScheme, terms: Terms, covered: Sequence[Period]) -> tuple[UsedAssumption, ...]:
    """Return what a plan assumes.

    Args:
        scheme: the payment scheme as the terms changed it.
        terms: the terms, which say what was changed.
        covered: the periods of the plan.
    """
    changed = changed_topics(scheme, terms)
    stated = {assumption.about: assumption for assumption in scheme.assumptions}
    used = []
    for topic, value in _values(scheme, terms, covered).items():
        origin = None if topic in changed else stated.get(topic)
        used.append(
            UsedAssumption(
                about=topic,
                value=value,
                changed=topic in changed,
                reason=origin.reason if origin else None,
                source=origin.source if origin else None,
                locator=origin.locator if origin else None,
            )
        )
    return tuple(used)


def _values(scheme: PaymentScheme, terms: Terms, covered: Sequence[Period]) -> dict[AssumptionTopic, str]:
    agreement = scheme.agreement
    balance = next((rule for rule in scheme.instalments if rule.kind == "balance"), None)
    values: dict[AssumptionTopic, str] = (
        {"start": covered[0].dates.first.isoformat()} if scheme.is_project else {"signature": _signature(scheme)}
    )
    if balance:
        values["balance"] = f"{_event(balance)} + {balance.offset}"
    values |= {
        "payment-delay": str(scheme.payment_delay),
        "spending": f"{'as the costs of the dossier' if terms.costs else scheme.spending}, last day of each month",
        "horizon": f"{agreement.months} months" if scheme.is_project else f"{covered[0].label} to {covered[-1].label}",
    }
    if terms.late:
        values["late"] = ", ".join(f"{kind} {delay}" for kind, delay in sorted(terms.late.items()))
    if terms.actual_cost != 1:
        values["actual-cost"] = f"{(terms.actual_cost * 100).normalize():f}% of the planned costs"
    return values


def _event(rule: InstalmentRule) -> str:
    if rule.anchor == "spending" and rule.reached is not None:
        return f"{(rule.reached * 100).normalize():f}% spent"
    return str(rule.on) if rule.on is not None else rule.anchor


def _signature(scheme: PaymentScheme) -> str:
    agreement = scheme.agreement
    renewal = f", then {agreement.renewal}" if agreement.renewal and agreement.years != 1 else ""
    return f"{agreement.signature}{renewal}"
