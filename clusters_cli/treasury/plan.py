"""The treasury plan: an organisation's cash month by month and day by day, and what it must ask a bank for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.cashflow import (
    NO_CREDIT,
    Credit,
    CreditUse,
    Curve,
    Flow,
    Instalment,
    QuarterCharge,
    Window,
    curve,
    use_of,
)
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO
from clusters_cli.treasury.forecast import Balanced, Forecast, PlannedGrant
from clusters_cli.treasury.horizon import Horizon
from clusters_cli.treasury.lines import PlannedLine
from clusters_cli.treasury.months import LineByMonth, PlanMonth, lines_by_month, plan_months


@in_data(spread=("credit",), without=("need", "horizon", "forecast"))
@dataclass(frozen=True, slots=True)
class TreasuryPlan:
    """The cash of an organisation over the months of a plan.

    Attributes:
        forecast: what is expected.
        horizon: the days of the plan.
        need: the cash day by day over all of them, below zero where there is some.
        lines: what each line moves in each month.
        months: what each month moves, and the cash with which it begins and ends.
        credit: what the overdraft costs.
    """

    forecast: Forecast
    horizon: Horizon
    need: Curve
    lines: tuple[LineByMonth, ...]
    months: tuple[PlanMonth, ...]
    credit: CreditUse

    @computed
    def id(self) -> Identifier:
        """Id of the dossier, or of the cluster."""
        return self.forecast.id

    @computed
    def cluster(self) -> Identifier | None:
        """Id of the registry's cluster, if it is one."""
        return self.forecast.cluster

    @computed
    def opening_cash(self) -> Decimal | None:
        """Euros on the evening before the first day; ``None`` when unknown: balances then count from zero."""
        return None if self.forecast.opening.cash is None else -self.need.opening

    @computed
    def first(self) -> date:
        """The first day of the plan."""
        return self.horizon.first

    @computed
    def last(self) -> date:
        """The last day of the plan."""
        return self.horizon.last

    @property
    def _lowest(self) -> PlanMonth:
        return min(self.months, key=lambda month: month.lowest)

    @property
    def _cautious(self) -> PlanMonth:
        return min(self.months, key=lambda month: month.cautious)

    @computed
    def lowest(self) -> Decimal:
        """The lowest cash at the end of a day, in euros."""
        return self._lowest.lowest

    @computed
    def lowest_date(self) -> date:
        """The first day of it."""
        return self._lowest.lowest_date

    @computed
    def cautious(self) -> Decimal:
        """The lowest cash of all, in euros, if everything leaves before anything arrives within a day."""
        return self._cautious.cautious

    @computed
    def cautious_date(self) -> date:
        """The first day of it."""
        return self._cautious.cautious_date

    @computed
    def closing(self) -> Decimal:
        """Cash at the end of the plan, in euros."""
        return self.months[-1].closing

    @computed
    def overdraft(self) -> Decimal:
        """The overdraft to ask for, in euros: what covers the lowest cash at the end of a day."""
        return max(-self.lowest, ZERO)

    @computed
    def cautious_overdraft(self) -> Decimal:
        """What covers the lowest cash of all, in euros."""
        return max(-self.cautious, ZERO)

    @computed
    def months_below(self) -> tuple[str, ...]:
        """The months of which a day ends below zero."""
        return tuple(month.month for month in self.months if month.lowest < 0)

    @computed
    def negative_days(self) -> int:
        """Days that end below zero."""
        return self.need.days_in_advance

    @computed
    def windows(self) -> tuple[Window, ...]:
        """Runs of days that end below zero by the same amount, which is given above zero."""
        return self.need.windows

    @computed
    def gaps(self) -> tuple[Window, ...]:
        """Runs of days on which what a credit lets draw leaves the same amount of missing cash unfunded."""
        return self.credit.gaps

    @computed
    def bank_charges(self) -> tuple[QuarterCharge, ...]:
        """What the bank charges for each quarter; empty where it does not charge by the quarter."""
        return self.credit.quarters

    @computed
    def grants(self) -> tuple[PlannedGrant, ...]:
        """The grants that payment schemes pay."""
        return self.forecast.grants

    @computed
    def left_out(self) -> tuple[str, ...]:
        """Labels of resources that bring no cash."""
        return self.forecast.left_out

    @computed
    def evenly(self) -> tuple[str, ...]:
        """Labels of the grants asked for of which nobody says when they are paid."""
        return self.forecast.evenly

    @computed
    def balanced(self) -> Balanced | None:
        """What is assumed where only a budget and agreements are known."""
        return self.forecast.balanced


def plan_of_forecast(forecast: Forecast, horizon: Horizon, credit: Credit = NO_CREDIT) -> TreasuryPlan:
    """Compute the plan of what is expected, day by day.

    What moves between the evening of the opening cash and the first day of the plan is carried into its opening; what
    moved until that evening is in it already.

    Args:
        forecast: what is received and paid.
        horizon: the days of the plan.
        credit: what is known of the credit that carries what is missing.
    """
    need = cash_need(forecast.lines, carried(forecast, horizon), horizon)
    lines = lines_by_month(forecast.lines, horizon)
    return TreasuryPlan(
        forecast=forecast,
        horizon=horizon,
        need=need,
        lines=lines,
        months=plan_months(lines, need, horizon),
        credit=use_of(need, credit, _still_paid(forecast, horizon)),
    )


def carried(forecast: Forecast, horizon: Horizon) -> Decimal:
    """Return the cash on the evening before the first day of a plan, in euros; an unknown opening counts as zero."""
    moved = (flow for line in forecast.lines for flow in line.moved)
    between = (flow.amount for flow in moved if forecast.opening.evening < flow.day < horizon.first)
    return (forecast.opening.cash or ZERO) + sum(between, ZERO)


def cash_need(lines: Iterable[PlannedLine], opening: Decimal, horizon: Horizon) -> Curve:
    """Return the cash of a plan over all its days, below zero where there is some.

    Args:
        lines: what is received and paid.
        opening: euros on the evening before the first day.
        horizon: the days of the plan.
    """
    moved = [flow for line in lines for flow in line.moved if horizon.holds(flow.day)]
    ends = [Flow(horizon.first, ZERO), Flow(horizon.last, ZERO)]
    return curve(
        [*ends, *(Flow(day, -amount) for day, amount in moved if amount < 0)],
        [flow for flow in moved if flow.amount >= 0],
        opening,
    )


def _still_paid(forecast: Forecast, horizon: Horizon) -> Sequence[Sequence[Instalment]]:
    """Return the instalments of each grant that are still to come when the plan begins: those that may be assigned."""
    return [[one for one in grant.plan.instalments if one.paid >= horizon.first] for grant in forecast.grants]
