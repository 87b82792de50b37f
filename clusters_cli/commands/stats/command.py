"""``clusters stats``: the portfolio at a glance."""

from dataclasses import replace
from typing import Annotated

import typer

from clusters_cli.commands.shared import completion, typed_words
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AsOfOption, SharedOptions, WithEndedOption
from clusters_cli.commands.shared.reader import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@grouped
def show_stats(
    by: Annotated[
        list[str] | None,
        typer.Option(
            metavar="maturity|department|domain",
            help=_("Group by this only; repeatable."),
            autocompletion=completion.groupings,
        ),
    ] = None,
    supported: Annotated[
        bool | None,
        typer.Option("--supported/--not-supported", help=_("Only those the Région supports, or the others.")),
    ] = None,
    with_ended: WithEndedOption = False,
    as_of: AsOfOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    r"""The portfolio at a glance: clusters, members, staff, budgets and grants by class, department and domain.

    Each total says how many values are missing in it. Staff stands in the units of its source, never added together.

    \b
    clusters stats
    clusters stats --by domain --supported
    clusters stats -f csv
    """
    from clusters_cli.commands.stats.view import stats_report
    from clusters_cli.maturity import classes_on
    from clusters_cli.registry import Grouping, end_on, everyone, groups, is_supported

    wanted_by = typed_words.words(Grouping, by, "--by") or tuple(Grouping)
    day = asked_day(as_of)
    opened = shared.opened()
    classes = classes_on(opened, day)
    wanted = [
        cluster
        for cluster in opened.clusters.clusters
        if supported is None or (is_supported(cluster, opened) or False) == supported
    ]
    ended = [] if with_ended else [cluster for cluster in wanted if end_on(cluster, opened, day)]
    chosen = tuple(cluster for cluster in wanted if cluster not in ended)
    grouped = tuple(group for by_what in wanted_by for group in groups(chosen, by_what, opened, classes))
    report = stats_report(everyone(chosen, opened), grouped, opened, ended)
    return Answer(replace(report, as_of=day), shared.written)
