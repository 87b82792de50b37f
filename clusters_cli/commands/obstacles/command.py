"""``clusters obstacles``: what holds clusters back, as sources say it, and what answers it."""

from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.command_groups import group
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import SharedOptions
from clusters_cli.commands.shared.reader import _

app = group(_("What holds clusters back: the obstacles that sources name, and what answers each."))


@app.command("list")
@grouped
def list_obstacles(
    *,
    shared: SharedOptions,
) -> Answer:
    r"""The obstacles with their texts, and the recommendations that answer them.

    \b
    clusters obstacles list
    clusters obstacles list -f csv
    """
    from clusters_cli.commands.obstacles.view import obstacles_report

    return Answer(obstacles_report(shared.opened()), shared.written)


@app.command("show")
@grouped
def show_obstacle(
    obstacle: Annotated[
        str,
        typer.Argument(
            metavar="OBSTACLE",
            help=_("Letter, id or title of an obstacle."),
            autocompletion=completion.obstacles,
        ),
    ],
    *,
    shared: SharedOptions,
) -> Answer:
    r"""One obstacle: what it is, what sources say of it and against each other, the proposals that answer it.

    \b
    clusters obstacles show D
    clusters obstacles show B -f markdown
    """
    from clusters_cli.commands.obstacles.view import obstacle_report
    from clusters_cli.registry import find_obstacle

    opened = shared.opened()
    return Answer(obstacle_report(find_obstacle(opened, obstacle), opened), shared.written)
