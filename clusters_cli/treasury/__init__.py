"""The cash plan of a whole organisation: its lines over the months, opening and closing, and what a bank is asked."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.doors import door

if TYPE_CHECKING:
    from clusters_cli.treasury.dossier_forecast import Basis, forecast_of_dossier, opening_of, span_of
    from clusters_cli.treasury.dossier_grants import is_asked_for
    from clusters_cli.treasury.drawn_delays import DrawnBalances, drawn_balances
    from clusters_cli.treasury.forecast import Balanced, Forecast, PlannedGrant
    from clusters_cli.treasury.horizon import MOST_MONTHS, USUAL_MONTHS, Horizon, OpeningBalance
    from clusters_cli.treasury.hypotheses import Hypothesis
    from clusters_cli.treasury.lines import PlannedLine
    from clusters_cli.treasury.months import LineByMonth, PlanMonth
    from clusters_cli.treasury.overdraft_limits import (
        BalanceCheck,
        DayBelow,
        OverdraftLimit,
        check_balances,
        overdraft_limit,
    )
    from clusters_cli.treasury.plan import TreasuryPlan, plan_of_forecast
    from clusters_cli.treasury.registry_forecast import forecast_of_cluster, opening_on
    from clusters_cli.treasury.side_by_side import PlanDifference, plan_difference
else:
    __getattr__ = door(__name__)

__all__ = [
    "MOST_MONTHS",
    "USUAL_MONTHS",
    "BalanceCheck",
    "Balanced",
    "Basis",
    "DayBelow",
    "DrawnBalances",
    "Forecast",
    "Horizon",
    "Hypothesis",
    "LineByMonth",
    "OpeningBalance",
    "OverdraftLimit",
    "PlanDifference",
    "PlanMonth",
    "PlannedGrant",
    "PlannedLine",
    "TreasuryPlan",
    "check_balances",
    "drawn_balances",
    "forecast_of_cluster",
    "forecast_of_dossier",
    "is_asked_for",
    "opening_of",
    "opening_on",
    "overdraft_limit",
    "plan_difference",
    "plan_of_forecast",
    "span_of",
]
