"""Plans, portfolios, comparisons and solutions as programs get them."""

from collections.abc import Sequence
from typing import Any

from clusters_cli.cashflow import (
    Compared,
    Comparison,
    CreditUse,
    Difference,
    Grant,
    Instalment,
    Interval,
    Month,
    Plan,
    Portfolio,
    Solved,
    Stretch,
    Summary,
    Window,
    added_up,
)
from clusters_cli.commands.views.notes import assumption_data


def plan_data(plan: Plan, interval: Interval, wanted: Sequence[Grant] = ()) -> dict[str, Any]:
    """Return a plan; ``grant_source`` is null for an amount that no source states."""
    origin = next((grant for grant in wanted if grant.cluster == plan.cluster), None)
    source = {"year": origin.year, "source": origin.source, "locator": origin.locator} if origin else None
    return {
        "cluster": plan.cluster,
        "scheme": plan.scheme,
        "grant": plan.grant,
        "grant_source": source,
        "years": plan.years,
        "instalments": [_instalment_data(instalment) for instalment in plan.instalments],
        **_curve_data(plan, interval),
        "assumptions": [assumption_data(assumption) for assumption in plan.assumptions],
    }


def portfolio_data(portfolio: Portfolio, interval: Interval) -> dict[str, Any]:
    """Return the plans of a scheme added together."""
    return {
        "scheme": portfolio.scheme,
        "clusters": portfolio.clusters,
        "grant": portfolio.grant,
        **_curve_data(portfolio, interval),
    }


def _curve_data(of: Plan | Portfolio, interval: Interval) -> dict[str, Any]:
    longer = interval is not Interval.MONTH
    return {
        "months": [_month_data(month) for month in of.months],
        "stretches": [_stretch_data(stretch) for stretch in added_up(interval, of.months)] if longer else [],
        "summary": summary_data(of.summary),
        "windows": windows_data(of.windows),
        "gaps": windows_data(of.summary.credit.gaps),
    }


def summary_data(summary: Summary) -> dict[str, Any]:
    """Return the figures by which plans are compared."""
    return {
        "peak_advance": summary.peak_advance,
        "peak_date": summary.peak_date,
        "days_in_advance": summary.days_in_advance,
        "euro_days": summary.euro_days,
        "mean_advance": summary.mean_advance,
        "last_paid": summary.last_paid,
        "interest_per_point": summary.interest_per_point,
        **credit_data(summary.credit),
    }


def credit_data(credit: CreditUse) -> dict[str, Any]:
    """Return what a credit costs; its gaps stand apart."""
    return {
        "interest": credit.interest,
        "fee": credit.fee,
        "guarantee": credit.guarantee,
        "cost": credit.cost,
        "drawn": credit.drawn,
        "gap": credit.gap,
        "gap_date": credit.gap_date,
        "implied_rate": credit.implied_rate,
    }


def windows_data(windows: Sequence[Window]) -> list[dict[str, Any]]:
    """Return windows of need."""
    return [{"amount": w.amount, "from": w.first, "to": w.last, "days": w.days} for w in windows]


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """Return several schemes side by side, each with its difference from the first."""
    return {
        "cluster": comparison.cluster,
        "together": comparison.together,
        "first": comparison.schemes[0].scheme,
        "schemes": [_compared_data(compared) for compared in comparison.schemes],
    }


def difference_data(difference: Difference) -> dict[str, Any]:
    """Return how a scheme's figures differ from the first one's."""
    return {
        "peak_advance": difference.peak_advance,
        "days_in_advance": difference.days_in_advance,
        "euro_days": difference.euro_days,
        "mean_advance": difference.mean_advance,
        "cost": difference.cost,
        "last_paid": difference.last_paid,
    }


def solved_data(solved: Solved) -> dict[str, Any]:
    """Return what keeps a peak low enough."""
    found = solved.solution
    return {
        "cluster": solved.cluster,
        "scheme": found.scheme,
        "max_peak": found.max_peak,
        "peak_advance": found.peak_advance,
        "first_share": found.first_share,
        "opening_cash": found.opening_cash,
    }


def _instalment_data(instalment: Instalment) -> dict[str, Any]:
    return {
        "period": instalment.period,
        "kind": instalment.kind,
        "share": instalment.share,
        "amount": instalment.amount,
        "repayment": instalment.is_repayment,
        "due": instalment.due,
        "requested": instalment.requested,
        "paid": instalment.paid,
    }


def _month_data(month: Month) -> dict[str, Any]:
    return {
        "month": f"{month.first:%Y-%m}",
        "spent": month.spent,
        "received": month.received,
        "advance": month.advance,
        "highest": month.highest,
        "highest_on": month.highest_on,
    }


def _stretch_data(stretch: Stretch) -> dict[str, Any]:
    return {
        "label": stretch.label,
        "spent": stretch.spent,
        "received": stretch.received,
        "advance": stretch.advance,
        "highest": stretch.highest,
    }


def _compared_data(compared: Compared) -> dict[str, Any]:
    return {
        "scheme": compared.scheme,
        "total": compared.total,
        "summary": summary_data(compared.summary),
        "difference": difference_data(compared.difference),
    }
