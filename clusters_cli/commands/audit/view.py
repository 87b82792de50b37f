"""The report of ``clusters audit``."""

from collections.abc import Mapping, Sequence
from typing import Any

from clusters_cli.commands.shared.origins import named
from clusters_cli.foundations.errors import ExitCode
from clusters_cli.foundations.text import (
    Count,
    Dated,
    Joined,
    Listed,
    Text,
    Value,
    bracketed,
    counted,
    in_a_row,
    period,
)
from clusters_cli.presentation.report import HELD, Cell, Column, Kind, Report, Table, Worded
from clusters_cli.registry import Audit, AuditPart, CheckedClaim, ClaimOutcome, Disputed, Missing, Stale
from clusters_cli.registry.models import Printed

YEAR_DIGITS = 4
_ORDER = ("unexplained", "explained", "unverifiable", "agrees")


def audit_report(found: Audit, parts: Sequence[AuditPart], *, check: bool) -> Report:
    """Build the report of an audit.

    Args:
        found: the audit.
        parts: what to show of it.
        check: whether an unexplained difference is a "no".
    """
    claims = sorted(found.claims, key=lambda checked: _ORDER.index(checked.outcome))
    records: dict[AuditPart, list[dict[str, Any]]] = {
        AuditPart.CLAIMS: [_claim(checked) for checked in claims],
        AuditPart.MISSING: [_missing(gap) for gap in found.missing],
        AuditPart.DISPUTED: [_disputed(dispute) for dispute in found.disputed],
        AuditPart.STALE: [_stale(old) for old in found.stale],
    }
    tables = {
        AuditPart.CLAIMS: (_claim_table(claims), _reason_table(claims)),
        AuditPart.MISSING: (_missing_table(found.missing),),
        AuditPart.DISPUTED: (_disputed_table(found.disputed),),
        AuditPart.STALE: (_stale_table(found.stale),),
    }
    return Report(
        command="audit",
        data={part.value: records[part] for part in records if part in parts},
        tables=tuple(table for part in tables if part in parts for table in tables[part]),
        export=_export(next(part for part in records if part in parts), records),
        notes=tuple(_notes(found, parts)),
        exit_code=ExitCode.of(found.answer(check=check)),
    )


def _claim(checked: CheckedClaim) -> dict[str, Any]:
    claim = checked.claim
    explanation = claim.explained.text if checked.outcome is ClaimOutcome.EXPLAINED and claim.explained else None
    return {
        "id": claim.id,
        "title": claim.title,
        "unit": claim.unit,
        "outcome": checked.outcome,
        "printed": claim.printed.value,
        "printed_up_to": claim.printed.up_to,
        "about": claim.printed.about,
        "recomputed": checked.recomputed,
        "difference": checked.difference,
        "source": claim.printed.source,
        "locator": claim.printed.locator,
        "reason": explanation or claim.unverifiable,
    }


def _missing(gap: Missing) -> dict[str, Any]:
    field = f"{gap.field} {gap.programme}" if gap.programme else gap.field
    return {"kind": gap.kind, "id": gap.id, "field": field, "reason": gap.reason, "source": gap.source}


def _disputed(dispute: Disputed) -> dict[str, Any]:
    values = [{"value": value, "source": source} for value, source in dispute.values]
    return {"kind": dispute.kind, "id": dispute.id, "field": dispute.field, "year": dispute.year, "values": values}


def _stale(old: Stale) -> dict[str, Any]:
    return {"kind": old.kind, "id": old.id, "checked": old.checked, "days": old.days}


def _export(part: AuditPart, records: Mapping[AuditPart, list[dict[str, Any]]]) -> Table:
    flat = records[part]
    if part is AuditPart.DISPUTED:
        flat = [{**row, **value} for row in flat for value in row["values"]]
    keys = [key for key in (flat[0] if flat else {"id": None}) if key != "values"]
    return Table.of(part.value, [Column(key, key) for key in keys], flat)


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
            "outcome": checked.outcome,
            "claim": checked.claim.title,
            "printed": _printed(checked.claim.printed),
            "recomputed": checked.recomputed,
            "difference": checked.difference,
            "source": checked.claim.printed.source,
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
        text = Text("links to {programme}", programme=gap.programme) if gap.programme else named(gap.field)
        fields.setdefault((gap.kind, gap.id), []).append(text)
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
            "values": in_a_row(bracketed(_value(value), source) for value, source in dispute.values),
        }
        for dispute in disputed
    ]
    return Table.of("disputed", columns, rows, title=Text("Values that sources give differently"))


def _value(value: str) -> Value:
    """Return a value as people read it: a large number grouped, a period with a dash."""
    if value.isdecimal():
        return Count(int(value)) if len(value) > YEAR_DIGITS else value
    first, slash, last = value.partition("/")
    is_period = slash and all(part[:YEAR_DIGITS].isdecimal() for part in (first, last) if part)
    return period(first, last) if is_period else Dated(value)


def _stale_table(stale: Sequence[Stale]) -> Table:
    columns = (
        Column("kind", Text("Kind")),
        Column("id", Text("Id")),
        Column("checked", Text("Last checked"), Kind.DATE),
        Column("days", Text("Days ago"), Kind.COUNT),
    )
    rows = [{**_stale(old), "kind": old.kind} for old in stale if old.checked]
    return Table.of("stale", columns, rows, title=Text("Not checked for long"))


def _notes(found: Audit, parts: Sequence[AuditPart]) -> list[Text]:
    notes = []
    if AuditPart.CLAIMS in parts:
        counts = {name: sum(checked.outcome == name for checked in found.claims) for name in _ORDER}
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
