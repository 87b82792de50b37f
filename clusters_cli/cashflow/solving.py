"""What would keep the peak under an amount: a larger first instalment, or cash of one's own."""

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.money import ZERO
from clusters_cli.registry.models.base import Identifier
from clusters_cli.registry.models.schemes import InstalmentRule, PaymentScheme

STEPS = 10_000
"""Shares are sought to the hundredth of a percent."""


@dataclass(frozen=True, slots=True)
class Solution:
    """What keeps the peak of a plan at or under an amount.

    Attributes:
        scheme: id of the payment scheme.
        max_peak: the amount, in euros.
        peak_advance: the peak as the scheme stands, in euros.
        opening_cash: the smallest own cash at the start that leaves no larger advance, in euros.
        first_share: the smallest share of the first instalment, 0 to 1 to four decimals; what it takes or gives is
            taken from or given to the last instalments.  ``None`` if even paying all that may be paid first is not
            enough.
    """

    scheme: Identifier
    max_peak: Decimal
    peak_advance: Decimal
    opening_cash: Decimal
    first_share: Decimal | None


def solve(scheme: PaymentScheme, grant: Decimal, terms: Terms, max_peak: Decimal) -> Solution:
    """Find what keeps the peak at or under an amount.

    A larger first instalment takes money from later ones, so that the peak never grows with its share: the smallest
    share that is enough is found by halving.

    Args:
        scheme: the payment scheme.
        grant: euros a year, or for the whole project.
        terms: the assumptions to use.
        max_peak: euros.
    """

    def is_enough(step: int) -> bool:
        share = Fraction(step, STEPS)
        return make_plan(with_first_share(scheme, share), grant, terms).summary.peak_advance <= max_peak

    peak = make_plan(scheme, grant, terms).summary.peak_advance
    largest = int((scheme.cap or Fraction(1)) * STEPS)
    step = bisect_left(range(1, largest + 1), True, key=is_enough) + 1  # noqa: FBT003  (the value sought)
    return Solution(
        scheme=scheme.id,
        max_peak=max_peak,
        peak_advance=peak,
        opening_cash=max(peak - max_peak, ZERO),
        first_share=Decimal(step) / STEPS if step <= largest else None,
    )


def with_first_share(scheme: PaymentScheme, share: Fraction) -> PaymentScheme:
    """Return a scheme whose first instalment has another share; the last ones make up for it, from the end.

    Args:
        scheme: the payment scheme.
        share: above 0 and up to 1.
    """
    first, *rest = scheme.instalments
    spare = first.share - share
    changed: list[InstalmentRule] = []
    for rule in reversed(rest):
        new = max(rule.share + spare, Fraction(0))
        spare += rule.share - new
        changed.append(rule.model_copy(update={"share": new}))
    kept = (first.model_copy(update={"share": share}), *reversed(changed))
    return scheme.model_copy(update={"instalments": kept})
