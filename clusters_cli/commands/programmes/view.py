"""The report of ``clusters programmes list``."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from clusters_cli.commands.programmes.standings import lifetime_notes, period_of, standing_of
from clusters_cli.foundations.text import Text
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Kind, Report, Table
from clusters_cli.registry import DatedProgramme
from clusters_cli.registry.models import AmountScope, Programme


def programmes_report(found: Sequence[DatedProgramme]) -> Report:
    """Build the list of programmes: of several statements the first, which is the reference source's if it has one."""
    columns = (
        Column("id", Text("Id")),
        Column("name", Text("Name")),
        Column("kind", Text("Kind"), minor=True),
        Column("period", Text("Period")),
        Column("standing", Text("Standing")),
        Column("total", Text("Total (€)"), Kind.MONEY),
        Column("rate", Text("Rate"), Kind.SHARE, minor=True),
        Column("payment_scheme", Text("Payment scheme"), minor=True),
        Column("strands", Text("Strands"), Kind.COUNT, minor=True),
    )
    return Report(
        command="programmes list",
        data={"programmes": found},
        tables=(Table.of("programmes", columns, [_row(dated) for dated in found]),),
        export=_export(found),
        notes=(
            *lifetime_notes((dated.programme, dated.lifetime) for dated in found),
            Text("Where sources differ the first is shown; clusters programmes show PROGRAMME shows them all."),
        ),
    )


def _export(found: Sequence[DatedProgramme]) -> Table:
    keys = ("id", "name", "kind", "from", "to", "standing", "total", "rate", "payment_scheme", "strands")
    return Table.keyed("programmes", keys, [_record(dated) for dated in found])


def _total(programme: Programme) -> Decimal | None:
    return next((amount.amount for amount in programme.amounts if amount.scope is AmountScope.TOTAL), None)


def _row(dated: DatedProgramme) -> dict[str, Any]:
    return {**_record(dated), "period": period_of(dated.lifetime), "standing": standing_of(dated.lifetime)}


def _record(dated: DatedProgramme) -> dict[str, Any]:
    programme, lifetime = dated.programme, dated.lifetime
    return {
        **record(dated),
        "from": lifetime.start,
        "to": lifetime.end,
        "total": _total(programme),
        "rate": programme.rates[0].share if programme.rates else None,
        "payment_scheme": programme.payment_scheme[0].value if programme.payment_scheme else None,
        "strands": len(programme.strands) or None,
    }
