"""The instalments of a plan as people see them: what is paid, what is not and why, what must be paid back."""

from collections.abc import Iterator, Sequence

from clusters_cli.cashflow import Instalment, PartPlan, UnpaidInstalment, amount_words
from clusters_cli.foundations.text import Euros, Text, Value
from clusters_cli.presentation.data import record
from clusters_cli.presentation.report import Column, Kind, Table
from clusters_cli.registry.models import ShareOf


def instalments_table(
    instalments: Sequence[Instalment], parts: Sequence[PartPlan] = (), *, of_agreements: bool = False
) -> Table:
    """Return the instalments of a plan; of parts, claims, costs, recovery and retention only what there is.

    Those of several agreements stand in the order of their payment, each with its agreement.
    """
    names = {part.id: part.name for part in parts}
    requested = Column("requested", Text("Requested"), Kind.DATE, minor=True)
    columns = (
        *((Column("agreement", Text("Agreement")),) if of_agreements else ()),
        *((Column("part", Text("Part")),) if names else ()),
        Column("period", Text("Period"), Kind.DATE, minor=of_agreements),
        Column("kind", Text("Instalment")),
        Column("share", Text("Share"), Kind.SHARE, minor=of_agreements),
        Column("amount", Text("Amount (€)"), Kind.MONEY),
        *_of_claims(instalments),
        Column("due", Text("Due"), Kind.DATE),
        *((requested,) if any(one.requested for one in instalments) else ()),
        Column("paid", Text("Paid"), Kind.DATE),
    )
    records = [
        {
            **record(one),
            "share": one.share if one.of is ShareOf.GRANT else amount_words(one.share, one.of),
            "part": names.get(one.part),
            **({"kind": Text("to pay back")} if one.is_repayment else {}),
        }
        for one in (sorted(instalments, key=lambda one: one.paid) if of_agreements else instalments)
    ]
    return Table.of("instalments", columns, records, title=Text("Instalments"))


def _of_claims(instalments: Sequence[Instalment | UnpaidInstalment]) -> Iterator[Column]:
    """Yield the columns of what claims declare, take back and keep back, as far as they do."""
    if any(one.declared is not None for one in instalments):
        yield Column("declared", Text("New costs (€)"), Kind.MONEY, minor=True)
    if any(one.recovered for one in instalments):
        yield Column("recovered", Text("Advance recovered (€)"), Kind.MONEY, minor=True)
    if any(isinstance(one, Instalment) and one.retained for one in instalments):
        yield Column("retained", Text("Retained (€)"), Kind.MONEY, minor=True)


def unpaid_table(
    unpaid: Sequence[UnpaidInstalment], parts: Sequence[PartPlan] = (), *, of_agreements: bool = False
) -> Table:
    """Return the lines of a scheme that pay nothing, and why."""
    names = {part.id: part.name for part in parts}
    columns = (
        *((Column("agreement", Text("Agreement")),) if of_agreements else ()),
        *((Column("part", Text("Part")),) if names else ()),
        Column("period", Text("Period"), Kind.DATE),
        Column("kind", Text("Instalment")),
        *_of_claims(unpaid),
        Column("due", Text("Due"), Kind.DATE),
        Column("reason", Text("Why nothing is paid")),
    )
    records = [{**record(one), "part": names.get(one.part)} for one in unpaid]
    return Table.of("unpaid", columns, records, title=Text("Not paid"))


def repayment_notes(instalments: Sequence[Instalment]) -> list[Value]:
    """Say which balances are to be paid back."""
    return [
        Text(
            "{period}: {amount} to pay back by {day}, since the costs justify less than was paid.",
            period=one.period,
            amount=Euros(-one.amount),
            day=one.paid,
        )
        for one in instalments
        if one.is_repayment
    ]
