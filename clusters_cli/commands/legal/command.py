"""``clusters legal``: the parameters and the aid regimes that answers rest on, over time."""

from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.command_groups import group
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AsOfOption, SharedOptions
from clusters_cli.commands.shared.reader import _

app = group(_("The law that answers rest on: parameters and aid regimes, their values over time, their texts."))


@app.command("list")
@grouped
def list_law(
    as_of: AsOfOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    r"""The parameters and aid regimes in force on a day, the program's and the registry's own.

    \b
    clusters legal list
    clusters legal list --as-of 2023-03-31 -f csv
    """
    from clusters_cli.commands.legal.view import law_report
    from clusters_cli.eligibility import law_in_use

    return Answer(law_report(law_in_use(shared.opened()), asked_day(as_of)), shared.written)


@app.command("show")
@grouped
def show_law(
    entry: Annotated[
        str,
        typer.Argument(
            metavar="PARAMETER|REGIME",
            help=_("Id, name or number of a parameter or an aid regime."),
            autocompletion=completion.law,
        ),
    ],
    *,
    shared: SharedOptions,
) -> Answer:
    r"""One parameter or aid regime: every value with its days, its text, its address, and when it was last checked.

    \b
    clusters legal show cluster-operating-intensity
    clusters legal show SA.111723
    """
    from clusters_cli.commands.legal.view import entry_report
    from clusters_cli.eligibility import law_in_use

    return Answer(entry_report(law_in_use(shared.opened()), entry), shared.written)
