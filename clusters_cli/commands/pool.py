"""``clusters pool``: the clusters' advances carried together by a shared treasury."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, Self

import typer

from clusters_cli.commands import cashflow_options as its
from clusters_cli.commands import completion, values
from clusters_cli.commands.answer import Answer
from clusters_cli.commands.cashflow_together import refuse_idle_terms
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
from clusters_cli.commands.repeats import given_twice
from clusters_cli.commands.together import refuse_both, refuse_idle, typed
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.output import Output

if TYPE_CHECKING:
    from decimal import Decimal

    from clusters_cli.cashflow.grants import Grant
    from clusters_cli.cashflow.plan import Plan
    from clusters_cli.cashflow.terms import Terms
    from clusters_cli.registry.loading import Registry
    from clusters_cli.registry.models.schemes import PaymentScheme

app = typer.Typer(rich_markup_mode=None, add_completion=False)

SchemeOption = Annotated[
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
DossierOption = Annotated[
    list[Path] | None,
    typer.Option("--dossier", metavar="FILE", help=_("Dossier that states its cluster's opening cash; repeatable.")),
]
SignedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--signed",
        metavar="[CLUSTER=]MM-DD",
        help=_("Day of the year on which agreements are signed; CLUSTER=MM-DD for one cluster; repeatable."),
        autocompletion=completion.by_cluster,
    ),
]


@app.command("pool")
def pool_(
    context: typer.Context,
    clusters: ClustersArgument = None,
    scheme: SchemeOption = None,
    schemes: its.SchemesOption = None,
    own_cash: OwnCashOption = None,
    dossier: DossierOption = None,
    signed: SignedOption = None,
    payment_delay: its.PaymentDelayOption = None,
    rate: its.RateOption = None,
    day_count: its.DayCountOption = 365,
    years: YearsOption = 3,
    start: StartOption = 2023,
    chart: its.ChartOption = None,
    exclude: ExcludeOption = None,
    registry: RegistryOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> Answer:
    """The fund that a shared treasury needs to carry the clusters' advances, and what each cluster draws and when.

    Exits 3 when nobody states the grant of a cluster that is named.

    \b
    clusters pool --scheme annual-30-30-40
    clusters pool --scheme annual-30-30-40 --scheme triennial --rate 4
    clusters pool --scheme annual-30-30-40 --scheme polepharma=triennial --signed dream=09-30 --own-cash nekoe=20000
    """
    from clusters_cli.cashflow.borrowing import Credit
    from clusters_cli.cashflow.grants import grants
    from clusters_cli.cashflow.own_schemes import with_own_schemes
    from clusters_cli.cashflow.pool import pool
    from clusters_cli.cashflow.terms import Terms
    from clusters_cli.commands.views.pool import pool_report
    from clusters_cli.registry.loading import open_registry
    from clusters_cli.registry.queries import find_schemes

    opened = open_registry(registry)
    wanted = grants(opened, values.chosen_clusters(opened, clusters, exclude), None)
    terms = Terms(start=start, years=years, payment_delay=values.duration(payment_delay, "--payment-delay"))
    rules = _Rules.typed(opened, with_own_schemes(opened.programmes.schemes, schemes), scheme, signed)
    in_the_pool = frozenset(grant.cluster for grant in wanted if grant.cluster)
    _refuse_strangers("--scheme", rules.schemes, in_the_pool)
    _refuse_strangers("--signed", rules.signatures, in_the_pool)
    cash = _own_cash(in_the_pool, own_cash, dossier, opened)
    credit = Credit(rate=values.percentage(rate, "--rate"), day_count=values.day_count(day_count))
    shared = find_schemes(rules.known, rules.shared)
    refuse_idle_terms(typed(context), terms, (*shared, *rules.schemes.values()))
    pools = [pool(one.id, rules.plans(one, wanted, terms), cash, credit) for one in shared]
    written = Output(format_, output, force)
    drawn = values.chart_wanted(chart, written)
    return Answer(pool_report(pools, wanted, opened, credit, asked=bool(clusters), chart=drawn), written)


class _Rules(NamedTuple):
    """Which payment scheme and day of signature each cluster has: its own, or the pool's."""

    known: "Sequence[PaymentScheme]"
    shared: tuple[str, ...]
    schemes: "Mapping[str, PaymentScheme]"
    signature: str | None
    signatures: Mapping[str, str]

    @classmethod
    def typed(
        cls,
        registry: "Registry",
        known: "Sequence[PaymentScheme]",
        scheme: list[str] | None,
        signed: list[str] | None,
    ) -> Self:
        from clusters_cli.registry.queries import find_scheme

        shared, own = values.by_cluster(scheme, registry, "--scheme")
        days, own_days = values.by_cluster(signed, registry, "--signed")
        return cls(
            known,
            shared,
            {cluster: find_scheme(known, name) for cluster, name in own.items()},
            values.month_day(values.one_for_all(days, "--signed"), "--signed"),
            {cluster: values.month_day(day, "--signed") or "" for cluster, day in own_days.items()},
        )

    def plans(self, scheme: "PaymentScheme", wanted: "Sequence[Grant]", terms: "Terms") -> "list[Plan]":
        """Return the plans of one pool."""
        from clusters_cli.cashflow.plan import make_plan

        return [
            make_plan(
                self.schemes.get(grant.cluster, scheme),
                grant.amount,
                replace(terms, signature=self.signatures.get(grant.cluster, self.signature)),
                cluster=grant.cluster,
            )
            for grant in wanted
            if grant.amount is not None and grant.cluster is not None
        ]


