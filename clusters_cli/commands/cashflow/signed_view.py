"""What was really signed, as people see it: each agreement of a plan, what is assumed of it, and what is left out."""

from collections.abc import Sequence

from clusters_cli.cashflow import AgreementPlan, Plan
from clusters_cli.commands.shared.origins import origin_cells, origin_columns
from clusters_cli.foundations.text import Listed, Text, Value, bracketed
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Cell, Column, Kind, Table


def agreements_table(agreements: Sequence[AgreementPlan]) -> Table:
    """Return what was signed, who states it, and what each agreement makes a cluster advance alone."""
    columns = (
        Column("id", Text("Agreement")),
        Column("funder", Text("Funder")),
        Column("scheme", Text("Scheme")),
        Column("grant", Text("Grant (€)"), Kind.MONEY),
        Column("first", Text("Start"), Kind.DATE, minor=True),
        Column("last", Text("End"), Kind.DATE, minor=True),
        Column("peak_advance", Text("Peak advance (€)"), Kind.MONEY),
        Column("peak_date", Text("On"), Kind.DATE, minor=True),
        *origin_columns(),
    )
    records: list[dict[str, Cell]] = [
        {**record(one.summary), **record(one), **origin_cells(one.origin), "scheme": _paid_by(one)}
        for one in agreements
    ]
    return Table.of("agreements", columns, records, title=Text("Agreement by agreement"))


def signed_cells(plan: Plan) -> dict[str, Cell]:
    """Return by which agreements and payment schemes a plan is paid, for a line among those of other clusters."""
    if not plan.agreements:
        return {"agreements": Text("none in force"), "scheme": plan.scheme}
    return {
        "agreements": Listed(tuple(one.id for one in plan.agreements)),
        "scheme": Listed(tuple(dict.fromkeys(one.scheme for one in plan.agreements))),
    }


def _paid_by(agreed: AgreementPlan) -> Value:
    return bracketed(agreed.scheme, Text("assumed")) if agreed.is_assumed else agreed.scheme
