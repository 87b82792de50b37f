"""The sentences under the tables of ``clusters classify``."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clusters_cli.commands.shared.criteria import measured, standing, threshold_words
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import Share
from clusters_cli.maturity import AskedCriterion, AssumedThreshold, AssumptionOfClasses, Classification, Rules, Unit
from clusters_cli.presentation.messages import _, language, plural, spoken
from clusters_cli.registry import Registry


def notes(
    results: Sequence[Classification], rules: Rules, registry: Registry, *, explain: bool, check: bool
) -> Iterator[str]:
    """Yield what a reader must know beside the tables."""
    for assumption in rules.assumptions:
        if assumption.changed:
            yield _changed(assumption)
    if rules.borrowed:
        yield _("This registry has no maturity.yaml: the criteria are those that come with the program.")
    for result in results:
        name = registry.cluster_by_id[result.cluster].name
        yield from _of_cluster(result, name)
    yield _("Thresholds are counted for {year}; within {share} of one, a figure is borderline.").format(
        year=rules.year, share=spoken(Share(rules.tolerance))
    )
    if explain:
        yield from _origins(rules)
    if check:
        yield from _checked(results, registry)


def _changed(assumption: AssumedThreshold) -> str:
    message = _("What if: {name} {value} instead of {usual}.")
    units = {AssumptionOfClasses.BUDGET: Unit.EUROS, AssumptionOfClasses.BORDERLINE: Unit.SHARE}
    unit = units.get(assumption.about)
    value, usual = (
        _("unknown") if number is None else measured(number, unit) if unit else f"{number.normalize():f}"
        for number in (assumption.value, assumption.usual)
    )
    return message.format(name=spoken(assumption.about), value=value, usual=usual)


def _origins(rules: Rules) -> Iterator[str]:
    for rule in rules.rules:
        yield threshold_words(rule.criterion.name.in_language(language()), rule.origin)


def _of_cluster(result: Classification, name: str) -> Iterator[str]:
    if result.maturity is None:
        yield _undetermined(result, name)
    for step in result.steps:
        if step.borderline and step.finding.outcome is not Outcome.NOT_APPLICABLE:
            yield _borderline(step, name)
        elif step.finding.outcome is Outcome.UNKNOWN and result.decisive:
            yield _passed_over(step, result.decisive, name)


def _passed_over(step: AskedCriterion, decisive: AskedCriterion, name: str) -> str:
    measure = spoken(decisive.criterion.measure)
    if not step.evidence.missing:
        message = _("{cluster}: {reason}, so that its {measure} decided.")
        return message.format(cluster=name, reason=spoken(step.finding.message), measure=measure)
    message = _("{cluster}: its {unknown} is unknown, so that its {measure} decided.")
    return message.format(cluster=name, unknown=spoken(step.criterion.measure), measure=measure)


def _undetermined(result: Classification, name: str) -> str:
    if not result.missing:
        unknown = (step for step in result.steps if step.finding.outcome is Outcome.UNKNOWN)
        blocked = (spoken(step.finding.message) for step in unknown if not step.evidence.missing)
        reason = next(blocked, _("the criteria lead to no class"))
        return _("{cluster} cannot be classed: {reason}.").format(cluster=name, reason=reason)
    first, *others = (spoken(fact) for fact in result.missing)
    classes = _(" or ").join(spoken(maturity) for maturity in result.possible)
    message = _("{cluster} cannot be classed without its {fact}: it could be {classes}.")
    if others:
        message = _("{cluster} cannot be classed without its {fact} (or {others}): it could be {classes}.")
    return message.format(cluster=name, fact=first, others=_(" or ").join(others), classes=classes)


def _borderline(step: AskedCriterion, name: str) -> str:
    message = _("{cluster} is borderline: its {measure} stands {standing}.")
    where = standing(step.evidence.value or Decimal(), step.threshold or Decimal(), step.evidence.unit)
    return message.format(cluster=name, measure=spoken(step.criterion.measure), standing=where)


def _checked(results: Sequence[Classification], registry: Registry) -> Iterator[str]:
    stated = [result for result in results if result.stated is not None]
    if not stated:
        yield _("Check: no class is stated for these clusters, so that none can differ.")
        return
    agreed = [result for result in stated if result.agrees]
    message = plural(
        "Check: the computed class is the stated one for {agreed} of the {stated} cluster that has one.",
        "Check: the computed class is the stated one for {agreed} of the {stated} clusters that have one.",
        len(stated),
    )
    yield message.format(agreed=len(agreed), stated=len(stated))
    for result in stated:
        if result.agrees is False and result.stated and result.maturity:
            message = _("Differs: {cluster} is {computed}, and {stated} is stated.")
            name = registry.cluster_by_id[result.cluster].name
            computed, class_stated = spoken(result.maturity), spoken(result.stated)
            yield message.format(cluster=name, computed=computed, stated=class_stated)
