"""The sentences under the tables of ``clusters classify``."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clusters_cli.commands.shared.criteria import measured, standing, threshold_words
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import Share, Text, Typed, Value, counted, one_of
from clusters_cli.maturity import AskedCriterion, AssumedThreshold, AssumptionOfClasses, Classification, Rules, Unit
from clusters_cli.registry import Registry


def notes(
    results: Sequence[Classification], rules: Rules, registry: Registry, *, explain: bool, check: bool
) -> Iterator[Value]:
    """Yield what a reader must know beside the tables."""
    for assumption in rules.assumptions:
        if assumption.changed:
            yield _changed(assumption)
    if rules.borrowed:
        yield Text("This registry has no maturity.yaml: the criteria are those that come with the program.")
    for result in results:
        name = registry.cluster_by_id[result.cluster].name
        yield from _of_cluster(result, name)
    yield Text(
        "Thresholds are counted for {year}; within {share} of one, a figure is borderline.",
        year=rules.year,
        share=Share(rules.tolerance),
    )
    if explain:
        yield from _origins(rules)
    if check:
        yield from _checked(results, registry)


def _changed(assumption: AssumedThreshold) -> Text:
    units = {AssumptionOfClasses.BUDGET: Unit.EUROS, AssumptionOfClasses.BORDERLINE: Unit.SHARE}
    unit = units.get(assumption.about)
    value, usual = (
        Text("unknown") if number is None else measured(number, unit) if unit else Typed(f"{number.normalize():f}")
        for number in (assumption.value, assumption.usual)
    )
    return Text("What if: {name} {value} instead of {usual}.", name=assumption.about, value=value, usual=usual)


def _origins(rules: Rules) -> Iterator[Value]:
    for rule in rules.rules:
        yield threshold_words(rule.criterion.name, rule.origin)


def _of_cluster(result: Classification, name: str) -> Iterator[Value]:
    if result.maturity is None:
        yield _undetermined(result, name)
    for step in result.steps:
        if step.borderline and step.finding.outcome is not Outcome.NOT_APPLICABLE:
            yield _borderline(step, name)
        elif step.finding.outcome is Outcome.UNKNOWN and result.decisive:
            yield _passed_over(step, result.decisive, name)


def _passed_over(step: AskedCriterion, decisive: AskedCriterion, name: str) -> Text:
    measure = decisive.criterion.measure
    if not step.evidence.missing:
        message = Text("{cluster}: {reason}, so that its {measure} decided.")
        return message.given(cluster=name, reason=step.finding.message, measure=measure)
    message = Text("{cluster}: its {unknown} is unknown, so that its {measure} decided.")
    return message.given(cluster=name, unknown=step.criterion.measure, measure=measure)


def _undetermined(result: Classification, name: str) -> Text:
    if not result.missing:
        unknown = (step for step in result.steps if step.finding.outcome is Outcome.UNKNOWN)
        blocked = (step.finding.message for step in unknown if not step.evidence.missing)
        reason = next(blocked, Text("the criteria lead to no class"))
        return Text("{cluster} cannot be classed: {reason}.", cluster=name, reason=reason)
    first, *others = result.missing
    message = Text("{cluster} cannot be classed without its {fact}: it could be {classes}.")
    if others:
        message = Text("{cluster} cannot be classed without its {fact} (or {others}): it could be {classes}.")
    return message.given(cluster=name, fact=first, others=one_of(others), classes=one_of(result.possible))


def _borderline(step: AskedCriterion, name: str) -> Text:
    where = standing(step.evidence.value or Decimal(), step.threshold or Decimal(), step.evidence.unit)
    return Text(
        "{cluster} is borderline: its {measure} stands {standing}.",
        cluster=name,
        measure=step.criterion.measure,
        standing=where,
    )


def _checked(results: Sequence[Classification], registry: Registry) -> Iterator[Value]:
    stated = [result for result in results if result.stated is not None]
    if not stated:
        yield Text("Check: no class is stated for these clusters, so that none can differ.")
        return
    agreed = [result for result in stated if result.agrees]
    yield counted(
        "Check: the computed class is the stated one for {agreed} of the {stated} cluster that has one.",
        "Check: the computed class is the stated one for {agreed} of the {stated} clusters that have one.",
        len(stated),
        agreed=len(agreed),
        stated=len(stated),
    )
    for result in stated:
        if result.agrees is False and result.stated and result.maturity:
            yield Text(
                "Differs: {cluster} is {computed}, and {stated} is stated.",
                cluster=registry.cluster_by_id[result.cluster].name,
                computed=result.maturity,
                stated=result.stated,
            )
