"""One plan as people see it: its figures, instalments, months, windows of need, and a chart."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, assert_never

from clusters_cli.cashflow import (
    Credit,
    Interval,
    PartPlan,
    Plan,
    Portfolio,
    Stretch,
    Summary,
    WholeNeed,
    added_up,
    interval_label,
)
from clusters_cli.commands.cashflow.signed_view import agreements_table
from clusters_cli.commands.shared.credit_tables import credit_rows, gaps_table, on_day, quarters_table, windows_table
from clusters_cli.commands.shared.instalment_tables import instalments_table, unpaid_table
from clusters_cli.commands.shared.layouts import Layout
from clusters_cli.foundations.data_shape import Extended, extended
from clusters_cli.foundations.money import ZERO, share_of_amounts
from clusters_cli.foundations.text import Dated, Euros, Share, Text, Value, counted
from clusters_cli.presentation.data import record
from clusters_cli.presentation.live_cells import running
from clusters_cli.presentation.report import Bar, Cell, Chart, Column, Kind, Table, Worded


def plan_tables(plan: Plan, credit: Credit, layout: Layout) -> tuple[Table, ...]:
    """Return the tables of one plan."""
    tables = [
        figures_table(plan.summary, credit, plan.whole_need),
        *((agreements_table(plan.agreements),) if plan.agreements else ()),
        *((parts_table(plan.parts),) if plan.parts else ()),
        instalments_table(plan.instalments, plan.parts, of_agreements=len(plan.agreements) > 1),
        *((unpaid_table(plan.unpaid, plan.parts, of_agreements=len(plan.agreements) > 1),) if plan.unpaid else ()),
        stretches_table(plan, layout.interval),
        windows_table(plan.windows, Text("Windows of need")),
    ]
    tables += quarters_table(plan.summary.credit.quarters, credit)
    tables += gaps_table(plan.summary.credit.gaps, credit)
    return tuple(tables)


def figures_table(summary: Summary, credit: Credit, whole: WholeNeed | None = None) -> Table:
    """Return the figures of a plan or portfolio, one a line; on the whole costs too where the grant pays a share."""
    columns = (Column("name", Text("In short")), Column("amount", "€", Kind.MONEY), Column("value", "", Kind.TEXT))
    rows: list[tuple[Cell, ...]] = [
        (Text("peak advance"), summary.peak_advance, on_day(summary.peak_date)),
        (
            Text("mean advance"),
            summary.mean_advance,
            counted(
                "over {days} day in advance",
                "over {days} days in advance",
                summary.days_in_advance,
                days=summary.days_in_advance,
            ),
        ),
        (
            Text("cost of one percentage point"),
            summary.interest_per_point,
            Text("of yearly interest, actual/{days}", days=credit.day_count),
        ),
        *credit_rows(summary.credit, credit),
        *(_whole_rows(whole) if whole else ()),
        (Text("last payment"), "", Worded(summary.last_paid, Kind.DATE) if summary.last_paid else ""),
    ]
    return Table("summary", columns, tuple(rows))


def _whole_rows(whole: WholeNeed) -> Iterator[tuple[Cell, ...]]:
    """Yield what a cluster carries of the whole costs, until other funders pay too."""
    yield Text("peak advance on the whole costs"), whole.peak_advance, on_day(whole.peak_date)
    yield (
        Text("whole costs"),
        whole.cost,
        Text("of which the grant is {share}", share=Share(share_of_amounts(whole.share))),
    )


def parts_table(parts: Sequence[PartPlan]) -> Table:
    """Return what each part of a grant is, and what it makes a cluster advance alone."""
    columns = (
        Column("name", Text("Part")),
        Column("grant", Text("Grant (€)"), Kind.MONEY),
        Column("peak_advance", Text("Peak advance (€)"), Kind.MONEY),
        Column("peak_date", Text("On"), Kind.DATE),
        Column("days_in_advance", Text("Days"), Kind.COUNT),
        Column("mean_advance", Text("Mean advance (€)"), Kind.MONEY, minor=True),
        Column("interest_per_point", Text("Cost of a point (€)"), Kind.MONEY, minor=True),
        Column("last_paid", Text("Last payment"), Kind.DATE, minor=True),
    )
    records = [{**record(part.summary), "name": part.name, "grant": part.grant} for part in parts]
    return Table.of("parts", columns, records, title=Text("Part by part"))


def unearned_notes(plan: Plan) -> list[Value]:
    """Say what of a grant the planned costs do not bring at the scheme's own rate."""
    whole = plan.whole_need
    if whole is None or not whole.unearned:
        return []
    return [
        Text(
            "{amount} of the grant is never earned: the scheme pays {share} of the costs, and the grant is more.",
            amount=Euros(whole.unearned),
            share=Share(share_of_amounts(whole.share)),
        )
    ]


