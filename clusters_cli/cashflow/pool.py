"""A shared treasury: the clusters' advances carried together, day by day, exactly.

A cluster draws on the pool what its advance exceeds its own cash by, and pays back when an instalment arrives.  One
that holds money ahead lends none of it to the others: the pool's need is the sum of the needs, never less.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from clusters_cli.cashflow.advance import Curve, Step, curve
from clusters_cli.cashflow.agreement_plans import assumptions_by_scheme
from clusters_cli.cashflow.assumptions import UsedAssumption
from clusters_cli.cashflow.borrowing import NO_CREDIT, Credit, interest
from clusters_cli.cashflow.credit_use import CreditUse, use_of
from clusters_cli.cashflow.overdraft import QuarterCharge
from clusters_cli.cashflow.plan import Plan, received
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.dates import months_between
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO


@dataclass(frozen=True, slots=True)
class Movement:
    """What a cluster draws from the pool, or pays back, on a day.

    Attributes:
        drawn: euros drawn, before the day's receipts.
        repaid: euros paid back out of the day's receipts.
        balance: euros it owes the pool at the end of the day.
    """

    day: date
    drawn: Decimal
    repaid: Decimal
    balance: Decimal


class MonthOfNeed(NamedTuple):
    """What the pool has lent in a calendar month, in euros: at its end, and at the most, before a day's receipts."""

    first: date
    end: Decimal
    highest: Decimal


class _Lent:
    """What is lent over time: to one cluster, or to all of them."""

    __slots__ = ()
    need: Curve

    @computed
    def peak_date(self) -> date | None:
        """The first day on which most is lent, before that day's receipts; ``None`` if nothing ever is."""
        return self.need.peak_date

    @computed
    def days(self) -> int:
        """Days that end with something lent."""
        return self.need.days_in_advance

    @computed
    def euro_days(self) -> Decimal:
        """Sum of what is lent at the end of each day, in euros times days."""
        return self.need.euro_days


@in_data(without=("need",))
@dataclass(frozen=True, slots=True)
class Member(_Lent):
    """A cluster of the pool.

    Attributes:
        cluster: its id; ``None`` for an amount typed by hand.
        scheme: id of the payment scheme of its grant; ``None`` for several agreements that are paid by several.
        agreements: ids of the agreements by which it is paid, where it is paid as it has signed.
        grant: euros a year, or for the whole project; of agreements, all that they give.
        own_cash: euros of its own that it spends before it draws.
        need: its debt to the pool over time.
        at_peak: what it owes when the pool's need is at its peak, before that day's receipts.
    """

    cluster: Identifier | None
    scheme: Identifier | None
    agreements: tuple[Identifier, ...]
    grant: Decimal
    own_cash: Decimal
    need: Curve
    at_peak: Decimal

    @computed
    def peak(self) -> Decimal:
        """The most that it owes on any day before receipts, in euros."""
        return self.need.peak

    @computed
    def first(self) -> date | None:
        """The day on which it first draws; ``None`` if it draws nothing."""
        return self.movements[0].day if self.movements else None

    @computed
    def last(self) -> date | None:
        """The day on which it has paid everything back; ``None`` if it never has."""
        moved = self.movements
        return moved[-1].day if moved and not moved[-1].balance else None

    @computed
    def drawn(self) -> Decimal:
        """All that it draws, in euros."""
        return sum((movement.drawn for movement in self.movements), ZERO)

    @computed
    def movements(self) -> tuple[Movement, ...]:
        """The days on which it draws or pays back."""
        found: list[Movement] = []
        owed = ZERO
        for step in self.need.steps:
            drawn, repaid, owed = step.before - owed, step.before - step.after, step.after
            if drawn or repaid:
                found.append(Movement(step.day, drawn, repaid, owed))
        return tuple(found)


