"""One plan as people see it: its figures, instalments, months, windows of need, and a chart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple, assert_never

from clusters_cli.cashflow import (
    Credit,
    CreditUse,
    Instalment,
    Interval,
    PartPlan,
    Plan,
    Portfolio,
    QuarterCharge,
    Stretch,
    Summary,
    UnpaidInstalment,
    WholeNeed,
    Window,
    added_up,
    amount_words,
    interval_label,
    is_plausible,
)
from clusters_cli.commands.cashflow.signed_view import agreements_table
from clusters_cli.foundations.data_shape import Extended, extended
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Dated, Euros, Share, Text, Typed, Value, counted
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Bar, Cell, Chart, Column, Kind, Running, Table, Worded
from clusters_cli.registry.models import ShareOf


@dataclass(frozen=True, slots=True)
class Layout:
    """How the answer is laid out.

    Attributes:
        interval: length of the lines of the table over time.
        chart: whether the advance over time is drawn.
    """

    interval: Interval = Interval.MONTH
    chart: bool = False


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
    yield Text("whole costs"), whole.cost, Text("of which the grant is {share}", share=Share(whole.share))


def credit_rows(used: CreditUse, credit: Credit) -> list[tuple[Cell, ...]]:
    """Return what a credit costs, one charge a line; nothing for what was not given."""
    rate = Typed(f"{credit.rate:f}") if credit.rate is not None else ""
    words = Text("at {rate}% a year, actual/{days}", rate=rate, days=credit.day_count)
    lines: list[tuple[Cell, ...]] = [
        (Text("interest"), used.interest, words),
        (Text("charging by the quarter"), used.quarterly_charging, Text("interest on what was charged before")),
        (Text("commission on the highest overdraft"), used.overdraft_commission, _commission_words(credit)),
        (Text("arrangement fee"), used.fee, ""),
        (Text("guarantee"), used.guarantee, ""),
        (Text("fee for what is assigned"), used.dailly_fee, ""),
        (Text("guarantee of the advances"), used.advance_guarantee, _guarantee_words(credit)),
    ]
    rows = [line for line in lines if line[1] is not None]
    if len(rows) > 1:
        rows.append((Text("cost of the credit"), used.cost, ""))
    if (limit := _limit_words(credit)) is not None:
        rows.append((Text("largest amount drawn"), used.drawn, limit))
        unfunded = Text("unfunded above the ceiling") if credit.dailly is None else Text("unfunded")
        rows.append((unfunded, used.gap, on_day(used.gap_date)))
    if credit.bank_cost is not None:
        rows.append((Text("cost asked by the bank"), credit.bank_cost, _implied(used)))
    return rows


def _guarantee_words(credit: Credit) -> Value:
    """Return on what a bank's guarantee of advances is priced."""
    charge = credit.advance_guarantee
    if charge is None or not charge.is_percent:
        return ""
    rate = Typed(f"{charge.value:f}")
    return Text("at {rate}% a year of what is guaranteed, actual/{days}", rate=rate, days=credit.day_count)


def _limit_words(credit: Credit) -> Text | None:
    """Return how much may be drawn; ``None`` where nothing limits it."""
    if credit.dailly is None:
        return None if credit.ceiling is None else Text("of {ceiling}", ceiling=Euros(credit.ceiling))
    share = Share(credit.dailly)
    if credit.ceiling is None:
        return Text("of {share} of what is notified and not yet paid", share=share)
    ceiling = Euros(credit.ceiling)
    return Text("of {share} of what is notified and not yet paid, at most {ceiling}", share=share, ceiling=ceiling)


def gaps_table(gaps: Sequence[Window], credit: Credit) -> tuple[Table, ...]:
    """Return on which days how much stays unfunded; no table where nothing does."""
    title = Text("Above the ceiling of the credit") if credit.dailly is None else Text("Unfunded")
    return (windows_table(gaps, title, name="gaps"),) if gaps else ()


def _commission_words(credit: Credit) -> Value:
    if credit.overdraft_commission is None:
        return ""
    rate = Typed(f"{credit.overdraft_commission:f}")
    if credit.commission_cap is None:
        return Text("{rate}% of that of each month", rate=rate)
    cap = Share(credit.commission_cap)
    return Text("{rate}% of that of each month, up to {cap} of the interest", rate=rate, cap=cap)


def quarters_table(quarters: Sequence[QuarterCharge], credit: Credit) -> tuple[Table, ...]:
    """Return what the bank debits at the end of each quarter; no table where it charges nothing by the quarter."""
    columns = (
        Column("quarter", Text("Quarter"), Kind.DATE),
        Column("highest", Text("Highest overdraft (€)"), Kind.MONEY),
        *((Column("interest", Text("Interest (€)"), Kind.MONEY),) if credit.rate is not None else ()),
        *((Column("commission", Text("Commission (€)"), Kind.MONEY),) if credit.overdraft_commission else ()),
        Column("to", Text("Charged on"), Kind.DATE),
    )
    records = [
        {**record(one), "quarter": interval_label(one.first, Interval.QUARTER)}
        for one in quarters
        if one.interest or one.commission
    ]
    return (Table.of("quarters", columns, records, title=Text("What the bank charges")),) if records else ()


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


