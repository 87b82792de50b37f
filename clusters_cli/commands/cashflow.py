"""``clusters cashflow``: what a payment scheme makes a cluster advance, month by month."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from clusters_cli.commands import cashflow_options as its
from clusters_cli.commands import values
from clusters_cli.commands.answer import Answer
from clusters_cli.commands.cashflow_delays import DelayOptions, draws_delays, with_delays
from clusters_cli.commands.cashflow_together import Asked, going_together, refuse_idle_terms
from clusters_cli.commands.options import (
    ClustersArgument,
    ExcludeOption,
    ForceOption,
    FormatOption,
    OutputOption,
    RegistryOption,
)
from clusters_cli.commands.together import refuse_idle, typed
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.output import Output

if TYPE_CHECKING:
    from clusters_cli.cashflow.borrowing import Credit
    from clusters_cli.cashflow.terms import Terms
    from clusters_cli.commands.views.plan_tables import Layout
    from clusters_cli.presentation.report import Report
    from clusters_cli.registry.loading import Registry
    from clusters_cli.registry.models.schemes import PaymentScheme

app = typer.Typer(rich_markup_mode=None, add_completion=False)

FIRST_YEAR, YEARS = 2023, 3


@app.command()
def cashflow(
    context: typer.Context,
    clusters: ClustersArgument = None,
    exclude: ExcludeOption = None,
    scheme: its.SchemeOption = None,
    schemes: its.SchemesOption = None,
    grant: its.GrantOption = None,
    dossier: its.DossierOption = None,
    years: its.YearsOption = None,
    start: its.StartOption = None,
    signed: its.SignedOption = None,
    payment_delay: its.PaymentDelayOption = None,
    balance_month: its.BalanceMonthOption = None,
    project_months: its.ProjectMonthsOption = None,
    spending: its.SpendingOption = None,
    late: its.LateOption = None,
    actual_cost: its.ActualCostOption = None,
    rate: its.RateOption = None,
    day_count: its.DayCountOption = 365,
    fee: its.FeeOption = None,
    guarantee: its.GuaranteeOption = None,
    ceiling: its.CeilingOption = None,
    bank_cost: its.BankCostOption = None,
    max_peak: its.MaxPeakOption = None,
    delays: its.DelaysOption = None,
    draws: its.DrawsOption = None,
    seed: its.SeedOption = None,
    correlation: its.CorrelationOption = None,
    by: its.ByOption = "month",
    chart: its.ChartOption = None,
    registry: RegistryOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> Answer:
    r"""What a payment scheme makes a cluster advance before the money arrives.

    Exits 1 when a peak is above --max-peak, 3 when nobody states the grant of a cluster that is named.

    \b
    clusters cashflow nekoe --scheme annual-60-40 --chart
    clusters cashflow --scheme annual-60-40 --scheme triennial
    clusters cashflow --scheme feder --grant "500 000" --bank-cost 60000
    clusters cashflow nekoe --scheme triennial --delays 'balance=uniform(0,180)' --max-peak 40000
    clusters cashflow nekoe --scheme triennial -o plan.xlsx
    clusters cashflow --dossier nekoe.yaml --scheme all
    """
    from clusters_cli.registry.loading import open_registry

    given = going_together(typed(context))
    opened = open_registry(registry)
    known, wanted = _schemes(opened, schemes, scheme or [], needed=not dossier)
    terms = _terms(years, start, signed, payment_delay, balance_month, project_months, spending, late, actual_cost)
    asked = Asked(opened, known, wanted, terms, given, _credit(rate, day_count, fee, guarantee, ceiling, bank_cost))
    written = Output(format_, output, force)
    layout = _layout(by, chart, written)
    if dossier:
        return Answer(_of_dossier(asked, dossier, layout), written)
    drawn = DelayOptions(delays, draws, seed, correlation)
    return Answer(_of_registry(asked, clusters, exclude, grant, max_peak, layout, drawn), written)


def _layout(by: str, chart: bool | None, written: Output) -> "Layout":
    from clusters_cli.commands.views.plan_tables import Layout

    return Layout(values.step(by), values.chart_wanted(chart, written))


def _schemes(
    registry: "Registry", file: Path | None, names: list[str], *, needed: bool
) -> "tuple[tuple[PaymentScheme, ...], tuple[PaymentScheme, ...]]":
    """Return the payment schemes that are known, and those asked for."""
    from clusters_cli.cashflow.own_schemes import with_own_schemes
    from clusters_cli.registry.queries import find_schemes

    known = with_own_schemes(registry.programmes.schemes, file)
    return known, find_schemes(known, names) if names or needed else ()


def _of_registry(
    asked: Asked,
    names: list[str] | None,
    exclude: list[str] | None,
    grant: str | None,
    max_peak: str | None,
    layout: "Layout",
    drawn: DelayOptions,
) -> "Report":
    from clusters_cli.cashflow.grants import grants
    from clusters_cli.cashflow.study import study
    from clusters_cli.commands.views.cashflow import cashflow_report

    refuse_idle_terms(asked.given, asked.terms, asked.schemes)
    amount, limit = values.amount(grant, "--grant"), values.amount(max_peak, "--max-peak")
    clusters = values.chosen_clusters(asked.registry, names, exclude) if names or exclude else ()
    wanted, at_random = grants(asked.registry, clusters, amount), draws_delays(drawn)
    found = study(asked.schemes, wanted, asked.terms, asked.credit, None if at_random else limit)
    report = cashflow_report(found, wanted, asked.registry, asked.credit, layout, asked=bool(names))
    if not (at_random and found.plans):
        return report
    return with_delays(report, found.plans, drawn, limit, asked)


def _of_dossier(asked: Asked, dossier: Path, layout: "Layout") -> "Report":
    from clusters_cli.cashflow.project import has_grant_asked_for
    from clusters_cli.cashflow.study import study_of_dossier
    from clusters_cli.commands.views.treasury import treasury_report
    from clusters_cli.dossier import read_dossier

    file = read_dossier(dossier)
    if asked.schemes and not has_grant_asked_for(file.dossier):
        refuse_idle("--scheme", _("no resource of the application file has status: requested"))
    found = study_of_dossier(file, asked.known, asked.schemes, asked.terms, asked.credit)
    used = {plan.scheme for plan in found.plans}
    refuse_idle_terms(asked.given, asked.terms, [scheme for scheme in asked.known if scheme.id in used])
    return treasury_report(found, file.dossier, asked.credit, layout)


def _terms(
    years: int | None,
    start: int | None,
    signed: str | None,
    payment_delay: str | None,
    balance_month: int | None,
    project_months: int | None,
    spending: str | None,
    late: list[str] | None,
    actual_cost: str | None,
) -> "Terms":
    from clusters_cli.cashflow.terms import Terms

    justified = values.share(actual_cost, "--actual-cost")
    return Terms(
        start=FIRST_YEAR if start is None else start,
        years=YEARS if years is None else years,
        signature=values.month_day(signed, "--signed"),
        payment_delay=values.duration(payment_delay, "--payment-delay"),
        balance_month=balance_month,
        project_months=project_months,
        spending=values.profile(spending),
        late=values.late(late),
        actual_cost=Decimal(1) if justified is None else justified,
    )


def _credit(
    rate: str | None,
    day_count: int,
    fee: str | None,
    guarantee: str | None,
    ceiling: str | None,
    bank_cost: str | None,
) -> "Credit":
    from clusters_cli.cashflow.borrowing import Credit

    return Credit(
        rate=values.percentage(rate, "--rate"),
        day_count=values.day_count(day_count),
        fee=values.charge(fee, "--fee"),
        guarantee=values.charge(guarantee, "--guarantee"),
        ceiling=values.amount(ceiling, "--ceiling"),
        bank_cost=values.amount(bank_cost, "--bank-cost"),
    )
