"""``clusters diagnose``: which obstacles the facts of a cluster point to, and what is recommended against them."""

from typing import Annotated

import typer

from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AsOfOption, ClusterArgument, SharedOptions
from clusters_cli.commands.shared.reader import _
from clusters_cli.commands.shared.values import number

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@grouped
def diagnose_cluster(
    cluster: ClusterArgument,
    cash_months: Annotated[
        str | None,
        typer.Option(metavar="MONTHS", help=_("Months of budget from which a cash advance is large, to try another.")),
    ] = None,
    as_of: AsOfOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    """The obstacles that the facts of a cluster point to, with their evidence, and the recommendations against them.

    \b
    clusters diagnose noveco
    clusters diagnose aerocentre --cash-months 3 -f markdown
    """
    from clusters_cli.commands.diagnose.view import diagnose_report
    from clusters_cli.maturity import diagnose
    from clusters_cli.registry import find_cluster

    opened = shared.opened()
    months = number(cash_months, "--cash-months")
    diagnosis = diagnose(find_cluster(opened, cluster), opened, asked_day(as_of), cash_months=months)
    return Answer(diagnose_report(diagnosis, opened), shared.written)
