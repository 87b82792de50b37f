"""``clusters pool``: the clusters' advances carried together by a shared treasury."""

from pathlib import Path
from typing import Annotated

import typer

from clusters_cli.commands.cashflow.combinations import refuse_idle_charges
from clusters_cli.commands.pool.members import membership, own_cash_of
from clusters_cli.commands.pool.question import PoolQuestion, WhoIsAsked
from clusters_cli.commands.shared import chosen_clusters, completion, payment_values, values
from clusters_cli.commands.shared import payment_options as its
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.as_signed import wanted_schemes
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.conflicts import typed
from clusters_cli.commands.shared.default_scheme import with_assumed
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

app = typer.Typer(rich_markup_mode=None, add_completion=False)

PoolYearsOption = Annotated[int, typer.Option("--years", metavar="N", help=_("Years of yearly grants."))]
PoolSchemeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--scheme",
        metavar="[CLUSTER=]SCHEME",
        help=_("Payment scheme to ask what if; repeat it to compare pools; CLUSTER=SCHEME is one cluster's own."),
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
    default_scheme: its.DefaultSchemeOption = None,
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
    from clusters_cli.commands.shared.signed_notes import with_signed

    given, opened, asked = typed(context), shared.opened(), asked_day(as_of)
    refuse_idle_charges(given)
    chosen = chosen_clusters.portfolio(opened, clusters, exclude, asked, with_ended=with_ended)
    wanted = wanted_grants(opened, chosen.clusters, None, asked)
    delay = values.duration(payment_delay, "--payment-delay")
    starts_then = None if start else asked
    terms = Terms(payment_values.first_year(start, "--start", asked), years, payment_delay=delay, asked=starts_then)
    known = with_own_schemes(opened.schemes, schemes)
    names, own = chosen_clusters.by_cluster(scheme, opened, "--scheme")
    cash = own_cash_of([cluster.id for cluster in chosen.clusters], own_cash, dossier, opened)
    of_all = wanted_schemes(opened, names, default_scheme, given)
    of_them = payment_values.schemes(known.entries, of_all.names) if of_all.names else ()
    members = membership(opened, known.entries, own, signed, [cluster.id for cluster in chosen.clusters])
    asked_of = WhoIsAsked(chosen.clusters, is_hypothesis=bool(names), are_named=bool(clusters))
    question = PoolQuestion(opened, known, of_them, asked_of, members, terms, asked)
    found = question.signed()
    pooled = question.pooled(found, wanted, given)
    pools = [pool_of(each.scheme, each.plans, cash, bank.credit()) for each in pooled]
    hypotheses = tuple(grant for grant in wanted if grant.cluster not in found.by_cluster)
    grants = AskedGrants(opened, hypotheses, asked, starts_then=start is None, named=bool(clusters), ended=chosen.ended)
    report = pool_report(pools, grants, bank.credit(), chart=payment_values.chart_wanted(chart, shared.written))
    plans = [plan for each in pooled for plan in each.plans]
    is_assumed = not plans or any(plan.is_assumed for plan in plans if plan.cluster not in own)
    report = with_assumed(with_signed(report, found, opened), of_all, opened, given, is_assumed=is_assumed)
    return Answer(with_replacements(report, known.among(name for one in plans for name in one.schemes)), shared.written)
