"""The need on the whole costs of a project, of which a grant pays a share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.cashflow.advance import Flow, curve
from clusters_cli.cashflow.costs import Costs
from clusters_cli.foundations.money import ZERO, rounded


@dataclass(frozen=True, slots=True)
class WholeNeed:
    """The advance on the whole costs, of which the grant pays a share: what the cluster carries until others pay too.

    Attributes:
        cost: the eligible costs really spent, in euros.
        share: what the grant pays of the planned costs.
        unearned: euros of the grant that even the planned costs do not bring.
        peak_advance: largest advance, in euros.
        peak_date: its first day; ``None`` if nothing is ever advanced.
        days_in_advance: days whose end-of-day advance is above zero.
        euro_days: sum of those advances, in euros times days.
    """

    cost: Decimal
    share: Fraction
    unearned: Decimal
    peak_advance: Decimal
    peak_date: date | None
    days_in_advance: int
    euro_days: Decimal


def whole_need(costs: Sequence[Costs], receipts: Iterable[Flow]) -> WholeNeed | None:
    """Return the advance on the whole costs; ``None`` where the grants pay all of them.

    Args:
        costs: of each period of each grant.
        receipts: what the grants pay.
    """
    if all(one.share == 1 for one in costs):
        return None
    planned = sum((one.planned for one in costs), Fraction(0))
    paid = sum((one.justified(one.planned) for one in costs), Fraction(0))
    granted = sum((Fraction(one.grant) for one in costs), Fraction(0))
    whole = [flow for one in costs for flow in one.whole_spending]
    advance = curve(whole, receipts)
    return WholeNeed(
        cost=sum((flow.amount for flow in whole), ZERO),
        share=paid / planned if planned else Fraction(1),
        unearned=rounded(granted - paid),
        peak_advance=advance.peak,
        peak_date=advance.peak_date,
        days_in_advance=advance.days_in_advance,
        euro_days=advance.euro_days,
    )
