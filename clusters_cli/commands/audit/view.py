"""The report of ``clusters audit``."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from clusters_cli.commands.audit.workings import workings_table
from clusters_cli.commands.shared.origins import missed, named
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.text import (
    Count,
    Dated,
    Joined,
    Listed,
    Share,
    Text,
    Value,
    bracketed,
    counted,
    in_a_row,
    period,
)
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import HELD, Cell, Column, Kind, Report, Table, Worded
from clusters_cli.registry import (
    FACT_BY_NAME,
    FIGURE_BY_NAME,
    Audit,
    AuditPart,
    CheckedClaim,
    ClaimOutcome,
    Disputed,
    FactKind,
    FigureKind,
    Missing,
    Stale,
)
from clusters_cli.registry.models import Printed

_NUMBERS = ("counts", "yearly_funding", "amounts")
"""What else than figures is a number: of the pôles of a phase, of its euros, of the euros of a programme."""
_ORDER = (ClaimOutcome.UNEXPLAINED, ClaimOutcome.EXPLAINED, ClaimOutcome.UNVERIFIABLE, ClaimOutcome.AGREES)


def audit_report(found: Audit, parts: Sequence[AuditPart], *, check: bool, explain: bool = False) -> Report:
    """Build the report of an audit.

    Args:
        found: the audit.
        parts: what to show of it.
        check: whether an unexplained difference is a "no".
        explain: whether to show how claims are worked out.
    """
    claims = sorted(found.claims, key=lambda checked: _ORDER.index(checked.outcome))
    results: dict[AuditPart, Sequence[Any]] = {
        AuditPart.CLAIMS: claims,
        AuditPart.MISSING: found.missing,
        AuditPart.DISPUTED: found.disputed,
        AuditPart.STALE: found.stale,
    }
    first = next(part for part in results if part in parts)
    tables = {
        AuditPart.CLAIMS: (_claim_table(claims), _reason_table(claims), *([workings_table(claims)] if explain else [])),
        AuditPart.MISSING: (_missing_table(found.missing),),
        AuditPart.DISPUTED: (_disputed_table(found.disputed),),
        AuditPart.STALE: (_stale_table(found.stale),),
    }
    return Report(
        command="audit",
        data={part.value: results[part] for part in results if part in parts},
        tables=tuple(table for part in tables if part in parts for table in tables[part]),
        export=_export(first, results[first]),
        notes=tuple(_notes(found, parts)),
        exit_code=ExitCode.of(found.answer(check=check)),
    )


_EXPORTED: Mapping[AuditPart, tuple[str, ...]] = {
    AuditPart.CLAIMS: (
        *("id", "title", "unit", "outcome", "printed", "printed_up_to", "about", "recomputed", "difference"),
        *("source", "locator", "reason"),
    ),
    AuditPart.MISSING: ("kind", "id", "field", "programme", "reason", "source"),
    AuditPart.DISPUTED: ("kind", "id", "field", "year", "value", "source"),
    AuditPart.STALE: ("kind", "id", "checked", "days", "layer"),
}


def _export(part: AuditPart, found: Sequence[Any]) -> Table:
    records = [record(one) for one in found]
    if part is AuditPart.DISPUTED:
        records = [{**row, **record(value)} for row in records for value in row["values"]]
    return Table.keyed(part.value, _EXPORTED[part], records)


def _claim_table(claims: Sequence[CheckedClaim]) -> Table:
    columns = (
        Column("outcome", Text("Outcome")),
        Column("claim", Text("Printed number")),
        Column("printed", Text("Printed"), Kind.NUMBER),
        Column("recomputed", Text("Recomputed"), Kind.NUMBER),
        Column("difference", Text("Difference"), Kind.NUMBER),
        Column("source", Text("Source"), minor=True),
    )
    rows = [
        {
            **record(checked),
            "claim": checked.claim.title,
            "printed": _printed(checked.claim.printed),
        }
        for checked in claims
    ]
    return Table.of("claims", columns, rows, title=Text("Printed totals"))


def _reason_table(claims: Sequence[CheckedClaim]) -> Table:
    """What the registry says of the claims that do not agree."""
    columns = (
        Column("claim", Text("Printed number")),
        Column("reason", Text("Why")),
        Column("source", Text("Who says")),
    )
    rows = [
        {"claim": checked.claim.title, "reason": reason, "source": source}
        for checked in claims
        if checked.outcome is not ClaimOutcome.AGREES
        for reason, source in [_reason(checked)]
    ]
    return Table.of("reasons", columns, rows, title=Text("Why they differ"))


def _reason(checked: CheckedClaim) -> tuple[Value, str]:
    """Return why a claim does not agree and who says so; a difference nothing explains may still have a note."""
    claim = checked.claim
    if checked.outcome is ClaimOutcome.EXPLAINED and claim.explained:
        return claim.explained.text, claim.explained.source
    return claim.unverifiable or claim.printed.note or "", ""


def _printed(printed: Printed) -> Worded:
    value: Value = Joined(("≈", HELD)) if printed.about else HELD
    within = value if printed.up_to is None else Joined((value, Count(printed.up_to)), " – ")
    return Worded(printed.value, Kind.NUMBER, within)


def _missing_table(missing: Sequence[Missing]) -> Table:
    fields: dict[tuple[Value, str], list[Value]] = {}
    for gap in missing:
        fields.setdefault((gap.kind, gap.id), []).append(missed(gap))
    columns = (Column("kind", Text("Kind")), Column("id", Text("Id")), Column("fields", Text("Unknown")))
    rows: list[dict[str, Cell]] = [
        {"kind": kind, "id": identifier, "fields": Listed(tuple(names))} for (kind, identifier), names in fields.items()
    ]
    return Table.of("missing", columns, rows, title=Text("Missing values"))


def _disputed_table(disputed: Sequence[Disputed]) -> Table:
    columns = (
        Column("kind", Text("Kind")),
        Column("id", Text("Id")),
        Column("field", Text("Field")),
        Column("year", Text("Year"), Kind.DATE),
        Column("values", Text("Values")),
    )
    rows = [
        {
            "kind": dispute.kind,
            "id": dispute.id,
            "field": named(dispute.field),
            "year": dispute.year if dispute.year is not None else "",
            "values": in_a_row(bracketed(_value(dispute.field, value), source) for value, source in dispute.values),
        }
        for dispute in disputed
    ]
    return Table.of("disputed", columns, rows, title=Text("Values that sources give differently"))


def _value(field: str, value: str) -> Value:
    """Return a disputed value as people read it: a number grouped, a period with a dash, a code as it is written."""
    if field in FIGURE_BY_NAME and FIGURE_BY_NAME[field].kind is FigureKind.SHARE:
        return Share(Decimal(value))
    if field in FIGURE_BY_NAME or field in _NUMBERS:
        return Count(Decimal(value))
    if field == "period":
        first, _, last = value.partition("/")
        return period(first, last)
    is_date = field in FACT_BY_NAME and FACT_BY_NAME[field].kind is FactKind.DATE
    return Dated(value) if is_date else value


def _stale_table(stale: Sequence[Stale]) -> Table:
    columns = (
        Column("kind", Text("Kind")),
        Column("id", Text("Id")),
        Column("checked", Text("Last checked"), Kind.DATE),
        Column("days", Text("Days ago"), Kind.COUNT),
        Column("layer", Text("Comes from"), minor=True),
    )
    rows = [record(old) for old in stale if old.checked]
    return Table.of("stale", columns, rows, title=Text("Not checked for long"))


def _notes(found: Audit, parts: Sequence[AuditPart]) -> list[Text]:
    notes = []
    if AuditPart.CLAIMS in parts:
        counts = {
            outcome.value: sum(checked.outcome is outcome for checked in found.claims) for outcome in ClaimOutcome
        }
        printed = Text(
            "{all} printed numbers: {agrees} agree, {explained} differ for a known reason, {unexplained} differ and"
            " nothing explains it, {unverifiable} cannot be checked."
        )
        notes.append(printed.given(all=len(found.claims), **counts))
    never = sum(old.checked is None for old in found.stale)
    if AuditPart.STALE in parts and never:
        notes.append(
            counted(
                "{count} source has an address and no date of check.",
                "{count} sources have an address and no date of check.",
                never,
            )
        )
    return notes