def _refuse_strangers(option: str, named: Iterable[str], in_the_pool: frozenset[str]) -> None:
    """Refuse what is said of a cluster that is not in the pool."""
    strangers = ", ".join(sorted(set(named) - in_the_pool))
    if strangers:
        refuse_idle(option, _("not in the pool: {clusters}").format(clusters=strangers))


def _own_cash(
    in_the_pool: frozenset[str], written: list[str] | None, dossiers: list[Path] | None, registry: "Registry"
) -> "dict[str | None, Decimal]":
    """Return each cluster's own cash: typed for it, or stated by its dossier, else typed for all."""
    from clusters_cli.foundations.money import ZERO

    for_all, own = values.by_cluster(written, registry, "--own-cash")
    everyone = values.amount(values.one_for_all(for_all, "--own-cash"), "--own-cash")
    stated = _opening_cash(dossiers or [], registry)
    _refuse_strangers("--own-cash", own, in_the_pool)
    _refuse_strangers("--dossier", stated, in_the_pool)
    if both := ", ".join(sorted(own.keys() & stated.keys())):
        hint = _("both state the cash of {clusters}: leave one of them out").format(clusters=both)
        refuse_both("--own-cash", "--dossier", hint)
    cash: dict[str | None, Decimal] = dict.fromkeys(in_the_pool, everyone or ZERO)
    return cash | stated | {cluster: values.amount(text, "--own-cash") or ZERO for cluster, text in own.items()}


def _opening_cash(files: Sequence[Path], registry: "Registry") -> "dict[str, Decimal]":
    from clusters_cli.dossier import read_dossier
    from clusters_cli.registry.queries import find_cluster

    cash: dict[str, Decimal] = {}
    for file in files:
        dossier = read_dossier(file).dossier
        if dossier.cluster is None or dossier.treasury.opening_cash is None:
            message = _("{file} does not state the opening cash of a cluster of the registry")
            hint = _("fill in cluster, and opening_cash under treasury")
            raise UsageError(message.format(file=file), code="USE142", hint=hint)
        cluster = find_cluster(registry, dossier.cluster).id
        if cluster in cash:
            raise given_twice(f"--dossier {cluster}")
        cash[cluster] = dossier.treasury.opening_cash
    return cash
