"""``clusters credits``: what a funder pays in each year when it changes the payment scheme."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from clusters_cli.commands.cashflow.combinations import (
    refuse_exclusions_of_one_amount,
    refuse_idle_day,
    refuse_idle_terms,
)
from clusters_cli.commands.credits.paid import PaidUntilNow
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
from clusters_cli.commands.shared.reader import _

if TYPE_CHECKING:
    from clusters_cli.cashflow import Terms

app = typer.Typer(rich_markup_mode=None, add_completion=False)

BeforeOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="SCHEME",
        help=_("Payment scheme until the change; if not given, what was signed, else the default of the Région."),
        autocompletion=completion.scheme,
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
    after: AfterOption,
    clusters: ClustersArgument = None,
    before: BeforeOption = None,
    default_scheme: its.DefaultSchemeOption = None,
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
    clusters credits --to triennial
    clusters credits --from annual-60-40 --to triennial --switch 2024
    clusters credits --from annual-60-40 --to triennial --switch 2024 --grant 866000 --years 6
    clusters credits --from annual-60-40 --to triennial --exclude cygo -o credits.csv
    """
    from clusters_cli.cashflow import change_scheme, wanted_grants, with_own_schemes
    from clusters_cli.commands.credits.view import credits_report
    from clusters_cli.commands.shared.law_notes import with_replacements
    from clusters_cli.commands.shared.payment_notes import AskedGrants
    from clusters_cli.commands.shared.signed_notes import with_signed
    from clusters_cli.registry import find_scheme

    given = typed(context)
    refuse_exclusions_of_one_amount(given)
    refuse_idle_day(given, "--switch")
    opened, asked = shared.opened(), asked_day(as_of)
    known = with_own_schemes(opened.schemes, schemes)
    old = wanted_schemes(opened, [before] if before else [], default_scheme, given, "--from")
    (kept, new) = (find_scheme(known.entries, *old.names) if old.names else None, find_scheme(known.entries, after))
    amount = values.amount(grant, "--grant")
    chosen = chosen_clusters.whose_grants(amount, opened, clusters, exclude, asked, with_ended=with_ended)
    wanted = wanted_grants(opened, chosen.clusters, amount, asked)
    terms = _terms(asked, switch, years, signed, payment_delay, balance_month)
    paid = PaidUntilNow(opened, known, kept, asked, is_hypothesis=bool(before) or amount is not None)
    paid_grants, left_out = paid.grants(chosen.clusters, wanted, named=bool(clusters))
    refuse_idle_terms(given, terms, (*(one.before for one in paid_grants), new))
    found = change_scheme(kept, new, paid_grants, terms)
    grants = AskedGrants(opened, wanted, asked, starts_then=switch is None, named=bool(clusters), ended=chosen.ended)
    report = with_signed(
        credits_report(found, grants, chart=payment_values.chart_wanted(chart, shared.written)), left_out, opened
    )
    report = with_assumed(report, old, opened, given, is_assumed=paid.is_default_used(paid_grants), option="--from")
    return Answer(with_replacements(report, known.among(found.assumptions)), shared.written)


def _terms(
    asked: date,
    switch: int | None,
    years: int,
    signed: str | None,
    payment_delay: str | None,
    balance_month: int | None,
) -> "Terms":
    """Read what is assumed otherwise than payment schemes say."""
    from clusters_cli.cashflow import Terms

    return Terms(
        start=payment_values.first_year(switch, "--switch", asked),
        years=years,
        signature=values.month_day(signed, "--signed"),
        payment_delay=values.duration(payment_delay, "--payment-delay"),
        balance_month=balance_month,
        asked=asked if switch is None else None,
    )
