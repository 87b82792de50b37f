"""How an answer says that it is of what was really signed, or asks what if, and which agreements it leaves out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clusters_cli.cashflow import NamedAgreement, SignedPlans
from clusters_cli.commands.shared.payment_notes import cluster_name
from clusters_cli.foundations.data_shape import extended
from clusters_cli.foundations.text import Listed, Text, Value, bracketed, labelled
from clusters_cli.presentation.report import Report
from clusters_cli.registry import Registry


def with_signed(plain: Report, signed: SignedPlans, registry: Registry) -> Report:
    """Return a report that says whether it is of what was signed, and which agreements it leaves out.

    Args:
        plain: the report of the plans.
        signed: what was signed; without plans where it is asked what if.
        registry: names the clusters.
    """
    data = extended(plain.data, agreements_left_out=signed)
    return replace(plain, data=data, notes=(*_notes(signed, registry), *plain.notes))


def why_not_planned(signed: SignedPlans, registry: Registry) -> tuple[Value, ...]:
    """Return each agreement of which nothing is planned, with the reason.

    Args:
        signed: what was signed.
        registry: names the clusters.
    """
    past = Text("all is spent and paid before the day asked")
    reasons = [(one.cluster, one.agreement, past) for one in signed.past]
    reasons += [(one.cluster, one.agreement, one.reason) for one in signed.unplanned]
    return tuple(
        labelled(bracketed(agreement, cluster_name(cluster, registry)), reason)
        for cluster, agreement, reason in reasons
    )


def _notes(signed: SignedPlans, registry: Registry) -> Iterator[Value]:
    if signed.plans:
        yield Text("As signed: each agreement is planned whole, by its own amounts and dates; --scheme asks what if.")
    if signed.set_aside:
        names = _names(signed.set_aside, registry)
        yield Text("What if: what was signed is set aside ({names}).", names=names)
    if signed.without_scheme:
        clusters = Listed(tuple(cluster_name(cluster, registry) for cluster in signed.without_scheme))
        yield Text(
            "Left out, since no agreement is in force and no payment scheme can be assumed: {clusters}.",
            clusters=clusters,
        )
    if signed.past:
        names = _names(signed.past, registry)
        yield Text("Left out, since all is spent and paid before the day asked: {names}.", names=names)
    for one in signed.unplanned:
        named = bracketed(one.agreement, cluster_name(one.cluster, registry))
        yield Text("Left out: {agreement}, since {reason}.", agreement=named, reason=one.reason)


def _names(agreements: Sequence[NamedAgreement], registry: Registry) -> Listed:
    return Listed(tuple(bracketed(one.agreement, cluster_name(one.cluster, registry)) for one in agreements))
