"""What would keep the peak under an amount: a larger or smaller first instalment, or cash of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise
from math import ceil, floor

from clusters_cli.cashflow.advance import Curve, curve
from clusters_cli.cashflow.plan import make_plan, received
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO
from clusters_cli.registry.models import InstalmentRule, PaymentScheme, ShareOf

STEPS = 10_000
"""Shares are sought to the hundredth of a percent."""
ROUNDING = 2
"""Steps by which whole cents may move the smallest share that is enough."""


@dataclass(frozen=True, slots=True)
class Solution:
    """What keeps the peak of a plan at or under an amount.

    Attributes:
        scheme: id of the payment scheme.
        max_peak: the amount, in euros.
        peak_advance: the peak as the scheme stands, in euros.
        opening_cash: the smallest own cash at the start that leaves no larger advance, in euros.
        first_share: the smallest share of the first instalment, 0 to 1 to four decimals; what it takes or gives is
            taken from or given to the last instalments.  Parts of a grant that have instalments of their own keep
            them.  ``None`` if no share is enough.
    """

    scheme: Identifier
    max_peak: Decimal
    peak_advance: Decimal
    opening_cash: Decimal
    first_share: Decimal | None


def solve(scheme: PaymentScheme, grant: Decimal, terms: Terms, max_peak: Decimal) -> Solution:
    """Find what keeps the peak at or under an amount.

    Args:
        scheme: the payment scheme.
        grant: euros a year, or for the whole project.
        terms: the assumptions to use.
        max_peak: euros.
    """
    peak = make_plan(scheme, grant, terms).summary.peak_advance
    step = _smallest_step(scheme, grant, terms, max_peak)
    return Solution(
        scheme=scheme.id,
        max_peak=max_peak,
        peak_advance=peak,
        opening_cash=max(peak - max_peak, ZERO),
        first_share=None if step is None else Decimal(step) / STEPS,
    )


def with_first_share(scheme: PaymentScheme, share: Fraction) -> PaymentScheme:
    """Return a scheme whose first instalment has another share; the last ones make up for it, from the end.

    Args:
        scheme: the payment scheme.
        share: above 0 and up to 1.
    """
    first, *rest = scheme.instalments
    spare = (first.share or Fraction(0)) - share
    changed: list[InstalmentRule] = []
    for rule in reversed(rest):
        old = rule.share or Fraction(0)
        new = max(old + spare, Fraction(0))
        spare += old - new
        changed.append(rule.model_copy(update={"share": new}))
    kept = (first.model_copy(update={"share": share}), *reversed(changed))
    return scheme.model_copy(update={"instalments": kept})


def _smallest_step(scheme: PaymentScheme, grant: Decimal, terms: Terms, max_peak: Decimal) -> int | None:
    """Return the smallest number of steps of the first share that is enough, ``None`` if none is.

    A larger first share takes money from instalments that may come earlier, when the first is late: the peak may rise
    as well as fall.  Between two bends, though, every day's advance is a straight line in the share, so that the
    shares that are enough are an interval, of which two plans give the ends.  Cents may move them: they are tried.
    """
    if scheme.parts and all(part.instalments for part in scheme.parts):
        return None  # each part has instalments of its own: there is no first share of all
    if any(rule.share is None or rule.of is not ShareOf.GRANT for rule in scheme.instalments):
        return None
    rounding = ROUNDING * max(len(scheme.parts), 1)

    def course(step: Fraction) -> Curve:
        plan = make_plan(with_first_share(scheme, step / STEPS), grant, terms)
        return curve(plan.spending, received(plan.instalments))

    def is_enough(step: int) -> bool:
        changed = with_first_share(scheme, Fraction(step, STEPS))
        return make_plan(changed, grant, terms).summary.peak_advance <= max_peak

    for low, high in pairwise(_bends(scheme, terms)):
        found = _interval(low, high, _needs(course(low), course(high)), Fraction(max_peak))
        if found is None:
            continue
        first = max(ceil(found[0]) - rounding, ceil(low))
        last = min(floor(found[1]) + rounding, floor(high))
        step = next((step for step in range(first, last + 1) if is_enough(step)), None)
        if step is not None:
            return step
    return None


def _needs(one: Curve, other: Curve) -> list[tuple[Fraction, Fraction]]:
    """Return the advance of two plans before the receipts of each day on which something moves in either."""
    before = [{step.day: step.before for step in each.steps} for each in (one, other)]
    found, held = [], [ZERO, ZERO]
    after = [{step.day: step.after for step in each.steps} for each in (one, other)]
    for day in sorted({*before[0], *before[1]}):
        needs = [each.get(day, amount) for each, amount in zip(before, held, strict=True)]
        held = [each.get(day, amount) for each, amount in zip(after, held, strict=True)]
        found.append((Fraction(needs[0]), Fraction(needs[1])))
    return found


def _bends(scheme: PaymentScheme, terms: Terms) -> list[Fraction]:
    """Return the steps between which every payment is a straight line in the first share, both ends included.

    A payment bends where an instalment has nothing left to give, where the cap is reached, and where more is paid than
    the costs justify.
    """
    first, *rest = (rule.share or Fraction(0) for rule in scheme.instalments)
    largest = scheme.cap or Fraction(1)
    given = (first + taken for taken in accumulate(reversed(rest)))
    limits = (largest, Fraction(terms.actual_cost), *(part.cap for part in scheme.parts if part.cap is not None))
    reached = (limit - paid for limit in limits for paid in accumulate(rest, initial=Fraction(0)))
    inside = {share * STEPS for share in (first, *given, *reached) if Fraction(1, STEPS) < share < largest}
    return sorted({Fraction(1), *inside, largest * STEPS})


def _interval(
    low: Fraction, high: Fraction, ends: Sequence[tuple[Fraction, Fraction]], limit: Fraction
) -> tuple[Fraction, Fraction] | None:
    """Return from where to where straight lines, given by their values at both ends, all stay at or under a limit."""
    first, last = low, high
    for at_low, at_high in ends:
        if at_low > limit and at_high > limit:
            return None
        if at_low > limit:
            first = max(first, low + (high - low) * (at_low - limit) / (at_low - at_high))
        elif at_high > limit:
            last = min(last, low + (high - low) * (limit - at_low) / (at_high - at_low))
    return (first, last) if first <= last else None
