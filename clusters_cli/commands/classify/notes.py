"""The sentences under the tables of ``clusters classify``."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clusters_cli.commands.shared.criteria import lent_by, measured, standing, threshold_words
from clusters_cli.commands.shared.old_figures import FigureInUse, old_figure_notes
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import Share, Text, Typed, Value, counted, in_a_row, one_of
from clusters_cli.maturity import (
    AskedCriterion,
    AssumedThreshold,
    AssumptionOfClasses,
    Classification,
    Rules,
    Unit,
    joint_answer,
)
from clusters_cli.registry import Registry
from clusters_cli.registry.models import Measure

_UNDETERMINED = Text("undetermined")


def notes(
    results: Sequence[Classification], rules: Rules, registry: Registry, *, explain: bool, check: bool
) -> Iterator[Value]:
    """Yield what a reader must know beside the tables."""
    for assumption in rules.assumptions:
        if assumption.changed:
            yield _changed(assumption)
    if rules.lender:
        yield lent_by(rules.lender)
    for result in results:
        name = registry.cluster_by_id[result.cluster].name
        yield from _of_cluster(result, name)
    yield Text(
        "Thresholds are counted for {year}; within {share} of one, a figure is borderline.",
        year=rules.day.year,
        share=Share(rules.tolerance),
    )
    yield from old_figure_notes(_figures_in_use(results, registry), rules.day)
    if explain:
        yield from _origins(rules)
    yield from _compared(results, registry, check=check)


def _changed(assumption: AssumedThreshold) -> Text:
    units = {AssumptionOfClasses.BUDGET: Unit.EUROS, AssumptionOfClasses.BORDERLINE: Unit.SHARE}
    unit = units.get(assumption.about)
    value, usual = (
        Text("unknown") if number is None else measured(number, unit) if unit else Typed(f"{number.normalize():f}")
        for number in (assumption.value, assumption.usual)
    )
    return Text("What if: {name} {value} instead of {usual}.", name=assumption.about, value=value, usual=usual)


def _figures_in_use(results: Sequence[Classification], registry: Registry) -> Iterator[FigureInUse]:
    """Yield the yearly figures that decided a class."""
    for result in results:
        step = result.decisive
        if step and step.evidence.year is not None and step.criterion.measure is not Measure.AGE:
            name = registry.cluster_by_id[result.cluster].name
            yield FigureInUse(name, step.criterion.measure.value, step.evidence.year)


def _origins(rules: Rules) -> Iterator[Value]:
    for rule in rules.applied:
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


def _compared(results: Sequence[Classification], registry: Registry, *, check: bool) -> Iterator[Value]:
    """Yield how the classes that the source states stand to those computed as of its date, and what has moved since."""
    stated = [result for result in results if result.stated is not None]
    if not stated and check:
        yield Text("Check: no class is stated for these clusters, so that none can differ.")
    if not stated:
        return
    yield counted(
        "Computed as of the date of its source, the class is the stated one for {agreed} of {stated} cluster.",
        "Computed as of the date of its source, the class is the stated one for {agreed} of {stated} clusters.",
        len(stated),
        agreed=sum(result.agrees is True for result in stated),
        stated=len(stated),
    )
    for result in stated:
        name = registry.cluster_by_id[result.cluster].name
        yield from _differing(result, name)
    if check:
        yield _verdict(joint_answer(results, check=True, named=True))
    if moved := [_move(result, registry.cluster_by_id[result.cluster].name) for result in stated if result.moved]:
        yield Text("Moved since then: {moves}.", moves=in_a_row(moved))


def _verdict(answer: bool | None) -> Text:
    match answer:
        case True:
            return Text("Check passed.")
        case False:
            return Text("Check failed.")
        case None:
            return Text("The check cannot be concluded.")


def _differing(result: Classification, name: str) -> Iterator[Text]:
    if result.agrees is False and result.stated and result.computed_then:
        message = Text("Differs: {cluster} is {computed} on that date, and {stated} is stated.")
        yield message.given(cluster=name, computed=result.computed_then, stated=result.stated)
    if result.stated_as_of is None:
        yield Text("{cluster}: the source of its class has no date; it is compared with that of today.", cluster=name)


def _move(result: Classification, name: str) -> Text:
    return Text(
        "{cluster}, from {before} to {after}",
        cluster=name,
        before=result.computed_then or _UNDETERMINED,
        after=result.maturity or _UNDETERMINED,
    )