def stretches_table(plan: Plan, interval: Interval) -> Table:
    """Return the advance over time, then that of each part of the grant; in a workbook its end is a formula."""
    headings = _headings(interval)
    columns = (
        interval_column(interval),
        Column("spent", Text("Spent (€)"), Kind.MONEY),
        Column("received", Text("Received (€)"), Kind.MONEY),
        Column("advance", headings.end, Kind.MONEY),
        Column("highest", Text("Highest in it (€)"), Kind.MONEY, minor=True),
        *(column for part in plan.parts for column in _part_columns(part)),
    )
    stretches = added_up(interval, plan.months)
    advances = running([one.advance for one in stretches], 3, (1,), (2,))
    rows: list[tuple[Cell, ...]] = [
        (one.label, one.spent, one.received, advance, one.highest)
        for one, advance in zip(stretches, advances, strict=True)
    ]
    for part in plan.parts:
        rows = [(*row, *cells) for row, cells in zip(rows, _alone(part, stretches, interval), strict=True)]
    return Table("months", columns, tuple(rows), title=headings.title, plotted=("advance", "highest"))


def _part_columns(part: PartPlan) -> tuple[Column, ...]:
    return (
        Column(f"received_{part.id}", Text("Received, {part} (€)", part=part.name), Kind.MONEY, minor=True),
        Column(f"advance_{part.id}", Text("Advance, {part} (€)", part=part.name), Kind.MONEY, minor=True),
    )


def _alone(part: PartPlan, stretches: Sequence[Stretch], interval: Interval) -> list[tuple[Decimal, Decimal]]:
    """Return what is received of a part, and its advance at the end, in each stretch; nothing moves beyond its own."""
    its_own = {one.label: one for one in added_up(interval, part.months)}
    rows, advance = [], ZERO
    for whole in stretches:
        stretch = its_own.get(whole.label)
        advance = stretch.advance if stretch else advance
        rows.append((stretch.received if stretch else ZERO, advance))
    return rows


class _Headings(NamedTuple):
    """What stands over a table of stretches: over the stretches, over the table, over the advance at their ends."""

    stretch: Text
    title: Text
    end: Text


def _headings(interval: Interval) -> _Headings:
    match interval:
        case Interval.MONTH:
            return _Headings(Text("Month"), Text("Month by month"), Text("Advance at month end (€)"))
        case Interval.QUARTER:
            return _Headings(Text("Quarter"), Text("Quarter by quarter"), Text("Advance at quarter end (€)"))
        case Interval.YEAR:
            return _Headings(Text("Year"), Text("Year by year"), Text("Advance at year end (€)"))
        case _:
            assert_never(interval)


def interval_column(interval: Interval) -> Column:
    """Return the column that names months, quarters or years."""
    return Column(interval.value, _headings(interval).stretch, Kind.DATE)


def advance_chart(of: Plan | Portfolio, interval: Interval) -> Chart:
    """Draw the advance at the end of each stretch, how high it went inside, and where the peak is."""
    summary = of.summary
    peak = interval_label(summary.peak_date, interval) if summary.peak_date else None
    bars = tuple(
        _bar(stretch, Text("peak") if stretch.label == peak else "") for stretch in added_up(interval, of.months)
    )
    if summary.peak_date is None:
        return Chart(Text("Cash advance: nothing is ever advanced"), bars)
    return Chart(
        Text(
            "Cash advance, peak {amount} on {day} (█ at the end, ░ at its highest)",
            amount=Euros(summary.peak_advance),
            day=summary.peak_date,
        ),
        bars,
    )


def _bar(stretch: Stretch, note: Value) -> Bar:
    reach = stretch.highest if stretch.highest > max(stretch.advance, ZERO) else None
    return Bar(Dated(stretch.label), stretch.advance, reach, note)


def with_stretches(plan: Plan | Portfolio, interval: Interval) -> Extended:
    """Return a plan for programs, its months added up to the stretches asked for."""
    return extended(plan, stretches=() if interval is Interval.MONTH else added_up(interval, plan.months))
