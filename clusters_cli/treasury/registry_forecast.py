"""From a registry's entry alone to what is expected: its agreements, its budget, and what balances the two.

What no source says is assumed and told: that the budget is spent evenly over the months, and that what its grants, dues
and services do not pay of it comes evenly from elsewhere.  Without agreements and a budget there is no plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from clusters_cli.cashflow import Flow, Plan, SignedGrant, Terms, grants_of_agreements, plan_of
from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.dates import Duration, month_end, months_between
from clusters_cli.foundations.errors import UndeterminedError
from clusters_cli.foundations.money import ZERO, cents, cumulated, parts_of
from clusters_cli.foundations.text import Listed, Text
from clusters_cli.registry import KnownFigure, Registry, figure
from clusters_cli.registry.models import Cluster, PaymentScheme
from clusters_cli.treasury.dossier_forecast import Basis
from clusters_cli.treasury.forecast import Balanced, Forecast, PlannedGrant
from clusters_cli.treasury.horizon import Horizon, OpeningBalance
from clusters_cli.treasury.hypotheses import Named, delayed, later
from clusters_cli.treasury.lines import PlannedLine

_MONTHS = 12
_STATED = ((CashKind.DUES, "dues"), (CashKind.SALES, "services_sold"))
"""Receipts of a year that a registry may state, and the figures that hold them."""


def opening_on(day: date) -> OpeningBalance:
    """Return the opening of a plan that begins with the month of a day: what a registry holds does not say the cash."""
    return OpeningBalance(None, day.replace(day=1) - timedelta(days=1))


def forecast_of_cluster(cluster: Cluster, registry: Registry, basis: Basis) -> Forecast:
    """Return what a cluster expects by its agreements and its budget.

    Args:
        cluster: a cluster of the registry.
        registry: says which of several budgets counts.
        basis: on what the forecast is made.

    Raises:
        UndeterminedError: the registry holds no agreement that can be planned, or no budget.
        UsageError: the terms do not fit a scheme, or a name is that of nothing in the plan.
    """
    signed, unplanned = grants_of_agreements(cluster, basis.known)
    budget = figure(cluster, "budget", registry.reference, basis.horizon.first.year)
    if not signed or budget is None:
        raise _unknown(cluster, has_agreements=bool(signed), has_budget=budget is not None)
    reading = _Reading(cluster, registry, basis, budget)
    named = tuple(reading.names(signed))
    late, instead = basis.what_if.late_lines(named), basis.what_if.schemes_of(named[: len(signed)])
    terms = replace(basis.terms, late=basis.what_if.late_kinds)
    planned = ((one, _planned(one, instead, late, terms, cluster)) for one in signed)
    plans = [(one, plan) for one, plan in planned if _moves(plan, basis.horizon)]
    others = (delayed(line, late.get(line.key)) for line in reading.others(signed))
    lines = (*(_received(one, plan) for one, plan in plans), *others)
    return Forecast(
        id=cluster.id,
        name=cluster.name,
        cluster=cluster.id,
        opening=basis.opening,
        lines=lines,
        grants=tuple(
            PlannedGrant(
                one.agreement.id,
                one.agreement.funder,
                one.agreement.funder,
                plan,
                is_assumed=one.is_assumed and one.agreement.id not in instead,
            )
            for one, plan in plans
        ),
        balanced=reading.balanced(signed),
        unplanned=unplanned,
    )


class _Reading:
    """A cluster's entry that is read as the lines of a treasury plan."""

    def __init__(self, cluster: Cluster, registry: Registry, basis: Basis, budget: KnownFigure) -> None:
        self._cluster, self._basis, self._budget = cluster, basis, budget
        found = ((kind, figure(cluster, name, registry.reference, budget.year)) for kind, name in _STATED)
        self._stated = {kind: known.value for kind, known in found if known is not None and known.year == budget.year}

    def names(self, signed: Sequence[SignedGrant]) -> Iterator[Named]:
        """Yield what options may call the lines by, those of the grants first."""
        for one in signed:
            agreement = one.agreement
            yield Named(agreement.id, agreement.funder, CashKind.GRANT, agreement.funder, words=(agreement.id,))
        for line in self.others(signed):
            yield Named(line.key, line.key, line.kind)

    def balanced(self, signed: Sequence[SignedGrant]) -> Balanced:
        """Return what is assumed."""
        horizon = self._basis.horizon
        running = (one for one in signed if one.span.first <= horizon.last and horizon.first <= one.span.last)
        grants = cents(sum((_yearly(one) for one in running), ZERO))
        known = grants + sum(self._stated.values(), ZERO)
        other = max(self._budget.value - known, ZERO)
        return Balanced(self._cluster.id, self._budget.value, self._budget.year, grants, other)

    def others(self, signed: Sequence[SignedGrant]) -> Iterator[PlannedLine]:
        """Yield the lines beside the grants: what is stated of the year, what balances it, and what is spent."""
        for kind, amount in self._stated.items():
            yield self._evenly(kind.value, kind.text, kind, Direction.IN, amount)
        if other := self.balanced(signed).other:
            yield self._evenly(
                "other", Text("other receipts, to balance the budget"), CashKind.OTHER_RECEIPT, Direction.IN, other
            )
        yield self._evenly(
            "budget",
            Text("budget of {year}", year=self._budget.year),
            CashKind.OTHER_PAYMENT,
            Direction.OUT,
            self._budget.value,
        )

    def _evenly(self, key: str, label: Text, kind: CashKind, direction: Direction, amount: Decimal) -> PlannedLine:
        """Return a line of so many euros a year, a part at the end of each month, as long as the plan."""
        first = (self._basis.opening.evening + timedelta(days=1)).replace(day=1)
        parts = parts_of(amount, cumulated([1] * _MONTHS))
        months = months_between(first, self._basis.horizon.last)
        flows = tuple(Flow(month_end(month), parts[month.month - 1]) for month in months)
        return PlannedLine(key, label, kind, direction, None, flows)


