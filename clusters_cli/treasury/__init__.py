"""The cash plan of a whole organisation: its lines over the months, opening and closing, and what happened beside."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.doors import door

if TYPE_CHECKING:
    from clusters_cli.treasury.actuals.actuals_words import ActualsSource, BalanceOrigin, EntryDay, FileEncoding
    from clusters_cli.treasury.actuals.chart_of_accounts import ACCOUNTS, KnownAccount
    from clusters_cli.treasury.actuals.compared import ComparedLine, ComparedMonth, ForecastComparison, compare
    from clusters_cli.treasury.actuals.mapping import NO_RULES, ActualsMapping, read_mapping
    from clusters_cli.treasury.actuals.matching import MatchedBy, MatchedMovement, UnmatchedMovement
    from clusters_cli.treasury.actuals.movements import Actuals, CashMovement, CoveredDays, RealBalance
    from clusters_cli.treasury.actuals.reading import read_actuals
    from clusters_cli.treasury.actuals.replan import DatedForecast, Extra, Replan, replanned
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
    "ACCOUNTS",
    "MOST_MONTHS",
    "NO_RULES",
    "USUAL_MONTHS",
    "Actuals",
    "ActualsMapping",
    "ActualsSource",
    "BalanceCheck",
    "BalanceOrigin",
    "Balanced",
    "Basis",
    "CashMovement",
    "ComparedLine",
    "ComparedMonth",
    "CoveredDays",
    "DatedForecast",
    "DayBelow",
    "DrawnBalances",
    "EntryDay",
    "Extra",
    "FileEncoding",
    "Forecast",
    "ForecastComparison",
    "Horizon",
    "Hypothesis",
    "KnownAccount",
    "LineByMonth",
    "MatchedBy",
    "MatchedMovement",
    "OpeningBalance",
    "OverdraftLimit",
    "PlanDifference",
    "PlanMonth",
    "PlannedGrant",
    "PlannedLine",
    "RealBalance",
    "Replan",
    "TreasuryPlan",
    "UnmatchedMovement",
    "check_balances",
    "compare",
    "drawn_balances",
    "forecast_of_cluster",
    "forecast_of_dossier",
    "is_asked_for",
    "opening_of",
    "opening_on",
    "overdraft_limit",
    "plan_difference",
    "plan_of_forecast",
    "read_actuals",
    "read_mapping",
    "replanned",
    "span_of",
]
