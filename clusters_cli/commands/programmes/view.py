"""The report of ``clusters programmes list``."""

from decimal import Decimal
from typing import Any

from clusters_cli.commands.programmes.show import first_period
from clusters_cli.foundations.text import Text
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Kind, Report, Table
from clusters_cli.registry import Registry
from clusters_cli.registry.models import AmountScope, Programme


def programmes_report(registry: Registry) -> Report:
    """Build the list of programmes: of several statements the first, which is the reference source's if it has one."""
    columns = (
        Column("id", Text("Id")),
        Column("name", Text("Name")),
        Column("kind", Text("Kind"), minor=True),
        Column("period", Text("Period")),
        Column("total", Text("Total (€)"), Kind.MONEY),
        Column("rate", Text("Rate"), Kind.SHARE),
        Column("payment_scheme", Text("Payment scheme"), minor=True),
        Column("strands", Text("Strands"), Kind.COUNT, minor=True),
    )
    programmes = registry.programmes.programmes
    return Report(
        command="programmes list",
        data={"programmes": programmes},
        tables=(Table.of("programmes", columns, [_row(programme) for programme in programmes]),),
        export=Table.of("programmes", columns, [_record(programme) for programme in programmes]),
        notes=(Text("Where sources differ the first is shown; clusters programmes show PROGRAMME shows them all."),),
    )


def _total(programme: Programme) -> Decimal | None:
    return next((amount.amount for amount in programme.amounts if amount.scope is AmountScope.TOTAL), None)


def _row(programme: Programme) -> dict[str, Any]:
    return {
        **_record(programme),
        "name": programme.name,
        "period": first_period(programme),
    }


def _record(programme: Programme) -> dict[str, Any]:
    return {
        **record(programme),
        "name": programme.name,
        "period": programme.period[0].interval if programme.period else None,
        "total": _total(programme),
        "rate": programme.rates[0].share if programme.rates else None,
        "payment_scheme": programme.payment_scheme[0].value if programme.payment_scheme else None,
        "strands": len(programme.strands) or None,
    }