def _planned(
    signed: SignedGrant,
    instead: Mapping[str, PaymentScheme],
    late: Mapping[str, Duration],
    terms: Terms,
    cluster: Cluster,
) -> Plan:
    """Return the plan of an agreement, under another scheme and later where that is asked."""
    key = signed.agreement.id
    under = replace(signed, scheme=instead.get(key, signed.scheme))
    return plan_of(under, later(terms, late.get(key)), cluster.id)


def _moves(plan: Plan, horizon: Horizon) -> bool:
    """Return whether an agreement still brings or takes money when the plan begins."""
    return plan.last_day is not None and plan.last_day >= horizon.first


def _yearly(signed: SignedGrant) -> Decimal:
    """Return what an agreement gives in a year, on average."""
    return signed.amount / len(signed.by_year)


def _received(signed: SignedGrant, plan: Plan) -> PlannedLine:
    flows = tuple(Flow(payment.paid, payment.amount) for payment in plan.instalments)
    agreement = signed.agreement
    return PlannedLine(agreement.id, agreement.funder, CashKind.GRANT, Direction.IN, agreement.funder, flows)


def _unknown(cluster: Cluster, *, has_agreements: bool, has_budget: bool) -> UndeterminedError:
    missing = [
        *(() if has_agreements else (Text("an agreement in force of which the payments are known"),)),
        *(() if has_budget else (Text("a budget"),)),
    ]
    message = Text("the registry does not hold for {cluster} what a treasury plan needs: {missing}")
    hint = Text("an application file can say it: clusters dossier new {cluster} -o {file}", cluster=cluster.id)
    given = message.given(cluster=cluster.name, missing=Listed(tuple(missing)))
    return UndeterminedError(given, hint=hint.given(file=f"{cluster.id}.yaml"))
