"""``clusters explain``: what a code means and what to do about it."""

from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AnswerOptions
from clusters_cli.commands.shared.reader import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@grouped
def explain(
    codes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CODE]...",
            help=_("Codes such as REG103; none lists them all."),
            autocompletion=completion.codes,
        ),
    ] = None,
    *,
    shared: AnswerOptions,
) -> Answer:
    """What a code of a message means, and what to do about it.

    \b
    clusters explain REG103
    clusters explain
    """
    from clusters_cli.commands.explain.catalogue import catalogue, find_explanation
    from clusters_cli.commands.explain.view import codes_report, explain_report

    known = catalogue()
    if not codes:
        return Answer(codes_report(tuple(known.values())), shared.written)
    found = tuple(find_explanation(known, code) for code in codes)
    return Answer(explain_report(found), shared.written)
