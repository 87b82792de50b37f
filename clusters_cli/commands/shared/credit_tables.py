"""What a credit costs and lets draw, as people see it: its prices, what a bank charges, and windows of days."""

from collections.abc import Sequence
from datetime import date

from clusters_cli.cashflow import Credit, CreditUse, Interval, QuarterCharge, Window, interval_label, is_plausible
from clusters_cli.foundations.text import Euros, Share, Text, Typed, Value
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Table


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


def _commission_words(credit: Credit) -> Value:
    if credit.overdraft_commission is None:
        return ""
    rate = Typed(f"{credit.overdraft_commission:f}")
    if credit.commission_cap is None:
        return Text("{rate}% of that of each month", rate=rate)
    cap = Share(credit.commission_cap)
    return Text("{rate}% of that of each month, up to {cap} of the interest", rate=rate, cap=cap)


def _implied(used: CreditUse) -> Text:
    if used.implied_rate is None:
        return Text("no yearly rate explains it")
    if not is_plausible(used.implied_rate):
        return Text("would mean {rate}% a year, which is not plausible", rate=Typed(f"{used.implied_rate:f}"))
    return Text("means a rate of {rate}% a year", rate=Typed(f"{used.implied_rate:f}"))


def gaps_table(gaps: Sequence[Window], credit: Credit) -> tuple[Table, ...]:
    """Return on which days how much stays unfunded; no table where nothing does."""
    title = Text("Above the ceiling of the credit") if credit.dailly is None else Text("Unfunded")
    return (windows_table(gaps, title, name="gaps"),) if gaps else ()


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


def windows_table(windows: Sequence[Window], title: Value, name: str = "windows") -> Table:
    """Return windows: how much is missing, from when to when."""
    columns = (
        Column("amount", Text("Amount (€)"), Kind.MONEY),
        Column("from", Text("From"), Kind.DATE),
        Column("to", Text("To"), Kind.DATE),
        Column("days", Text("Days"), Kind.COUNT),
    )
    return Table(name, columns, tuple((w.amount, w.first, w.last, w.days) for w in windows), title=title)


def on_day(when: date | None) -> Value:
    """Return *on* a day, for a sentence; nothing if there is none."""
    return Text("on {day}", day=when) if when else ""
