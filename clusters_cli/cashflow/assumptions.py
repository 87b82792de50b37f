"""The assumptions a plan rests on, each with its value, its reason and its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from clusters_cli.cashflow.parts import PaidPart
from clusters_cli.cashflow.periods import GrantPeriod
from clusters_cli.cashflow.terms import Terms, changed_topics, names_its_signature
from clusters_cli.cashflow.worded_rules import due_words, periods_words, when_words
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.dates import add_months, month_ends
from clusters_cli.foundations.fields import Label
from clusters_cli.foundations.money import as_decimal, rounded, share_of_amounts
from clusters_cli.foundations.text import Dated, Euros, Listed, Share, Text, Value, counted, in_a_row, labelled
from clusters_cli.registry.models import (
    AgreementPeriod,
    AssumptionTopic,
    InstalmentKind,
    InstalmentRule,
    PaymentScheme,
    ShareOf,
    Sourced,
    SpendingProfile,
    SpendingShape,
    written_share,
)

_HUNDREDTH_OF_A_PERCENT = Decimal("0.0001")


@in_data(without=("words",), spread=("origin",))
@dataclass(frozen=True, slots=True)
class UsedAssumption:
    """One assumption as it was used.

    Attributes:
        about: what is assumed.
        value: what it was taken to be, in the words of the options.
        words: the same in words.
        changed: whether an option or an application file replaced what is assumed otherwise.
        reason: why the scheme assumes it; ``None`` when it was replaced, or is not the scheme's.
        origin: who gives the reason.
    """

    about: AssumptionTopic
    value: str
    words: Value
    changed: bool
    reason: Label | None
    origin: Sourced | None


def used_assumptions(
    scheme: PaymentScheme, paid: Sequence[PaidPart], terms: Terms, covered: Sequence[GrantPeriod]
) -> tuple[UsedAssumption, ...]:
    """Return what a plan assumes.

    Args:
        scheme: the payment scheme, which gives the reasons.
        paid: the parts of the grant, each with its scheme as the terms changed it.
        terms: the terms, which say what was changed.
        covered: the periods of the plan.
    """
    changed = changed_topics(scheme, terms)
    stated = {assumption.about: assumption for assumption in scheme.assumptions}
    used = []
    for topic, (value, words) in _of_all_parts(paid, terms, covered).items():
        origin = None if topic in changed else stated.get(topic)
        used.append(
            UsedAssumption(
                about=topic,
                value=value,
                words=words,
                changed=topic in changed,
                reason=origin.reason if origin else None,
                origin=origin,
            )
        )
    return tuple(used)


class _Value(NamedTuple):
    """What was assumed: for programs, and in the reader's words."""

    value: str
    words: Value


def _of_all_parts(
    paid: Sequence[PaidPart], terms: Terms, covered: Sequence[GrantPeriod]
) -> dict[AssumptionTopic, _Value]:
    """Return what was assumed of every part, and of one after the other where they differ."""
    by_part = [(one, _values(one.scheme, terms, covered)) for one in paid]
    topics = dict.fromkeys(topic for _one, values in by_part for topic in values)
    values = {
        topic: _together([(one, values[topic]) for one, values in by_part if topic in values]) for topic in topics
    }
    return {AssumptionTopic.PARTS: _split(paid), **values} if len(paid) > 1 else values


def _together(parts: Sequence[tuple[PaidPart, _Value]]) -> _Value:
    if len({value.value for _one, value in parts}) == 1:
        return parts[0][1]
    told = "; ".join(f"{one.id}: {value.value}" for one, value in parts)
    return _Value(told, in_a_row(labelled(one.name, value.words) for one, value in parts))


def _split(paid: Sequence[PaidPart]) -> _Value:
    shares = [(one, as_decimal(one.share).quantize(_HUNDREDTH_OF_A_PERCENT).normalize()) for one in paid]
    told = ", ".join(f"{one.id} {share * 100:f}%" for one, share in shares)
    return _Value(
        told, Listed(tuple(Text("{part} {share}", part=one.name, share=Share(share)) for one, share in shares))
    )


def _values(scheme: PaymentScheme, terms: Terms, covered: Sequence[GrantPeriod]) -> dict[AssumptionTopic, _Value]:
    values: dict[AssumptionTopic, _Value] = {}
    topic, begun = _start(scheme, terms, covered)
    values[topic] = begun
    if names_its_signature(scheme):
        values[AssumptionTopic.SIGNATURE] = _signature(scheme)
    balance = scheme.instalments[-1]
    if balance.kind is InstalmentKind.BALANCE:
        words = due_words(balance)
        if balance.claim is not None:
            words = Text("{due}, claimed {delay} later", due=words, delay=balance.claim)
        values[AssumptionTopic.BALANCE] = _Value(f"{_event(balance)} + {balance.offset}", words)
    values |= {
        AssumptionTopic.PAYMENT_DELAY: _Value(str(scheme.payment_delay), scheme.payment_delay),
        AssumptionTopic.SPENDING: _spending(scheme, terms),
        AssumptionTopic.HORIZON: _horizon(scheme, covered),
    }
    if (periods := scheme.agreement.periods) is not None:
        values[AssumptionTopic.PERIODS] = _Value(str(periods), periods_words(periods))
    if terms.late:
        late = sorted(terms.late.items())
        values[AssumptionTopic.LATE] = _Value(
            ", ".join(f"{kind} {delay}" for kind, delay in late),
            Listed(tuple(Text("{kind} {delay}", kind=kind, delay=delay) for kind, delay in late)),
        )
    if terms.actual_cost != 1:
        value = f"{(terms.actual_cost * 100).normalize():f}% of the planned costs"
        words = Text("{share} of the planned costs", share=Share(terms.actual_cost))
        values[AssumptionTopic.ACTUAL_COST] = _Value(value, words)
    return values | _of_costs(scheme, terms, covered)


