"""A payment plan: one grant under one payment scheme, with everything a treasurer asks of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.cashflow.advance import Curve, Flow, Month, Window, curve, months
from clusters_cli.cashflow.assumptions import UsedAssumption, used_assumptions
from clusters_cli.cashflow.instalments import Instalment, Period, instalments, periods
from clusters_cli.cashflow.terms import Terms, applied
from clusters_cli.foundations.dates import month_end, months_between
from clusters_cli.foundations.money import cents, split_evenly
from clusters_cli.registry.schemes import PaymentScheme

DAYS_IN_YEAR = 365


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
        interest: cost of the advance at the rate given; ``None`` if no rate was given.
        interest_per_point: cost of one percentage point of yearly interest.
    """

    peak_advance: Decimal
    peak_date: date | None
    days_in_advance: int
    euro_days: Decimal
    mean_advance: Decimal | None
    last_paid: date | None
    interest: Decimal | None
    interest_per_point: Decimal


@dataclass(frozen=True, slots=True)
class Plan:
    """One grant under one payment scheme.

    Attributes:
        cluster: id of the cluster, or ``None`` for an amount typed by hand.
        scheme: id of the payment scheme.
        grant: euros a year, or for the whole project.
        years: years covered; ``None`` for a project.
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


def make_plan(
    scheme: PaymentScheme, grant: Decimal, terms: Terms, *, cluster: str | None = None, rate: Decimal | None = None
) -> Plan:
    """Compute the plan of a grant under a payment scheme.

    Args:
        scheme: the payment scheme.
        grant: euros a year, or for the whole project.
        terms: the assumptions to use.
        cluster: id of the cluster it is for.
        rate: yearly interest rate in percent; no rate is assumed.
    """
    changed = applied(scheme, terms)
    covered = periods(changed, grant, terms)
    payments = instalments(changed, covered)
    spending = spread(covered)
    receipts = received(payments)
    advance = curve(spending, receipts)
    return Plan(
        cluster=cluster,
        scheme=scheme.id,
        grant=grant,
        years=None if scheme.is_project else terms.years,
        instalments=payments,
        spending=spending,
        months=months(spending, receipts),
        windows=advance.windows,
        summary=summarise(advance, payments, rate),
        assumptions=used_assumptions(changed, terms, covered),
    )


def spread(covered: Sequence[Period]) -> tuple[Flow, ...]:
    """Spend each period's grant in equal monthly amounts, on the last day of each month."""
    flows: list[Flow] = []
    for period in covered:
        ends = [month_end(month) for month in months_between(period.first, period.last)]
        parts = split_evenly(period.grant, len(ends))
        flows.extend(Flow(day, part) for day, part in zip(ends, parts, strict=True))
    return tuple(flows)


def received(payments: Sequence[Instalment]) -> tuple[Flow, ...]:
    """Return the instalments as cash that arrives."""
    return tuple(Flow(payment.paid, payment.amount) for payment in payments)


def summarise(advance: Curve, payments: Sequence[Instalment], rate: Decimal | None) -> Summary:
    """Return the figures by which plans are compared.

    Interest is euro-days times the yearly rate over 365 days, simple, on the daily advance.
    """
    days, euro_days = advance.days_in_advance, advance.euro_days
    return Summary(
        peak_advance=advance.peak,
        peak_date=advance.peak_date,
        days_in_advance=days,
        euro_days=cents(euro_days),
        mean_advance=cents(euro_days / days) if days else None,
        last_paid=max((payment.paid for payment in payments), default=None),
        interest=None if rate is None else interest(euro_days, rate),
        interest_per_point=interest(euro_days, Decimal(1)),
    )


def interest(euro_days: Decimal, rate: Decimal) -> Decimal:
    """Return simple interest in euros, for a yearly rate in percent.

    >>> interest(Decimal(36500), Decimal(1))
    Decimal('1.00')
    """
    return cents(euro_days * rate / 100 / DAYS_IN_YEAR)
