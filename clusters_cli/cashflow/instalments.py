"""From claims to instalments: what each line of a payment scheme pays, in the order in which they are claimed.

What is declared is due at the grant's rate; it first takes back the advance, then keeps to the ceilings; part of it may
be retained; a payment that is too small is not made.  The last instalment settles the account.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clusters_cli.cashflow.payment_claims import PaymentClaim, PaymentClaims, Release, claims_of
from clusters_cli.cashflow.periods import GrantPeriod
from clusters_cli.cashflow.terms import Terms
from clusters_cli.cashflow.unpaid_words import WhyUnpaid
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO, rounded
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, labelled
from clusters_cli.registry.models import (
    GradualRecovery,
    InstalmentKind,
    InstalmentRule,
    PaymentScheme,
    RecoveryWord,
    RetainedOf,
    ShareOf,
)

DUE_IMPOSSIBLE = Explanation(
    "USE130",
    Text("an instalment that cannot be due then"),
    Text(
        "An instalment would be due before the agreement is signed or after the last instalment, a claim of costs lies"
        " outside the project, or something waits for the other funders and nobody says when they pay."
    ),
    Text("Change the day of signature, the length of the project, or the instalment's dates in the scheme."),
)
_NOTHING = Fraction(0)


@in_data(is_repayment="repayment")
@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a grant.

    Attributes:
        period: the year or the project it belongs to, such as ``2023`` or ``2023-2026``.
        kind: advance, interim or balance, or the release of what was retained.
        share: part that the scheme foresees, of what ``of`` says; ``None`` for what is left.
        of: what the share is taken of.
        amount: euros; below zero for a balance that the cluster must pay back.
        declared: costs newly declared for it, in euros; ``None`` where it is not paid on costs.
        recovered: euros of the advance that it takes back.
        retained: euros that are kept back of it.
        due: the day on which it becomes payable, and up to which costs are declared.
        requested: the day on which the cluster claims it; ``None`` when no claim is needed.
        paid: the day on which the money moves.
        part: id of the part of the grant that it pays; ``None`` where the grant has no parts.
    """

    period: str
    kind: InstalmentKind
    share: Fraction | None
    amount: Decimal
    due: date
    requested: date | None
    paid: date
    part: Identifier | None = None
    of: ShareOf = ShareOf.GRANT
    declared: Decimal | None = None
    recovered: Decimal = ZERO
    retained: Decimal = ZERO

    @property
    def claimable(self) -> date:
        """The day from which the payment delay runs: the claim where there is one, else the due date."""
        return self.requested or self.due

    @computed
    def is_repayment(self) -> bool:
        """Whether the cluster must pay money back."""
        return self.amount < 0


@dataclass(frozen=True, slots=True)
class UnpaidInstalment:
    """A line of a payment scheme that pays nothing.

    Attributes:
        period: the year or the project it belongs to.
        kind: advance or interim.
        due: the day on which it would be payable; ``None`` if that day never comes.
        reason: why nothing is paid.
        part: id of the part of the grant that it would pay.
    """

    period: str
    kind: InstalmentKind
    due: date | None
    reason: WhyUnpaid
    part: Identifier | None = None


class Payments(NamedTuple):
    """What is paid of a grant, and what would be and is not."""

    instalments: tuple[Instalment, ...]
    unpaid: tuple[UnpaidInstalment, ...]


def payments(
    scheme: PaymentScheme, covered: Sequence[GrantPeriod], terms: Terms, part: Identifier | None = None
) -> Payments:
    """Return every instalment of every period; the last of each pays what is left, or takes it back.

    Args:
        scheme: the payment scheme as the terms changed it.
        covered: the periods it pays for.
        terms: the assumptions to use.
        part: the part of the grant that it pays, if it pays one.

    Raises:
        UsageError: an instalment cannot be due on its day.
    """
    made = [one for period in covered for one in _of_period(period.paid_by(scheme), period, terms)]
    told = made if part is None else [replace(one, part=part) for one in made]
    return Payments(
        tuple(one for one in told if isinstance(one, Instalment)),
        tuple(one for one in told if isinstance(one, UnpaidInstalment)),
    )