def _of_costs(scheme: PaymentScheme, terms: Terms, covered: Sequence[GrantPeriod]) -> dict[AssumptionTopic, _Value]:
    """Return what is assumed of the whole costs, of the final account, and of the other funders."""
    values: dict[AssumptionTopic, _Value] = {}
    costs = covered[0].costs
    if costs.share != 1 or any(rule.of is ShareOf.COSTS for rule in scheme.instalments):
        planned = rounded(costs.planned)
        words = Text(
            "{cost}, of which the grant is {share}", cost=Euros(planned), share=Share(share_of_amounts(costs.share))
        )
        values[AssumptionTopic.COST] = _Value(f"{planned:f}, grant {written_share(costs.share)}", words)
    if terms.accepted is not None:
        value = f"{(terms.accepted * 100).normalize():f}% of the planned costs"
        words = Text("{share} of the planned costs", share=Share(terms.accepted))
        values[AssumptionTopic.ACCEPTED] = _Value(value, words)
    if terms.others_paid is not None and scheme.waits_for_others:
        values[AssumptionTopic.OTHERS_PAID] = _Value(terms.others_paid.isoformat(), terms.others_paid)
    if scheme.variants:
        values[AssumptionTopic.VARIANT] = _variants(scheme, covered)
    return values


def _variants(scheme: PaymentScheme, covered: Sequence[GrantPeriod]) -> _Value:
    """Return by which variant each period is paid."""
    told = [(one.label, None if one.variant is None else scheme.variants[one.variant].when) for one in covered]
    value = "; ".join(
        f"{label}: {'none' if one.variant is None else one.variant + 1}"
        for (label, _when), one in zip(told, covered, strict=True)
    )
    words = in_a_row(
        labelled(label, when_words(when) if when is not None else Text("none of them")) for label, when in told
    )
    return _Value(value, words)


def _start(scheme: PaymentScheme, terms: Terms, covered: Sequence[GrantPeriod]) -> tuple[AssumptionTopic, _Value]:
    """Return when it begins: the first day of a project, else the first year; and whether the day asked says so."""
    first = covered[0].dates.first
    if scheme.is_project and scheme.agreement.is_dated:
        return AssumptionTopic.START, _Value(first.isoformat(), first)
    if scheme.is_project:
        words = Text("{start}, in the year of the day asked, {day}", start=first, day=terms.asked or first)
        return AssumptionTopic.START, _Value(first.isoformat(), words if terms.asked else first)
    words = Text("{year}, that of the day asked, {day}", year=first.year, day=terms.asked or first)
    return AssumptionTopic.FIRST_YEAR, _Value(str(first.year), words if terms.asked else first.year)


def spending_words(profile: SpendingProfile) -> Value:
    """Return how costs fall over the months in words; weights stay as they are written."""
    return str(profile) if profile.shape is SpendingShape.WEIGHTS else profile.shape


def _spending(scheme: PaymentScheme, terms: Terms) -> _Value:
    profile = "as the costs of the dossier" if terms.costs else str(scheme.spending)
    in_words = Text("as the costs of the dossier") if terms.costs else spending_words(scheme.spending)
    return _Value(f"{profile}, last day of each month", Text("{profile}, last day of each month", profile=in_words))


def _horizon(scheme: PaymentScheme, covered: Sequence[GrantPeriod]) -> _Value:
    if scheme.is_project:
        return _length(covered[0].dates)
    first, last = covered[0].label, covered[-1].label
    return _Value(f"{first} to {last}", Text("{first} to {last}", first=first, last=last))


def _length(project: AgreementPeriod) -> _Value:
    """Return how many months a project lasts, or its first and last day where these are not whole months."""
    months = len(month_ends(project.first, project.last))
    if add_months(project.first, months) - timedelta(days=1) == project.last:
        return _Value(f"{months} months", counted("{count} month", "{count} months", months))
    words = Text("{first} to {last}", first=project.first, last=project.last)
    return _Value(f"{project.first} to {project.last}", words)


def _event(rule: InstalmentRule) -> str:
    """Return the event of an instalment in the words of a scheme file."""
    if rule.reached is not None:
        return f"{written_share(rule.reached.share)} spent"
    return str(rule.on) if rule.on is not None else rule.anchor.value


def _signature(scheme: PaymentScheme) -> _Value:
    agreement = scheme.agreement
    first, renewal = str(agreement.signature), str(agreement.renewal)
    if not agreement.renewal or agreement.years == 1:
        return _Value(first, Dated(first))
    return _Value(f"{first}, then {renewal}", Text("{first}, then {day}", first=Dated(first), day=Dated(renewal)))
