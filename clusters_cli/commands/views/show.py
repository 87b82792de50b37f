"""The report of ``clusters show``."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal

from clusters_cli.commands.views.sourced import spoken, where_stated
from clusters_cli.commands.views.words import field_name
from clusters_cli.foundations.locators import placed
from clusters_cli.foundations.messages import _, labelled, language
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table, Worded
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Label, Sourced
from clusters_cli.registry.profile import Fact, FactValue, Missing, Profile

_AMOUNTS = ("budget", "regional_grant", "state_grant", "funded_post")
_DATES = ("founded",)


def show_report(known: Profile, registry: Registry, kind: Literal["cluster", "pole"] = "cluster") -> Report:
    """Build the report of one cluster or one pôle."""
    facts = [*known.facts, *known.figures]
    return Report(
        command="show" if kind == "cluster" else "poles show",
        data={kind: _data(known, registry)},
        text=_heading(known),
        tables=(
            _fact_table(known.facts),
            _figure_table(known.figures),
            _missing_table(known.missing),
            _source_table(known, registry),
        ),
        export=_export(facts),
        notes=tuple(_notes(facts)),
    )


def _heading(known: Profile) -> str:
    aliases = _("also: {names}").format(names=", ".join(known.aliases)) if known.aliases else ""
    return f"{known.name} ({known.id})" + (f", {aliases}" if aliases else "")


def _fact_table(facts: Sequence[Fact]) -> Table:
    columns = (
        Column("field", _("Fact")),
        Column("value", _("Value")),
        Column("source", _("Source")),
        Column("locator", _("Where")),
        Column("confidence", _("Confidence"), minor=True),
    )
    return Table.of("facts", columns, [{**_cells(fact), "value": _value(fact)} for fact in facts], title=_("Facts"))


def _figure_table(figures: Sequence[Fact]) -> Table:
    columns = (
        Column("year", _("Year"), Kind.NUMBER),
        Column("field", _("Figure")),
        Column("value", _("Value")),
        Column("source", _("Source")),
        Column("locator", _("Where")),
        Column("confidence", _("Confidence"), minor=True),
    )
    rows = [{**_cells(fact), "value": _marked(_value(fact), "*" if fact.undated else "")} for fact in figures]
    return Table.of("figures", columns, rows, title=_("Figures"))


def _cells(fact: Fact) -> dict[str, Any]:
    origin = fact.origin
    return {
        "year": fact.year,
        "field": field_name(fact.field) + ("" if fact.used else " " + _("(not used)")),
        "source": origin.source,
        "locator": where_stated(origin),
        "confidence": spoken(origin.confidence),
    }


def _value(fact: Fact) -> Cell:
    value = fact.value
    if isinstance(value, Label):
        return value.in_language(language())
    if isinstance(value, Decimal):
        return Worded(value, Kind.MONEY if fact.field in _AMOUNTS else Kind.NUMBER)
    if isinstance(value, int):
        return Worded(value, Kind.COUNT)
    if fact.field in _DATES:
        return Worded(value, Kind.DATE)
    return spoken(value) if isinstance(value, Vocabulary) else value


def _marked(cell: Cell, mark: str) -> Cell:
    if isinstance(cell, Worded):
        return replace(cell, after=mark)
    return f"{cell}{mark}"


def _missing_table(missing: Sequence[Missing]) -> Table:
    columns = (Column("field", _("Unknown")), Column("reason", _("Why")), Column("source", _("Source")))
    nobody = _("no source of the registry states it")
    rows = [
        {
            "field": _gap(gap.field),
            "reason": gap.reason.in_language(language()) if gap.reason else nobody,
            "source": _where(gap.origin) if gap.origin else "",
        }
        for gap in missing
    ]
    return Table.of("missing", columns, rows, title=_("What is unknown"))


def _gap(field: str) -> str:
    """Name what is unknown; ``programmes: pia-4`` are the links of the cluster to a programme."""
    name, _colon, programme = field.partition(": ")
    return _("links to {programme}").format(programme=programme) if programme else field_name(name)


def _where(origin: Sourced) -> str:
    return f"{origin.source}, {placed(origin.locator)}" if origin.locator else origin.source


def _source_table(known: Profile, registry: Registry) -> Table:
    columns = (
        Column("id", _("Source")),
        Column("title", _("Title")),
        Column("date", _("Date"), Kind.DATE),
        Column("url", _("Address")),
    )
    sources = [registry.source_by_id[source] for source in known.sources]
    rows = [{"id": s.id, "title": s.title, "date": s.date or "", "url": s.url or ""} for s in sources]
    return Table.of("sources", columns, rows, title=_("Sources"))


def _notes(facts: Sequence[Fact]) -> list[str]:
    notes = []
    if any(fact.undated for fact in facts):
        notes.append(_("* The source itself gives this figure no year; it stands beside figures of that year."))
    notes += [
        labelled(f"{field_name(fact.field)} ({fact.origin.source})", fact.origin.note.in_language(language()))
        for fact in facts
        if fact.origin.note
    ]
    return list(dict.fromkeys(notes))


def _export(facts: Sequence[Fact]) -> Table:
    keys = ("field", "year", "value", "used", "undated", "source", "locator", "confidence", "as_of")
    return Table.of("facts", [Column(key, key) for key in keys], [_record(fact) for fact in facts])


def _record(fact: Fact) -> dict[str, Any]:
    value: FactValue = fact.value
    return {
        "field": fact.field,
        "year": fact.year,
        "value": (value.fr or value.en) if isinstance(value, Label) else value,
        "used": fact.used,
        "undated": fact.undated,
        "source": fact.origin.source,
        "locator": fact.origin.locator,
        "confidence": fact.origin.confidence,
        "as_of": fact.origin.as_of,
    }


def _data(known: Profile, registry: Registry) -> dict[str, Any]:
    return {
        "id": known.id,
        "name": known.name,
        "aliases": known.aliases,
        "facts": [_statement(fact) for fact in known.facts],
        "figures": [_statement(fact) for fact in known.figures],
        "unknown": [
            {"field": gap.field, "reason": _text(gap.reason), "source": gap.origin.source if gap.origin else None}
            for gap in known.missing
        ],
        "sources": [
            {"id": source.id, "title": source.title, "date": source.date, "url": source.url}
            for source in (registry.source_by_id[source] for source in known.sources)
        ],
    }


def _statement(fact: Fact) -> dict[str, Any]:
    value = fact.value
    kind = "amount" if fact.field in _AMOUNTS else "count" if isinstance(value, int) else "text"
    return {
        **_record(fact),
        "value": None if kind != "text" else _text(value),
        "number": value if kind != "text" else None,
        "note": _text(fact.origin.note),
    }


def _text(value: FactValue | None) -> str | None:
    if isinstance(value, Label):
        return value.fr or value.en
    return None if value is None else str(value)
