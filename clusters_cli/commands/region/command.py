"""``clusters region``: the frame of the registry, the Région that it is about."""

import typer

from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AsOfOption, SharedOptions

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@grouped
def show_region(
    as_of: AsOfOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    """The Région of the registry: codes, departments, agencies, and the rules that are its own, not law.

    \b
    clusters region
    clusters region --registry my-region -f json
    """
    from clusters_cli.commands.region.view import region_report

    return Answer(region_report(shared.opened(), asked_day(as_of)), shared.written)
