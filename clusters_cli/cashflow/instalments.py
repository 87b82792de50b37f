"""From a payment scheme to dated instalments: when each part of a grant is due, requested and paid."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from clusters_cli.cashflow.advance import Flow
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.dates import Duration, month_ends
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO, cumulated, part_of, parts_of
from clusters_cli.foundations.text import Text, labelled
from clusters_cli.registry.models import AgreementPeriod, InstalmentKind, InstalmentRule, PaymentScheme

DUE_IMPOSSIBLE = Explanation(
    "USE130",
    Text("an instalment that cannot be due then"),
    Text("An instalment would be due before the agreement is signed, or on a full date after the last instalment."),
    Text("Change the day of signature, the length of the project, or the instalment's dates in the scheme."),
)


@in_data(is_repayment="repayment")
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
        part: id of the part of the grant that it pays; ``None`` where the grant has no parts.
    """

    period: str
    kind: InstalmentKind
    share: Fraction
    amount: Decimal
    due: date
    requested: date | None
    paid: date
    part: Identifier | None = None

    @property
    def claimable(self) -> date:
        """The day from which the payment delay runs: the claim where there is one, else the due date."""
        return self.requested or self.due

    @computed
    def is_repayment(self) -> bool:
        """Whether the cluster must pay money back."""
        return self.amount < 0


class Progress(NamedTuple):
    """The exact share of the costs that is spent up to a day and on it."""

    day: date
    share: Fraction


@dataclass(frozen=True, slots=True)
class GrantPeriod:
    """One year of an agreement, or a whole project, with its own grant.

    Attributes:
        label: its name, such as ``2023`` or ``2023-2026``.
        dates: first day, last day, signature.
        grant: euros awarded.
        actual_cost: share of it that the costs really spent justify.
        progress: how far these costs are, on each day on which some are spent.
    """

    label: str
    dates: AgreementPeriod
    grant: Decimal
    actual_cost: Fraction
    progress: tuple[Progress, ...]

    @property
    def justified(self) -> Decimal:
        """Euros that the costs really spent justify: what is paid in the end."""
        return part_of(self.grant, self.actual_cost)

    @property
    def spending(self) -> tuple[Flow, ...]:
        """The costs it pays, as they are spent, in euros; a part below a cent is spent with a later one."""
        parts = parts_of(self.justified, (one.share for one in self.progress))
        return tuple(Flow(one.day, part) for one, part in zip(self.progress, parts, strict=True) if part)

    def reached(self, share_of_grant: Fraction) -> date | None:
        """Return the first day on which the costs spent are such a share of the grant, ``None`` if they never are."""
        wanted = share_of_grant / self.actual_cost
        return next((one.day for one in self.progress if one.share >= wanted), None)


def periods(
    scheme: PaymentScheme, grant: Decimal, terms: Terms, by_year: Mapping[int, Decimal] | None = None
) -> tuple[GrantPeriod, ...]:
    """Return the periods an agreement covers, each with its grant and its spending.

    Args:
        scheme: the payment scheme as the terms changed it; its agreement says whether a grant is yearly.
        grant: euros a year, or for the whole project.
        terms: first year, number of years and the other assumptions.
        by_year: the grants of years that have another one.
    """
    count = 1 if scheme.is_project else terms.years
    covered = []
    for dates in (_dates(scheme, terms, index) for index in range(count)):
        awarded = grant if by_year is None else by_year.get(dates.first.year, grant)
        spent = progress(scheme, dates, terms.costs)
        covered.append(GrantPeriod(_label(dates, scheme), dates, awarded, Fraction(terms.actual_cost), spent))
    return tuple(covered)


def _dates(scheme: PaymentScheme, terms: Terms, index: int) -> AgreementPeriod:
    if scheme.is_project and terms.project is not None:
        return scheme.agreement.project(*terms.project)
    return scheme.agreement.period(terms.start, index)


def _label(dates: AgreementPeriod, scheme: PaymentScheme) -> str:
    first, last = dates.first.year, dates.last.year
    return f"{first}-{last}" if scheme.is_project and first < last else str(first)


def progress(scheme: PaymentScheme, dates: AgreementPeriod, costs: Sequence[Flow] = ()) -> tuple[Progress, ...]:
    """Return how the costs of a period advance, on the last day of each of its months.

    Args:
        scheme: its profile says how much is spent in which month.
        dates: first and last day of the period.
        costs: dated costs to follow instead, where the period has any.
    """
    ends = month_ends(dates.first, dates.last)
    weights = [ZERO] * len(ends)
    for cost in costs:
        if dates.first <= cost.day <= dates.last:
            weights[bisect_left(ends, cost.day)] += cost.amount
    shares = cumulated(weights) if any(weights) else scheme.spending.progress(len(ends))
    return tuple(map(Progress, ends, shares))


def instalments(
    scheme: PaymentScheme, covered: Sequence[GrantPeriod], terms: Terms, part: Identifier | None = None
) -> tuple[Instalment, ...]:
    """Return every instalment of every period; the last of each pays what is left, or takes it back.

    Args:
        scheme: the payment scheme as the terms changed it.
        covered: the periods it pays for.
        terms: the assumptions to use.
        part: the part of the grant that it pays, if it pays one.

    Raises:
        UsageError: an instalment would be due before the agreement is signed, or on a full date after the last.
    """
    for period in covered:
        for problem in scheme.misplaced(period.dates):
            raise UsageError(labelled(scheme.id, problem), DUE_IMPOSSIBLE)
    paid = (instalment for period in covered for instalment in _of_period(scheme, period, terms))
    return tuple(paid) if part is None else tuple(replace(one, part=part) for one in paid)


class _Delays(NamedTuple):
    """What lies between a due date, or a claim, and the money."""

    payment: Duration
    late: Mapping[InstalmentKind, Duration]


def _of_period(scheme: PaymentScheme, period: GrantPeriod, terms: Terms) -> Iterator[Instalment]:
    delays = _Delays(scheme.payment_delay, terms.late)
    due = [(rule, _reached(rule, period)) for rule in scheme.instalments[:-1]]
    reached = [(rule, day) for rule, day in due if rule.reached is None or day is not None]
    most = scheme.cap or Fraction(1)
    shares = [min(share, most) for share in accumulate(rule.share for rule, _day in reached)]
    amounts = parts_of(period.grant, shares)
    for (rule, day), amount in zip(reached, amounts, strict=True):
        yield _instalment(rule, amount, period, day, delays)
    last, rest = scheme.instalments[-1], period.justified - sum(amounts, ZERO)
    yield _instalment(last, rest, period, _reached(last, period, period.actual_cost), delays)


def _instalment(
    rule: InstalmentRule, amount: Decimal, period: GrantPeriod, reached: date | None, delays: _Delays
) -> Instalment:
    due = rule.due(period.dates, reached)
    requested = rule.claim.after(due) if rule.claim is not None else None
    paid = delays.payment.after(requested or due)
    if rule.kind in delays.late:
        paid = delays.late[rule.kind].after(paid)
    return Instalment(period.label, rule.kind, rule.share, amount, due, requested, paid)


def _reached(rule: InstalmentRule, period: GrantPeriod, costs: Fraction = Fraction(1)) -> date | None:
    """Return the day on which the rule's share of the costs is spent, ``None`` if it never is or does not matter.

    Args:
        rule: the instalment.
        period: its year or project.
        costs: the costs that the share is taken of, as a share of the grant.
    """
    return None if rule.reached is None else period.reached(rule.reached * costs)
