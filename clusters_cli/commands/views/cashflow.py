"""The report of ``clusters cashflow``: one plan in full, or a line per plan and the portfolio."""

from collections.abc import Sequence
from typing import Any

from clusters_cli.cashflow.grants import Grant
from clusters_cli.cashflow.plan import Plan, Summary
from clusters_cli.cashflow.portfolio import Portfolio, merge
from clusters_cli.commands.views.notes import (
    assumption_data,
    assumption_notes,
    cluster_name,
    grant_notes,
    unknown_grants,
    unknown_notes,
)
from clusters_cli.commands.views.words import instalment_name
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.messages import _
from clusters_cli.foundations.numerals import money
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry.loading import Registry


def cashflow_report(plans: Sequence[Plan], wanted: Sequence[Grant], registry: Registry, *, asked: bool) -> Report:
    """Build the report of plans.

    Args:
        plans: one plan per scheme and grant, schemes in the order asked for.
        wanted: the grants, those nobody states included.
        registry: names the clusters and sources.
        asked: whether the user named the clusters; a named one without a known grant leaves the answer open.
    """
    unknown = unknown_grants(wanted)
    portfolios = _portfolios(plans)
    one = len(plans) == 1
    return Report(
        command="cashflow",
        data={
            "plans": [_plan_data(plan, wanted) for plan in plans],
            "portfolio": [_portfolio_data(portfolio) for portfolio in portfolios],
            "unknown": unknown,
        },
        text=_heading(plans[0], registry) if one else None,
        tables=_one_plan(plans[0]) if one else _many_plans(plans, portfolios, registry),
        export=_months_table(plans[0]) if one else _summary_table(plans, registry),
        notes=(*unknown_notes(unknown, registry), *_grant_notes(plans, wanted), *_assumption_notes(plans)),
        exit_code=ExitCode.UNDETERMINED if asked and unknown else ExitCode.OK,
    )


def _portfolios(plans: Sequence[Plan]) -> tuple[Portfolio, ...]:
    schemes = dict.fromkeys(plan.scheme for plan in plans)
    return tuple(merge([plan for plan in plans if plan.scheme == scheme]) for scheme in schemes)


def _heading(plan: Plan, registry: Registry) -> str:
    name = registry.cluster_by_id[plan.cluster].name if plan.cluster else _("a grant")
    amount = _("{amount} a year") if plan.years else _("{amount} for the project")
    return f"{name}, {plan.scheme}: {amount.format(amount=money(plan.grant))}"


def _one_plan(plan: Plan) -> tuple[Table, ...]:
    return (_figures_table(plan.summary), _instalments_table(plan), _months_table(plan))


def _figures_table(summary: Summary) -> Table:
    columns = (Column("name", _("In short")), Column("amount", "€", Kind.MONEY), Column("value", "", Kind.TEXT))
    days, last = summary.days_in_advance, summary.last_paid
    rows: list[tuple[Cell, ...]] = [
        (
            _("peak advance"),
            summary.peak_advance,
            _("on {day}").format(day=summary.peak_date) if summary.peak_date else "",
        ),
        (_("mean advance"), summary.mean_advance, _("over {days} days in advance").format(days=days)),
        (_("cost of one percentage point"), summary.interest_per_point, _("of yearly interest, actual/365")),
        (_("last payment"), "", str(last) if last else ""),
    ]
    return Table("summary", columns, tuple(rows))


def _instalments_table(plan: Plan) -> Table:
    columns = (
        Column("period", _("Period")),
        Column("kind", _("Instalment")),
        Column("share", _("Share"), Kind.SHARE),
        Column("amount", _("Amount (€)"), Kind.MONEY),
        Column("due", _("Due"), Kind.DATE),
        Column("paid", _("Paid"), Kind.DATE),
    )
    rows = tuple((i.period, instalment_name(i.kind), i.share, i.amount, i.due, i.paid) for i in plan.instalments)
    return Table("instalments", columns, rows, title=_("Instalments"))


def _months_table(plan: Plan) -> Table:
    columns = (
        Column("month", _("Month")),
        Column("spent", _("Spent (€)"), Kind.MONEY),
        Column("received", _("Received (€)"), Kind.MONEY),
        Column("advance", _("Advance at month end (€)"), Kind.MONEY),
    )
    rows = tuple((f"{month.first:%Y-%m}", month.spent, month.received, month.advance) for month in plan.months)
    return Table("months", columns, rows, title=_("Month by month"))


