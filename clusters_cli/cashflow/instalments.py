"""From a payment scheme to dated instalments: when each part of a grant is due, and when it is paid."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.money import split
from clusters_cli.registry.schemes import InstalmentKind, InstalmentRule, MonthDay, PaymentScheme


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a grant.

    Attributes:
        period: the year or the project it belongs to, such as ``2023`` or ``2023-2026``.
        kind: advance, interim or balance.
        share: part of the grant, 0 to 1.
        amount: euros.
        due: the day on which it becomes payable.
        paid: the day on which the money arrives.
    """

    period: str
    kind: InstalmentKind
    share: Decimal
    amount: Decimal
    due: date
    paid: date


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time with its own grant: one year of an agreement, or a whole project.

    Attributes:
        label: its name, such as ``2023`` or ``2023-2026``.
        first: first day.
        last: last day.
        signature: the day that counts as signature.
        grant: euros.
    """

    label: str
    first: date
    last: date
    signature: date
    grant: Decimal


def periods(scheme: PaymentScheme, grant: Decimal, terms: Terms) -> tuple[Period, ...]:
    """Return the periods an agreement covers, each with its grant.

    Args:
        scheme: the payment scheme; its agreement says whether a grant is yearly or for a project.
        grant: euros a year, or for the whole project.
        terms: first year, number of years and the other assumptions.
    """
    agreement = scheme.agreement
    if agreement.months is not None:
        first = on_day(terms.start, agreement.start or "01-01")
        last = add_months(first, agreement.months) - timedelta(days=1)
        return (Period(f"{first.year}-{last.year}", first, last, first, grant),)
    return tuple(_year(scheme, grant, terms, index) for index in range(terms.years))


def instalments(scheme: PaymentScheme, periods_: tuple[Period, ...]) -> tuple[Instalment, ...]:
    """Return every instalment of every period; the last of each takes the rounding remainder."""
    return tuple(instalment for period in periods_ for instalment in _of_period(scheme, period))


def on_day(year: int, day: MonthDay) -> date:
    """Return a day of a year, written ``MM-DD``."""
    return date(year, int(day[:2]), int(day[3:]))


def _year(scheme: PaymentScheme, grant: Decimal, terms: Terms, index: int) -> Period:
    agreement, year = scheme.agreement, terms.start + index
    signed_this_year = index % (agreement.years or 1) == 0
    day = agreement.signature if signed_this_year or agreement.renewal is None else agreement.renewal
    return Period(str(year), date(year, 1, 1), date(year, 12, 31), on_day(year, day or "01-01"), grant)


def _of_period(scheme: PaymentScheme, period: Period) -> Iterator[Instalment]:
    amounts = split(period.grant, [rule.share for rule in scheme.instalments])
    for rule, amount in zip(scheme.instalments, amounts, strict=True):
        due = rule.offset.after(_anchor_day(rule, period))
        paid = scheme.payment_delay.after(due)
        yield Instalment(period.label, rule.kind, rule.share, amount, due, paid)


def _anchor_day(rule: InstalmentRule, period: Period) -> date:
    days = {
        "signature": period.signature,
        "start": period.first,
        "year-end": date(period.last.year, 12, 31),
        "project-end": period.last,
    }
    return days[rule.anchor]
