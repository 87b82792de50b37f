"""``clusters networks``: the networks that clusters belong to, and how many members they have where."""

from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.command_groups import group
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import SharedOptions
from clusters_cli.commands.shared.reader import _

app = group(_("The networks of clusters: what sources count of them, and their members by region."))


@app.command("list")
@grouped
def list_networks(
    *,
    shared: SharedOptions,
) -> Answer:
    r"""The networks, and how many members each has in the regions.

    \b
    clusters networks list
    clusters networks list -f csv
    """
    from clusters_cli.commands.networks.view import networks_report

    return Answer(networks_report(shared.opened()), shared.written)


@app.command("show")
@grouped
def show_network(
    network: Annotated[
        str,
        typer.Argument(
            metavar="NETWORK",
            help=_("Id, name or alias; case and accents do not count."),
            autocompletion=completion.networks,
        ),
    ],
    *,
    shared: SharedOptions,
) -> Answer:
    r"""One network: foundation, members, companies and staff as each source counts them, members by region.

    \b
    clusters networks show france-clusters
    clusters networks show "France Clusters" -f markdown
    """
    from clusters_cli.commands.networks.view import network_report
    from clusters_cli.registry import find_network

    opened = shared.opened()
    return Answer(network_report(find_network(opened, network), opened), shared.written)
