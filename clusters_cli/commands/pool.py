"""``clusters pool``: the clusters' advances carried together by a shared treasury."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clusters_cli.commands.answer import Answer
from clusters_cli.commands.options import (
    ClustersArgument,
    ExcludeOption,
    ForceOption,
    FormatOption,
    OutputOption,
    RegistryOption,
    StartOption,
    YearsOption,
)
from clusters_cli.commands.values import amount, by_cluster, chosen_clusters, percentage
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.output import Output

if TYPE_CHECKING:
    from decimal import Decimal

    from clusters_cli.cashflow.grants import Grant
    from clusters_cli.cashflow.plan import Plan
    from clusters_cli.cashflow.terms import Terms
    from clusters_cli.registry.loading import Registry
    from clusters_cli.registry.schemes import PaymentScheme

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("pool")
def pool_(
    clusters: ClustersArgument = None,
    scheme: Annotated[
        list[str] | None,
        typer.Option(
            "--scheme",
            metavar="[CLUSTER=]SCHEME",
            help=_("Payment scheme of a pool; repeat it to compare pools; CLUSTER=SCHEME is one cluster's own."),
        ),
    ] = None,
    own_cash: Annotated[
        list[str] | None,
        typer.Option(
            "--own-cash",
            metavar="[CLUSTER=]AMOUNT",
            help=_("Cash that a cluster spends before it draws on the pool; repeatable."),
        ),
    ] = None,
    dossier: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help=_("Dossier that states its cluster's opening cash; repeatable.")),
    ] = None,
    rate: Annotated[
        str | None, typer.Option(metavar="PCT", help=_("Yearly interest rate on what is drawn, in percent."))
    ] = None,
    years: YearsOption = 3,
    start: StartOption = 2023,
    exclude: ExcludeOption = None,
    registry: RegistryOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> Answer:
    """The fund that a shared treasury needs to carry the clusters' advances, and what each cluster draws and when.

    \b
    clusters pool --scheme annual-30-30-40
    clusters pool --scheme annual-30-30-40 --scheme triennial --rate 4
    clusters pool --scheme annual-30-30-40 --scheme polepharma=triennial --own-cash dream=20000
    """
    from clusters_cli.cashflow.borrowing import Credit
    from clusters_cli.cashflow.grants import grants
    from clusters_cli.cashflow.pool import pool
    from clusters_cli.cashflow.terms import Terms
    from clusters_cli.commands.views.pool import pool_report
    from clusters_cli.registry.loading import open_registry
    from clusters_cli.registry.queries import find_scheme, find_schemes

    opened = open_registry(registry)
    shared, own = by_cluster(scheme, opened)
    schemes = find_schemes(opened.programmes.schemes, shared)
    exceptions = {cluster: find_scheme(opened.programmes.schemes, name) for cluster, name in own.items()}
    wanted = grants(opened, chosen_clusters(opened, clusters, exclude), None)
    terms = Terms(start=start, years=years)
    cash = _own_cash(wanted, own_cash, dossier, opened)
    credit = Credit(rate=percentage(rate, "--rate"))
    pools = [pool(one.id, _plans(one, exceptions, wanted, terms), cash, credit) for one in schemes]
    return Answer(pool_report(pools, wanted, opened, credit, asked=bool(clusters)), Output(format_, output, force))


def _plans(
    scheme: "PaymentScheme",
    exceptions: "Mapping[str, PaymentScheme]",
    wanted: "Sequence[Grant]",
    terms: "Terms",
) -> "list[Plan]":
    from clusters_cli.cashflow.plan import make_plan

    return [
        make_plan(exceptions.get(grant.cluster or "", scheme), grant.amount, terms, cluster=grant.cluster)
        for grant in wanted
        if grant.amount is not None
    ]


def _own_cash(
    wanted: "Sequence[Grant]", typed: list[str] | None, dossiers: list[Path] | None, registry: "Registry"
) -> "dict[str | None, Decimal]":
    """Return each cluster's own cash: typed for it, else stated by its dossier, else typed for all."""
    from clusters_cli.foundations.money import ZERO

    for_all, own = by_cluster(typed, registry)
    everyone = amount(for_all[-1], "--own-cash") if for_all else ZERO
    cash: dict[str | None, Decimal] = {grant.cluster: everyone or ZERO for grant in wanted}
    cash |= _opening_cash(dossiers or [], registry)
    return cash | {cluster: amount(text, "--own-cash") or ZERO for cluster, text in own.items()}


def _opening_cash(files: Sequence[Path], registry: "Registry") -> "dict[str | None, Decimal]":
    from clusters_cli.dossier.reading import read_dossier
    from clusters_cli.registry.queries import find_cluster

    cash: dict[str | None, Decimal] = {}
    for file in files:
        dossier = read_dossier(file).dossier
        if dossier.cluster is None or dossier.treasury.opening_cash is None:
            message = _("{file} does not state the opening cash of a cluster of the registry")
            hint = _("fill in cluster, and opening_cash under treasury")
            raise UsageError(message.format(file=file), code="USE142", hint=hint)
        cash[find_cluster(registry, dossier.cluster).id] = dossier.treasury.opening_cash
    return cash
