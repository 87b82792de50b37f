"""The assumptions a plan rests on, each with its value, its reason and its source."""

from collections.abc import Sequence
from dataclasses import dataclass

from clusters_cli.cashflow.instalments import Period
from clusters_cli.cashflow.terms import Terms
from clusters_cli.registry.base import Identifier, Label
from clusters_cli.registry.schemes import AssumptionTopic, PaymentScheme


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
    values = _values(scheme, covered)
    stated = {assumption.about: assumption for assumption in scheme.assumptions}
    used = []
    for topic, value in values.items():
        origin = None if topic in terms.changed else stated.get(topic)
        used.append(
            UsedAssumption(
                about=topic,
                value=value,
                changed=topic in terms.changed,
                reason=origin.reason if origin else None,
                source=origin.source if origin else None,
                locator=origin.locator if origin else None,
            )
        )
    return tuple(used)


def _values(scheme: PaymentScheme, covered: Sequence[Period]) -> dict[AssumptionTopic, str]:
    agreement = scheme.agreement
    balance = next((rule for rule in scheme.instalments if rule.kind == "balance"), None)
    first: dict[AssumptionTopic, str] = (
        {"start": covered[0].first.isoformat()} if scheme.is_project else {"signature": _signature(scheme)}
    )
    if balance:
        first["balance"] = f"{balance.anchor} + {balance.offset}"
    return {
        **first,
        "payment-delay": str(scheme.payment_delay),
        "spending": "even, last day of each month",
        "horizon": f"{agreement.months} months" if scheme.is_project else f"{covered[0].label} to {covered[-1].label}",
    }


def _signature(scheme: PaymentScheme) -> str:
    agreement = scheme.agreement
    renewal = f", then {agreement.renewal}" if agreement.renewal and agreement.years != 1 else ""
    return f"{agreement.signature}{renewal}"
