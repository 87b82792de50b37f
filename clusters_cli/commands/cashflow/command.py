"""``clusters cashflow``: what a payment scheme makes a cluster advance, month by month."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from clusters_cli.commands.cashflow.combinations import (
    Asked,
    going_together,
    refuse_cost_of_several,
    refuse_euros_of_others,
)
from clusters_cli.commands.cashflow.delays import with_delays
from clusters_cli.commands.cashflow.grouped_options import (
    GrantOptions,
    RiskOptions,
    SchemeOptions,
    TermOptions,
)
from clusters_cli.commands.cashflow.studies import signed_by, study_as_signed, study_of_hypotheses
from clusters_cli.commands.shared import chosen_clusters, payment_values, values
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.as_signed import WantedSchemes, wanted_schemes
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.conflicts import typed
from clusters_cli.commands.shared.credit_options import CreditOptions
from clusters_cli.commands.shared.default_scheme import with_assumed
from clusters_cli.commands.shared.help import ReaderCommand
from clusters_cli.commands.shared.layout_options import LayoutOptions
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import ClustersArgument, SharedOptions

if TYPE_CHECKING:
    from clusters_cli.commands.shared.layouts import Layout
    from clusters_cli.presentation.report import Report
    from clusters_cli.registry import Registry

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=ReaderCommand)
@grouped
def cashflow(
    context: typer.Context,
    clusters: ClustersArgument = None,
    *,
    grants: GrantOptions,
    paid: SchemeOptions,
    assumed: TermOptions,
    bank: CreditOptions,
    risk: RiskOptions,
    shown: LayoutOptions,
    shared: SharedOptions,
) -> Answer:
    r"""What a payment scheme makes a cluster advance before the money arrives.

    Exits 1 when a peak is above --fail-above or --max-peak, 3 when nobody states the grant of a cluster that is named.

    \b
    clusters cashflow nekoe --scheme annual-60-40 --chart
    clusters cashflow --scheme annual-60-40 --scheme triennial
    clusters cashflow --scheme feder --grant "500 000" --bank-cost 60000
    clusters cashflow nekoe --scheme triennial --delays 'balance=uniform(0,180)' --max-peak 40000
    clusters cashflow --scheme annual-60-40 --fail-above 60000
    clusters cashflow nekoe --scheme triennial -o plan.xlsx
    clusters cashflow nekoe --scheme all --by year
    """
    from clusters_cli.commands.shared.payment_notes import unsplit_notes

    given = going_together(typed(context))
    opened = shared.opened()
    wanted = wanted_schemes(opened, tuple(paid.scheme or ()), paid.default_scheme, given)
    asked = _asked(opened, given, wanted.names, grants, paid, assumed, bank)
    layout = shown.layout(shared.written)
    report = _of_registry(asked, clusters, grants, risk, layout, wanted)
    unsplit = unsplit_notes(payment_values.unsplit(asked.known.entries, asked.schemes, wanted.names))
    return Answer(replace(report, notes=(*report.notes, *unsplit)), shared.written)


def _asked(
    registry: "Registry",
    given: tuple[str, ...],
    names: Sequence[str],
    grants: GrantOptions,
    paid: SchemeOptions,
    assumed: TermOptions,
    bank: CreditOptions,
) -> Asked:
    """Read what is asked, whoever the grants belong to."""
    from clusters_cli.cashflow import with_own_schemes

    amount = values.amount(grants.grant, "--grant")
    split = payment_values.split(paid.part, amount)
    known = with_own_schemes(registry.schemes, paid.schemes)
    wanted = payment_values.schemes(known.entries, names, is_split=split is not None) if names else ()
    day = asked_day(assumed.as_of)
    terms = replace(assumed.terms(day), split=split)
    grant = split.grant if split and split.in_euros else amount
    return Asked(registry, known, wanted, grant, terms, given, bank.credit(), day)


def _of_registry(
    asked: Asked,
    names: list[str] | None,
    whose: GrantOptions,
    risk: RiskOptions,
    layout: "Layout",
    schemes: WantedSchemes,
) -> "Report":
    from clusters_cli.cashflow import check_plans
    from clusters_cli.commands.cashflow.peaks import with_check, with_solved
    from clusters_cli.commands.cashflow.view import cashflow_report
    from clusters_cli.commands.shared.law_notes import with_replacements
    from clusters_cli.commands.shared.payment_notes import AskedGrants
    from clusters_cli.commands.shared.signed_notes import with_signed

    refuse_euros_of_others(asked.terms, asked.given, names or ())
    chosen = chosen_clusters.whose_grants(
        asked.grant, asked.registry, names, whose.exclude, asked.day, with_ended=whose.with_ended
    )
    refuse_cost_of_several(asked.given, len(chosen.clusters))
    signed = signed_by(chosen.clusters, asked)
    if signed.plans:
        found, wanted = study_as_signed(asked, chosen.clusters, signed, named=bool(names))
    else:
        found, wanted = study_of_hypotheses(asked, chosen.clusters, signed, risk)
    starts_then = asked.terms.asked is not None
    grants = AskedGrants(
        asked.registry, wanted, asked.day, starts_then=starts_then, named=bool(names), ended=chosen.ended
    )
    report = with_solved(cashflow_report(found, grants, asked.credit, layout), found.solved, asked.registry)
    if risk.at_random() and found.plans:
        report = with_delays(report, found.groups, risk, asked)
    elif (most := risk.highest()) is not None:
        report = with_check(report, check_plans(found.plans, most), asked.registry)
    report = with_signed(report, signed, asked.registry)
    is_assumed = not found.plans or any(plan.is_assumed for plan in found.plans)
    report = with_assumed(report, schemes, asked.registry, asked.given, is_assumed=is_assumed)
    return with_replacements(report, asked.known.among(found.schemes))
