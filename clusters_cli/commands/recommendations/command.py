"""``clusters recommendations``: what is recommended, against which obstacle, who is for it, and what became of it."""

from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.command_groups import group
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import SharedOptions
from clusters_cli.commands.shared.reader import _

app = group(
    _("What is recommended: the proposals, the obstacles they answer, who is for or against, what became of them.")
)


@app.command("list")
@grouped
def list_recommendations(
    *,
    shared: SharedOptions,
) -> Answer:
    r"""The recommendations and their proposals, each with the obstacles it answers and what became of it.

    \b
    clusters recommendations list
    clusters recommendations list -f csv
    """
    from clusters_cli.commands.recommendations.view import recommendations_report

    return Answer(recommendations_report(shared.opened()), shared.written)


@app.command("show")
@grouped
def show_recommendation(
    recommendation: Annotated[
        str,
        typer.Argument(
            metavar="RECOMMENDATION",
            help=_("Number of a recommendation or of one of its proposals, or an id."),
            autocompletion=completion.recommendations,
        ),
    ],
    *,
    shared: SharedOptions,
) -> Answer:
    r"""One recommendation: question, actors, expenses, proposals, obstacles, opinions, what became of it, sources.

    \b
    clusters recommendations show 2
    clusters recommendations show 2.1 -f markdown
    """
    from clusters_cli.commands.recommendations.show import recommendation_report
    from clusters_cli.registry import find_advice

    opened = shared.opened()
    return Answer(recommendation_report(find_advice(opened, recommendation), opened), shared.written)