@in_data(without=("need", "credit"))
@dataclass(frozen=True, slots=True)
class Pool(_Lent):
    """The clusters' needs carried together.

    Attributes:
        scheme: id of the payment scheme of all members but those that have their own; ``None`` for a pool as its
            members have signed.
        need: sum of the members' needs over time; its peak is the size of the fund.
        sum_of_peaks: what the clusters need when each borrows alone, in euros.
        credit: what carrying the need costs.
        interest_per_point: cost of one percentage point of yearly interest.
        assumptions: of each payment scheme in the pool, by its id.
    """

    scheme: Identifier | None
    members: tuple[Member, ...]
    need: Curve
    sum_of_peaks: Decimal
    credit: CreditUse
    interest_per_point: Decimal
    assumptions: Mapping[Identifier, tuple[UsedAssumption, ...]]

    @computed
    def fund(self) -> Decimal:
        """The fund that is needed, in euros: the peak of the summed needs."""
        return self.need.peak

    @computed
    def interest(self) -> Decimal | None:
        """What carrying the need costs, in euros; ``None`` if no rate was given."""
        return self.credit.interest

    @computed
    def quarterly_charging(self) -> Decimal | None:
        """What charging by the quarter adds to the interest, in euros; ``None`` if not asked for."""
        return self.credit.quarterly_charging

    @computed
    def overdraft_commission(self) -> Decimal | None:
        """What a commission on the highest overdraft costs, in euros; ``None`` if none was given."""
        return self.credit.overdraft_commission

    @computed
    def cost(self) -> Decimal | None:
        """All of these together; ``None`` if none of them was given."""
        return self.credit.cost

    @computed
    def bank_charges(self) -> tuple[QuarterCharge, ...]:
        """What the bank charges for each quarter; empty where it does not charge by the quarter."""
        return self.credit.quarters

    @computed
    def curve(self) -> tuple[Step, ...]:
        """What is lent before and after the receipts of each day on which something moves."""
        return self.need.steps

    @property
    def months(self) -> tuple[MonthOfNeed, ...]:
        """The need month by month, from the first flow to the last."""
        steps = self.need.steps
        by_month = {first: list(group) for first, group in groupby(steps, key=lambda step: step.day.replace(day=1))}
        rows: list[MonthOfNeed] = []
        end = ZERO
        for first in months_between(steps[0].day, steps[-1].day) if steps else ():
            moved = by_month.get(first, [])
            highest = max([end, *(step.before for step in moved)])
            end = moved[-1].after if moved else end
            rows.append(MonthOfNeed(first, end, highest))
        return tuple(rows)

    @computed
    def saved(self) -> Decimal:
        """By how much the fund is smaller than the sum of the peaks."""
        return self.sum_of_peaks - self.fund


def pool_of(
    scheme: Identifier | None,
    plans: Sequence[Plan],
    own_cash: Mapping[Identifier | None, Decimal],
    credit: Credit = NO_CREDIT,
) -> Pool:
    """Carry the advances of several clusters together.

    Args:
        scheme: id of the payment scheme that the pool is about; ``None`` for what its members have signed.
        plans: one per cluster.
        own_cash: what a cluster has of its own, in euros, by its id; nothing when it is not named or below zero.
        credit: what is known of the credit that carries them all; no rate is assumed.
    """
    own = [max(own_cash.get(plan.cluster, ZERO), ZERO) for plan in plans]
    needs = [need(plan, cash) for plan, cash in zip(plans, own, strict=True)]
    together = added(needs)
    members = tuple(
        Member(
            cluster=plan.cluster,
            scheme=plan.scheme,
            agreements=tuple(one.id for one in plan.agreements),
            grant=plan.grant,
            own_cash=cash,
            need=curve_,
            at_peak=_before(curve_, together.peak_date),
        )
        for plan, cash, curve_ in zip(plans, own, needs, strict=True)
    )
    return Pool(
        scheme=scheme,
        members=members,
        need=together,
        sum_of_peaks=sum((one.peak for one in needs), ZERO),
        credit=use_of(together, credit),
        interest_per_point=interest(together.euro_days, Decimal(1), credit.day_count),
        assumptions=assumptions_by_scheme(plans),
    )


def need(plan: Plan, own_cash: Decimal) -> Curve:
    """Return what a cluster's advance exceeds its own cash by, over time."""
    advance = curve(plan.spending, received(plan.instalments))
    return Curve(
        tuple(
            Step(step.day, max(step.before - own_cash, ZERO), max(step.after - own_cash, ZERO))
            for step in advance.steps
        )
    )


def added(curves: Sequence[Curve]) -> Curve:
    """Add curves day by day: everyone's spending of a day comes before anyone's receipts."""
    by_day: defaultdict[date, list[tuple[int, Step]]] = defaultdict(list)
    for index, one in enumerate(curves):
        for step in one.steps:
            by_day[step.day].append((index, step))
    owed = [ZERO] * len(curves)
    total = ZERO
    steps: list[Step] = []
    for day in sorted(by_day):
        before = total + sum((step.before - owed[index] for index, step in by_day[day]), ZERO)
        for index, step in by_day[day]:
            total += step.after - owed[index]
            owed[index] = step.after
        steps.append(Step(day, before, total))
    return Curve(tuple(steps))


def _before(curve_: Curve, day: date | None) -> Decimal:
    """Return the value of a curve on a day, before the day's receipts."""
    value = ZERO
    for step in curve_.steps:
        if day is None or step.day > day:
            break
        value = step.before if step.day == day else step.after
    return value
