"""The whole answer to a question on payment schemes: plans, portfolios, comparisons, and what would keep a peak low."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.cashflow.agreement_plans import SignedPlans
from clusters_cli.cashflow.borrowing import NO_CREDIT, Credit
from clusters_cli.cashflow.comparison import Compared, compare
from clusters_cli.cashflow.credit_use import check_bank_cost
from clusters_cli.cashflow.grants import Grant
from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.portfolio import Portfolio, merge
from clusters_cli.cashflow.solving import Solution, solve
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.findings import every
from clusters_cli.foundations.money import ZERO
from clusters_cli.registry.models import PaymentScheme


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several schemes for the same grants.

    Attributes:
        cluster: id of the cluster; ``None`` for an amount typed by hand, or for all together.
        together: whether it compares portfolios.
        schemes: each scheme with its difference from the first.
    """

    cluster: Identifier | None
    together: bool
    schemes: tuple[Compared, ...]

    @computed
    def first(self) -> Identifier:
        """Id of the scheme that the others are compared with."""
        return self.schemes[0].scheme


@in_data(spread=("solution",))
@dataclass(frozen=True, slots=True)
class Solved:
    """What keeps the peak of one cluster's plan low enough."""

    cluster: Identifier | None
    solution: Solution

    @property
    def is_kept(self) -> bool:
        """Whether the peak is low enough as the scheme stands."""
        return self.solution.peak_advance <= self.solution.max_peak


@dataclass(frozen=True, slots=True)
class Study:
    """What payment schemes make clusters advance.

    Attributes:
        plans: one per scheme and grant, schemes in the order asked for.
        portfolios: the plans of each scheme added together.
        comparisons: the portfolio's first where there are several clusters; empty for a single scheme.
        solved: one per plan when a largest peak was asked for.
    """

    plans: tuple[Plan, ...]
    portfolios: tuple[Portfolio, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    solved: tuple[Solved, ...] = ()

    @property
    def schemes(self) -> tuple[Identifier, ...]:
        """Ids of the payment schemes by which the plans are paid."""
        return tuple(dict.fromkeys(scheme for plan in self.plans for scheme in plan.schemes))

    @property
    def groups(self) -> tuple[tuple[Plan, ...], ...]:
        """The plans of each portfolio."""
        size = len(self.plans) // max(len(self.portfolios), 1)
        return tuple(self.plans[start : start + size] for start in range(0, len(self.plans), size)) if size else ()

    def answer(self, known: bool | None) -> bool | None:  # noqa: FBT001  (an answer has three values)
        """Return whether every peak keeps the limit asked for, where the grants are known."""
        return every([*(one.is_kept for one in self.solved), known])


def study_of_grants(
    schemes: Sequence[PaymentScheme],
    grants: Sequence[Grant],
    terms: Terms,
    credit: Credit = NO_CREDIT,
    max_peak: Decimal | None = None,
) -> Study:
    """Plan every grant under every scheme, add them up and compare.

    Args:
        schemes: payment schemes; the first is the one the others are compared with.
        grants: those nobody states are left out.
        terms: the assumptions to use.
        credit: what is known of the credit that carries the advance.
        max_peak: the largest advance wanted, in euros, if one is.

    Raises:
        UsageError: the terms do not fit a scheme, or no plausible rate explains the cost that the bank asked.
    """
    known = [(grant.cluster, grant.amount) for grant in grants if grant.amount is not None]
    by_scheme = [
        tuple(make_plan(scheme, amount, terms, cluster=cluster, credit=credit) for cluster, amount in known)
        for scheme in schemes
    ]
    portfolios = tuple(merge(plans, credit) for plans in by_scheme if plans)
    check_bank_cost((plan.summary.credit for plans in by_scheme for plan in plans), credit)
    solved = (
        Solved(cluster, solve(scheme, amount, terms, max_peak))
        for scheme in schemes
        for cluster, amount in known
        if max_peak is not None
    )
    return Study(
        plans=tuple(plan for plans in by_scheme for plan in plans),
        portfolios=portfolios,
        comparisons=_comparisons(by_scheme, portfolios),
        solved=tuple(solved),
    )


def study_of_signed(
    signed: SignedPlans,
    others: Sequence[Grant],
    scheme: PaymentScheme | None,
    terms: Terms,
    credit: Credit = NO_CREDIT,
) -> Study:
    """Add up what clusters really signed, and the grants of those that have signed nothing.

    Args:
        signed: the plans of what was signed.
        others: the grants of the other clusters; those nobody states are left out.
        scheme: the payment scheme that is assumed of them; without one they are left out.
        terms: the assumptions to use.
        credit: what is known of the credit that carries the advance.

    Raises:
        UsageError: the terms do not fit a scheme, or no plausible rate explains the cost that the bank asked.
    """
    assumed = [
        make_plan(scheme, grant.amount, terms, cluster=grant.cluster, credit=credit)
        for grant in others
        if scheme is not None and grant.amount is not None
    ]
    plans = (*signed.plans, *assumed)
    check_bank_cost((plan.summary.credit for plan in plans), credit)
    return Study(plans=plans, portfolios=(merge(plans, credit),))


def _comparisons(by_scheme: Sequence[tuple[Plan, ...]], portfolios: Sequence[Portfolio]) -> tuple[Comparison, ...]:
    if len(by_scheme) <= 1:
        return ()
    alone = [
        Comparison(
            plans[0].cluster, together=False, schemes=compare([(str(p.scheme), _paid(p), p.summary) for p in plans])
        )
        for plans in zip(*by_scheme, strict=True)
    ]
    if len(alone) <= 1 or not portfolios:
        return tuple(alone)
    paid = [sum((_paid(plan) for plan in plans), ZERO) for plans in by_scheme]
    whole = [(str(one.scheme), total, one.summary) for one, total in zip(portfolios, paid, strict=True)]
    return (Comparison(None, together=True, schemes=compare(whole)), *alone)


def _paid(plan: Plan) -> Decimal:
    return sum((instalment.amount for instalment in plan.instalments), ZERO)
