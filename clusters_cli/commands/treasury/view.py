"""The report of ``clusters treasury``: the answer for a bank in a sentence, the plan, and how it was reached."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from clusters_cli.cashflow import Credit, assumptions_by_scheme
from clusters_cli.commands.shared.credit_notes import credit_notes, security_notes
from clusters_cli.commands.shared.credit_tables import credit_rows, gaps_table, on_day, quarters_table, windows_table
from clusters_cli.commands.shared.instalment_tables import instalments_table, repayment_notes
from clusters_cli.commands.shared.layouts import Layout
from clusters_cli.commands.shared.payment_notes import assumption_notes
from clusters_cli.commands.treasury.books import book_entries, calendar_events
from clusters_cli.commands.treasury.comparison import Scenario, difference_notes, lows_over_time, side_by_side
from clusters_cli.commands.treasury.plan_table import exported_lines, plan_columns, plan_table
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Dated, Euros, Joined, Listed, Text, Value, bracketed, counted, labelled
from clusters_cli.presentation.report import Bar, Cell, Chart, Column, Kind, Report, Table
from clusters_cli.treasury import PlannedGrant, TreasuryPlan, plan_difference


def treasury_report(scenarios: Sequence[Scenario], credit: Credit, layout: Layout) -> Report:
    """Build the report of treasury plans: in full for one, side by side for several.

    Args:
        scenarios: the plans, at least one; the first is the one that others are compared with.
        credit: what is known of the credit.
        layout: how the answer is laid out.
    """
    first = scenarios[0]
    one = first.plan if len(scenarios) == 1 else None
    plans = [grant.plan for each in scenarios for grant in each.plan.grants]
    return Report(
        command="treasury",
        data={"plans": [_data(each, scenarios) for each in scenarios]},
        text=Joined((_heading(one), _answer(one)), "\n\n") if one else None,
        tables=_one_plan(one, credit, layout)
        if one
        else (side_by_side(scenarios), lows_over_time(scenarios, layout.interval)),
        export=exported_lines(one, layout.interval) if one else side_by_side(scenarios),
        entries=book_entries(one) if one else (),
        events=calendar_events(one) if one else (),
        charts=tuple(_chart(each, layout, len(scenarios)) for each in scenarios) if layout.chart else (),
        notes=(
            *difference_notes(scenarios),
            *(note for each in _alone(scenarios) for note in _cash_notes(each)),
            *credit_notes(credit),
            *security_notes(plans, credit),
            *(note for plan in plans for note in repayment_notes(plan.instalments)),
            *assumption_notes(assumptions_by_scheme(plans)),
        ),
    )


def _data(each: Scenario, scenarios: Sequence[Scenario]) -> object:
    """Return a plan with what is asked of it, and how it differs from the first, or from what stands."""
    beside = scenarios[0].plan if len(scenarios) > 1 else each.stands
    difference = None if beside is None else plan_difference(beside, each.plan)
    return extended(each.plan, scheme=each.scheme, difference=difference)


def _alone(scenarios: Sequence[Scenario]) -> list[TreasuryPlan]:
    """Return one plan of each organisation."""
    return list({each.plan.id: each.plan for each in reversed(scenarios)}.values())[::-1]


def _heading(plan: TreasuryPlan) -> Text:
    return Text("Treasury of {name}, {first} to {last}", name=plan.forecast.name, first=plan.first, last=plan.last)


def _answer(plan: TreasuryPlan) -> Text:
    if plan.lowest >= 0:
        message = Text("No day closes below zero: the lowest closing balance is {amount}, on {day}.")
        return message.given(amount=Euros(plan.lowest), day=plan.lowest_date)
    return counted(
        "The lowest closing balance of a day is {amount}, on {day}; {count} month is below zero. Overdraft to ask for: "
        "{overdraft}.",
        "The lowest closing balance of a day is {amount}, on {day}; {count} months are below zero. Overdraft to ask "
        "for: {overdraft}.",
        len(plan.months_below),
        amount=Euros(plan.lowest),
        day=plan.lowest_date,
        overdraft=Euros(plan.overdraft),
    )


def _one_plan(plan: TreasuryPlan, credit: Credit, layout: Layout) -> tuple[Table, ...]:
    tables = [_figures_table(plan, credit), plan_table(plan, layout.interval)]
    tables += [_instalments_of(grant, len(plan.grants)) for grant in plan.grants]
    if plan.windows:
        tables.append(windows_table(plan.windows, Text("Below zero by")))
    tables += quarters_table(plan.bank_charges, credit)
    tables += gaps_table(plan.gaps, credit)
    return tuple(tables)


def _instalments_of(grant: PlannedGrant, count: int) -> Table:
    """Return the instalments of a grant, under the name of who pays them."""
    plain = instalments_table(grant.plan.instalments, grant.plan.parts)
    who = grant.funder if grant.funder in (None, grant.label) else bracketed(grant.label, grant.funder or "")
    title = Text("Instalments of {grant}", grant=who or grant.label)
    return replace(plain, title=title, name="instalments" if count == 1 else f"instalments {grant.line}")


def _figures_table(plan: TreasuryPlan, credit: Credit) -> Table:
    columns = (Column("name", Text("In short")), Column("amount", "€", Kind.MONEY), Column("value", "", Kind.TEXT))
    unknown = plan.opening_cash is None
    rows: list[tuple[Cell, ...]] = [
        (Text("opening cash"), plan.opening_cash, Text("unknown, counted as zero") if unknown else ""),
        (Text("lowest closing of a day"), plan.lowest, on_day(plan.lowest_date)),
        (Text("overdraft to ask for"), plan.overdraft, _below(plan)),
        (Text("closing cash"), plan.closing, on_day(plan.last)),
        (
            Text("cautious reading"),
            plan.cautious,
            Text("on {day}, if all leaves before anything arrives within a day", day=plan.cautious_date),
        ),
        *credit_rows(plan.credit, credit),
    ]
    return Table("summary", columns, tuple(rows))


def _below(plan: TreasuryPlan) -> Value:
    """Return which months are below zero, and on how many days."""
    if not plan.months_below:
        return Text("no day ends below zero")
    days = counted("{days} day", "{days} days", plan.negative_days, days=plan.negative_days)
    months = Listed(tuple(Dated(month) for month in plan.months_below))
    return Text("{days} below zero: {months}", days=days, months=months)


def _chart(each: Scenario, layout: Layout, count: int) -> Chart:
    plan = each.plan
    title = Text(
        "Cash, lowest closing {amount} on {day} (█ at the end, ░ below zero in between)",
        amount=Euros(plan.lowest),
        day=plan.lowest_date,
    )
    bars = []
    for stretch in plan_columns(plan, layout.interval):
        closing, low = stretch.months[-1].closing, stretch.lowest
        reach = low.lowest if low.lowest < min(closing, ZERO) else None
        is_lowest = low.lowest == plan.lowest and low.lowest_date == plan.lowest_date
        bars.append(Bar(Dated(stretch.label), closing, reach, Text("lowest") if is_lowest else ""))
    return Chart(labelled(each.name(), title) if count > 1 else title, tuple(bars))


def _cash_notes(plan: TreasuryPlan) -> Iterator[Value]:
    forecast = plan.forecast
    if plan.opening_cash is None:
        yield Text("The opening cash is unknown, and balances count from zero: --opening-cash gives it.")
    before = sum((abs(one.before) for one in plan.lines), Decimal())
    if before and plan.opening_cash is not None and forecast.opening.evening < plan.first:
        yield Text("What moved before {day} is in the opening cash.", day=plan.first)
    still = tuple(one.line.label for one in plan.lines if not any(one.months))
    if still and not forecast.goes_on:
        yield Text("In the months of the plan nothing moves under: {labels}.", labels=Listed(still))
    if forecast.evenly:
        yield Text(
            "No timing says when these grants are paid, so that they come evenly: {labels}. --scheme pays them.",
            labels=Listed(forecast.evenly),
        )
    if forecast.left_out:
        yield Text(
            "Left out, since they bring no cash (in kind, or own funds held in the opening cash): {labels}.",
            labels=Listed(forecast.left_out),
        )
    if forecast.without_tax:
        yield Text("Costs are net of value added tax, and no line says when it is paid and recovered.")
    if forecast.balanced is not None:
        yield Text(
            "Assumed: the budget of {year}, {budget} a year, is spent evenly, and the {other} that known grants and "
            "receipts do not pay of it come evenly from elsewhere; no source says when.",
            year=forecast.balanced.year,
            budget=Euros(forecast.balanced.budget),
            other=Euros(forecast.balanced.other),
        )
    for one in forecast.unplanned:
        yield Text("Left out: {agreement}, since {reason}.", agreement=one.agreement, reason=one.reason)
