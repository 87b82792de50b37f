"""The report of ``clusters programmes show``, and the terms of a programme that ``match`` shows too."""

from collections.abc import Sequence
from typing import Any

from clusters_cli.commands.programmes.standings import lifetime_notes, standing_of
from clusters_cli.commands.shared.law_notes import with_replacements
from clusters_cli.commands.shared.origins import (
    named,
    notes_on,
    origin_cells,
    origin_columns,
    titled,
    topic_of,
    unknown_table,
)
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.text import (
    Count,
    Euros,
    Joined,
    Listed,
    Locator,
    Share,
    Text,
    Value,
    bracketed,
    in_a_row,
    labelled,
    period,
)
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table, Worded
from clusters_cli.registry import DatedProgramme, Registry
from clusters_cli.registry.models import AmountScope, Condition, Programme, ProgrammeAmount, Sourced


def programme_report(dated: DatedProgramme, registry: Registry) -> Report:
    """Build the report of one programme as it stands on a day."""
    programme = dated.programme
    tables = (
        _fact_table(dated, registry),
        _compared_table(programme, registry.reference),
        _term_table(programme),
        _strand_table(programme),
        _beneficiary_table(programme),
        _origin_table(programme),
        unknown_table(programme.unknown),
    )
    report = Report(
        command="programmes show",
        data={"programme": dated},
        text=titled(bracketed(programme.name, programme.id), programme.aliases),
        tables=tuple(table for table in tables if table.rows),
        export=_export(programme),
        notes=(*_notes(programme), *lifetime_notes([(programme, dated.lifetime)])),
    )
    schemes = registry.schemes.among(one.value for one in programme.payment_scheme)
    return with_replacements(report, (*registry.aid_regimes.among(programme.regimes), *schemes))


def _fact_table(dated: DatedProgramme, registry: Registry) -> Table:
    programme, silent = dated.programme, {"source": "", "locator": "", "confidence": ""}
    columns = (Column("field", Text("Fact")), Column("value", Text("Value")), *origin_columns())
    rows: list[dict[str, Cell]] = [
        {"field": Text("kind"), "value": programme.kind, **silent},
        {"field": Text("standing"), "value": standing_of(dated.lifetime), **silent},
        *({"field": Text("description"), "value": one.value, **origin_cells(one)} for one in programme.description),
        *({"field": Text("run by"), "value": one.value, **origin_cells(one)} for one in programme.operator),
        *(
            {"field": Text("open to"), "value": labelled(one.audience, one.reason), **origin_cells(one)}
            for one in programme.audience
        ),
        *_regime_rows(programme, registry),
        *({"field": topic_of(one, registry), "value": one.text, **origin_cells(one)} for one in programme.remarks),
    ]
    return Table.of("facts", columns, rows, title=Text("Facts"))


def _regime_rows(programme: Programme, registry: Registry) -> list[dict[str, Any]]:
    return [
        {
            "field": Text("aid regime"),
            "value": Listed((regime.number, period(regime.since, regime.until))),
            "source": Locator(regime.reference.title),
            "locator": Locator(regime.reference.article or ""),
            "confidence": regime.confidence,
        }
        for regime in registry.aid_regimes.entries
        if regime.id in programme.regimes
    ]


_Stated = tuple[Value, Value, Sourced]
"""What a statement is about, what it says, and who says it."""


def _compared_table(programme: Programme, reference: Identifier | None) -> Table:
    """Periods and amounts, what the reference source says beside what others say."""
    columns = (
        Column("what", Text("What")),
        Column("reference", reference or Text("Reference")),
        Column("others", Text("Other sources")),
    )
    periods: list[_Stated] = [(Text("period"), period(one.start, one.end), one) for one in programme.period]
    amounts: list[_Stated] = [(_amount_of(one), Euros(one.amount), one) for one in programme.amounts]
    rows = [
        _compared(what, [*periods, *amounts], reference)
        for what in dict.fromkeys(w for w, _v, _o in [*periods, *amounts])
    ]
    return Table.of("amounts", columns, rows, title=Text("Period and amounts"))


def _compared(what: Value, stated: Sequence[_Stated], reference: Identifier | None) -> dict[str, Cell]:
    own = [value for name, value, one in stated if name == what and one.source == reference]
    others = [bracketed(value, one.source) for name, value, one in stated if name == what and one.source != reference]
    only = own[0] if len(own) == 1 else None
    typed = Worded(only.amount, Kind.MONEY) if isinstance(only, Euros) else only
    return {
        "what": what,
        "reference": typed or (in_a_row(own) if own else None),
        "others": in_a_row(others),
    }


def _amount_of(amount: ProgrammeAmount) -> Value:
    scope = amount.scope
    return labelled(scope, amount.of) if amount.of and amount.scope is not AmountScope.TOTAL else scope


