"""``clusters classify``: how mature each cluster is, by which criterion, on which evidence."""

from typing import Annotated

import typer

from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.chosen_clusters import chosen_clusters
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AsOfOption, ClustersArgument, ExcludeOption, SharedOptions
from clusters_cli.commands.shared.reader import _
from clusters_cli.commands.shared.values import amount, number

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@grouped
def classify_clusters(
    clusters: ClustersArgument = None,
    explain: Annotated[bool, typer.Option("--explain", help=_("Show every criterion of every cluster."))] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help=_("Compare with the classes stated once: exit 1 when one differs.")),
    ] = False,
    as_of: AsOfOption = None,
    young_years: Annotated[
        int | None,
        typer.Option(metavar="YEARS", min=0, help=_("Age below which a cluster is emerging, to try another.")),
    ] = None,
    budget_threshold: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help=_("Budget from which one is structured, to try another."))
    ] = None,
    team_threshold: Annotated[
        str | None, typer.Option(metavar="NUMBER", help=_("Team above which one is structured, to try another."))
    ] = None,
    exclude: ExcludeOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    """How mature each cluster is on a day, the criterion that decided, its evidence, and the class stated once.

    Exits 3 when the class of a cluster that is named, or a stated one that is checked, cannot be told.

    \b
    clusters classify
    clusters classify noveco --explain
    clusters classify --as-of 2023-04-30 --budget-threshold 250000
    clusters classify --check
    """
    from clusters_cli.commands.classify.view import classify_report
    from clusters_cli.maturity import WhatIf, classify, indicators_of, rules_of

    opened = shared.opened()
    what_if = WhatIf(
        young_years=young_years,
        budget=amount(budget_threshold, "--budget-threshold"),
        team=number(team_threshold, "--team-threshold"),
    )
    rules = rules_of(opened, asked_day(as_of), what_if)
    chosen = chosen_clusters(opened, clusters, exclude)
    results = tuple(classify(cluster, opened, rules) for cluster in chosen)
    beside = {cluster.id: indicators_of(cluster, opened.reference, rules.day) for cluster in chosen}
    report = classify_report(results, beside, rules, opened, explain=explain, check=check, named=bool(clusters))
    return Answer(report, shared.written)
