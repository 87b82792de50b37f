"""``clusters show``: one cluster with every figure, its source, and what is unknown."""

import typer

from clusters_cli.commands.answer import Answer
from clusters_cli.commands.options import ClusterArgument, ForceOption, FormatOption, OutputOption, RegistryOption
from clusters_cli.presentation.output import Output

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show_cluster(
    cluster: ClusterArgument,
    registry: RegistryOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> Answer:
    """One cluster: every fact and figure with its source, and what is unknown.

    \b
    clusters show nekoe
    clusters show "Les Champs du Possible" -f markdown
    """
    from clusters_cli.commands.views.show import show_report
    from clusters_cli.registry.loading import open_registry
    from clusters_cli.registry.profile import profile
    from clusters_cli.registry.queries import find_cluster

    opened = open_registry(registry)
    known = profile(find_cluster(opened, cluster), opened)
    return Answer(show_report(known, opened), Output(format_, output, force))
