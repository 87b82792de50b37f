"""One plan as people see it: its figures, instalments, months, windows of need, and a chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from clusters_cli.cashflow import (
    Credit,
    CreditUse,
    Instalment,
    Interval,
    Month,
    Plan,
    Portfolio,
    Stretch,
    Summary,
    Window,
    added_up,
    interval_label,
    is_plausible,
)
from clusters_cli.foundations.data import Extended, extended
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Dated, Euros
from clusters_cli.presentation.messages import _, plural, spoken
from clusters_cli.presentation.report import Bar, Cell, Chart, Column, Kind, Running, Table, Worded


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
        figures_table(plan.summary, credit),
        instalments_table(plan.instalments),
        stretches_table(plan.months, layout.interval),
        windows_table(plan.windows, _("Windows of need")),
    ]
    if plan.summary.credit.gaps:
        tables.append(windows_table(plan.summary.credit.gaps, _("Above the ceiling of the credit"), name="gaps"))
    return tuple(tables)


def figures_table(summary: Summary, credit: Credit) -> Table:
    """Return the figures of a plan or portfolio, one a line."""
    columns = (Column("name", _("In short")), Column("amount", "€", Kind.MONEY), Column("value", "", Kind.TEXT))
    rows: list[tuple[Cell, ...]] = [
        (_("peak advance"), summary.peak_advance, on_day(summary.peak_date)),
        (
            _("mean advance"),
            summary.mean_advance,
            plural("over {days} day in advance", "over {days} days in advance", summary.days_in_advance).format(
                days=summary.days_in_advance
            ),
        ),
        (
            _("cost of one percentage point"),
            summary.interest_per_point,
            _("of yearly interest, actual/{days}").format(days=credit.day_count),
        ),
        *credit_rows(summary.credit, credit),
        (_("last payment"), "", Worded(summary.last_paid, Kind.DATE) if summary.last_paid else ""),
    ]
    return Table("summary", columns, tuple(rows))


def credit_rows(used: CreditUse, credit: Credit) -> list[tuple[Cell, ...]]:
    """Return what a credit costs, one charge a line; nothing for what was not given."""
    rate = f"{credit.rate:f}" if credit.rate is not None else ""
    words = _("at {rate}% a year, actual/{days}").format(rate=rate, days=credit.day_count)
    lines: list[tuple[Cell, ...]] = [
        (_("interest"), used.interest, words),
        (_("arrangement fee"), used.fee, ""),
        (_("guarantee"), used.guarantee, ""),
    ]
    rows = [line for line in lines if line[1] is not None]
    if len(rows) > 1:
        rows.append((_("cost of the credit"), used.cost, ""))
    if credit.ceiling is not None:
        rows.append(
            (_("largest amount drawn"), used.drawn, _("of {ceiling}").format(ceiling=spoken(Euros(credit.ceiling))))
        )
        rows.append((_("unfunded above the ceiling"), used.gap, on_day(used.gap_date)))
    if credit.bank_cost is not None:
        rows.append((_("cost asked by the bank"), credit.bank_cost, _implied(used)))
    return rows


def instalments_table(instalments: Sequence[Instalment]) -> Table:
    """Return the instalments of a plan; the day of the claim only where there is one."""
    claimed = any(instalment.requested for instalment in instalments)
    columns = (
        Column("period", _("Period"), Kind.DATE),
        Column("kind", _("Instalment")),
        Column("share", _("Share"), Kind.SHARE),
        Column("amount", _("Amount (€)"), Kind.MONEY),
        Column("due", _("Due"), Kind.DATE),
        *((Column("requested", _("Requested"), Kind.DATE),) if claimed else ()),
        Column("paid", _("Paid"), Kind.DATE),
    )
    records = [
        {
            "period": one.period,
            "kind": _("to pay back") if one.is_repayment else spoken(one.kind),
            "share": one.share,
            "amount": one.amount,
            "due": one.due,
            "requested": one.requested,
            "paid": one.paid,
        }
        for one in instalments
    ]
    return Table.of("instalments", columns, records, title=_("Instalments"))


def repayment_notes(instalments: Sequence[Instalment]) -> list[str]:
    """Say which balances are to be paid back."""
    message = _("{period}: {amount} to pay back by {day}, since the costs justify less than was paid.")
    return [
        message.format(period=one.period, amount=spoken(Euros(-one.amount)), day=spoken(one.paid))
        for one in instalments
        if one.is_repayment
    ]


def stretches_table(months: Sequence[Month], interval: Interval) -> Table:
    """Return the advance over time; in a workbook its end is a formula."""
    title, end = _headings(interval)
    columns = (
        interval_column(interval),
        Column("spent", _("Spent (€)"), Kind.MONEY),
        Column("received", _("Received (€)"), Kind.MONEY),
        Column("advance", end, Kind.MONEY),
        Column("highest", _("Highest in it (€)"), Kind.MONEY, minor=True),
    )
    rows = tuple((s.label, s.spent, s.received, s.advance, s.highest) for s in added_up(interval, months))
    running = (Running("advance", ("spent",), ("received",)),)
    return Table("months", columns, rows, title=title, running=running, plotted=("advance", "highest"))


def _headings(interval: Interval) -> tuple[str, str]:
    """Return the title of a table of stretches, and the heading of the advance at their ends."""
    match interval:
        case Interval.MONTH:
            return _("Month by month"), _("Advance at month end (€)")
        case Interval.QUARTER:
            return _("Quarter by quarter"), _("Advance at quarter end (€)")
        case Interval.YEAR:
            return _("Year by year"), _("Advance at year end (€)")
        case _:
            assert_never(interval)


def interval_column(interval: Interval) -> Column:
    """Return the column that names months, quarters or years."""
    return Column(interval.value, spoken(interval).capitalize(), Kind.DATE)


def windows_table(windows: Sequence[Window], title: str, name: str = "windows") -> Table:
    """Return windows: how much is missing, from when to when."""
    columns = (
        Column("amount", _("Amount (€)"), Kind.MONEY),
        Column("from", _("From"), Kind.DATE),
        Column("to", _("To"), Kind.DATE),
        Column("days", _("Days"), Kind.COUNT),
    )
    return Table(name, columns, tuple((w.amount, w.first, w.last, w.days) for w in windows), title=title)


def advance_chart(of: Plan | Portfolio, interval: Interval) -> Chart:
    """Draw the advance at the end of each stretch, how high it went inside, and where the peak is."""
    summary = of.summary
    peak = interval_label(summary.peak_date, interval) if summary.peak_date else None
    bars = tuple(_bar(stretch, _("peak") if stretch.label == peak else "") for stretch in added_up(interval, of.months))
    title = _("Cash advance, peak {amount} on {day} (█ at the end, ░ at its highest)")
    if summary.peak_date is None:
        return Chart(_("Cash advance: nothing is ever advanced"), bars)
    return Chart(title.format(amount=spoken(Euros(summary.peak_advance)), day=spoken(summary.peak_date)), bars)


def _bar(stretch: Stretch, note: str) -> Bar:
    reach = stretch.highest if stretch.highest > max(stretch.advance, ZERO) else None
    return Bar(spoken(Dated(stretch.label)), stretch.advance, reach, note)


def on_day(when: date | None) -> str:
    """Return *on* a day, for a sentence; nothing if there is none."""
    return _("on {day}").format(day=spoken(when)) if when else ""


def _implied(used: CreditUse) -> str:
    if used.implied_rate is None:
        return _("no yearly rate explains it")
    if not is_plausible(used.implied_rate):
        return _("would mean {rate}% a year, which is not plausible").format(rate=f"{used.implied_rate:f}")
    return _("means a rate of {rate}% a year").format(rate=f"{used.implied_rate:f}")


def with_stretches(plan: Plan | Portfolio, interval: Interval) -> Extended:
    """Return a plan for programs, its months added up to the stretches asked for."""
    return extended(plan, stretches=() if interval is Interval.MONTH else added_up(interval, plan.months))
