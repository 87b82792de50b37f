"""``clusters pool``: the clusters' advances carried together by a shared treasury."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clusters_cli.commands.cashflow.combinations import refuse_idle_charges, refuse_idle_terms
from clusters_cli.commands.shared import chosen_clusters, completion, payment_values, values
from clusters_cli.commands.shared import payment_options as its
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.conflicts import refuse_both, refuse_idle, typed
from clusters_cli.commands.shared.default_scheme import with_default
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import (
    AsOfOption,
    ClustersArgument,
    ExcludeOption,
    SharedOptions,
    WithEndedOption,
)
from clusters_cli.commands.shared.overdraft_options import OverdraftOptions
from clusters_cli.commands.shared.reader import _
from clusters_cli.commands.shared.repeats import given_twice
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from decimal import Decimal

    from clusters_cli.cashflow import Membership
    from clusters_cli.registry import Registry
    from clusters_cli.registry.models import PaymentScheme

app = typer.Typer(rich_markup_mode=None, add_completion=False)

PoolYearsOption = Annotated[int, typer.Option("--years", metavar="N", help=_("Years of yearly grants."))]
PoolSchemeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--scheme",
        metavar="[CLUSTER=]SCHEME",
        help=_("Payment scheme of a pool; repeat it to compare pools; CLUSTER=SCHEME is one cluster's own."),
        autocompletion=completion.scheme_by_cluster,
    ),
]
OwnCashOption = Annotated[
    list[str] | None,
    typer.Option(
        "--own-cash",
        metavar="[CLUSTER=]AMOUNT",
        help=_("Cash that a cluster spends before it draws on the pool; repeatable."),
        autocompletion=completion.by_cluster,
    ),
]
PoolDossierOption = Annotated[
    list[Path] | None,
    typer.Option("--dossier", metavar="FILE", help=_("Dossier that states its cluster's opening cash; repeatable.")),
]
PoolSignedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--signed",
        metavar="[CLUSTER=]MM-DD",
        help=_("Day of the year on which agreements are signed; CLUSTER=MM-DD for one cluster; repeatable."),
        autocompletion=completion.by_cluster,
    ),
]


@app.command("pool")
@grouped
def pool_(
    context: typer.Context,
    clusters: ClustersArgument = None,
    scheme: PoolSchemeOption = None,
    schemes: its.SchemesOption = None,
    own_cash: OwnCashOption = None,
    dossier: PoolDossierOption = None,
    signed: PoolSignedOption = None,
    payment_delay: its.PaymentDelayOption = None,
    years: PoolYearsOption = 3,
    start: its.StartOption = None,
    as_of: AsOfOption = None,
    chart: its.ChartOption = None,
    exclude: ExcludeOption = None,
    with_ended: WithEndedOption = False,
    *,
    bank: OverdraftOptions,
    shared: SharedOptions,
) -> Answer:
    """The fund that a shared treasury needs to carry the clusters' advances, and what each cluster draws and when.

    Exits 3 when nobody states the grant of a cluster that is named.

    \b
    clusters pool --scheme annual-30-30-40
    clusters pool --scheme annual-30-30-40 --scheme triennial --rate 4
    clusters pool --scheme annual-30-30-40 --scheme polepharma=triennial --signed dream=09-30 --own-cash nekoe=20000
    """
    from clusters_cli.cashflow import Terms, pool_of, wanted_grants, with_own_schemes
    from clusters_cli.commands.pool.view import pool_report
    from clusters_cli.commands.shared.law_notes import with_replacements
    from clusters_cli.commands.shared.payment_notes import AskedGrants
    from clusters_cli.registry import default_scheme

    refuse_idle_charges(typed(context))
    opened, asked = shared.opened(), asked_day(as_of)
    chosen = chosen_clusters.portfolio(opened, clusters, exclude, asked, with_ended=with_ended)
    wanted = wanted_grants(opened, chosen.clusters, None, asked)
    terms = Terms(
        start=payment_values.first_year(start, "--start", asked),
        years=years,
        payment_delay=values.duration(payment_delay, "--payment-delay"),
        asked=asked if start is None else None,
    )
    known = with_own_schemes(opened.schemes, schemes)
    names, own = chosen_clusters.by_cluster(scheme, opened, "--scheme")
    members = _membership(opened, known.entries, own, signed)
    in_the_pool = frozenset(grant.cluster for grant in wanted if grant.cluster)
    for option, named in (("--scheme", members.schemes), ("--signed", members.signatures)):
        _refuse_strangers(option, named, in_the_pool)
    cash = _own_cash(in_the_pool, own_cash, dossier, opened)
    credit = bank.credit()
    default = None if names else default_scheme(opened)
    of_all = payment_values.schemes(known.entries, [default.value] if default else names)
    refuse_idle_terms(typed(context), terms, (*of_all, *members.schemes.values()))
    pools = [pool_of(one.id, members.plans(one, wanted, terms), cash, credit) for one in of_all]
    grants = AskedGrants(opened, wanted, asked, starts_then=start is None, named=bool(clusters), ended=chosen.ended)
    report = pool_report(pools, grants, credit, chart=payment_values.chart_wanted(chart, shared.written))
    used = known.among(one.id for one in (*of_all, *members.schemes.values()))
    return Answer(with_replacements(with_default(report, default, opened), used), shared.written)


def _membership(
    registry: "Registry", known: "Sequence[PaymentScheme]", own: Mapping[str, str], signed: list[str] | None
) -> "Membership":
    """Return what was typed of single clusters, and of the signatures of all."""
    from clusters_cli.cashflow import Membership
    from clusters_cli.registry import find_scheme

    days, own_days = chosen_clusters.by_cluster(signed, registry, "--signed")
    return Membership(
        schemes={cluster: find_scheme(known, name) for cluster, name in own.items()},
        signatures={cluster: values.month_day(day, "--signed") or "" for cluster, day in own_days.items()},
        signature=values.month_day(chosen_clusters.one_for_all(days, "--signed"), "--signed"),
    )


def _refuse_strangers(option: str, named: Iterable[str], in_the_pool: frozenset[str]) -> None:
    """Refuse what is said of a cluster that is not in the pool."""
    strangers = ", ".join(sorted(set(named) - in_the_pool))
    if strangers:
        refuse_idle(option, Text("not in the pool: {clusters}", clusters=strangers))


def _own_cash(
    in_the_pool: frozenset[str], written: list[str] | None, dossiers: list[Path] | None, registry: "Registry"
) -> "dict[str | None, Decimal]":
    """Return each cluster's own cash: typed for it, or stated by its dossier, else typed for all."""
    from clusters_cli.cashflow import own_cash
    from clusters_cli.foundations.money import ZERO

    for_all, typed_for = chosen_clusters.by_cluster(written, registry, "--own-cash")
    everyone = values.amount(chosen_clusters.one_for_all(for_all, "--own-cash"), "--own-cash")
    stated = _opening_cash(dossiers or [], registry)
    _refuse_strangers("--own-cash", typed_for, in_the_pool)
    _refuse_strangers("--dossier", stated, in_the_pool)
    if both := ", ".join(sorted(typed_for.keys() & stated.keys())):
        hint = Text("both state the cash of {clusters}: leave one of them out", clusters=both)
        refuse_both("--own-cash", "--dossier", hint)
    own = {cluster: values.amount(text, "--own-cash") or ZERO for cluster, text in typed_for.items()}
    return own_cash(in_the_pool, everyone, stated, own)


def _opening_cash(files: Sequence[Path], registry: "Registry") -> "dict[str, Decimal]":
    from clusters_cli.cashflow import opening_cash
    from clusters_cli.dossier import read_dossier

    cash: dict[str, Decimal] = {}
    for file in files:
        cluster, amount = opening_cash(read_dossier(file), registry)
        if cluster in cash:
            raise given_twice(f"--dossier {cluster}")
        cash[cluster] = amount
    return cash
