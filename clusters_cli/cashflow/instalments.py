"""From a payment scheme to dated instalments: when each part of a grant is due, requested and paid."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from clusters_cli.cashflow.advance import Flow
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.dates import Duration, month_end, months_between
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import ZERO, cents, part_of, split_by_weights
from clusters_cli.registry.models.agreements import AgreementPeriod
from clusters_cli.registry.models.schemes import InstalmentKind, InstalmentRule, PaymentScheme


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a grant.

    Attributes:
        period: the year or the project it belongs to, such as ``2023`` or ``2023-2026``.
        kind: advance, interim or balance.
        share: part of the grant that the scheme foresees, 0 to 1.
        amount: euros; below zero for a balance that the cluster must pay back.
        due: the day on which it becomes payable.
        requested: the day on which the cluster claims it; ``None`` when no claim is needed.
        paid: the day on which the money moves.
    """

    period: str
    kind: InstalmentKind
    share: Fraction
    amount: Decimal
    due: date
    requested: date | None
    paid: date

    @property
    def claimable(self) -> date:
        """The day from which the payment delay runs: the claim where there is one, else the due date."""
        return self.requested or self.due

    @property
    def is_repayment(self) -> bool:
        """Whether the cluster must pay money back."""
        return self.amount < 0


@dataclass(frozen=True, slots=True)
class Period:
    """One year of an agreement, or a whole project, with its own grant.

    Attributes:
        label: its name, such as ``2023`` or ``2023-2026``.
        dates: first day, last day, signature.
        grant: euros awarded.
        justified: euros of it that the costs really spent justify: what is paid in the end.
        spending: the costs it pays, as they are spent; they add up to ``justified``.
    """

    label: str
    dates: AgreementPeriod
    grant: Decimal
    justified: Decimal
    spending: tuple[Flow, ...]


def periods(
    scheme: PaymentScheme, grant: Decimal, terms: Terms, by_year: Mapping[int, Decimal] | None = None
) -> tuple[Period, ...]:
    """Return the periods an agreement covers, each with its grant and its spending.

    Args:
        scheme: the payment scheme as the terms changed it; its agreement says whether a grant is yearly.
        grant: euros a year, or for the whole project.
        terms: first year, number of years and the other assumptions.
        by_year: the grants of years that have another one.
    """
    count = 1 if scheme.is_project else terms.years
    covered = []
    for dates in (scheme.agreement.period(terms.start, index) for index in range(count)):
        awarded = grant if by_year is None else by_year.get(dates.first.year, grant)
        justified = cents(awarded * terms.actual_cost)
        covered.append(
            Period(_label(dates, scheme), dates, awarded, justified, spend(scheme, dates, justified, terms.costs))
        )
    return tuple(covered)


def _label(dates: AgreementPeriod, scheme: PaymentScheme) -> str:
    return f"{dates.first.year}-{dates.last.year}" if scheme.is_project else str(dates.first.year)


def spend(
    scheme: PaymentScheme, dates: AgreementPeriod, amount: Decimal, costs: Sequence[Flow] = ()
) -> tuple[Flow, ...]:
    """Spend an amount over a period, on the last day of each month.

    Args:
        scheme: its profile says how much in which month.
        dates: first and last day of the period.
        amount: euros.
        costs: dated costs to follow instead, where the period has any.
    """
    months = months_between(dates.first, dates.last)
    by_month: defaultdict[date, Decimal] = defaultdict(lambda: ZERO)
    for cost in costs:
        by_month[cost.day.replace(day=1)] += cost.amount
    weights = [by_month[month] for month in months] if costs else []
    parts = split_by_weights(amount, weights) if any(weights) else scheme.spending.parts(amount, len(months))
    return tuple(Flow(month_end(month), part) for month, part in zip(months, parts, strict=True) if part)


def instalments(scheme: PaymentScheme, covered: Sequence[Period], terms: Terms) -> tuple[Instalment, ...]:
    """Return every instalment of every period; the last of each pays what is left, or takes it back.

    Raises:
        UsageError: an instalment would be due before the agreement is signed.
    """
    for period in covered:
        for problem in scheme.due_before_signature(period.dates):
            raise UsageError(f"{scheme.id}: {problem}", code="USE130")
    return tuple(instalment for period in covered for instalment in _of_period(scheme, period, terms))


class _Delays(NamedTuple):
    """What lies between a due date, or a claim, and the money."""

    payment: Duration
    late: Mapping[InstalmentKind, Duration]


def _of_period(scheme: PaymentScheme, period: Period, terms: Terms) -> Iterator[Instalment]:
    delays = _Delays(scheme.payment_delay, terms.late)
    room = period.grant if scheme.cap is None else part_of(period.grant, scheme.cap)
    paid = ZERO
    for rule in scheme.instalments[:-1]:
        reached = _reached(rule, period, period.grant)
        if rule.reached is not None and reached is None:
            continue
        amount = min(part_of(period.grant, rule.share), room - paid)
        paid += amount
        yield _instalment(rule, amount, period, reached, delays)
    last = scheme.instalments[-1]
    yield _instalment(last, period.justified - paid, period, _reached(last, period, period.justified), delays)


def _instalment(
    rule: InstalmentRule, amount: Decimal, period: Period, reached: date | None, delays: _Delays
) -> Instalment:
    due = rule.due(period.dates, reached)
    requested = rule.claim.after(due) if rule.claim is not None else None
    paid = delays.payment.after(requested or due)
    if rule.kind in delays.late:
        paid = delays.late[rule.kind].after(paid)
    return Instalment(period.label, rule.kind, rule.share, amount, due, requested, paid)


def _reached(rule: InstalmentRule, period: Period, costs: Decimal) -> date | None:
    """Return the day on which the rule's share of the costs is spent, ``None`` if it never is or does not matter."""
    if rule.reached is None:
        return None
    totals = accumulate(flow.amount for flow in period.spending)
    threshold = Fraction(costs) * rule.reached
    return next((flow.day for flow, spent in zip(period.spending, totals, strict=True) if spent >= threshold), None)
