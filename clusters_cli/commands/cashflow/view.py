"""The report of ``clusters cashflow``: one plan in full, or a line per plan, the portfolio and what schemes change."""

from collections.abc import Sequence
from typing import Any

from clusters_cli.cashflow import (
    HIGHEST_RATE,
    Credit,
    Grant,
    Plan,
    Portfolio,
    Study,
    are_known,
    assumptions_by_scheme,
    is_plausible,
)
from clusters_cli.commands.cashflow.comparison import differences, sentences, side_by_side
from clusters_cli.commands.cashflow.plan import (
    advance_chart,
    plan_tables,
    stretches_table,
    unearned_notes,
    with_stretches,
)
from clusters_cli.commands.cashflow.signed_view import signed_cells
from clusters_cli.commands.shared.credit_notes import credit_notes, security_notes
from clusters_cli.commands.shared.instalment_tables import repayment_notes
from clusters_cli.commands.shared.layouts import Layout
from clusters_cli.commands.shared.payment_notes import (
    AskedGrants,
    assumption_notes,
    cluster_name,
    grant_notes,
    scheme_name,
    unknown_notes,
)
from clusters_cli.foundations.data_shape import Extended, extended
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.text import Capitalized, Euros, Listed, Text, Typed, Value, bracketed, counted, labelled
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Chart, Column, Kind, Report, Table
from clusters_cli.registry import Registry


def cashflow_report(found: Study, asked: AskedGrants, credit: Credit, layout: Layout) -> Report:
    """Build the report of plans.

    Args:
        found: the plans and what follows from them.
        asked: the grants asked for.
        credit: what is known of the credit.
        layout: how the answer is laid out.
    """
    plans, registry = found.plans, asked.registry
    one = plans[0] if len(plans) == 1 else None
    return Report(
        command="cashflow",
        data={
            "plans": [_with_source(with_stretches(plan, layout.interval), plan, asked.wanted) for plan in plans],
            "portfolio": [with_stretches(portfolio, layout.interval) for portfolio in found.portfolios],
            "comparison": found.comparisons,
            "solved": found.solved,
            "unknown": asked.unknown,
            "left_out": asked.left_out,
        },
        text=_heading(one, registry) if one else None,
        tables=plan_tables(one, credit, layout) if one else _many_plans(found, registry),
        export=stretches_table(one, layout.interval) if one else _summary_table(plans, registry),
        charts=_charts(found, layout),
        notes=(
            *(note for comparison in found.comparisons[:1] for note in sentences(comparison)),
            *_rate_notes(plans),
            *(credit_notes(credit) if plans else ()),
            *security_notes(plans, credit),
            *(repayment_notes(one.instalments) if one else ()),
            *(note for plan in plans for note in unearned_notes(plan)),
            *unknown_notes(asked),
            *_grant_notes(plans, asked),
            *assumption_notes(assumptions_by_scheme(plans)),
        ),
        exit_code=ExitCode.of(found.answer(are_known(asked.wanted, named=asked.named))),
        as_of=asked.as_of,
    )


def _with_source(shown: Extended, plan: Plan, wanted: Sequence[Grant]) -> Extended:
    """Return a plan with where its grant comes from; null for an amount typed without a cluster."""
    return extended(shown, grant_source=next((grant for grant in wanted if grant.cluster == plan.cluster), None))


def _heading(plan: Plan, registry: Registry) -> Text:
    name = registry.cluster_by_id[plan.cluster].name if plan.cluster else Text("a grant")
    if plan.agreements:
        return labelled(Listed((name, scheme_name(None))), _agreed(plan))
    parts = tuple(Text("{part} {amount}", part=part.name, amount=Euros(part.grant)) for part in plan.parts)
    heading = labelled(
        Listed((name, scheme_name(plan.scheme))),
        Text("{amount} a year", amount=Euros(plan.grant))
        if plan.years
        else Text("{amount} for the project", amount=Euros(plan.grant)),
    )
    return bracketed(heading, Listed(parts)) if parts else heading


def _agreed(plan: Plan) -> Text:
    """Return what was signed in one line: how much in all, with whom, and until when."""
    return counted(
        "{amount} in {count} agreement, until {last}",
        "{amount} in {count} agreements, until {last}",
        len(plan.agreements),
        count=len(plan.agreements),
        amount=Euros(plan.grant),
        last=max(one.last for one in plan.agreements),
    )


def _charts(found: Study, layout: Layout) -> tuple[Chart, ...]:
    """Draw each scheme's advance: that of the only grant, or of all together."""
    if not layout.chart:
        return ()
    several = len(found.portfolios) > 1
    charts = [(one.scheme, advance_chart(one, layout.interval)) for one in found.portfolios]
    return tuple(
        Chart(labelled(scheme_name(scheme), chart.title), chart.bars) if several else chart for scheme, chart in charts
    )