def _many_plans(plans: Sequence[Plan], portfolios: Sequence[Portfolio], registry: Registry) -> tuple[Table, ...]:
    return tuple(
        _scheme_table([plan for plan in plans if plan.scheme == portfolio.scheme], portfolio, registry)
        for portfolio in portfolios
    )


def _summary_columns() -> tuple[Column, ...]:
    return (
        Column("cluster", _("Cluster")),
        Column("grant", _("Grant (€)"), Kind.MONEY),
        Column("peak_advance", _("Peak advance (€)"), Kind.MONEY),
        Column("peak_date", _("On"), Kind.DATE),
        Column("days_in_advance", _("Days"), Kind.COUNT),
        Column("mean_advance", _("Mean advance (€)"), Kind.MONEY, minor=True),
        Column("interest_per_point", _("Cost of a point (€)"), Kind.MONEY, minor=True),
        Column("last_paid", _("Last payment"), Kind.DATE, minor=True),
    )


def _scheme_table(plans: Sequence[Plan], portfolio: Portfolio, registry: Registry) -> Table:
    columns = _summary_columns()
    records = [_summary_record(plan, registry) for plan in plans]
    whole = {**_summary_data(portfolio.summary), "cluster": _("Together"), "grant": portfolio.grant}
    totals = tuple(whole[column.key] for column in columns) if len(plans) > 1 else None
    return Table.of(portfolio.scheme, columns, records, title=portfolio.scheme, totals=totals)


def _summary_table(plans: Sequence[Plan], registry: Registry) -> Table:
    columns = (Column("scheme", "scheme"), *_summary_columns(), Column("euro_days", "euro_days"))
    records = [{**_summary_record(plan, registry), "cluster": plan.cluster, "scheme": plan.scheme} for plan in plans]
    return Table.of("plans", columns, records)


def _summary_record(plan: Plan, registry: Registry) -> dict[str, Any]:
    name = cluster_name(plan.cluster, registry)
    return {**_summary_data(plan.summary), "cluster": name, "grant": plan.grant}


def _grant_notes(plans: Sequence[Plan], wanted: Sequence[Grant]) -> list[str]:
    notes = grant_notes(wanted)
    if notes and any(plan.years is None for plan in plans):
        notes.append(_("A project has one grant: the yearly grant stands for it here; give the real one with --grant."))
    return notes


def _assumption_notes(plans: Sequence[Plan]) -> list[str]:
    return assumption_notes({plan.scheme: plan.assumptions for plan in plans})


def _plan_data(plan: Plan, wanted: Sequence[Grant]) -> dict[str, Any]:
    origin = next(grant for grant in wanted if grant.cluster == plan.cluster)
    return {
        "cluster": plan.cluster,
        "scheme": plan.scheme,
        "grant": plan.grant,
        "grant_source": {"year": origin.year, "source": origin.source, "locator": origin.locator},
        "years": plan.years,
        "instalments": [
            {"period": i.period, "kind": i.kind, "share": i.share, "amount": i.amount, "due": i.due, "paid": i.paid}
            for i in plan.instalments
        ],
        "months": _months_data(plan.months),
        "summary": _summary_data(plan.summary),
        "windows": _windows_data(plan.windows),
        "assumptions": [assumption_data(assumption) for assumption in plan.assumptions],
    }


def _portfolio_data(portfolio: Portfolio) -> dict[str, Any]:
    return {
        "scheme": portfolio.scheme,
        "clusters": portfolio.clusters,
        "grant": portfolio.grant,
        "months": _months_data(portfolio.months),
        "summary": _summary_data(portfolio.summary),
        "windows": _windows_data(portfolio.windows),
    }


def _months_data(months: Sequence[Any]) -> list[dict[str, Any]]:
    return [
        {"month": f"{m.first:%Y-%m}", "spent": m.spent, "received": m.received, "advance": m.advance} for m in months
    ]


def _windows_data(windows: Sequence[Any]) -> list[dict[str, Any]]:
    return [{"amount": w.amount, "from": w.first, "to": w.last, "days": w.days} for w in windows]


def _summary_data(summary: Summary) -> dict[str, Any]:
    return {
        "peak_advance": summary.peak_advance,
        "peak_date": summary.peak_date,
        "days_in_advance": summary.days_in_advance,
        "euro_days": summary.euro_days,
        "mean_advance": summary.mean_advance,
        "last_paid": summary.last_paid,
        "interest": summary.credit.interest,
        "interest_per_point": summary.interest_per_point,
    }
