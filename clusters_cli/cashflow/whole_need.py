"""The need on the whole costs of a project, of which a grant pays a share."""

from collections.abc import Sequence
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


def whole_need(costs: Sequence[Costs], whole: Sequence[Flow], receipts: Sequence[Flow]) -> WholeNeed:
    """Return the advance on the whole costs.

    Args:
        costs: of each period of the grant.
        whole: the whole costs, as they are spent.
        receipts: what the grant pays.
    """
    planned = sum((one.planned for one in costs), Fraction(0))
    paid = sum((one.justified(one.planned) for one in costs), Fraction(0))
    granted = sum((Fraction(one.grant) for one in costs), Fraction(0))
    return need_on(whole, receipts, paid / planned if planned else Fraction(1), rounded(granted - paid))


def need_on(whole: Sequence[Flow], receipts: Sequence[Flow], share: Fraction, unearned: Decimal) -> WholeNeed:
    """Return the advance on whole costs of which grants pay a share, and some of which they may never earn."""
    advance = curve(whole, receipts)
    return WholeNeed(
        cost=sum((flow.amount for flow in whole), ZERO),
        share=share,
        unearned=unearned,
        peak_advance=advance.peak,
        peak_date=advance.peak_date,
        days_in_advance=advance.days_in_advance,
        euro_days=advance.euro_days,
    )