def _many_plans(found: Study, registry: Registry) -> tuple[Table, ...]:
    tables: list[Table] = []
    if any(portfolio.clusters > 1 for portfolio in found.portfolios):
        tables += [
            _scheme_table(plans, portfolio, registry)
            for plans, portfolio in zip(found.groups, found.portfolios, strict=True)
        ]
    if found.comparisons:
        tables += [side_by_side(found.comparisons[0]), differences(found.comparisons, registry)]
    return tuple(tables)


def _summary_columns() -> tuple[Column, ...]:
    return (
        Column("cluster", Text("Cluster")),
        Column("grant", Text("Grant (€)"), Kind.MONEY),
        Column("peak_advance", Text("Peak advance (€)"), Kind.MONEY),
        Column("peak_date", Text("On"), Kind.DATE),
        Column("days_in_advance", Text("Days"), Kind.COUNT),
        Column("mean_advance", Text("Mean advance (€)"), Kind.MONEY, minor=True),
        Column("interest_per_point", Text("Cost of a point (€)"), Kind.MONEY, minor=True),
        Column("last_paid", Text("Last payment"), Kind.DATE, minor=True),
    )


def _scheme_table(plans: Sequence[Plan], portfolio: Portfolio, registry: Registry) -> Table:
    with_cost = portfolio.summary.credit.cost is not None
    cost = (Column("cost", Text("Cost of credit (€)"), Kind.MONEY),) if with_cost else ()
    used = [portfolio.summary.credit, *(plan.summary.credit for plan in plans)]
    gap = (Column("gap", Text("Unfunded (€)"), Kind.MONEY),) if any(one.gap for one in used) else ()
    has_rate = any(one.implied_rate is not None for one in used)
    rate = (Column("implied_rate", Text("Rate (%)"), Kind.NUMBER),) if has_rate else ()
    cluster, *figures = _summary_columns()
    is_signed = any(plan.agreements for plan in plans)
    paid = (Column("agreements", Text("Agreements")), Column("scheme", Text("Scheme"))) if is_signed else ()
    columns = (cluster, *paid, *figures, *cost, *gap, *rate)
    records = [_summary_record(plan, registry) for plan in plans]
    whole = {**record(portfolio.summary), "cluster": Text("Together"), "grant": portfolio.grant}
    totals = tuple(whole.get(column.key, "") for column in columns) if len(plans) > 1 else None
    name = Capitalized(scheme_name(None)) if is_signed else scheme_name(portfolio.scheme)
    return Table.of(portfolio.scheme or "signed", columns, records, title=name, totals=totals)


def _summary_table(plans: Sequence[Plan], registry: Registry) -> Table:
    keys = (
        *("scheme", "agreements", "cluster", "grant", "peak_advance", "peak_date", "days_in_advance", "mean_advance"),
        *("interest_per_point", "last_paid", "euro_days", "interest", "quarterly_charging", "overdraft_commission"),
        *("fee", "guarantee", "dailly_fee", "advance_guarantee", "cost", "drawn", "gap", "gap_date", "implied_rate"),
    )
    records = [
        {
            **_summary_record(plan, registry),
            "cluster": plan.cluster,
            "scheme": plan.scheme,
            "agreements": " ".join(one.id for one in plan.agreements),
        }
        for plan in plans
    ]
    return Table.keyed("plans", keys, records)


def _summary_record(plan: Plan, registry: Registry) -> dict[str, Any]:
    name = cluster_name(plan.cluster, registry)
    return {**record(plan.summary), **signed_cells(plan), "cluster": name, "grant": plan.grant}


def _rate_notes(plans: Sequence[Plan]) -> list[Value]:
    """Say of the rates that a bank's cost means how many cannot be, where each plan has its own."""
    rates = [plan.summary.credit.implied_rate for plan in plans if plan.summary.credit.implied_rate is not None]
    beyond = sum(not is_plausible(rate) for rate in rates)
    if len(plans) == 1 or not beyond:
        return []
    return [
        counted(
            "{count} of {all} rates is above {highest}% a year, which is not plausible: is the cost asked that of all?",
            "{count} of {all} rates are above {highest}% a year, which is not plausible: is the cost asked that of "
            "all?",
            beyond,
            all=len(rates),
            highest=Typed(f"{HIGHEST_RATE:f}"),
        )
    ]


def _grant_notes(plans: Sequence[Plan], asked: AskedGrants) -> list[Value]:
    notes = grant_notes(asked)
    if notes and any(plan.years is None and not plan.agreements for plan in plans):
        notes.append(
            Text("A project has one grant: the yearly grant stands for it here; give the real one with --grant.")
        )
    return notes
