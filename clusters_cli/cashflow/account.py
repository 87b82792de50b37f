"""The account of a grant: what each claim pays, in the order in which they are made, and what settles the rest.

What is declared is due at the grant's rate; it first takes back the advance, then keeps to the ceilings; part of it may
be retained; a payment that is too small is not made.  The last instalment settles the account.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clusters_cli.cashflow.instalments import Instalment, UnpaidInstalment
from clusters_cli.cashflow.payment_claims import PaymentClaim, PaymentClaims, Release
from clusters_cli.cashflow.periods import GrantPeriod
from clusters_cli.cashflow.unpaid_words import WhyUnpaid
from clusters_cli.foundations.money import ZERO, rounded
from clusters_cli.registry.models import (
    GradualRecovery,
    InstalmentKind,
    InstalmentRule,
    PaymentScheme,
    RecoveryWord,
    RetainedOf,
    ShareOf,
)

_NOTHING = Fraction(0)


class _Step(NamedTuple):
    """What a claim moves, in exact euros.

    Attributes:
        new_costs: costs that it declares.
        due: what the scheme foresees for it.
        recovered: what of that takes back the advance.
        granted: what is left of it under the ceilings.
        retained: what is kept back of that.
    """

    new_costs: Fraction
    due: Fraction
    recovered: Fraction
    granted: Fraction
    retained: Fraction

    @property
    def payment(self) -> Fraction:
        """What would be paid."""
        return self.granted - self.retained


@dataclass(slots=True)
class Account:
    """What has been declared, granted, taken back, retained and paid of a grant so far, in exact euros.

    ``choices`` tells, each time that one of two limits gave way, which of them.
    """

    scheme: PaymentScheme
    period: GrantPeriod
    declared: Fraction = _NOTHING
    advances: Fraction = _NOTHING
    granted: Fraction = _NOTHING
    recovered: Fraction = _NOTHING
    paid: Fraction = _NOTHING
    retained: defaultdict[int, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    choices: list[bool] = field(default_factory=list)

    def settled(self, claims: PaymentClaims) -> Iterator[Instalment | UnpaidInstalment]:
        """Yield what each claim pays, then the last instalment, then the releases."""
        for claim in claims.before:
            yield self._paid_on(claim)
        for rule, due in claims.never:
            yield UnpaidInstalment(self.period.label, rule.kind, due, WhyUnpaid.REACHED)
        yield from self._closed(claims.last, claims.releases)

    def _paid_on(self, claim: PaymentClaim) -> Instalment | UnpaidInstalment:
        rule, step = claim.rule, self._step(claim)
        if rule.of is ShareOf.COSTS and (not step.new_costs or step.new_costs < self._least_costs(rule)):
            return self._nothing(claim, WhyUnpaid.COSTS)
        amount = rounded(self.paid + step.payment) - rounded(self.paid)
        if self._is_less(ZERO, amount) and self._is_less(amount, self._least_amount(rule)):
            return self._nothing(claim, WhyUnpaid.LEAST)
        before = (self.declared, self.recovered, self._retained)
        self._book(claim, step)
        after = (self.declared, self.recovered, self._retained)
        declared, recovered, retained = (rounded(now) - rounded(then) for then, now in zip(before, after, strict=True))
        told = declared if rule.of is ShareOf.COSTS else None
        if not amount:
            return replace(self._nothing(claim, _why(step)), declared=told, recovered=recovered)
        return replace(self._instalment(claim, amount), declared=told, recovered=recovered, retained=retained)

    @property
    def _retained(self) -> Fraction:
        return sum(self.retained.values(), _NOTHING)

    def _step(self, claim: PaymentClaim) -> _Step:
        rule, costs, grant = claim.rule, self.period.costs, Fraction(self.period.grant)
        new_costs, share = _NOTHING, rule.share or _NOTHING
        if rule.of is ShareOf.COSTS:
            now = max(costs.spent(claim.cut_off), self.declared)
            new_costs = now - self.declared
            due = share * (costs.justified(now) - costs.justified(self.declared))
        elif rule.of is ShareOf.PERIOD:
            due = share * grant / len(self.scheme.agreement.period_ends(self.period.dates))
        else:
            due = share * grant
        recovered = self._recovery(claim, due)
        room = min(self.scheme.cap or 1, rule.cap or 1) * grant - self.granted
        granted = self._higher(self._lower(due - recovered, room), _NOTHING)
        return _Step(new_costs, due, recovered, granted, self._retention(claim, granted))

    def _recovery(self, claim: PaymentClaim, due: Fraction) -> Fraction:
        recover = self.scheme.recover
        if claim.rule.of is not ShareOf.COSTS or recover is RecoveryWord.BALANCE:
            return _NOTHING
        target = self.advances
        if isinstance(recover, GradualRecovery):
            done = self.period.costs.done(claim.cut_off)
            target *= min(max((done - recover.since) / (recover.until - recover.since), _NOTHING), Fraction(1))
        return self._lower(due, self._higher(target - self.recovered, _NOTHING))

    def _retention(self, claim: PaymentClaim, granted: Fraction) -> Fraction:
        retain = claim.rule.retain
        if retain is None:
            return _NOTHING
        if retain.of is RetainedOf.PAYMENT:
            return retain.share * granted
        return self._lower(retain.share * Fraction(self.period.grant) - self.retained[claim.place], granted)

    def _least_costs(self, rule: InstalmentRule) -> Fraction:
        levels = rule.min_costs or self.scheme.min_costs
        return min((level.of(self.period.costs.planned) for level in levels), default=_NOTHING)

    def _least_amount(self, rule: InstalmentRule) -> Decimal:
        if rule.min_amount is not None:
            return rule.min_amount
        return self.scheme.min_amount if rule.kind is InstalmentKind.INTERIM else ZERO

    def _book(self, claim: PaymentClaim, step: _Step) -> None:
        self.declared += step.new_costs
        self.recovered += step.recovered
        self.granted += step.granted
        self.paid += step.payment
        self.retained[claim.place] += step.retained
        if claim.rule.kind is InstalmentKind.ADVANCE:
            self.advances += step.granted

    def _closed(self, last: PaymentClaim, releases: Sequence[Release]) -> Iterator[Instalment]:
        """Yield the last instalment, and what is released after it."""
        earned, before = self.period.costs.earned, self.paid
        kept = sum((self.retained[release.place] for release in releases), _NOTHING)
        held = self._lower(kept, self._higher(earned - before, _NOTHING))
        self.paid = earned - held
        yield self._instalment(last, rounded(self.paid) - rounded(before))
        for release in releases:
            before = self.paid
            self.paid += self._lower(self.retained[release.place], held)
            held -= self.paid - before
            if amount := rounded(self.paid) - rounded(before):
                due, paid, signed = release.due, release.paid, self.period.dates.signature
                yield Instalment(self.period.label, InstalmentKind.RELEASE, None, amount, due, None, paid, signed)

    def _is_less(self, one: Fraction | Decimal, other: Fraction | Decimal) -> bool:
        """Return whether an amount is less than another, and keep in mind that it was."""
        self.choices.append(one < other)
        return one < other

    def _lower(self, one: Fraction, other: Fraction) -> Fraction:
        return one if self._is_less(one, other) else other

    def _higher(self, one: Fraction, other: Fraction) -> Fraction:
        return other if self._is_less(one, other) else one

    def _instalment(self, claim: PaymentClaim, amount: Decimal) -> Instalment:
        rule, asks = claim.rule, claim.rule.claim is not None or claim.rule.of is ShareOf.COSTS
        requested = claim.claimed if asks or claim.claimed != claim.cut_off else None
        return Instalment(
            period=self.period.label,
            kind=rule.kind,
            share=rule.share,
            amount=amount,
            due=claim.cut_off,
            requested=requested,
            paid=claim.paid,
            notified=self.period.dates.signature,
            guarantee=rule.guarantee,
            of=rule.of,
        )

    def _nothing(self, claim: PaymentClaim, reason: WhyUnpaid) -> UnpaidInstalment:
        return UnpaidInstalment(self.period.label, claim.rule.kind, claim.cut_off, reason)


def _why(step: _Step) -> WhyUnpaid:
    """Return why a claim that is made pays nothing."""
    if step.recovered and step.recovered == step.due:
        return WhyUnpaid.RECOVERY
    return WhyUnpaid.RETAINED if step.retained else WhyUnpaid.CEILING
