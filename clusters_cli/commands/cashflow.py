"""``clusters cashflow``: what a payment scheme makes a cluster advance, month by month."""

from typing import TYPE_CHECKING, Annotated

import typer

from clusters_cli.commands.answer import Answer
from clusters_cli.commands.options import ForceOption, FormatOption, OutputOption, RegistryOption
from clusters_cli.commands.values import amount
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.output import Output

if TYPE_CHECKING:
    from clusters_cli.cashflow.grants import Grant
    from clusters_cli.cashflow.plan import Plan
    from clusters_cli.cashflow.terms import Terms
    from clusters_cli.registry.schemes import PaymentScheme

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def cashflow(
    clusters: Annotated[
        list[str] | None,
        typer.Argument(metavar="CLUSTER", help=_("Ids, names or aliases; none for all clusters.")),
    ] = None,
    scheme: Annotated[
        list[str] | None, typer.Option("--scheme", metavar="SCHEME", help=_("Payment scheme; repeatable, required."))
    ] = None,
    grant: Annotated[
        str | None,
        typer.Option(metavar="AMOUNT", help=_("Grant a year (or of the project) instead of the registry's.")),
    ] = None,
    years: Annotated[int, typer.Option(metavar="N", help=_("Years of yearly grants."))] = 3,
    start: Annotated[int, typer.Option(metavar="YEAR", help=_("First year."))] = 2023,
    registry: RegistryOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> Answer:
    """What a payment scheme makes a cluster advance before the money arrives.

    \b
    clusters cashflow --scheme triennial
    clusters cashflow nekoe --scheme annual-60-40
    clusters cashflow --scheme feder --grant "500 000"
    """
    from clusters_cli.cashflow.grants import grants
    from clusters_cli.cashflow.terms import Terms
    from clusters_cli.commands.views.cashflow import cashflow_report
    from clusters_cli.registry.loading import open_registry
    from clusters_cli.registry.queries import find_cluster, find_schemes

    opened = open_registry(registry)
    schemes = find_schemes(opened.programmes.schemes, scheme or [])
    named = [find_cluster(opened, name) for name in clusters or []]
    wanted = grants(opened, named, amount(grant, "--grant"))
    plans = _plans(schemes, wanted, Terms(start=start, years=years))
    return Answer(cashflow_report(plans, wanted, opened, asked=bool(named)), Output(format_, output, force))


def _plans(schemes: "tuple[PaymentScheme, ...]", wanted: "tuple[Grant, ...]", terms: "Terms") -> "tuple[Plan, ...]":
    from clusters_cli.cashflow.plan import make_plan

    return tuple(
        make_plan(scheme, grant.amount, terms, cluster=grant.cluster)
        for scheme in schemes
        for grant in wanted
        if grant.amount is not None
    )
