"""``clusters show``: one cluster with every figure, its source, and what is unknown."""

import typer

from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import (
    ClusterArgument,
    SharedOptions,
)

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@grouped
def show_cluster(
    cluster: ClusterArgument,
    *,
    shared: SharedOptions,
) -> Answer:
    """One cluster: every fact and figure with its source, and what is unknown.

    \b
    clusters show nekoe
    clusters show "Les Champs du Possible" -f markdown
    """
    from clusters_cli.commands.show.view import show_report
    from clusters_cli.registry import find_cluster, profile_of

    opened = shared.opened()
    known = profile_of(find_cluster(opened, cluster), opened)
    return Answer(show_report(known), shared.written)
