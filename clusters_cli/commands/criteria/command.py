"""``clusters criteria``: by what clusters are classed, and what points to an obstacle."""

import typer

from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import SharedOptions

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@grouped
def show_criteria(
    *,
    shared: SharedOptions,
) -> Answer:
    """The criteria of maturity and the signs of obstacles: measures, thresholds, where they lead, who states them.

    \b
    clusters criteria
    clusters criteria --registry my-region -f json
    """
    from clusters_cli.commands.criteria.view import criteria_report
    from clusters_cli.maturity import criteria_in_use

    opened = shared.opened()
    return Answer(criteria_report(*criteria_in_use(opened), opened), shared.written)
