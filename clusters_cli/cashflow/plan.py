"""A payment plan: one grant under one payment scheme, with everything a treasurer asks of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.cashflow.advance import Curve, Flow, Month, Window, curve, months
from clusters_cli.cashflow.assumptions import UsedAssumption, used_assumptions
from clusters_cli.cashflow.borrowing import NO_CREDIT, Credit, interest
from clusters_cli.cashflow.credit_use import CreditUse, use_of
from clusters_cli.cashflow.instalments import GrantPeriod, Instalment, instalments, periods
from clusters_cli.cashflow.overdraft import QuarterCharge
from clusters_cli.cashflow.parts import PaidPart, paid_parts, split_amount
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier, Label
from clusters_cli.foundations.money import cents
from clusters_cli.registry.models import PaymentScheme


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


@in_data(without=("periods", "instalments", "scheme"))
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
    """

    id: Identifier | None
    name: Label
    share: Fraction
    grant: Decimal
    scheme: PaymentScheme
    periods: tuple[GrantPeriod, ...]
    instalments: tuple[Instalment, ...]

    @property
    def spending(self) -> tuple[Flow, ...]:
        """The costs that it pays."""
        return tuple(flow for period in self.periods for flow in period.spending)

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
        return summarise(self.advance, self.instalments)


@in_data(without=("spending",))
@dataclass(frozen=True, slots=True)
class Plan:
    """One grant under one payment scheme.

    Attributes:
        cluster: id of the cluster, or ``None`` for an amount typed by hand.
        scheme: id of the payment scheme.
        grant: euros a year, or for the whole project.
        years: years covered; ``None`` for a project.
        parts: the parts of the grant, where it has any; their instalments and spending add up to those of the plan.
    """

    cluster: str | None
    scheme: str
    grant: Decimal
    years: int | None
    instalments: tuple[Instalment, ...]
    spending: tuple[Flow, ...]
    months: tuple[Month, ...]
    windows: tuple[Window, ...]
    summary: Summary
    assumptions: tuple[UsedAssumption, ...]
    parts: tuple[PartPlan, ...] = ()

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
    payments = tuple(payment for part in parts for payment in part.instalments)
    spending = tuple(flow for part in parts for flow in part.spending)
    receipts = received(payments)
    advance = curve(spending, receipts)
    return Plan(
        cluster=cluster,
        scheme=scheme.id,
        grant=grant,
        years=None if scheme.is_project else terms.years,
        instalments=payments,
        spending=spending,
        months=months(advance),
        windows=advance.windows,
        summary=summarise(advance, payments, credit),
        assumptions=used_assumptions(scheme, paid, terms, parts[0].periods),
        parts=parts if scheme.parts else (),
    )


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
        UsageError: an instalment would be due before the agreement is signed, or on a full date after the last.
    """
    amounts = split_amount(grant, paid)
    each_year = {year: split_amount(amount, paid) for year, amount in (by_year or {}).items()}
    planned = []
    for index, one in enumerate(paid):
        its_years = {year: split[index] for year, split in each_year.items()}
        covered = periods(one.scheme, amounts[index], terms, its_years)
        payments = instalments(one.scheme, covered, terms, one.id)
        planned.append(PartPlan(one.id, one.name, one.share, amounts[index], one.scheme, covered, payments))
    return tuple(planned)


def received(payments: Sequence[Instalment]) -> tuple[Flow, ...]:
    """Return the instalments as cash that arrives."""
    return tuple(Flow(payment.paid, payment.amount) for payment in payments)


def summarise(advance: Curve, payments: Sequence[Instalment], credit: Credit = NO_CREDIT) -> Summary:
    """Return the figures by which plans are compared."""
    days, euro_days = advance.days_in_advance, advance.euro_days
    return Summary(
        peak_advance=advance.peak,
        peak_date=advance.peak_date,
        days_in_advance=days,
        euro_days=cents(euro_days),
        mean_advance=cents(euro_days / days) if days else None,
        last_paid=max((payment.paid for payment in payments), default=None),
        credit=use_of(advance, credit),
        interest_per_point=interest(euro_days, Decimal(1), credit.day_count),
    )
