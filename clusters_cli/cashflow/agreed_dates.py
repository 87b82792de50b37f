"""A grant planned in the time of its own agreement: from its first day to its last, from its signature on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.span import Span
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import cents
from clusters_cli.registry.models import PaymentScheme


class AgreedDates(NamedTuple):
    """The days of an agreement.

    Attributes:
        span: its first and last day.
        signed: the day of its signature; ``None`` for the one that its payment scheme assumes.
    """

    span: Span
    signed: date | None = None


def plan_under(  # noqa: PLR0913  (four that matter, two that may be left out)
    scheme: PaymentScheme,
    amount: Decimal,
    dates: AgreedDates,
    terms: Terms,
    *,
    cluster: Identifier | None = None,
    by_year: Mapping[int, Decimal] | None = None,
) -> Plan:
    """Return the plan of a grant that is paid under a scheme in the time of its own agreement.

    Args:
        scheme: the payment scheme.
        amount: euros in all.
        dates: when the agreement begins, ends and was signed.
        terms: the assumptions to use; what the agreement says itself takes no part.
        cluster: id of the cluster it is for.
        by_year: euros of each year of a yearly grant; each month is worth the same where nobody says.

    Raises:
        UsageError: the terms do not fit the payment scheme.
    """
    span, signed = dates
    its_own = replace(
        terms,
        start=span.first.year,
        asked=None,
        signature=None,
        balance_month=None,
        project_months=None,
        span=(span.first, span.last),
        signed=signed,
    )
    waiting = scheme if signed is None else scheme.after_signature()
    if waiting.is_project:
        return make_plan(waiting, amount, its_own, cluster=cluster)
    amounts = span.by_year(amount, by_year)
    mean = cents(amount / len(amounts))
    years = replace(its_own, start=min(amounts), years=len(amounts))
    return make_plan(waiting, mean, years, cluster=cluster, by_year=amounts)
