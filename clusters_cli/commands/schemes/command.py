"""``clusters schemes``: the payment schemes one can plan with, those of the registry and one's own."""

from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.command_groups import group
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import SharedOptions
from clusters_cli.commands.shared.payment_options import SchemesOption
from clusters_cli.commands.shared.reader import _

app = group(_("The payment schemes: when a funder pays which share of a grant."))


@app.command("list")
@grouped
def list_schemes(
    schemes: SchemesOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    r"""The payment schemes of the registry, and those of a file of your own.

    \b
    clusters schemes list
    clusters schemes list --schemes mine.yaml
    """
    from clusters_cli.cashflow import with_own_schemes
    from clusters_cli.commands.schemes.view import schemes_report

    known = with_own_schemes(shared.opened().schemes, schemes)
    return Answer(schemes_report(known), shared.written)


@app.command("show")
@grouped
def show_scheme(
    scheme: Annotated[
        str,
        typer.Argument(metavar="SCHEME", help=_("Id or name of a payment scheme."), autocompletion=completion.scheme),
    ],
    schemes: SchemesOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    r"""One payment scheme: its agreement, its instalments, and why each date was assumed.

    \b
    clusters schemes show triennial
    clusters schemes show mine --schemes mine.yaml
    """
    from clusters_cli.cashflow import with_own_schemes
    from clusters_cli.commands.schemes.view import scheme_report
    from clusters_cli.registry import find_scheme

    known = with_own_schemes(shared.opened().schemes, schemes)
    return Answer(scheme_report(find_scheme(known.entries, scheme), known), shared.written)
