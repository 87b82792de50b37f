"""The report of ``clusters show``."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from clusters_cli.commands.shared.money_table import money_table
from clusters_cli.commands.shared.origins import missed, notes_on, origin_cells, origin_columns, titled, where_stated
from clusters_cli.foundations.text import Joined, Text, Value, bracketed
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import HELD, Cell, Column, Kind, Report, Table, Worded
from clusters_cli.registry import (
    FACT_BY_NAME,
    FIGURE_BY_NAME,
    AgreedGrant,
    EntryKind,
    FactKind,
    FigureKind,
    Gap,
    Profile,
    Statement,
)
from clusters_cli.registry.models import Sourced

_KINDS = {
    FigureKind.COUNT: Kind.COUNT,
    FigureKind.NUMBER: Kind.NUMBER,
    FigureKind.AMOUNT: Kind.MONEY,
    FigureKind.SHARE: Kind.SHARE,
}


def show_report(known: Profile, kind: EntryKind = EntryKind.CLUSTER) -> Report:
    """Build the report of one cluster or one pôle."""
    facts = [*known.facts, *known.figures]
    return Report(
        command="poles show" if kind is EntryKind.POLE else "show",
        data={kind.value: known},
        text=titled(bracketed(known.name, known.id), known.aliases),
        tables=(
            _fact_table(known.facts),
            _figure_table(known.figures),
            *_agreement_tables(known.agreements),
            money_table(known.money),
            _missing_table(known.missing),
            _source_table(known),
        ),
        export=_export(facts, known.agreements),
        notes=tuple(_notes(known)),
    )


def _fact_table(facts: Sequence[Statement]) -> Table:
    columns = (
        Column("field", Text("Fact")),
        Column("value", Text("Value")),
        Column("source", Text("Source")),
        Column("locator", Text("Where")),
        Column("confidence", Text("Confidence"), minor=True),
    )
    return Table.of("facts", columns, [{**_cells(fact), "value": _value(fact)} for fact in facts], title=Text("Facts"))


def _figure_table(figures: Sequence[Statement]) -> Table:
    columns = (
        Column("year", Text("Year"), Kind.NUMBER),
        Column("field", Text("Figure")),
        Column("value", Text("Value")),
        Column("source", Text("Source")),
        Column("locator", Text("Where")),
        Column("confidence", Text("Confidence"), minor=True),
    )
    rows = [{**_cells(fact), "value": _value(fact)} for fact in figures]
    return Table.of("figures", columns, rows, title=Text("Figures"))


def _cells(fact: Statement) -> dict[str, Any]:
    return {
        **record(fact),
        "field": fact.name if fact.used else Text("{name} (not used)", name=fact.name),
        "locator": where_stated(fact.origin),
        "confidence": fact.origin.confidence or "",
    }


def _value(fact: Statement) -> Cell:
    """Return what is stated; a star behind it says that its source gives it no year."""
    value, within = fact.readable, f"{HELD}*" if fact.undated else HELD
    if isinstance(value, (int, Decimal, Fraction)):
        return Worded(value, _KINDS[FIGURE_BY_NAME[fact.field].kind], within)
    if fact.field in FACT_BY_NAME and FACT_BY_NAME[fact.field].kind is FactKind.DATE and isinstance(value, str):
        return Worded(value, Kind.DATE, within)
    return Joined((value, "*"), "") if fact.undated else value


def _agreement_tables(agreements: Sequence[AgreedGrant]) -> Iterator[Table]:
    """Yield what was agreed on, if anything was, and the terms that agreements write themselves."""
    if agreements:
        yield _agreement_table(agreements)
    for terms in (one.terms for one in agreements if one.terms):
        from clusters_cli.commands.schemes.own_terms import own_terms_tables

        yield from own_terms_tables(terms)


def _agreement_table(agreements: Sequence[AgreedGrant]) -> Table:
    with_costs = any(one.cost is not None for one in agreements)
    columns = (
        Column("id", Text("Agreement")),
        Column("funder", Text("Funder")),
        Column("amount", Text("Amount (€)"), Kind.MONEY),
        *((Column("cost", Text("Costs foreseen (€)"), Kind.MONEY, minor=True),) if with_costs else ()),
        Column("scheme", Text("Payment scheme")),
        Column("signed", Text("Signed"), Kind.DATE, minor=True),
        Column("start", Text("Start"), Kind.DATE, minor=True),
        Column("end", Text("End"), Kind.DATE),
        Column("status", Text("Status")),
        *origin_columns(),
    )
    rows = [row for one in agreements for row in _agreement_rows(one)]
    return Table.of("agreements", columns, rows, title=Text("Agreements"))


def _agreement_rows(agreed: AgreedGrant) -> Iterator[dict[str, Cell]]:
    """Yield the line of an agreement, and one for each year of which it gives the amount."""
    yield {
        **record(agreed),
        **origin_cells(agreed.origin),
        "scheme": Text("terms of its own") if agreed.terms else agreed.scheme,
    }
    for one in agreed.years:
        yield {**dict.fromkeys(record(agreed), ""), "id": Text("in {year}", year=one.year), "amount": one.amount}


def _missing_table(missing: Sequence[Gap]) -> Table:
    columns = (Column("field", Text("Unknown")), Column("reason", Text("Why")), *origin_columns())
    nobody = Text("no source of the registry states it")
    rows: list[dict[str, Cell]] = [
        {
            "field": missed(gap),
            "reason": gap.reason or nobody,
            **(origin_cells(gap.origin) if gap.origin else dict.fromkeys(("source", "locator", "confidence"), "")),
        }
        for gap in missing
    ]
    return Table.of("missing", columns, rows, title=Text("What is unknown"))


def _source_table(known: Profile) -> Table:
    columns = (
        Column("id", Text("Source")),
        Column("title", Text("Title")),
        Column("date", Text("Date"), Kind.DATE),
        Column("url", Text("Address")),
    )
    rows = [{**record(one), "date": one.date or "", "url": one.url or ""} for one in known.sources]
    return Table.of("sources", columns, rows, title=Text("Sources"))


def _notes(known: Profile) -> Iterator[Value]:
    facts = (*known.facts, *known.figures)
    if any(fact.undated for fact in facts):
        yield Text("* The source itself gives this figure no year; it stands beside figures of that year.")
    stated: list[tuple[Value, Sourced]] = [(fact.name, fact.origin) for fact in facts]
    stated += [(agreed.id, agreed.origin) for agreed in known.agreements]
    yield from notes_on([*stated, *((missed(gap), gap.origin) for gap in known.missing if gap.origin)])


def _export(facts: Sequence[Statement], agreements: Sequence[AgreedGrant]) -> Table:
    keys = ("field", "year", "value", "used", "undated", "source", "locator", "confidence", "as_of")
    records = [
        *map(_record, facts),
        *({**record(one.origin), "field": "agreement", "value": one.words, "used": True} for one in agreements),
    ]
    return Table.keyed("facts", keys, records)


def _record(fact: Statement) -> dict[str, Any]:
    return {**record(fact), "value": fact.words if fact.number is None else fact.number}
