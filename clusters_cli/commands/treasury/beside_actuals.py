"""A treasury plan beside what really happened, and the plan that goes on from the real balance."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from clusters_cli.cashflow import Credit
from clusters_cli.commands.shared.conflicts import refuse_both, refuse_idle
from clusters_cli.commands.treasury.actuals_options import ActualsOptions
from clusters_cli.commands.treasury.comparison import Scenario
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Euros, Text
from clusters_cli.treasury import (
    NO_RULES,
    Actuals,
    ActualsSource,
    ForecastComparison,
    Horizon,
    OpeningBalance,
    Replan,
    TreasuryPlan,
    compare,
    plan_of_forecast,
    read_actuals,
    read_mapping,
    replanned,
)


@dataclass(frozen=True, slots=True)
class BesideActuals:
    """A plan and what came of it.

    Attributes:
        planned: the plan as it was.
        actuals: what the file says.
        comparison: forecast beside actual.
        replan: what is still to come.
        plan: the plan that goes on from the real balance; ``None`` where no day of the plan is left.
    """

    planned: TreasuryPlan
    actuals: Actuals
    comparison: ForecastComparison
    replan: Replan
    plan: TreasuryPlan | None

    @property
    def counted_cash(self) -> Decimal | None:
        """What is there by the opening cash of the plan and what moved since; ``None`` where that is not known.

        It stands in for a real balance that the file does not tell, where the file covers all that was planned.
        """
        if self.replan.balance is not None or self.planned.opening_cash is None or self.replan.before:
            return None
        moved = (one.amount for one in self.actuals.movements if self.planned.horizon.holds(one.day))
        return self.planned.opening_cash + sum(moved, ZERO)


def beside_actuals(
    scenarios: tuple[Scenario, ...], asked: ActualsOptions, credit: Credit, today: date
) -> BesideActuals | None:
    """Hold a plan against what happened; ``None`` where nobody asks.

    Args:
        scenarios: the plans that are asked for.
        asked: the file, and how it is read.
        credit: what is known of the credit that carries what is missing.
        today: the day asked, which tells the century of years of two digits.

    Raises:
        UsageError: several plans are asked for, or an option cannot be read.
        UnusableFileError: a file cannot be read.
        InvalidDataError: a file is not valid.
    """
    if asked.actuals is None:
        return None
    if len(scenarios) > 1:
        several = "--scheme" if scenarios[0].label else "FILE|CLUSTER"
        refuse_both("--actuals", several, Text("several plans: hold one against what happened at a time"))
    planned = scenarios[0].plan
    lines = planned.forecast.lines
    actuals = read_actuals(asked.actuals, today, encoding=asked.written(), entry_day=asked.day())
    if asked.entry_day is not None and actuals.source is not ActualsSource.ACCOUNTS:
        refuse_idle("--entry-day", Text("the file is that of a bank, which has no accounting entries"))
    if (cash := asked.cash()) is not None:
        _refuse_another_balance(actuals, cash)
        actuals = actuals.with_balance(cash)
    comparison = compare(
        lines,
        actuals.movements,
        planned.months[0].first,
        planned.months[-1].first,
        covered=actuals.covered,
        mapping=NO_RULES if asked.mapping is None else read_mapping(asked.mapping, lines),
    )
    ahead = replanned(
        lines, actuals, comparison, shift_overdue=asked.shift_overdue, take_off_early=not asked.keep_early
    )
    found = BesideActuals(planned, actuals, comparison, ahead, None)
    return replace(found, plan=_going_on(found, credit))


def _refuse_another_balance(actuals: Actuals, cash: Decimal) -> None:
    """Refuse a real balance that is typed and is not the one that the file tells.

    Raises:
        UsageError: they differ.
    """
    told = actuals.balance
    if told is not None and told.amount != cash:
        reason = Text("the file tells {amount} on {day}: leave it out, or correct the file")
        refuse_both("--real-cash", "--actuals", reason.given(amount=Euros(told.amount), day=told.day))


def _going_on(found: BesideActuals, credit: Credit) -> TreasuryPlan | None:
    """Return the plan of the days that are left, from the real balance."""
    planned, ahead, covered = found.planned, found.replan, found.comparison.covered
    over = covered.last if covered else planned.first - timedelta(days=1)
    if over >= planned.last:
        return None
    evening = max(over, planned.first - timedelta(days=1))
    cash = ahead.balance.amount if ahead.balance else found.counted_cash
    opening = OpeningBalance(cash, evening)
    forecast = replace(planned.forecast, lines=ahead.lines, opening=opening, goes_on=True)
    return plan_of_forecast(forecast, Horizon(evening + timedelta(days=1), planned.last), credit)
