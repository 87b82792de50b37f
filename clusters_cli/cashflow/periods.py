"""The years or the project that an agreement covers, each with its own grant and its costs."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clusters_cli.cashflow.advance import Flow
from clusters_cli.cashflow.costs import Costs, Progress
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.dates import month_ends
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.money import ZERO, cumulated
from clusters_cli.foundations.text import Euros, Text
from clusters_cli.registry.models import AgreementPeriod, PaymentScheme

GRANT_ABOVE_COSTS = Explanation(
    "USE137",
    Text("a grant above the costs"),
    Text("The grant is more than the eligible costs that were given: it would pay more than there is to pay."),
    Text("Type the planned costs of the year or of the whole project, and the grant for the same time."),
    example="clusters cashflow nekoe --scheme triennial --grant 100000 --cost 80000",
)


class Award(NamedTuple):
    """The grant of a year or a project: of all its parts together, and of the part that is planned."""

    whole: Decimal
    own: Decimal


@dataclass(frozen=True, slots=True)
class GrantPeriod:
    """One year of an agreement, or a whole project, with its own grant.

    Attributes:
        label: its name, such as ``2023`` or ``2023-2026``.
        dates: first day, last day, signature.
        costs: what it pays for, and how far that is.
        variant: number, from 0, of the variant of the scheme by which it is paid; ``None`` for the scheme as it stands.
    """

    label: str
    dates: AgreementPeriod
    costs: Costs
    variant: int | None = None

    @property
    def grant(self) -> Decimal:
        """Euros awarded."""
        return self.costs.grant

    def paid_by(self, scheme: PaymentScheme) -> PaymentScheme:
        """Return the scheme by which it is paid, with the terms of its variant."""
        return scheme if self.variant is None else scheme.of_variant(scheme.variants[self.variant])


def periods(
    scheme: PaymentScheme, terms: Terms, award: Callable[[int], Award], cost: Decimal | None = None
) -> tuple[GrantPeriod, ...]:
    """Return the periods an agreement covers, each with its grant and its costs.

    Args:
        scheme: the payment scheme as the terms changed it; its agreement says whether a grant is yearly.
        terms: first year, number of years and the other assumptions.
        award: gives the grant of a year, or of the project that starts in it.
        cost: planned costs that the grant pays a share of, in euros, where they are known.

    Raises:
        UsageError: the grant is more than the costs it pays for.
    """
    count = 1 if scheme.is_project else terms.years
    covered = []
    for index in range(count):
        dates = _dates(scheme, terms, index)
        given = award(dates.first.year)
        variant = scheme.variant_for(given.whole, index, dates)
        paying = scheme if variant is None else scheme.of_variant(scheme.variants[variant])
        costs = _costs(paying, given.own, terms, cost, progress(scheme, dates, terms.costs))
        covered.append(GrantPeriod(_label(dates, scheme), dates, costs, variant))
    return tuple(covered)


def _costs(
    scheme: PaymentScheme, grant: Decimal, terms: Terms, cost: Decimal | None, course: tuple[Progress, ...]
) -> Costs:
    """Return the costs that a grant pays for: from what is known of them, of the grant's rate, or from the grant."""
    rate = scheme.cofinancing
    if cost is not None:
        planned = Fraction(cost)
        if grant > planned:
            message = Text("a grant of {grant} is more than the costs of {cost} that it pays for")
            raise UsageError(message.given(grant=Euros(grant), cost=Euros(cost)), GRANT_ABOVE_COSTS)
        rate = Fraction(grant) / planned if rate is None else rate
    else:
        rate = rate or Fraction(1)
        planned = Fraction(grant) / rate
    actual = Fraction(terms.actual_cost)
    accepted = actual if terms.accepted is None else min(Fraction(terms.accepted), actual)
    return Costs(grant, planned, rate, actual, accepted, scheme.tolerance, course)


def _dates(scheme: PaymentScheme, terms: Terms, index: int) -> AgreementPeriod:
    """Return the first day, the last and the signature of a period, as far as a signed agreement does not say them."""
    dates = scheme.agreement.period(terms.start, index)
    if terms.span is not None:
        first, last = terms.span
        if scheme.is_project:
            dates = scheme.agreement.project(first, last)
        else:
            dates = dates._replace(first=max(first, dates.first), last=min(last, dates.last))
    return dates._replace(signature=terms.signed) if terms.signed and not index else dates


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
