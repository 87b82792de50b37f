"""The plan of what a cluster really signed: each agreement alone, and all of them together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from clusters_cli.cashflow.advance import curve, months
from clusters_cli.cashflow.agreed_dates import AgreedDates, plan_under
from clusters_cli.cashflow.assumptions import UsedAssumption
from clusters_cli.cashflow.borrowing import NO_CREDIT, Credit
from clusters_cli.cashflow.plan import (
    AgreementPlan,
    Plan,
    common_scheme,
    received,
    summarise,
)
from clusters_cli.cashflow.signed_grants import KnownSchemes, SignedGrant, UnplannedAgreement, grants_of_agreements
from clusters_cli.cashflow.terms import Terms
from clusters_cli.cashflow.whole_need import whole_need
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.dates import whole_day
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Listed, labelled
from clusters_cli.registry import binding_on
from clusters_cli.registry.models import AssumptionTopic, Cluster, PaymentScheme


class NamedAgreement(NamedTuple):
    """An agreement by its id, which only its cluster has once."""

    cluster: Identifier
    agreement: Identifier


@in_data(without=("plans", "schemes"))
@dataclass(frozen=True, slots=True)
class SignedPlans:
    """What clusters really signed, planned, and what of it is not.

    Attributes:
        plans: one for each cluster that has signed what brings or takes money on the day asked or after it.
        schemes: the payment schemes of the plans.
        past: agreements of which all has been spent and paid before that day.
        unplanned: agreements of which too little is known.
        set_aside: agreements of clusters of which it is asked what if.
        without_scheme: ids of clusters beside them that have signed nothing, and of which no scheme can be assumed.
    """

    plans: tuple[Plan, ...] = ()
    schemes: tuple[PaymentScheme, ...] = ()
    past: tuple[NamedAgreement, ...] = ()
    unplanned: tuple[UnplannedAgreement, ...] = ()
    set_aside: tuple[NamedAgreement, ...] = ()
    without_scheme: tuple[Identifier, ...] = ()

    @property
    def by_cluster(self) -> Mapping[Identifier | None, Plan]:
        """The plans, by the ids of their clusters."""
        return {plan.cluster: plan for plan in self.plans}


def set_aside(clusters: Iterable[Cluster], day: date) -> tuple[NamedAgreement, ...]:
    """Return the agreements that bind clusters on a day, of which it is asked what if."""
    return tuple(NamedAgreement(cluster.id, one.id) for cluster in clusters for one in binding_on(cluster, day))


def plans_of_signed(
    clusters: Sequence[Cluster], known: KnownSchemes, terms: Terms, day: date, credit: Credit = NO_CREDIT
) -> SignedPlans:
    """Plan what clusters really signed, each agreement whole, from its first flow to its last.

    Args:
        clusters: those asked for.
        known: by which payment schemes agreements may be paid.
        terms: the assumptions to use; when an agreement begins, ends and is signed, it says itself.
        day: the day asked; agreements of which all has been spent and paid before it are left out.
        credit: what is known of the credit that carries the advance of a cluster.

    Raises:
        UsageError: the terms do not fit the payment scheme of an agreement.
    """
    plans: list[Plan] = []
    schemes: dict[Identifier, PaymentScheme] = {}
    past: list[NamedAgreement] = []
    unplanned: list[UnplannedAgreement] = []
    for cluster in clusters:
        signed, unknown = grants_of_agreements(cluster, known)
        unplanned += unknown
        current: list[tuple[SignedGrant, Plan]] = []
        for one in signed:
            plan = _alone(cluster, one, terms)
            if plan.last_day is None or plan.last_day >= day:
                current.append((one, plan))
                schemes[one.scheme.id] = one.scheme
            else:
                past.append(NamedAgreement(cluster.id, one.agreement.id))
        if current:
            plans.append(_together(cluster.id, current, credit))
    planned = {plan.cluster for plan in plans}
    without = (one.id for one in clusters if plans and known.default is None and one.id not in planned)
    return SignedPlans(
        plans=tuple(plans),
        schemes=tuple(schemes.values()),
        past=tuple(past),
        unplanned=tuple(unplanned),
        without_scheme=tuple(without),
    )


def assumptions_by_scheme(plans: Iterable[Plan]) -> Mapping[Identifier, tuple[UsedAssumption, ...]]:
    """Return what plans assume, by payment scheme; what an agreement says itself is no assumption."""
    found: dict[Identifier, tuple[UsedAssumption, ...]] = {}
    for plan in plans:
        for one in plan.agreements:
            known = found.get(one.scheme, ())
            found[one.scheme] = (*known, *(used for used in one.assumptions if used not in known))
        if not plan.agreements and plan.scheme:
            found[plan.scheme] = plan.assumptions
    return found


def _alone(cluster: Cluster, signed: SignedGrant, terms: Terms) -> Plan:
    """Return the plan of one agreement.

    Raises:
        UsageError: the terms do not fit its payment scheme.
    """
    try:
        return plan_of(signed, terms, cluster.id)
    except UsageError as error:
        named = labelled(Listed((cluster.id, signed.agreement.id)), error.message)
        raise UsageError(named, error.explanation, hint=error.hint) from None


def plan_of(signed: SignedGrant, terms: Terms, cluster: Identifier | None = None) -> Plan:
    """Return the plan of an agreement, by its own dates, amounts and costs.

    Raises:
        UsageError: the terms do not fit its payment scheme.
    """
    written = signed.agreement.signed
    dates = AgreedDates(signed.span, whole_day(written) if written else None)
    if signed.scheme.is_project:
        its_own = replace(terms, cost=signed.agreement.cost)
        return plan_under(signed.scheme, signed.amount, dates, its_own, cluster=cluster)
    scheme = _at_its_rate(signed.scheme, signed)
    its_own = replace(terms, cost=None)
    return plan_under(scheme, signed.amount, dates, its_own, cluster=cluster, by_year=signed.by_year)


def _at_its_rate(scheme: PaymentScheme, signed: SignedGrant) -> PaymentScheme:
    """Return the payment scheme of yearly grants, which pay the same share of the costs of each year."""
    cost = signed.agreement.cost
    if cost is None or not signed.amount or scheme.cofinancing is not None:
        return scheme
    return scheme.model_copy(update={"cofinancing": Fraction(signed.amount) / Fraction(cost)})


def _together(cluster: Identifier, alone: Sequence[tuple[SignedGrant, Plan]], credit: Credit) -> Plan:
    """Return the plan of all agreements of a cluster: their flows day by day, and the figures of the sum."""
    plans = [plan for _signed, plan in alone]
    payments = tuple(
        replace(payment, agreement=signed.agreement.id) for signed, plan in alone for payment in plan.instalments
    )
    unpaid = (replace(line, agreement=signed.agreement.id) for signed, plan in alone for line in plan.unpaid)
    spending = tuple(chain.from_iterable(plan.spending for plan in plans))
    costs = tuple(chain.from_iterable(plan.costs for plan in plans))
    receipts = received(payments)
    advance = curve(spending, receipts)
    return Plan(
        cluster=cluster,
        scheme=common_scheme(plans),
        grant=sum((signed.amount for signed, _plan in alone), ZERO),
        years=None,
        instalments=payments,
        spending=spending,
        months=months(advance),
        windows=advance.windows,
        summary=summarise(advance, [plan.instalments for plan in plans], credit),
        assumptions=plans[0].assumptions if len(plans) == 1 else (),
        parts=plans[0].parts if len(plans) == 1 else (),
        unpaid=tuple(unpaid),
        whole_need=whole_need(costs, receipts),
        costs=costs,
        agreements=tuple(_one_of(signed, plan) for signed, plan in alone),
    )


def _one_of(signed: SignedGrant, plan: Plan) -> AgreementPlan:
    said = {AssumptionTopic.FIRST_YEAR, AssumptionTopic.START, AssumptionTopic.HORIZON, AssumptionTopic.COST}
    if signed.agreement.signed and signed.span.first.year == signed.span.last.year:
        said.add(AssumptionTopic.SIGNATURE)
    return AgreementPlan(
        id=signed.agreement.id,
        funder=signed.agreement.funder,
        scheme=signed.scheme.id,
        is_assumed=signed.is_assumed,
        grant=signed.amount,
        first=signed.span.first,
        last=signed.span.last,
        months=plan.months,
        summary=plan.summary,
        assumptions=tuple(used for used in plan.assumptions if used.about not in said),
        origin=signed.agreement,
    )