def instalments_table(
    instalments: Sequence[Instalment], parts: Sequence[PartPlan] = (), *, of_agreements: bool = False
) -> Table:
    """Return the instalments of a plan; of parts, claims, costs, recovery and retention only what there is.

    Those of several agreements stand in the order of their payment, each with its agreement.
    """
    names = {part.id: part.name for part in parts}
    requested = Column("requested", Text("Requested"), Kind.DATE, minor=True)
    columns = (
        *((Column("agreement", Text("Agreement")),) if of_agreements else ()),
        *((Column("part", Text("Part")),) if names else ()),
        Column("period", Text("Period"), Kind.DATE, minor=of_agreements),
        Column("kind", Text("Instalment")),
        Column("share", Text("Share"), Kind.SHARE, minor=of_agreements),
        Column("amount", Text("Amount (€)"), Kind.MONEY),
        *_of_claims(instalments),
        Column("due", Text("Due"), Kind.DATE),
        *((requested,) if any(one.requested for one in instalments) else ()),
        Column("paid", Text("Paid"), Kind.DATE),
    )
    records = [
        {
            **record(one),
            "share": one.share if one.of is ShareOf.GRANT else amount_words(one.share, one.of),
            "part": names.get(one.part),
            **({"kind": Text("to pay back")} if one.is_repayment else {}),
        }
        for one in (sorted(instalments, key=lambda one: one.paid) if of_agreements else instalments)
    ]
    return Table.of("instalments", columns, records, title=Text("Instalments"))


def _of_claims(instalments: Sequence[Instalment | UnpaidInstalment]) -> Iterator[Column]:
    """Yield the columns of what claims declare, take back and keep back, as far as they do."""
    if any(one.declared is not None for one in instalments):
        yield Column("declared", Text("New costs (€)"), Kind.MONEY, minor=True)
    if any(one.recovered for one in instalments):
        yield Column("recovered", Text("Advance recovered (€)"), Kind.MONEY, minor=True)
    if any(isinstance(one, Instalment) and one.retained for one in instalments):
        yield Column("retained", Text("Retained (€)"), Kind.MONEY, minor=True)


def unpaid_table(
    unpaid: Sequence[UnpaidInstalment], parts: Sequence[PartPlan] = (), *, of_agreements: bool = False
) -> Table:
    """Return the lines of a scheme that pay nothing, and why."""
    names = {part.id: part.name for part in parts}
    columns = (
        *((Column("agreement", Text("Agreement")),) if of_agreements else ()),
        *((Column("part", Text("Part")),) if names else ()),
        Column("period", Text("Period"), Kind.DATE),
        Column("kind", Text("Instalment")),
        *_of_claims(unpaid),
        Column("due", Text("Due"), Kind.DATE),
        Column("reason", Text("Why nothing is paid")),
    )
    records = [{**record(one), "part": names.get(one.part)} for one in unpaid]
    return Table.of("unpaid", columns, records, title=Text("Not paid"))


def repayment_notes(instalments: Sequence[Instalment]) -> list[Value]:
    """Say which balances are to be paid back."""
    return [
        Text(
            "{period}: {amount} to pay back by {day}, since the costs justify less than was paid.",
            period=one.period,
            amount=Euros(-one.amount),
            day=one.paid,
        )
        for one in instalments
        if one.is_repayment
    ]


def unearned_notes(plan: Plan) -> list[Value]:
    """Say what of a grant the planned costs do not bring at the scheme's own rate."""
    whole = plan.whole_need
    if whole is None or not whole.unearned:
        return []
    return [
        Text(
            "{amount} of the grant is never earned: the scheme pays {share} of the costs, and the grant is more.",
            amount=Euros(whole.unearned),
            share=Share(whole.share),
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
    rows: list[tuple[Cell, ...]] = [(one.label, one.spent, one.received, one.advance, one.highest) for one in stretches]
    for part in plan.parts:
        rows = [(*row, *cells) for row, cells in zip(rows, _alone(part, stretches, interval), strict=True)]
    running = (Running("advance", ("spent",), ("received",)),)
    return Table("months", columns, tuple(rows), title=headings.title, running=running, plotted=("advance", "highest"))


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


def windows_table(windows: Sequence[Window], title: Value, name: str = "windows") -> Table:
    """Return windows: how much is missing, from when to when."""
    columns = (
        Column("amount", Text("Amount (€)"), Kind.MONEY),
        Column("from", Text("From"), Kind.DATE),
        Column("to", Text("To"), Kind.DATE),
        Column("days", Text("Days"), Kind.COUNT),
    )
    return Table(name, columns, tuple((w.amount, w.first, w.last, w.days) for w in windows), title=title)


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


def on_day(when: date | None) -> Value:
    """Return *on* a day, for a sentence; nothing if there is none."""
    return Text("on {day}", day=when) if when else ""


def _implied(used: CreditUse) -> Text:
    if used.implied_rate is None:
        return Text("no yearly rate explains it")
    if not is_plausible(used.implied_rate):
        return Text("would mean {rate}% a year, which is not plausible", rate=Typed(f"{used.implied_rate:f}"))
    return Text("means a rate of {rate}% a year", rate=Typed(f"{used.implied_rate:f}"))


def with_stretches(plan: Plan | Portfolio, interval: Interval) -> Extended:
    """Return a plan for programs, its months added up to the stretches asked for."""
    return extended(plan, stretches=() if interval is Interval.MONTH else added_up(interval, plan.months))
