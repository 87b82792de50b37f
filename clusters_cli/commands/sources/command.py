"""``clusters sources``: the texts, pages and data files that state what the registry holds."""

from typing import Annotated

import typer

from clusters_cli.commands.shared import completion
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.command_groups import group
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import SharedOptions
from clusters_cli.commands.shared.reader import _

app = group(_("Where every value comes from: the sources, and what each of them states."))


@app.command("list")
@grouped
def list_sources(
    *,
    shared: SharedOptions,
) -> Answer:
    r"""The sources: title, kind, publisher, date, and how many statements rest on each.

    \b
    clusters sources list
    clusters sources list -f csv
    """
    from clusters_cli.commands.sources.view import sources_report

    return Answer(sources_report(shared.opened()), shared.written)


@app.command("show")
@grouped
def show_source(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help=_("Id or title of a source; case and accents do not count."),
            autocompletion=completion.sources,
        ),
    ],
    *,
    shared: SharedOptions,
) -> Answer:
    r"""One source: title, publisher, date, address, when it was last read, and which entries it speaks of.

    \b
    clusters sources show ceser-2023
    clusters sources show ceser-page -f markdown
    """
    from clusters_cli.commands.sources.view import source_report
    from clusters_cli.registry import find_source

    opened = shared.opened()
    return Answer(source_report(find_source(opened, source), opened), shared.written)
