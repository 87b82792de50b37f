"""The reports of ``clusters schemes``: every payment scheme in a line, and one in full."""

from collections.abc import Sequence
from typing import Any

from clusters_cli.cashflow import spending_words
from clusters_cli.foundations.text import Dated, Locator, Share
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.messages import _, language, plural, spoken
from clusters_cli.presentation.report import Cell, Column, Kind, Report, Table
from clusters_cli.registry.models.schemes import InstalmentRule, PaymentScheme
from clusters_cli.registry.scheme_words import Anchor


def schemes_report(schemes: Sequence[PaymentScheme]) -> Report:
    """Build the report of all payment schemes."""
    columns = (
        Column("id", _("Id")),
        Column("agreement", _("Agreement")),
        Column("instalments", _("Instalments")),
        Column("payment_delay", _("Payment delay")),
        Column("status", _("Status")),
        Column("source", _("Source"), minor=True),
    )
    records = [
        {
            "id": scheme.id,
            "agreement": _agreement(scheme),
            "instalments": _("; ").join(f"{spoken(Share(rule.share))} @ {_due(rule)}" for rule in scheme.instalments),
            "payment_delay": spoken(scheme.payment_delay),
            "status": _status(scheme),
            "source": _source(scheme),
        }
        for scheme in schemes
    ]
    return Report(
        command="schemes list",
        data={"schemes": [_data(scheme) for scheme in schemes]},
        tables=(Table.of("schemes", columns, records),),
        notes=(_("clusters schemes show SCHEME gives the reason of each date."),),
    )


def scheme_report(scheme: PaymentScheme) -> Report:
    """Build the report of one payment scheme."""
    tables = [_facts_table(scheme), _instalments_table(scheme)]
    if scheme.assumptions:
        tables.append(_assumptions_table(scheme))
    return Report(
        command="schemes show",
        data={"scheme": _data(scheme)},
        tables=tuple(tables),
        export=tables[1],
        text=f"{scheme.name.in_language(language())} ({scheme.id})",
    )


def _facts_table(scheme: PaymentScheme) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (_("agreement"), _agreement(scheme)),
        (_("payment delay"), spoken(scheme.payment_delay)),
        (_("spending"), word(spending_words(scheme.spending), language())),
        (_("status"), _status(scheme)),
        (_("source"), _source(scheme)),
    ]
    if scheme.cap is not None:
        rows.insert(2, (_("cap before the last instalment"), spoken(Share(scheme.cap))))
    return Table("facts", (Column("name", _("Fact")), Column("value", _("Value"))), tuple(rows))


def _instalments_table(scheme: PaymentScheme) -> Table:
    claimed = any(rule.claim is not None for rule in scheme.instalments)
    columns = (
        Column("kind", _("Instalment")),
        Column("share", _("Share"), Kind.SHARE),
        Column("due", _("Due")),
        *((Column("claim", _("Claimed after")),) if claimed else ()),
    )
    records = [
        {
            "kind": spoken(rule.kind),
            "share": rule.share,
            "due": _due(rule),
            "claim": spoken(rule.claim) if rule.claim is not None else None,
        }
        for rule in scheme.instalments
    ]
    return Table.of("instalments", columns, records, title=_("Instalments"))


def _assumptions_table(scheme: PaymentScheme) -> Table:
    columns = (
        Column("about", _("Assumption")),
        Column("reason", _("Reason")),
        Column("source", _("Source")),
        Column("locator", _("Where")),
    )
    rows = tuple(
        (spoken(one.about), one.reason.in_language(language()), one.source, spoken(Locator(one.locator or "")))
        for one in scheme.assumptions
    )
    return Table("assumptions", columns, rows, title=_("Why these dates"))


def _agreement(scheme: PaymentScheme) -> str:
    agreement = scheme.agreement
    if agreement.months is not None:
        message = plural(
            "project of {count} month from {day}", "project of {count} months from {day}", agreement.months
        )
        return message.format(count=agreement.months, day=spoken(Dated(str(agreement.start))))
    years = agreement.years or 1
    words = plural("{count} year, signed {day}", "{count} years, signed {day}", years)
    renewed = _(", then {day}").format(day=spoken(Dated(str(agreement.renewal)))) if agreement.renewal else ""
    return words.format(count=years, day=spoken(Dated(str(agreement.signature)))) + renewed


def _due(rule: InstalmentRule) -> str:
    return _event(rule) + (f" + {spoken(rule.offset)}" if rule.offset.months or rule.offset.days else "")


def _event(rule: InstalmentRule) -> str:
    if rule.reached is not None:
        return _("{share} of the costs spent").format(share=spoken(Share(rule.reached)))
    return spoken(Dated(str(rule.on))) if rule.anchor is Anchor.DATE else spoken(rule.anchor)


def _status(scheme: PaymentScheme) -> str:
    if scheme.status_note is not None:
        return scheme.status_note.in_language(language())
    return spoken(scheme.status)


def _source(scheme: PaymentScheme) -> str:
    return f"{scheme.source}, {spoken(Locator(scheme.locator))}" if scheme.locator else scheme.source


def _data(scheme: PaymentScheme) -> dict[str, Any]:
    agreement = scheme.agreement
    return {
        "id": scheme.id,
        "name": scheme.name,
        "status": scheme.status,
        "agreement": {
            "years": agreement.years,
            "months": agreement.months,
            "signature": agreement.signature,
            "renewal": agreement.renewal,
            "start": agreement.start,
        },
        "payment_delay": str(scheme.payment_delay),
        "cap": scheme.cap,
        "spending": str(scheme.spending),
        "instalments": [
            {
                "kind": rule.kind,
                "share": rule.share,
                "anchor": rule.anchor,
                "offset": str(rule.offset),
                "on": str(rule.on) if rule.on is not None else None,
                "reached": rule.reached,
                "claim": spoken(rule.claim) if rule.claim is not None else None,
            }
            for rule in scheme.instalments
        ],
        "assumptions": [
            {
                "about": one.about,
                "reason": one.reason,
                "source": one.source,
                "locator": one.locator,
            }
            for one in scheme.assumptions
        ],
        "source": scheme.source,
        "locator": scheme.locator,
    }
