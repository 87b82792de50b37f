"""What late payments do to the cash advance: the same plans under delays drawn many times.

Every draw is exact to the day and to the cent, as ``advance.curve`` would be for the same days of payment.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from clusters_cli.cashflow.advance import Curve
from clusters_cli.cashflow.borrowing import NO_CREDIT, Credit, interest
from clusters_cli.cashflow.charges import cost_percentiles, gap_percentiles
from clusters_cli.cashflow.delays import Distribution
from clusters_cli.cashflow.drawn_advances import Calendar, Cents, Course
from clusters_cli.cashflow.draws import Days, Draws, Sampling
from clusters_cli.cashflow.percentiles import Bin, Percentiles, at_levels, histogram, share_above
from clusters_cli.cashflow.plan import Plan, common_scheme
from clusters_cli.cashflow.pool import added, need
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO, from_cents, to_cents
from clusters_cli.foundations.text import Listed, Text, counted
from clusters_cli.registry.models import InstalmentKind

DRAWS_IMPOSSIBLE = Explanation(
    "USE148",
    Text("draws that cannot be made"),
    Text(
        "No payment of a scheme has a delay to draw, or what is asked does not fit in memory: 6 000 000 draws in"
        " all clusters of a scheme, and 120 000 months, spendings and instalments in all plans, are the most."
    ),
    Text("Name a kind of instalment that the scheme pays, draw less often, or name fewer clusters, schemes or years."),
)


MEMORY = 64 << 20
"""Bytes for the draws that are computed together; with all that is kept, drawing stays below 400 MiB."""
MOST_RESULTS = 6_000_000
"""Clusters times draws: of each, twenty bytes are kept until the last draw, since percentiles are exact."""
MOST_LINES = 120_000
"""Months, spendings and instalments of all plans: each takes a kilobyte until it is written."""


@in_data(spread=("sampling",), taken={"credit": ("rate", "ceiling")})
@dataclass(frozen=True, slots=True)
class RiskQuestion:
    """What is asked of the draws.

    Attributes:
        delays: the distribution of the payment delay by kind of instalment, counted from the due date (or the claim);
            the other kinds are paid as planned.
        sampling: how delays are drawn.
        limit: euros; the share of draws whose peak exceeds it is counted.
        credit: the terms at which the advance is carried: its interest is that of the whole advance.
    """

    delays: Mapping[InstalmentKind, Distribution]
    sampling: Sampling = field(default_factory=Sampling)
    limit: Decimal | None = None
    credit: Credit = NO_CREDIT


@in_data(above="above_limit")
@dataclass(frozen=True, slots=True)
class Risk:
    """What late payments may cost one cluster, or the pool of them all.

    Attributes:
        cluster: its id; ``None`` for the pool, or for an amount typed by hand.
        grant: euros a year, or for the whole project.
        peak_advance: in euros; for the pool, the size of the fund.
        days_in_advance: days on which something is advanced.
        euro_days: euros times days.
        interest: cost at the rate given, in euros; ``None`` if no rate was given.
        interest_per_point: cost of one percentage point of yearly interest.
        cost: interest, fee and guarantee together, in euros; ``None`` if neither fee nor guarantee was given.
        gap: what the ceiling of the credit leaves unfunded, in euros; ``None`` if there is no ceiling.
        above: share of the draws whose peak exceeds the limit; ``None`` if none was given.
        peaks: histogram of the peaks.
    """

    cluster: Identifier | None
    grant: Decimal
    peak_advance: Percentiles[Decimal]
    days_in_advance: Percentiles[int]
    euro_days: Percentiles[Decimal]
    interest: Percentiles[Decimal] | None
    interest_per_point: Percentiles[Decimal]
    cost: Percentiles[Decimal] | None
    gap: Percentiles[Decimal] | None
    above: Decimal | None
    peaks: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class SchemeRisk:
    """The clusters of one payment scheme, or as they have signed, under drawn delays.

    Attributes:
        scheme: its id; ``None`` where the plans have several.
        clusters: one entry per plan.
        pool: their advances carried together, draw by draw; ``None`` for a single plan.
    """

    scheme: Identifier | None
    clusters: tuple[Risk, ...]
    pool: Risk | None


def simulate(
    plans: Sequence[Plan], question: RiskQuestion, progress: Callable[[int], None] | None = None
) -> SchemeRisk:
    """Draw the payment delays of plans.

    Args:
        plans: at least one; those of one payment scheme, or of what was signed.
        question: what is asked.
        progress: called after each step with the number of draws of one plan that it computed.

    Raises:
        UsageError: no payment is of a kind whose delay is drawn, or there is too much to draw.
    """
    check_question(plans, question)
    sampling = question.sampling
    calendar = Calendar.of(plans, max(distribution.days[-1] for distribution in question.delays.values()))
    draws = Draws(question.delays, sampling)
    alone, together = _Figures(len(plans), sampling.draws), _Figures(1, sampling.draws)
    for block in sampling.blocks(_bytes_a_draw(plans, calendar), MEMORY):
        shared = _Shared(calendar, len(block))
        for row, plan in enumerate(plans):
            course, paid = Course(plan, calendar), paid_days(plan, calendar, draws, block)
            needs, (start, stop, cent_days) = course.needs(paid), course.stretches(paid)
            alone.keep(row, block, needs.max(axis=0), (stop - start).sum(axis=0), cent_days.sum(axis=0))
            shared.add(needs, start, stop, cent_days)
            if progress:
                progress(len(block))
        together.keep(0, block, shared.needs.max(axis=0), shared.days(), shared.cent_days)
    planned = [need(plan, ZERO) for plan in plans]
    return SchemeRisk(
        scheme=common_scheme(plans),
        clusters=tuple(
            alone.risk(row, plan.cluster, plan.grant, planned[row], question) for row, plan in enumerate(plans)
        ),
        pool=together.risk(0, None, sum((plan.grant for plan in plans), ZERO), added(planned), question)
        if len(plans) > 1
        else None,
    )


def _bytes_a_draw(plans: Sequence[Plan], calendar: Calendar) -> int:
    """Return how much one draw takes while it is computed: days covered, needs by day of the grid, instalments."""
    instalments = max(len(plan.instalments) for plan in plans)
    return 4 * calendar.length + 8 * (5 * len(calendar.grid) + 14 * instalments)


def check_question(plans: Sequence[Plan], question: RiskQuestion) -> None:
    """Refuse what cannot be drawn, before anything is.

    Raises:
        UsageError: no payment is of a kind whose delay is drawn, or there is too much to draw.
    """
    kinds = {payment.kind for plan in plans for payment in plan.instalments}
    if not kinds & question.delays.keys():
        schemes = Listed(tuple(dict.fromkeys(plan.scheme for plan in plans if plan.scheme)))
        message = Text("--delays names no kind of instalment that {scheme} pays", scheme=schemes)
        if not schemes.items:
            message = Text("--delays names no kind of instalment that is paid")
        hint = Text("it pays: {kinds}", kinds=Listed(tuple(sorted(kinds))))
        raise UsageError(message, DRAWS_IMPOSSIBLE, hint=hint)
    if len(plans) * question.sampling.draws > MOST_RESULTS:
        message = counted(
            "{draws} draws of {plans} cluster do not fit in memory",
            "{draws} draws of {plans} clusters do not fit in memory",
            len(plans),
            draws=question.sampling.draws,
            plans=len(plans),
        )
        hint = Text("draw at most {most} times", most=MOST_RESULTS // len(plans))
        raise UsageError(message, DRAWS_IMPOSSIBLE, hint=hint)


def check_size(plans: Sequence[Plan]) -> None:
    """Refuse plans that are too long to be kept beside the draws.

    Args:
        plans: those of all payment schemes.

    Raises:
        UsageError: they hold more than ``MOST_LINES`` months, spendings and instalments.
    """
    lines = sum(len(plan.months) + len(plan.spending) + len(plan.instalments) for plan in plans)
    if lines > MOST_LINES:
        hint = Text("{most} do: name fewer clusters, payment schemes or years", most=MOST_LINES)
        raise UsageError(
            Text(
                "plans of {lines} months, spendings and instalments do not fit in memory beside drawn delays",
                lines=lines,
            ),
            DRAWS_IMPOSSIBLE,
            hint=hint,
        )


def paid_days(plan: Plan, calendar: Calendar, draws: Draws, block: range) -> Days:
    """Return the day on which each instalment (row) of a plan is paid in each draw (column) of a block."""
    paid = np.empty((len(plan.instalments), len(block)), dtype=np.int64)
    drawn = draws.delays(plan.cluster, plan.instalments, block)
    for row, payment, delay in zip(paid, plan.instalments, drawn, strict=True):
        row[:] = calendar.day(payment.paid) if delay is None else calendar.day(payment.claimable) + delay
    return paid


class _Figures:
    """The figures of every draw: one row per plan, one column per draw."""

    def __init__(self, plans: int, draws: int) -> None:
        self._peaks = np.empty((plans, draws), dtype=np.int64)
        self._days = np.empty((plans, draws), dtype=np.int32)
        self._cent_days = np.empty((plans, draws), dtype=np.int64)

    def keep(self, row: int, block: range, peaks: Cents, days: Days, cent_days: Cents) -> None:
        columns = slice(block.start, block.stop)
        self._peaks[row, columns], self._days[row, columns], self._cent_days[row, columns] = peaks, days, cent_days

    def risk(
        self, row: int, cluster: Identifier | None, grant: Decimal, planned: Curve, question: RiskQuestion
    ) -> Risk:
        peaks, credit, limit = self._peaks[row], question.credit, question.limit
        euro_days = Percentiles(planned.euro_days, *map(from_cents, at_levels(self._cent_days[row])))
        peak_advance = Percentiles(planned.peak, *map(from_cents, at_levels(peaks)))
        return Risk(
            cluster=cluster,
            grant=grant,
            peak_advance=peak_advance,
            days_in_advance=Percentiles(planned.days_in_advance, *at_levels(self._days[row])),
            euro_days=euro_days,
            interest=None if credit.rate is None else _interest(euro_days, credit.rate, credit),
            interest_per_point=_interest(euro_days, Decimal(1), credit),
            cost=cost_percentiles(peaks, self._cent_days[row], planned, credit),
            gap=gap_percentiles(peak_advance, credit),
            above=None if limit is None else share_above(peaks, to_cents(limit)),
            peaks=histogram(peaks),
        )


class _Shared:
    """The clusters' advances of one block carried together."""

    def __init__(self, calendar: Calendar, draws: int) -> None:
        self.needs = np.zeros((len(calendar.grid), draws), dtype=np.int64)
        self.cent_days = np.zeros(draws, dtype=np.int64)
        self._cover = np.zeros((draws, calendar.length), dtype=np.int16)
        self._columns = np.arange(draws) * calendar.length

    def add(self, needs: Cents, start: Days, stop: Days, cent_days: Cents) -> None:
        """Add one cluster's needs, and the days of its stretches."""
        self.needs += needs
        self.cent_days += cent_days.sum(axis=0)
        changes = self._cover.reshape(-1)
        for first, after in zip(start, stop, strict=True):
            changes[self._columns + first] += 1
            changes[self._columns + after] -= 1

    def days(self) -> Days:
        """Return for each draw the days on which any cluster is in advance."""
        covered = np.cumsum(self._cover, axis=1, out=self._cover)
        days: Days = np.count_nonzero(covered, axis=1)
        return days


def _interest(euro_days: Percentiles[Decimal], rate: Decimal, credit: Credit) -> Percentiles[Decimal]:
    """Price a spread; interest grows with euro-days, so that its percentiles are those of the euro-days."""
    return Percentiles(
        *(
            interest(value, rate, credit.day_count)
            for value in (euro_days.planned, euro_days.p50, euro_days.p80, euro_days.p95, euro_days.largest)
        )
    )
