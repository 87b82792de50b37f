"""``clusters credits``: what a funder pays in each year when it changes the payment scheme."""

from typing import Annotated

import typer

from clusters_cli.commands.cashflow.combinations import (
    refuse_exclusions_of_one_amount,
    refuse_idle_day,
    refuse_idle_terms,
)
from clusters_cli.commands.shared import chosen_clusters, completion, payment_values, values
from clusters_cli.commands.shared import payment_options as its
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.conflicts import typed
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import (
    AsOfOption,
    ClustersArgument,
    ExcludeOption,
    SharedOptions,
    WithEndedOption,
)
from clusters_cli.commands.shared.reader import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)

BeforeOption = Annotated[
    str,
    typer.Option(
        "--from", metavar="SCHEME", help=_("Payment scheme until the change."), autocompletion=completion.scheme
    ),
]
AfterOption = Annotated[
    str,
    typer.Option(
        "--to", metavar="SCHEME", help=_("Payment scheme from the change on."), autocompletion=completion.scheme
    ),
]


SwitchOption = Annotated[
    int | None,
    typer.Option(
        metavar="YEAR", help=_("First year whose grants are paid the new way; that of the day asked if not given.")
    ),
]
ShownYearsOption = Annotated[int, typer.Option(metavar="N", help=_("Years to show from the change on."))]
YearlyGrantOption = Annotated[
    str | None, typer.Option(metavar="AMOUNT", help=_("One grant a year instead of the registry's."))
]


@app.command("credits")
@grouped
def credits_(
    context: typer.Context,
    before: BeforeOption,
    after: AfterOption,
    clusters: ClustersArgument = None,
    switch: SwitchOption = None,
    years: ShownYearsOption = 3,
    grant: YearlyGrantOption = None,
    schemes: its.SchemesOption = None,
    signed: its.SignedOption = None,
    payment_delay: its.PaymentDelayOption = None,
    balance_month: its.BalanceMonthOption = None,
    as_of: AsOfOption = None,
    chart: its.ChartOption = None,
    exclude: ExcludeOption = None,
    with_ended: WithEndedOption = False,
    *,
    shared: SharedOptions,
) -> Answer:
    """What the funder commits and pays each year under two payment schemes, and when one takes over from the other.

    Exits 3 when nobody states the grant of a cluster that is named.

    \b
    clusters credits --from annual-60-40 --to triennial --switch 2024
    clusters credits --from annual-60-40 --to triennial --switch 2024 --grant 866000 --years 6
    clusters credits --from annual-60-40 --to triennial --exclude cygo -o credits.csv
    """
    from clusters_cli.cashflow import Terms, change_scheme, wanted_grants, with_own_schemes
    from clusters_cli.commands.credits.view import credits_report
    from clusters_cli.commands.shared.law_notes import with_replacements
    from clusters_cli.commands.shared.payment_notes import AskedGrants
    from clusters_cli.registry import find_scheme

    given = typed(context)
    refuse_exclusions_of_one_amount(given)
    refuse_idle_day(given, "--switch")
    opened, asked = shared.opened(), asked_day(as_of)
    known = with_own_schemes(opened.schemes, schemes)
    old, new = (find_scheme(known.entries, name) for name in (before, after))
    amount = values.amount(grant, "--grant")
    chosen = chosen_clusters.whose_grants(amount, opened, clusters, exclude, asked, with_ended=with_ended)
    wanted = wanted_grants(opened, chosen.clusters, amount, asked)
    terms = Terms(
        start=payment_values.first_year(switch, "--switch", asked),
        years=years,
        signature=values.month_day(signed, "--signed"),
        payment_delay=values.duration(payment_delay, "--payment-delay"),
        balance_month=balance_month,
        asked=asked if switch is None else None,
    )
    refuse_idle_terms(given, terms, (old, new))
    amounts = [(one.cluster, one.amount) for one in wanted if one.amount is not None]
    found = change_scheme(old, new, amounts, terms)
    drawn = payment_values.chart_wanted(chart, shared.written)
    grants = AskedGrants(opened, wanted, asked, starts_then=switch is None, named=bool(clusters), ended=chosen.ended)
    report = credits_report(found, grants, chart=drawn)
    return Answer(with_replacements(report, known.among((old.id, new.id))), shared.written)
