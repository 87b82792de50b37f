"""The lines of a payment scheme in words: what is paid, when, and on which conditions."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Dated, Euros, Joined, Listed, Share, Text, Value, one_of
from clusters_cli.registry.models import (
    Anchor,
    Event,
    GradualRecovery,
    InstalmentRule,
    LeastCosts,
    PaymentTerms,
    ReachedOf,
    Recovery,
    ReportingPeriods,
    RetainedOf,
    Retention,
    ShareOf,
    When,
)


def amount_words(share: Fraction | None, of: ShareOf) -> Value:
    """Return what an instalment pays: a share of something, or what is left."""
    if share is None:
        return Text("what is left")
    return Text("new costs") if of is ShareOf.COSTS and share == 1 else share_words(share, of)


def share_words(share: Fraction | Decimal, of: ShareOf) -> Value:
    """Return a share, and what it is a share of where that is not the grant."""
    if of is ShareOf.COSTS:
        return Text("{share} of new costs", share=Share(share))
    return Text("{share} of the average of a period", share=Share(share)) if of is ShareOf.PERIOD else Share(share)


def due_words(event: Event) -> Value:
    """Return when an instalment is due, or something else happens: an event, and the time from it on or before it."""
    named, offset = event_words(event), event.offset
    if offset == Duration():
        return named
    if max(offset.months, offset.days) <= 0:
        return Joined((named, "-", Duration(-offset.months, -offset.days)))
    return Joined((named, "+", offset))


def periods_words(periods: ReportingPeriods) -> Value:
    """Return how long reporting periods are, or when they end."""
    return Listed((*periods.lengths, *map(Dated, periods.days), *periods.dates))


def event_words(event: Event) -> Value:
    """Return the event from which a day is counted."""
    reached = event.reached if isinstance(event, InstalmentRule) else None
    if reached is not None:
        if not reached.share:
            return Text("first cost")
        share = Share(reached.share)
        if reached.of is ReachedOf.PAID:
            return Text("{share} of the instalments before spent", share=share)
        return Text("{share} of the costs spent", share=share)
    return Dated(str(event.on)) if event.anchor is Anchor.DATE else event.anchor


def condition_words(rule: InstalmentRule) -> Iterator[Value]:
    """Yield what else an instalment says: what it waits for, its ceiling, what is kept back, what is too little."""
    for event in rule.not_before:
        yield Text("not before {event}", event=due_words(event))
    if rule.payment_delay is not None:
        is_later = rule.payment_delay != Duration()
        yield Text("paid within {delay}", delay=rule.payment_delay) if is_later else Text("paid the same day")
    if rule.cap is not None:
        yield Text("up to {share} of the grant in all", share=Share(rule.cap))
    if rule.retain is not None:
        yield _retained(rule.retain)
    if rule.min_amount is not None:
        yield Text("no payment below {amount}", amount=Euros(rule.min_amount))
    if rule.min_costs:
        yield Text("new costs of at least {costs}", costs=least_costs_words(rule.min_costs))
    if rule.guarantee is not None:
        yield Text("guarantee of {share} of it", share=Share(rule.guarantee))


def _retained(retain: Retention) -> Text:
    share = Share(retain.share)
    kept = Text("{share} retained", share=share)
    if retain.of is RetainedOf.GRANT:
        kept = Text("{share} of the grant retained", share=share)
    if retain.release is None:
        return kept
    return Text("{kept} until {event}", kept=kept, event=due_words(retain.release))


def recovery_words(recover: Recovery) -> Value:
    """Return how claims take back the advance."""
    if not isinstance(recover, GradualRecovery):
        return recover
    return Text(
        "gradually, from {since} to {until} of the costs", since=Share(recover.since), until=Share(recover.until)
    )


def least_costs_words(levels: tuple[LeastCosts, ...]) -> Value:
    """Return the least new costs of a claim: of several levels the lowest counts."""
    return one_of(map(_level, levels))


def _level(level: LeastCosts) -> Value:
    if level.share is None:
        return Euros(level.euros or ZERO)
    return Text("{share} of the planned costs", share=Share(level.share))


def tolerance_words(tolerance: Fraction) -> Text:
    """Return how far costs may fall short of the plan before the grant does."""
    if tolerance == 1:
        return Text("flat: the grant stays whole whatever is spent")
    return Text("the grant stays whole up to a shortfall of {share}", share=Share(tolerance))


def when_words(when: When) -> Listed:
    """Return for which grants a variant holds."""
    told: list[Value] = []
    if when.grant_below is not None:
        told.append(Text("grant below {amount}", amount=Euros(when.grant_below)))
    if when.grant_up_to is not None:
        told.append(Text("grant up to {amount}", amount=Euros(when.grant_up_to)))
    if when.year is not None:
        told.append(Text("year {number} of the agreement", number=when.year))
    if when.longer_than is not None:
        told.append(Text("project longer than {length}", length=when.longer_than))
    return Listed(tuple(told))


def terms_words(terms: PaymentTerms) -> Iterator[Value]:
    """Yield what a part or a variant has otherwise than its scheme, but for its instalments."""
    if terms.payment_delay is not None:
        yield Text("payment delay {delay}", delay=terms.payment_delay)
    if terms.cap is not None:
        yield Text("up to {share} of the grant before the last instalment", share=Share(terms.cap))
    if terms.recover is not None:
        yield Text("advance recovered {how}", how=recovery_words(terms.recover))
    if terms.min_amount is not None:
        yield Text("no payment below {amount}", amount=Euros(terms.min_amount))
    if terms.min_costs:
        yield Text("new costs of at least {costs}", costs=least_costs_words(terms.min_costs))
    if terms.cofinancing is not None:
        yield Text("{share} of the eligible costs", share=Share(terms.cofinancing))
    if terms.tolerance is not None:
        yield tolerance_words(terms.tolerance)
