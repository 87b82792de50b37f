"""What would keep the peak under an amount: a larger or smaller first instalment, or cash of one's own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from clusters_cli.cashflow.advance import Flow, Step, curve
from clusters_cli.cashflow.first_share import largest_first_share, with_first_share
from clusters_cli.cashflow.parts import paid_parts
from clusters_cli.cashflow.payments import payments
from clusters_cli.cashflow.plan import PartPlan, make_plan, planned_parts, received
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import CENT, ZERO
from clusters_cli.registry.models import InstalmentRule, PaymentScheme, ShareOf

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
        first_share: the smallest share of the first instalment, to four decimals; what it takes or gives is taken from
            or given to the last instalments.  Parts of a grant that have instalments of their own keep them.  ``None``
            if no share is enough.
        share_of: what it is a share of.
    """

    scheme: Identifier
    max_peak: Decimal
    peak_advance: Decimal
    opening_cash: Decimal
    first_share: Decimal | None
    share_of: ShareOf


def solve(scheme: PaymentScheme, grant: Decimal, terms: Terms, max_peak: Decimal) -> Solution:
    """Find what keeps the peak at or under an amount.

    Args:
        scheme: the payment scheme.
        grant: euros a year, or for the whole project.
        terms: the assumptions to use.
        max_peak: euros.
    """
    peak = make_plan(scheme, grant, terms).summary.peak_advance
    changing, kept = _parts(scheme, grant, terms)
    step = _smallest_step(changing, kept, terms, max_peak) if changing else None
    return Solution(
        scheme=scheme.id,
        max_peak=max_peak,
        peak_advance=peak,
        opening_cash=max(peak - max_peak, ZERO),
        first_share=None if step is None else Decimal(step) / STEPS,
        share_of=_first_of(changing),
    )


def _parts(scheme: PaymentScheme, grant: Decimal, terms: Terms) -> tuple[list[PartPlan], list[PartPlan]]:
    """Return the parts that follow the scheme, the whole if it has none, and those with instalments of their own."""
    planned = planned_parts(paid_parts(scheme, terms), grant, terms)
    has_own = [part.instalments is not None for part in scheme.parts] or [False]
    pairs = list(zip(planned, has_own, strict=True))
    return [part for part, is_own in pairs if not is_own], [part for part, is_own in pairs if is_own]


def _first_of(parts: Sequence[PartPlan]) -> ShareOf:
    """Return what the first instalment of the first period is a share of."""
    rules = (period.paid_by(part.scheme).instalments for part in parts for period in part.periods)
    return next((first.of for first, *_rest in rules), ShareOf.GRANT)


def _smallest_step(
    changing: Sequence[PartPlan], kept: Sequence[PartPlan], terms: Terms, max_peak: Decimal
) -> int | None:
    """Return the smallest number of steps of the first share that is enough, ``None`` if none is."""
    most = max(largest_first_share(part.scheme, part.periods) for part in changing)
    search = _Search(changing, kept, terms, max_peak)
    return search.first_enough(search.tried(1), search.tried(max(floor(most * STEPS), 1)))


class _Tried(NamedTuple):
    """What comes of a share of the first instalment.

    Attributes:
        step: the share, in steps.
        course: which of two limits held, again and again, and on which days something is paid: between two shares with
            the same course, the advance of every day is a straight line in the share.
        paid: what is paid.
        days: the advance on each day on which it moves.
    """

    step: int
    course: tuple[object, ...]
    paid: tuple[Flow, ...]
    days: tuple[Step, ...]

    @property
    def peak(self) -> Decimal:
        """The largest advance."""
        return max(day.before for day in self.days)


@dataclass
class _Search:
    """The search for the smallest first share that keeps the peak at or under a limit.

    A larger first share takes money from instalments that may come earlier, when the first is late; recovery, ceilings
    and least amounts answer to it: the peak may rise as well as fall, and jump.  So shares are cut in two until both
    ends of what is left take the same course, or nothing lies between them.
    """

    changing: Sequence[PartPlan]
    kept: Sequence[PartPlan]
    terms: Terms
    limit: Decimal
    _tried: dict[int, _Tried] = field(default_factory=dict)

    def first_enough(self, low: _Tried, high: _Tried) -> int | None:
        """Return the smallest step that is enough, from one to another, both included; ``None`` if none is."""
        if low.peak <= self.limit:
            return low.step
        if low.course == high.course:
            likely = _likely(low, high, self.limit)
            return next((step for step in likely if self.tried(step).peak <= self.limit), None)
        if high.step - low.step == 1:
            return high.step if high.peak <= self.limit else None
        middle = self.tried((low.step + high.step) // 2)
        found = self.first_enough(low, middle)
        return self.first_enough(middle, high) if found is None else found

    def tried(self, step: int) -> _Tried:
        """Return what comes of a share."""
        if step not in self._tried:
            self._tried[step] = self._try(step)
        return self._tried[step]

    def _try(self, step: int) -> _Tried:
        course: list[object] = []
        paid = [flow for part in self.kept for flow in received(part.instalments)]
        for part in self.changing:
            scheme = with_first_share(part.scheme, Fraction(step, STEPS))
            made = payments(scheme, part.periods, self.terms)
            paid += received(made.instalments)
            course += (made.choices, _kept_shares(part.scheme, scheme))
        course += ((flow.day, flow.amount < 0) for flow in paid)
        spending = [flow for part in (*self.kept, *self.changing) for flow in part.spending]
        return _Tried(step, tuple(course), tuple(paid), curve(spending, paid).steps)


def _kept_shares(before: PaymentScheme, after: PaymentScheme) -> list[tuple[bool, bool]]:
    """Return of each instalment whether it keeps its share, and whether it has any left."""
    return [
        (old.share == new.share, new.share == 0) for old, new in zip(_all_rules(before), _all_rules(after), strict=True)
    ]


def _all_rules(scheme: PaymentScheme) -> tuple[InstalmentRule, ...]:
    """Return the instalments of a scheme and of its variants."""
    return (*scheme.instalments, *(rule for variant in scheme.variants for rule in variant.instalments or ()))


def _likely(low: _Tried, high: _Tried, limit: Decimal) -> range:
    """Return the steps at which straight lines between two ends all stay at or under a limit, as far as cents allow."""
    changes = [one.day for one, other in zip(low.paid, high.paid, strict=True) if one != other]
    rounding = 2 * len(low.paid) * CENT
    first, last = Fraction(low.step), Fraction(high.step)
    for at_low, at_high in zip(low.days, high.days, strict=True):
        is_fixed = all(at_low.day < day for day in changes)
        start, end = (Fraction(one.before - limit - (ZERO if is_fixed else rounding)) for one in (at_low, at_high))
        if start > 0 and end > 0:
            return range(0)
        if start > 0:
            first = max(first, low.step + (high.step - low.step) * start / (start - end))
        elif end > 0:
            last = min(last, low.step + (high.step - low.step) * start / (start - end))
    return range(ceil(first), floor(last) + 1)
