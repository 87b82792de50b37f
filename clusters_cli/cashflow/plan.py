"""A payment plan: one grant under one payment scheme, with everything a treasurer asks of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial

from clusters_cli.cashflow.advance import Curve, Flow, Month, Window, curve, months
from clusters_cli.cashflow.assumptions import UsedAssumption, used_assumptions
from clusters_cli.cashflow.borrowing import NO_CREDIT, Credit, interest
from clusters_cli.cashflow.costs import Costs
from clusters_cli.cashflow.credit_use import CreditUse, use_of
from clusters_cli.cashflow.instalments import Instalment, UnpaidInstalment
from clusters_cli.cashflow.overdraft import QuarterCharge
from clusters_cli.cashflow.parts import PaidPart, paid_parts, split_amount
from clusters_cli.cashflow.payments import payments
from clusters_cli.cashflow.periods import Award, GrantPeriod, periods
from clusters_cli.cashflow.terms import Terms
from clusters_cli.cashflow.whole_need import WholeNeed, whole_need
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier, Label
from clusters_cli.foundations.money import cents
from clusters_cli.registry.models import PaymentScheme, Sourced


@in_data(spread=("credit",))
@dataclass(frozen=True, slots=True)
class Summary:
    """The figures by which payment schemes are compared.

    Attributes:
        peak_advance: largest advance, in euros.
        peak_date: its first day; ``None`` if nothing is ever advanced.
        days_in_advance: days whose end-of-day advance is above zero.
        euro_days: sum of those advances, in euros times days.
        mean_advance: euro-days over days in advance; ``None`` if there is none.
        last_paid: day of the last payment.
        credit: what carrying the advance costs, and what of it stays unfunded.
        interest_per_point: cost of one percentage point of yearly interest on the whole advance.
    """

    peak_advance: Decimal
    peak_date: date | None
    days_in_advance: int
    euro_days: Decimal
    mean_advance: Decimal | None
    last_paid: date | None
    credit: CreditUse
    interest_per_point: Decimal


@in_data(without=("periods", "instalments", "unpaid", "scheme"))
@dataclass(frozen=True, slots=True)
class PartPlan:
    """One part of a grant, such as a base part: what it makes a cluster advance alone.

    Attributes:
        id: of the part; ``None`` for the whole of a grant without parts.
        name: what it is called.
        share: its exact part of the grant.
        grant: euros a year, or for the whole project.
        scheme: the scheme by which it is paid, as the terms changed it.
        periods: the years or the project it covers.
        instalments: when it is paid; those of the plan, which tell their part.
        unpaid: what pays nothing, and why; that of the plan.
    """

    id: Identifier | None
    name: Label
    share: Fraction
    grant: Decimal
    scheme: PaymentScheme
    periods: tuple[GrantPeriod, ...]
    instalments: tuple[Instalment, ...]
    unpaid: tuple[UnpaidInstalment, ...]

    @property
    def costs(self) -> tuple[Costs, ...]:
        """The costs of each of its periods."""
        return tuple(period.costs for period in self.periods)

    @property
    def spending(self) -> tuple[Flow, ...]:
        """The costs that it pays."""
        return tuple(flow for costs in self.costs for flow in costs.spending)

    @property
    def advance(self) -> Curve:
        """What has been spent on it and not yet been paid, over time."""
        return curve(self.spending, received(self.instalments))

    @computed
    def months(self) -> tuple[Month, ...]:
        """Its advance, month by month."""
        return months(self.advance)

    @computed
    def summary(self) -> Summary:
        """Its figures; what a credit costs is told of the whole."""
        return summarise(self.advance, (self.instalments,))


@in_data(is_assumed="default_scheme", spread=("origin",))
@dataclass(frozen=True, slots=True)
class AgreementPlan:
    """One agreement of a plan of what was signed: what it makes a cluster advance alone.

    Attributes:
        id: of the agreement.
        funder: who gives the grant.
        scheme: id of the payment scheme by which it is paid; its own, where it writes its terms itself.
        is_assumed: whether that is the default of the Région, since no source says how it is paid.
        grant: euros in all.
        first: its first day.
        last: its last day.
        months: its advance, month by month.
        summary: its figures; what a credit costs is told of the whole.
        assumptions: what its plan rests on.
        origin: who states it.
    """

    id: Identifier
    funder: str
    scheme: Identifier
    is_assumed: bool
    grant: Decimal
    first: date
    last: date
    months: tuple[Month, ...]
    summary: Summary
    assumptions: tuple[UsedAssumption, ...]
    origin: Sourced


@in_data(without=("spending", "costs"))
@dataclass(frozen=True, slots=True)
class Plan:
    """One grant under one payment scheme, or all that a cluster has signed.

    Attributes:
        cluster: id of the cluster, or ``None`` for an amount typed by hand.
        scheme: id of the payment scheme; ``None`` for several agreements that are paid by several.
        grant: euros a year, or for the whole project; of agreements, all that they give.
        years: years covered; ``None`` for a project and for agreements.
        parts: the parts of the grant, where it has any; their instalments and spending add up to those of the plan.
        unpaid: lines of the scheme that pay nothing, and why.
        whole_need: the advance on the whole costs; ``None`` where the grant pays all of them.
        costs: of each period of each grant.
        agreements: what was signed, where the plan is of that; their instalments and spending add up to its own.
    """

    cluster: str | None
    scheme: str | None
    grant: Decimal
    years: int | None
    instalments: tuple[Instalment, ...]
    spending: tuple[Flow, ...]
    months: tuple[Month, ...]
    windows: tuple[Window, ...]
    summary: Summary
    assumptions: tuple[UsedAssumption, ...]
    parts: tuple[PartPlan, ...] = ()
    unpaid: tuple[UnpaidInstalment, ...] = ()
    whole_need: WholeNeed | None = None
    costs: tuple[Costs, ...] = ()
    agreements: tuple[AgreementPlan, ...] = ()

    @property
    def schemes(self) -> tuple[Identifier, ...]:
        """Ids of the payment schemes by which it is paid."""
        return tuple(dict.fromkeys(one.scheme for one in self.agreements)) or ((self.scheme,) if self.scheme else ())

    @property
    def by_grant(self) -> tuple[tuple[Instalment, ...], ...]:
        """The instalments of each grant: of each agreement, or of the only one."""
        ids = [one.id for one in self.agreements]
        by_id = (tuple(one for one in self.instalments if one.agreement == name) for name in ids)
        return tuple(by_id) if ids else (self.instalments,)

    @property
    def is_assumed(self) -> bool:
        """Whether no agreement says by which payment scheme it is paid, or some of it."""
        return not self.agreements or any(one.is_assumed for one in self.agreements)

    @property
    def last_day(self) -> date | None:
        """The last day on which money moves."""
        moved = [*(flow.day for flow in self.spending), *(payment.paid for payment in self.instalments)]
        return max(moved, default=None)

    @computed
    def gaps(self) -> tuple[Window, ...]:
        """Runs of days on which the ceiling of the credit leaves the same amount unfunded."""
        return self.summary.credit.gaps

    @computed
    def bank_charges(self) -> tuple[QuarterCharge, ...]:
        """What the bank charges for each quarter; empty where it does not charge by the quarter."""
        return self.summary.credit.quarters


def make_plan(  # noqa: PLR0913  (three that matter, three that may be left out)
    scheme: PaymentScheme,
    grant: Decimal,
    terms: Terms,
    *,
    cluster: str | None = None,
    credit: Credit = NO_CREDIT,
    by_year: Mapping[int, Decimal] | None = None,
) -> Plan:
    """Compute the plan of a grant under a payment scheme.

    Args:
        scheme: the payment scheme.
        grant: euros a year, or for the whole project.
        terms: the assumptions to use.
        cluster: id of the cluster it is for.
        credit: what is known of the credit that carries the advance; no rate is assumed.
        by_year: the grants of years that have another one.

    Raises:
        UsageError: the terms do not fit the scheme.
    """
    paid = paid_parts(scheme, terms)
    parts = planned_parts(paid, grant, terms, by_year)
    made = tuple(payment for part in parts for payment in part.instalments)
    spending = tuple(flow for part in parts for flow in part.spending)
    costs = tuple(one for part in parts for one in part.costs)
    receipts = received(made)
    advance = curve(spending, receipts)
    return Plan(
        cluster=cluster,
        scheme=scheme.id,
        grant=grant,
        years=None if scheme.is_project else terms.years,
        instalments=made,
        spending=spending,
        months=months(advance),
        windows=advance.windows,
        summary=summarise(advance, (made,), credit),
        assumptions=used_assumptions(scheme, paid, terms, parts[0].periods),
        parts=parts if scheme.parts else (),
        unpaid=tuple(line for part in parts for line in part.unpaid),
        whole_need=whole_need(costs, receipts),
        costs=costs,
    )


def common_scheme(plans: Sequence[Plan]) -> Identifier | None:
    """Return the payment scheme of several plans, ``None`` if they have several."""
    schemes = {plan.scheme for plan in plans}
    return schemes.pop() if len(schemes) == 1 else None


def planned_parts(
    paid: Sequence[PaidPart], grant: Decimal, terms: Terms, by_year: Mapping[int, Decimal] | None = None
) -> tuple[PartPlan, ...]:
    """Return each part of a grant as a plan of its own: when it is spent and paid.

    Args:
        paid: the parts, each with the scheme by which it is paid.
        grant: euros a year, or for the whole project.
        terms: the assumptions to use.
        by_year: the grants of years that have another one.

    Raises:
        UsageError: an instalment cannot be due on its day, or the grant is more than the costs.
    """
    amounts = split_amount(grant, paid)
    costs = None if terms.cost is None else split_amount(terms.cost, paid)
    planned = []
    for index, one in enumerate(paid):
        award = partial(_award, grant, by_year or {}, paid, index)
        covered = periods(one.scheme, terms, award, costs[index] if costs else None)
        made = payments(one.scheme, covered, terms, one.id)
        lines = (made.instalments, made.unpaid)
        planned.append(PartPlan(one.id, one.name, one.share, amounts[index], one.scheme, covered, *lines))
    return tuple(planned)


def _award(grant: Decimal, by_year: Mapping[int, Decimal], paid: Sequence[PaidPart], index: int, year: int) -> Award:
    """Return the grant of a year, or of the project that starts in it, and a part of it."""
    whole = by_year.get(year, grant)
    return Award(whole, split_amount(whole, paid)[index])


def received(payments: Sequence[Instalment]) -> tuple[Flow, ...]:
    """Return the instalments as cash that arrives."""
    return tuple(Flow(payment.paid, payment.amount) for payment in payments)


def summarise(advance: Curve, grants: Sequence[Sequence[Instalment]], credit: Credit = NO_CREDIT) -> Summary:
    """Return the figures by which plans are compared.

    Args:
        advance: what is advanced over time.
        grants: the instalments of each grant that it is advanced on.
        credit: what is known of the credit that carries it.
    """
    days, euro_days = advance.days_in_advance, advance.euro_days
    return Summary(
        peak_advance=advance.peak,
        peak_date=advance.peak_date,
        days_in_advance=days,
        euro_days=cents(euro_days),
        mean_advance=cents(euro_days / days) if days else None,
        last_paid=max((payment.paid for payments in grants for payment in payments), default=None),
        credit=use_of(advance, credit, grants),
        interest_per_point=interest(euro_days, Decimal(1), credit.day_count),
    )
