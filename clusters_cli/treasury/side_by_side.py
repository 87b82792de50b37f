"""Treasury plans side by side: what each figure becomes when something else is asked."""

from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.foundations.money import ZERO
from clusters_cli.treasury.plan import TreasuryPlan


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """How a plan differs from another: positive is more.

    Attributes:
        lowest: euros at the lowest closing of a day.
        cautious: euros at the lowest cash of all.
        months_below: months of which a day ends below zero.
        negative_days: days that end below zero.
        overdraft: euros to ask for.
        cost: euros of credit; ``None`` if no cost is known.
        closing: euros at the end of the plan.
    """

    lowest: Decimal
    cautious: Decimal
    months_below: int
    negative_days: int
    overdraft: Decimal
    cost: Decimal | None
    closing: Decimal


def plan_difference(first: TreasuryPlan, other: TreasuryPlan) -> PlanDifference:
    """Return how a plan differs from another."""
    before, after = first.credit.cost, other.credit.cost
    return PlanDifference(
        lowest=other.lowest - first.lowest,
        cautious=other.cautious - first.cautious,
        months_below=len(other.months_below) - len(first.months_below),
        negative_days=other.negative_days - first.negative_days,
        overdraft=other.overdraft - first.overdraft,
        cost=None if before is None or after is None else after - before + ZERO,
        closing=other.closing - first.closing,
    )
