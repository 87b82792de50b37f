"""The report of ``clusters cashflow --dossier``: the whole treasury of a project."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from clusters_cli.cashflow import (
    Credit,
    ProjectPlan,
    Study,
    Treasury,
    TreasuryMonth,
    by_interval,
    interval_label,
    treasury_difference,
)
from clusters_cli.commands.cashflow.comparison import treasury_sentences
from clusters_cli.commands.cashflow.credit_tables import (
    credit_rows,
    gaps_table,
    on_day,
    quarters_table,
    windows_table,
)
from clusters_cli.commands.cashflow.instalment_tables import instalments_table, repayment_notes
from clusters_cli.commands.cashflow.plan import Layout, interval_column, with_stretches
from clusters_cli.commands.shared.credit_notes import credit_notes, security_notes
from clusters_cli.commands.shared.payment_notes import assumption_notes
from clusters_cli.dossier import Dossier
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Dated, Euros, Listed, Text, Value, counted, labelled
from clusters_cli.presentation.data import record
from clusters_cli.presentation.live_cells import running
from clusters_cli.presentation.report import Bar, Cell, Chart, Column, Kind, Report, Table


def treasury_report(found: Study, dossier: Dossier, credit: Credit, layout: Layout) -> Report:
    """Build the report of a dossier's treasury: in full for one scheme, side by side for several.

    Args:
        found: the treasuries and the plans of the grants.
        dossier: the application.
        credit: what is known of the credit.
        layout: how the answer is laid out.
    """
    projects = found.projects
    one = projects[0] if len(projects) == 1 else None
    return Report(
        command="cashflow",
        data={
            "dossier": dossier.id,
            "plans": [extended(with_stretches(plan, layout.interval), grant_source=None) for plan in found.plans],
            "comparison": found.comparisons,
            "treasury": [
                extended(project, difference=treasury_difference(projects[0].treasury, project.treasury))
                for project in projects
            ],
        },
        text=_heading(dossier),
        tables=_one_project(one, credit, layout) if one else (_side_by_side(projects),),
        export=_months_table(one.treasury, layout) if one else _side_by_side(projects),
        charts=tuple(_chart(project, layout) for project in projects) if layout.chart else (),
        notes=(
            *treasury_sentences(projects),
            *_cash_notes(projects[0]),
            *credit_notes(credit),
            *security_notes(found.plans, credit),
            *(note for plan in found.plans for note in repayment_notes(plan.instalments)),
            *assumption_notes({plan.scheme: plan.assumptions for plan in found.plans if plan.scheme}),
        ),
    )


def _heading(dossier: Dossier) -> Text:
    return Text(
        "Treasury of {name}, {first} to {last}",
        name=dossier.name or dossier.id,
        first=_day(dossier.project.start),
        last=_day(dossier.project.end),
    )


def _day(when: date | None) -> Value:
    return when or ""


def _one_project(project: ProjectPlan, credit: Credit, layout: Layout) -> tuple[Table, ...]:
    cash = project.treasury
    tables = [_figures_table(cash, credit), _lines_table(cash)]
    tables += [instalments_table(plan.instalments, plan.parts) for plan in project.plans]
    tables.append(_months_table(cash, layout))
    if cash.windows:
        tables.append(windows_table(cash.windows, Text("Below zero by")))
    tables += quarters_table(cash.credit.quarters, credit)
    tables += gaps_table(cash.credit.gaps, credit)
    return tuple(tables)


def _figures_table(cash: Treasury, credit: Credit) -> Table:
    columns = (Column("name", Text("In short")), Column("amount", "€", Kind.MONEY), Column("value", "", Kind.TEXT))
    rows: list[tuple[Cell, ...]] = [
        (
            Text("opening cash"),
            cash.opening_cash,
            "" if cash.opening_cash is not None else Text("unknown, counted as zero"),
        ),
        (Text("lowest point"), cash.lowest, on_day(cash.lowest_date)),
        (Text("closing cash"), cash.closing, Text("after the last payment")),
        (
            Text("missing cash"),
            "",
            counted(
                "{days} day ends below zero", "{days} days end below zero", cash.negative_days, days=cash.negative_days
            ),
        ),
        *credit_rows(cash.credit, credit),
    ]
    return Table("summary", columns, tuple(rows))


def _lines_table(cash: Treasury) -> Table:
    columns = (
        Column("label", Text("Line")),
        Column("received", Text("Received (€)"), Kind.MONEY),
        Column("paid", Text("Paid (€)"), Kind.MONEY),
        Column("first", Text("First"), Kind.DATE),
        Column("last", Text("Last"), Kind.DATE),
    )
    records: list[dict[str, Cell]] = [
        {
            "label": line.label,
            "received": ZERO if line.is_cost else line.amount,
            "paid": line.amount if line.is_cost else ZERO,
            "first": min((flow.day for flow in line.flows), default=None),
            "last": max((flow.day for flow in line.flows), default=None),
        }
        for line in cash.lines
    ]
    totals = ("", _total(cash, is_cost=False), _total(cash, is_cost=True), "", "")
    return Table.of("lines", columns, records, title=Text("What is received and paid"), totals=totals)


def _total(cash: Treasury, *, is_cost: bool) -> Decimal:
    return sum((line.amount for line in cash.lines if line.is_cost is is_cost), ZERO)


def _months_table(cash: Treasury, layout: Layout) -> Table:
    columns = (
        interval_column(layout.interval),
        Column("received", Text("Received (€)"), Kind.MONEY),
        Column("paid", Text("Paid (€)"), Kind.MONEY),
        Column("balance", Text("Cash at its end (€)"), Kind.MONEY),
        Column("lowest", Text("Lowest in it (€)"), Kind.MONEY),
        Column("lowest_date", Text("On"), Kind.DATE),
    )
    months = by_interval(layout.interval, cash.months)
    balances = running([month.balance for _label, month in months], 3, (1,), (2,), cash.opening_cash or ZERO)
    rows = tuple(
        (label, month.received, month.paid, balance, month.lowest, month.lowest_date)
        for (label, month), balance in zip(months, balances, strict=True)
    )
    return Table("months", columns, rows, title=Text("Cash over time"), plotted=("balance", "lowest"))


def _side_by_side(projects: Sequence[ProjectPlan]) -> Table:
    credits_ = [project.treasury.credit for project in projects]
    with_cost = any(used.cost is not None for used in credits_)
    with_rate = any(used.implied_rate is not None for used in credits_)
    columns = (
        Column("scheme", Text("Scheme")),
        Column("lowest", Text("Lowest point (€)"), Kind.MONEY),
        Column("lowest_date", Text("On"), Kind.DATE),
        Column("negative_days", Text("Days below zero"), Kind.COUNT),
        *((Column("cost", Text("Cost of credit (€)"), Kind.MONEY),) if with_cost else ()),
        *((Column("gap", Text("Unfunded (€)"), Kind.MONEY),) if any(used.gap for used in credits_) else ()),
        *((Column("implied_rate", Text("Rate (%)"), Kind.NUMBER),) if with_rate else ()),
        Column("closing", Text("Closing cash (€)"), Kind.MONEY),
    )
    records = [record(project) for project in projects]
    return Table.of("treasury", columns, records, title=Text("Side by side"))


def _chart(project: ProjectPlan, layout: Layout) -> Chart:
    cash = project.treasury
    lowest = interval_label(cash.lowest_date, layout.interval) if cash.lowest_date else None
    bars = tuple(
        _bar(label, month, Text("lowest") if label == lowest else "")
        for label, month in by_interval(layout.interval, cash.months)
    )
    title = Text(
        "Cash, lowest {amount} on {day} (█ at the end, ░ below zero in between)",
        amount=Euros(cash.lowest),
        day=_day(cash.lowest_date),
    )
    return Chart(labelled(project.scheme, title) if project.scheme else title, bars)


def _bar(label: str, month: TreasuryMonth, note: Value) -> Bar:
    return Bar(Dated(label), month.balance, month.lowest if month.lowest < min(month.balance, ZERO) else None, note)


def _cash_notes(project: ProjectPlan) -> list[Value]:
    notes: list[Value] = [Text("On a day that has both, payments leave before receipts arrive.")]
    if project.treasury.opening_cash is None:
        notes.append(
            Text("The dossier does not give the opening cash (treasury, opening_cash): balances count from zero.")
        )
    if project.evenly:
        message = Text(
            "No timing says when these grants are paid, so that they come evenly: {labels}. --scheme pays them."
        )
        notes.append(message.given(labels=Listed(project.evenly)))
    if project.left_out:
        message = Text("Left out, since they bring no cash (in kind, or own funds held in the opening cash): {labels}.")
        notes.append(message.given(labels=Listed(project.left_out)))
    return notes
