"""``clusters treasury``: the cash plan of a whole organisation, lines over months, with what a bank is asked."""

from typing import TYPE_CHECKING

import typer

from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.conflicts import typed
from clusters_cli.commands.shared.credit_options import CreditOptions
from clusters_cli.commands.shared.help import ReaderCommand
from clusters_cli.commands.shared.layout_options import LayoutOptions
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import BooksOptions
from clusters_cli.commands.treasury.actuals_options import ActualsOptions
from clusters_cli.commands.treasury.option_rules import going_together
from clusters_cli.commands.treasury.plan_options import (
    LimitOptions,
    MonthOptions,
    PaidOptions,
    SubjectsArgument,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters_cli.commands.treasury.comparison import Scenario
    from clusters_cli.commands.treasury.scenarios import AskedTreasury
    from clusters_cli.presentation.report import Report
    from clusters_cli.registry import Registry

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=ReaderCommand)
@grouped
def treasury(
    context: typer.Context,
    subjects: SubjectsArgument,
    *,
    months: MonthOptions,
    paid: PaidOptions,
    bank: CreditOptions,
    limits: LimitOptions,
    happened: ActualsOptions,
    shown: LayoutOptions,
    shared: BooksOptions,
) -> Answer:
    r"""The cash plan of a whole organisation: receipts and payments by month, and the overdraft to ask for.

    Exits 1 when a day closes below --fail-below or beyond --max-overdraft, 3 when what the plan needs is not known.

    \b
    clusters treasury nekoe.yaml
    clusters treasury nekoe.yaml --from 2026-03 --opening-cash "12 500" --months 24 --by quarter
    clusters treasury nekoe.yaml --late Région=3m --max-overdraft 20000 --rate 5
    clusters treasury nekoe.yaml --scheme Région=triennial
    clusters treasury nekoe.yaml --actuals bank.csv --mapping rules.yaml
    clusters treasury nekoe.yaml -o plan.xlsx
    """
    from clusters_cli.commands.treasury.actuals_view import with_actuals
    from clusters_cli.commands.treasury.beside_actuals import beside_actuals
    from clusters_cli.commands.treasury.notes import with_notes
    from clusters_cli.commands.treasury.scenarios import scenarios_of
    from clusters_cli.commands.treasury.view import treasury_report

    asked = _asked(shared.opened(), subjects, going_together(typed(context)), months, paid, bank)
    happened.refuse_idle(asked.given)
    found = scenarios_of(asked)
    beside = beside_actuals(found, happened, asked.credit, asked.day)
    if beside is not None and beside.plan is not None:
        found = (found[0]._replace(plan=beside.plan, stands=None),)
    report = treasury_report(found, asked.credit, shown.layout(shared.written))
    report = _held_against(report, found, limits)
    if beside is not None:
        report = with_actuals(report, beside)
    return Answer(with_notes(report, found, asked), shared.written)


def _asked(
    registry: "Registry",
    subjects: list[str],
    given: tuple[str, ...],
    months: MonthOptions,
    paid: PaidOptions,
    bank: CreditOptions,
) -> "AskedTreasury":
    """Read whose treasury is asked for, and what is known of how their grants are paid."""
    from clusters_cli.cashflow import with_own_schemes
    from clusters_cli.commands.shared.as_signed import known_schemes
    from clusters_cli.commands.treasury.scenarios import AskedTreasury
    from clusters_cli.commands.treasury.subjects import refuse_idle_day, subjects_of
    from clusters_cli.registry import default_scheme

    schemes = with_own_schemes(registry.schemes, paid.schemes)
    stated = default_scheme(registry)
    default = next((one for one in schemes.entries if stated is not None and one.id == stated.value), None)
    others_pay = paid.others_paid is not None
    known = known_schemes(registry, schemes, default, is_split=bool(paid.part), others_pay=others_pay)
    whose = subjects_of(subjects, registry)
    refuse_idle_day(whose, given)
    return AskedTreasury(registry, whose, asked_day(months.as_of), given, months, paid, schemes, known, bank.credit())


def _held_against(report: "Report", found: "Sequence[Scenario]", limits: LimitOptions) -> "Report":
    """Return the report with what came of the limits and of the delays that were asked for."""
    from clusters_cli.cashflow import parse_delays
    from clusters_cli.commands.treasury.checks import with_draws, with_least, with_overdrafts
    from clusters_cli.treasury import check_balances, drawn_balances, overdraft_limit

    least, most = limits.least(), limits.overdraft()
    plans, names = tuple(one.plan for one in found), [one.name() for one in found]
    if limits.at_random():
        laws, sampling = parse_delays(limits.delays or []), limits.sampling()
        report = with_draws(report, [drawn_balances(plan, laws, sampling, least) for plan in plans], names)
    if most is not None:
        report = with_overdrafts(report, [overdraft_limit(plan, most) for plan in plans], names)
    if least is not None:
        below = [one.name() for one in found if one.plan.lowest < least]
        report = with_least(report, check_balances(plans, least), below)
    return report
