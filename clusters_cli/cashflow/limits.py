"""Peaks held against an amount: which of them exceed it, by how much and when.

Each cluster's own peak is held against the amount, never the sum of several: one amount cannot be the limit of a
cluster and of all of them.  Where delays are drawn, the peak is the one that nineteen draws in twenty do not exceed:
who asks how late payments may come does not ask for the plan without them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from clusters_cli.cashflow.plan import Plan
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary

if TYPE_CHECKING:
    from clusters_cli.cashflow.risk import SchemeRisk


class ComparedPeak(Vocabulary):
    """Which peak is held against an amount."""

    PLANNED = "planned", Text("planned peak"), "besoin maximal prévu"
    P95 = "p95", Text("P95 of the peak"), "P95 du besoin maximal"


@dataclass(frozen=True, slots=True)
class PeakFound:
    """The peak of one grant under one payment scheme.

    Attributes:
        cluster: id of the cluster; ``None`` for an amount typed by hand.
        scheme: id of the payment scheme; ``None`` where each grant is paid as it was signed.
        peak_advance: in euros.
        peak_date: its first day; ``None`` if nothing is ever advanced, or if it is one of many draws.
        excess: euros by which it exceeds the amount.
    """

    cluster: Identifier | None
    scheme: Identifier | None
    peak_advance: Decimal
    peak_date: date | None
    excess: Decimal


@in_data(is_kept="kept")
@dataclass(frozen=True, slots=True)
class PeakCheck:
    """What came of holding peaks against an amount.

    Attributes:
        limit: the amount, in euros.
        compared: which peaks were held against it.
        count: how many there are.
        clusters: of how many clusters they are.
        above: those that exceed it, in the order of the plans.
    """

    limit: Decimal
    compared: ComparedPeak
    count: int
    clusters: int
    above: tuple[PeakFound, ...]

    @computed
    def is_kept(self) -> bool:
        """Whether none exceeds it."""
        return not self.above


def check_plans(plans: Iterable[Plan], limit: Decimal) -> PeakCheck:
    """Hold the peak of each plan against an amount in euros."""
    found = [(plan.cluster, plan.scheme, plan.summary.peak_advance, plan.summary.peak_date) for plan in plans]
    return _checked(found, limit, ComparedPeak.PLANNED)


def check_draws(schemes: "Iterable[SchemeRisk]", limit: Decimal) -> PeakCheck:
    """Hold against an amount in euros what each cluster's peak is at the most in nineteen draws of twenty."""
    found = [(risk.cluster, each.scheme, risk.peak_advance.p95, None) for each in schemes for risk in each.clusters]
    return _checked(found, limit, ComparedPeak.P95)


def _checked(
    found: Sequence[tuple[Identifier | None, Identifier | None, Decimal, date | None]],
    limit: Decimal,
    compared: ComparedPeak,
) -> PeakCheck:
    above = (PeakFound(*one, excess=one[2] - limit) for one in found if one[2] > limit)
    return PeakCheck(limit, compared, len(found), len({one[0] for one in found}), tuple(above))