def _term_table(programme: Programme) -> Table:
    columns = (Column("term", Text("Term")), Column("value", Text("What applies")), *origin_columns())
    return Table.of("terms", columns, term_rows(programme), title=Text("Terms"))


def term_rows(programme: Programme) -> list[dict[str, Any]]:
    """Return what applies to those a programme funds: rates, conditions and payment schemes."""
    rows = [
        *(
            (
                Text("rate"),
                Text("at most {share} of: {what}", share=Share(rate.share), what=rate.of),
                rate,
            )
            for rate in programme.rates
        ),
        *((one.kind, _condition(one), one) for one in programme.conditions),
        *((Text("payment scheme"), _noted(one.value, one.note), one) for one in programme.payment_scheme),
    ]
    return [{"programme": programme.id, "term": term, "value": value, **origin_cells(one)} for term, value, one in rows]


def _condition(one: Condition) -> Value:
    """Return a term with the names it lists, and the numbers that programs take from it."""
    text = labelled(one.text, Listed(one.values)) if one.values else one.text
    numbers: list[Value] = []
    if one.share is not None:
        numbers.append(Share(one.share))
    if one.minimum is not None:
        numbers.append(Joined(("≥", Count(one.minimum))))
    return bracketed(text, Listed(tuple(numbers))) if numbers else text


def _noted(value: Value, note: Value | None) -> Value:
    return bracketed(value, note) if note else value


def _strand_table(programme: Programme) -> Table:
    columns = (
        Column("code", Text("Strand")),
        Column("id", Text("Id"), minor=True),
        Column("name", Text("Title")),
        Column("short", Text("Short"), minor=True),
        *origin_columns(),
    )
    rows = [
        {**record(one), "code": one.code or "", "short": one.short or "", **origin_cells(one)}
        for one in programme.strands
    ]
    return Table.of("strands", columns, rows, title=Text("Strands"))


def _beneficiary_table(programme: Programme) -> Table:
    columns = (Column("name", Text("Received by")), Column("received", Text("What")), *origin_columns())
    rows = [
        {
            "name": bracketed(one.name, one.cluster) if one.cluster else one.name,
            "received": one.received or "",
            **origin_cells(one),
        }
        for one in programme.beneficiaries
    ]
    return Table.of("beneficiaries", columns, rows, title=Text("Who received from it"))


def _origin_table(programme: Programme) -> Table:
    """Return who states each period and each amount that the comparison puts side by side."""
    columns = (Column("what", Text("What")), Column("value", Text("Value")), *origin_columns())
    rows: list[dict[str, Cell]] = [
        *(
            {"what": Text("period"), "value": period(one.start, one.end), **origin_cells(one)}
            for one in programme.period
        ),
        *(
            {
                "what": labelled(one.scope, one.of) if one.of else one.scope,
                "value": Worded(one.amount, Kind.MONEY),
                **origin_cells(one),
            }
            for one in programme.amounts
        ),
    ]
    return Table.of("origins", columns, rows, title=Text("Who states periods and amounts"))


def _notes(programme: Programme) -> tuple[Value, ...]:
    noted: list[tuple[Value, Sourced]] = [
        *((Text("description"), one) for one in programme.description),
        *((Text("run by"), one) for one in programme.operator),
        *((Text("open to"), one) for one in programme.audience),
        *((Text("period"), one) for one in programme.period),
        *((_amount_of(one), one) for one in programme.amounts),
        *((Text("rate"), one) for one in programme.rates),
        *((one.kind, one) for one in programme.conditions),
        *((one.name, one) for one in programme.strands),
        *((one.name, one) for one in programme.beneficiaries),
        *((named(one.topic), one) for one in programme.remarks),
        *((named(one.field), one) for one in programme.unknown),
    ]
    return notes_on(noted)


def _export(programme: Programme) -> Table:
    records: list[dict[str, Any]] = [
        *({**record(one), "field": "period", "from": one.start, "to": one.end} for one in programme.period),
        *({**record(one), "field": one.scope, "of": one.of} for one in programme.amounts),
        *({**record(one), "field": "rate", "of": one.of, "amount": one.share} for one in programme.rates),
        *({**record(one), "field": one.kind, "value": one.text} for one in programme.conditions),
        *({**record(one), "field": "payment_scheme"} for one in programme.payment_scheme),
        *({**record(one), "field": "strand", "value": one.id, "of": one.name} for one in programme.strands),
        *({**record(one), "field": "beneficiary", "value": one.name} for one in programme.beneficiaries),
    ]
    keys = ("field", "of", "value", "from", "to", "amount", "source", "locator", "confidence", "as_of", "note")
    return Table.keyed("facts", keys, records)