def _of_period(scheme: PaymentScheme, period: GrantPeriod, terms: Terms) -> list[Instalment | UnpaidInstalment]:
    try:
        claims = claims_of(scheme, period, terms.late, terms.others_paid)
    except RefusedError as error:
        raise UsageError(labelled(scheme.id, error.reason), DUE_IMPOSSIBLE) from None
    for _at, reason in scheme.misplaced(period.dates, terms.others_paid, claims.last.cut_off):
        raise UsageError(labelled(scheme.id, reason), DUE_IMPOSSIBLE)
    return list(_Account(scheme, period).settled(claims))


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
class _Account:
    """What has been declared, granted, taken back, retained and paid of a grant so far, in exact euros."""

    scheme: PaymentScheme
    period: GrantPeriod
    declared: Fraction = _NOTHING
    advances: Fraction = _NOTHING
    granted: Fraction = _NOTHING
    recovered: Fraction = _NOTHING
    paid: Fraction = _NOTHING
    retained: defaultdict[int, Fraction] = field(default_factory=lambda: defaultdict(Fraction))

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
        if 0 < amount < self._least_amount(rule):
            return self._nothing(claim, WhyUnpaid.LEAST)
        declared, recovered, kept = self.declared, self.recovered, sum(self.retained.values())
        self._book(claim, step)
        if not amount:
            return self._nothing(claim, _why(step))
        is_of_costs = rule.of is ShareOf.COSTS
        return replace(
            self._instalment(claim, amount),
            declared=rounded(self.declared) - rounded(declared) if is_of_costs else None,
            recovered=rounded(self.recovered) - rounded(recovered),
            retained=rounded(sum(self.retained.values(), _NOTHING)) - rounded(Fraction(kept)),
        )

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
        granted = max(min(due - recovered, room), _NOTHING)
        return _Step(new_costs, due, recovered, granted, self._retention(claim, granted))

    def _recovery(self, claim: PaymentClaim, due: Fraction) -> Fraction:
        recover = self.scheme.recover
        if claim.rule.of is not ShareOf.COSTS or recover is RecoveryWord.BALANCE:
            return _NOTHING
        target = self.advances
        if isinstance(recover, GradualRecovery):
            done = self.period.costs.done(claim.cut_off)
            target *= min(max((done - recover.since) / (recover.until - recover.since), _NOTHING), Fraction(1))
        return min(due, max(target - self.recovered, _NOTHING))

    def _retention(self, claim: PaymentClaim, granted: Fraction) -> Fraction:
        retain = claim.rule.retain
        if retain is None:
            return _NOTHING
        if retain.of is RetainedOf.PAYMENT:
            return retain.share * granted
        return min(retain.share * Fraction(self.period.grant) - self.retained[claim.place], granted)

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
        held = min(kept, max(earned - before, _NOTHING))
        self.paid = earned - held
        yield self._instalment(last, rounded(self.paid) - rounded(before))
        for release in releases:
            before = self.paid
            self.paid += min(self.retained[release.place], held)
            held -= self.paid - before
            if amount := rounded(self.paid) - rounded(before):
                yield Instalment(
                    self.period.label, InstalmentKind.RELEASE, None, amount, release.due, None, release.paid
                )

    def _instalment(self, claim: PaymentClaim, amount: Decimal) -> Instalment:
        rule, asks = claim.rule, claim.rule.claim is not None or claim.rule.of is ShareOf.COSTS
        requested = claim.claimed if asks or claim.claimed != claim.cut_off else None
        return Instalment(
            self.period.label, rule.kind, rule.share, amount, claim.cut_off, requested, claim.paid, of=rule.of
        )

    def _nothing(self, claim: PaymentClaim, reason: WhyUnpaid) -> UnpaidInstalment:
        return UnpaidInstalment(self.period.label, claim.rule.kind, claim.cut_off, reason)


def _why(step: _Step) -> WhyUnpaid:
    """Return why a claim that is made pays nothing."""
    if step.recovered and step.recovered == step.due:
        return WhyUnpaid.RECOVERY
    return WhyUnpaid.RETAINED if step.retained else WhyUnpaid.CEILING
