"""When each part of a grant is due, claimed and paid: from the lines of a payment scheme to days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from clusters_cli.cashflow.periods import GrantPeriod
from clusters_cli.foundations.dates import Duration
from clusters_cli.registry.models import Anchor, InstalmentKind, InstalmentRule, PaymentScheme, ReachedOf

LateByKind = Mapping[InstalmentKind, Duration]
_AT_ONCE = Duration()


class PaymentClaim(NamedTuple):
    """A line of a payment scheme on its days.

    Attributes:
        place: of the line in the scheme, from 0.
        rule: the line.
        cut_off: the day on which it becomes due, and up to which costs are declared.
        claimed: the day on which the cluster asks for it, or may expect it.
        paid: the day on which the money moves.
    """

    place: int
    rule: InstalmentRule
    cut_off: date
    claimed: date
    paid: date


class Release(NamedTuple):
    """Money retained on a line, which is paid on a day of its own: the line's place, and the days."""

    place: int
    due: date
    paid: date


@dataclass(frozen=True, slots=True)
class PaymentClaims:
    """All that is claimed in a year or a project.

    Attributes:
        before: by day of the claim, then as the scheme lists them.
        last: what settles the rest.
        never: the lines that wait for costs that never come, or whose claim would come no earlier than the last, with
            the day on which they would be due; the last reporting period is the last instalment's own.
        releases: money retained that is paid after the last, by day.
    """

    before: tuple[PaymentClaim, ...]
    last: PaymentClaim
    never: tuple[tuple[InstalmentRule, date | None], ...]
    releases: tuple[Release, ...]


def claims_of(
    scheme: PaymentScheme, period: GrantPeriod, late: LateByKind, others_paid: date | None = None
) -> PaymentClaims:
    """Return when the lines of a scheme are claimed and paid in a year or a project.

    Args:
        scheme: without parts and variants: one way of paying.
        period: with its costs.
        late: by kind of instalment, how much later than agreed it is paid.
        others_paid: the day of the last payment by the other funders.

    Raises:
        RefusedError: something waits for the other funders, and nobody says when they pay.
    """
    return _Calendar(scheme, period, late, others_paid).claims()


@dataclass(frozen=True, slots=True)
class _Calendar:
    """What days depend on."""

    scheme: PaymentScheme
    period: GrantPeriod
    late: LateByKind
    others_paid: date | None

    def claims(self) -> PaymentClaims:
        """Return what is claimed before the last instalment, what never is, the last, and what is released after it."""
        *lines, closing = enumerate(self.scheme.instalments)
        last = next(self._made(*closing, is_last=True))
        made: list[PaymentClaim] = []
        never: list[tuple[InstalmentRule, date | None]] = []
        for place, rule in lines:
            found = list(self._made(place, rule))
            in_time = [one for one in found if not _is_settled_by(last, one)]
            made += in_time
            if rule.anchor is Anchor.PERIOD_END:
                never += [(rule, one.cut_off) for one in found[len(in_time) : -1]]
            elif not in_time:
                never.append((rule, found[0].cut_off if found else None))
        before = sorted(made, key=lambda claim: (claim.claimed, claim.place))
        return PaymentClaims(tuple(before), last, tuple(never), tuple(self._releases()))

    def _made(self, place: int, rule: InstalmentRule, *, is_last: bool = False) -> Iterator[PaymentClaim]:
        dates = self.period.dates
        for cut_off in self._cut_offs(place, rule, is_last=is_last):
            waits = [event.day(dates, self.others_paid) for event in rule.not_before]
            if rule.anchor is Anchor.PERIOD_END:
                waits.append(dates.signature)
            claimed = max([(rule.claim or _AT_ONCE).after(cut_off), *waits])
            yield PaymentClaim(place, rule, cut_off, claimed, self._paid(rule.kind, claimed, rule.payment_delay))

    def _cut_offs(self, place: int, rule: InstalmentRule, *, is_last: bool) -> Iterator[date]:
        dates, costs = self.period.dates, self.period.costs
        if rule.anchor is Anchor.PERIOD_END:
            yield from map(rule.offset.after, self.scheme.agreement.period_ends(dates))
        elif rule.anchor is Anchor.SPENDING:
            share = self._wanted(place, rule)
            reached = costs.reached_of_actual(share) if is_last else costs.reached(share)
            if reached is not None:
                yield rule.offset.after(max(reached, dates.signature))
        else:
            yield rule.day(dates, self.others_paid)

    def _wanted(self, place: int, rule: InstalmentRule) -> Fraction:
        """Return the share of the costs that must be spent for a line."""
        if rule.reached is None:
            return Fraction(0)
        if rule.reached.of is ReachedOf.COSTS:
            return rule.reached.share
        above = (one.share or Fraction(0) for one in self.scheme.instalments[:place])
        return rule.reached.share * sum(above, Fraction(0))

    def _releases(self) -> Iterator[Release]:
        events = [
            (rule.retain.release.day(self.period.dates, self.others_paid), place)
            for place, rule in enumerate(self.scheme.instalments)
            if rule.retain and rule.retain.release
        ]
        for due, place in sorted(events):
            yield Release(place, due, self._paid(InstalmentKind.RELEASE, due))

    def _paid(self, kind: InstalmentKind, claimed: date, own: Duration | None = None) -> date:
        delay = self.scheme.payment_delay if own is None else own
        return self.late.get(kind, _AT_ONCE).after(delay.after(claimed))


def _is_settled_by(last: PaymentClaim, claim: PaymentClaim) -> bool:
    """Whether the balance takes the place of a claim that the course of the project brings."""
    is_brought = claim.rule.anchor in (Anchor.PERIOD_END, Anchor.SPENDING)
    return is_brought and (claim.cut_off >= last.cut_off or claim.claimed >= last.claimed)
