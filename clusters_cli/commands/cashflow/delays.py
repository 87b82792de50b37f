"""The part of ``clusters cashflow`` that draws payment delays."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clusters_cli.commands.cashflow.combinations import Asked, refuse_idle_kind
from clusters_cli.commands.cashflow.grouped_options import RiskOptions
from clusters_cli.commands.shared.conflicts import refuse_both, refuse_idle
from clusters_cli.foundations.text import Text
from clusters_cli.presentation.progress import progress

if TYPE_CHECKING:
    from clusters_cli.cashflow import Credit, Plan, RiskQuestion
    from clusters_cli.presentation.report import Report


def with_delays(
    plain: "Report",
    groups: "Sequence[Sequence[Plan]]",
    options: RiskOptions,
    asked: "Asked",
) -> "Report":
    """Return the report of plans with what drawn delays make of them.

    Args:
        plain: the report of the plans.
        groups: the plans of each payment scheme, or of what was signed.
        options: what was typed of the delays, and of the peak whose excess is counted.
        asked: the payment schemes, the terms and the credit that were asked for.

    Raises:
        UsageError: the delays cannot be drawn, or an option changes nothing in them.
    """
    from clusters_cli.cashflow import check_draws, check_question, check_size, simulate
    from clusters_cli.commands.cashflow.peaks import with_check
    from clusters_cli.commands.cashflow.risk import risk_report
    from clusters_cli.commands.shared.reader import language

    question = _question(options, asked.credit)
    plans = [plan for group in groups for plan in group]
    _refuse_idle_draws(options, question, plans, asked)

    check_size(plans)
    for group in groups:
        check_question(group, question)
    total = len(plans) * question.sampling.draws
    with progress(Text("Drawing delays"), language(), total) as told:
        found = [simulate(group, question, told) for group in groups]
    report = risk_report(plain, found, question, asked.registry)
    most = options.highest()
    return report if most is None else with_check(report, check_draws(found, most), asked.registry)


def _refuse_idle_draws(options: RiskOptions, question: "RiskQuestion", plans: "Sequence[Plan]", asked: "Asked") -> None:
    """Refuse a kind that is paid late twice over, a law of a kind that nobody pays, a correlation of one cluster."""
    from clusters_cli.cashflow import named_kinds

    for kind in asked.terms.late:
        if kind in question.delays:
            hint = Text("--delays draws when it is paid: leave --late out, or name other kinds of instalment")
            refuse_both(f"--late {kind}", "--delays", hint)
    for kind in named_kinds(options.delays or []):
        refuse_idle_kind("--delays", kind, asked.schemes)
    if options.correlation is not None and len({plan.cluster for plan in plans}) == 1:
        refuse_idle("--correlation", Text("it is between clusters, and there is one"))


def _question(options: RiskOptions, credit: "Credit") -> "RiskQuestion":
    from clusters_cli.cashflow import RiskQuestion, parse_delays

    return RiskQuestion(parse_delays(options.delays or []), options.sampling(), options.limit(), credit)
