"""The treasury of a whole project: everything a dossier says is received and paid, and the cash that is left.

On a day that has both, payments leave before receipts arrive: the cautious order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from clusters_cli.cashflow.advance import Flow, Month, Window, curve, months
from clusters_cli.cashflow.borrowing import NO_CREDIT, Credit
from clusters_cli.cashflow.credit_use import CreditUse, use_of
from clusters_cli.cashflow.instalments import Instalment
from clusters_cli.cashflow.intervals import Interval, interval_label
from clusters_cli.cashflow.overdraft import QuarterCharge
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.money import ZERO


@in_data(without=("is_cost",))
@dataclass(frozen=True, slots=True)
class TreasuryLine:
    """What a line of a dossier moves, in its own words: a cost that is paid, or a resource that is received."""

    label: str
    is_cost: bool
    flows: tuple[Flow, ...]

    @computed
    def amount(self) -> Decimal:
        """Euros over the whole project."""
        return sum((flow.amount for flow in self.flows), ZERO)

    @computed
    def direction(self) -> str:
        """``paid`` or ``received``."""
        return "paid" if self.is_cost else "received"


@in_data(without=("first",))
@dataclass(frozen=True, slots=True)
class TreasuryMonth:
    """One calendar month, in euros.

    Attributes:
        first: its first day.
        received: what comes in.
        paid: what goes out.
        balance: cash at its end.
        lowest: the least cash on any of its days, before receipts.
        lowest_date: the first day of it; the first of the month when nothing lowers what it began with.
    """

    first: date
    received: Decimal
    paid: Decimal
    balance: Decimal
    lowest: Decimal
    lowest_date: date

    @computed
    def month(self) -> str:
        """Its name, such as ``2023-04``."""
        return f"{self.first:%Y-%m}"


@in_data(spread=("credit",))
@dataclass(frozen=True, slots=True)
class Treasury:
    """The cash of a project over time.

    Attributes:
        opening_cash: euros at the start; ``None`` when the dossier does not say, and balances then count from zero.
        lowest: the least cash on any day before receipts, in euros.
        lowest_date: the first day of it.
        closing: cash after the last flow, in euros.
        negative_days: days that end below zero.
        windows: runs of days that end below zero by the same amount, which is given above zero.
        credit: what borrowing the missing cash costs.
    """

    opening_cash: Decimal | None
    lines: tuple[TreasuryLine, ...]
    months: tuple[TreasuryMonth, ...]
    lowest: Decimal
    lowest_date: date | None
    closing: Decimal
    negative_days: int
    windows: tuple[Window, ...]
    credit: CreditUse

    @computed
    def gaps(self) -> tuple[Window, ...]:
        """Runs of days on which the ceiling of the credit leaves the same amount of missing cash unfunded."""
        return self.credit.gaps

    @computed
    def bank_charges(self) -> tuple[QuarterCharge, ...]:
        """What the bank charges for each quarter; empty where it does not charge by the quarter."""
        return self.credit.quarters


def treasury(
    lines: Sequence[TreasuryLine],
    opening_cash: Decimal | None,
    credit: Credit = NO_CREDIT,
    grants: Sequence[Sequence[Instalment]] = (),
) -> Treasury:
    """Compute the cash of a project, day by day.

    Args:
        lines: everything that is paid and received.
        opening_cash: euros on the evening before the first flow; ``None`` when unknown.
        credit: what is known of the credit that carries what is missing.
        grants: the instalments of each grant that a payment scheme pays, which may be assigned.
    """
    opening = opening_cash or ZERO
    costs, resources = (
        tuple(flow for line in lines if line.is_cost is is_cost for flow in line.flows) for is_cost in (True, False)
    )
    need = curve(costs, resources, opening)
    lowest, lowest_date = (-need.top.before, need.top.day) if need.top else (opening, None)
    return Treasury(
        opening_cash=opening_cash,
        lines=tuple(lines),
        months=tuple(_month(month) for month in months(need)),
        lowest=lowest,
        lowest_date=lowest_date,
        closing=-need.steps[-1].after if need.steps else opening,
        negative_days=need.days_in_advance,
        windows=need.windows,
        credit=use_of(need, credit, grants),
    )


def _month(month: Month) -> TreasuryMonth:
    return TreasuryMonth(month.first, month.received, month.spent, -month.advance, -month.highest, month.highest_on)


def by_interval(interval: Interval, months_: Sequence[TreasuryMonth]) -> tuple[tuple[str, TreasuryMonth], ...]:
    """Add months up to longer stretches, each under its label."""
    stretches = []
    for label, group in groupby(months_, key=lambda month: interval_label(month.first, interval)):
        inside = list(group)
        low = min(inside, key=lambda month: month.lowest)
        received, paid = sum((month.received for month in inside), ZERO), sum((month.paid for month in inside), ZERO)
        whole = TreasuryMonth(inside[0].first, received, paid, inside[-1].balance, low.lowest, low.lowest_date)
        stretches.append((label, whole))
    return tuple(stretches)
