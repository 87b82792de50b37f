"""``clusters poles``: the pôles de compétitivité that work in the region, and the phases of the policy."""

from typing import Annotated

import typer

from clusters_cli.commands import completion
from clusters_cli.commands.answer import Answer
from clusters_cli.commands.groups import group
from clusters_cli.commands.options import ForceOption, FormatOption, MapFormatOption, OutputOption, RegistryOption
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.output import Output

app = group(_("The pôles de compétitivité that work in the region: grants, labels, phases of the policy."))


@app.command("list")
def list_poles(
    registry: RegistryOption = None,
    format_: MapFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> Answer:
    """The pôles with their grants and labels, and the phases of the policy as each source counts them.

    \b
    clusters poles list
    clusters poles list -f json | jq '.data.phases[]'
    clusters poles list -o poles.geojson
    """
    from clusters_cli.commands.views.poles import poles_report
    from clusters_cli.registry.loading import open_registry

    return Answer(poles_report(open_registry(registry)), Output(format_, output, force))


@app.command("show")
def show_pole(
    pole: Annotated[
        str,
        typer.Argument(
            metavar="POLE",
            help=_("Id, name or alias; case and accents do not count."),
            autocompletion=completion.poles,
        ),
    ],
    registry: RegistryOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> Answer:
    """One pôle: regions, grants by funder and year, label, every fact with its source, and what is unknown.

    \b
    clusters poles show s2e2
    clusters poles show "France Water Team" -f markdown
    """
    from clusters_cli.commands.views.show import show_report
    from clusters_cli.registry.loading import open_registry
    from clusters_cli.registry.profile import profile
    from clusters_cli.registry.queries import find_pole

    opened = open_registry(registry)
    known = profile(find_pole(opened, pole), opened)
    return Answer(show_report(known, opened, "pole"), Output(format_, output, force))
