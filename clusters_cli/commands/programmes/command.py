"""``clusters programmes``: what funds or helps clusters, and what fits whom."""

from dataclasses import replace
from typing import Annotated

import typer

from clusters_cli.commands.shared import completion, typed_words
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.command_groups import group
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AsOfOption, SharedOptions
from clusters_cli.commands.shared.reader import _
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text

NOTHING_TO_MATCH = Explanation(
    "USE160",
    Text("nothing to match"),
    Text("Programmes are matched to clusters named on the command line, or a programme to clusters with --programme."),
    Text("Name a cluster, or add --programme."),
    example="clusters programmes match",
)


app = group(_("What funds or helps clusters: amounts, periods, rates, terms, and what fits whom."))


@app.command("list")
@grouped
def list_programmes(
    standing: Annotated[
        list[str] | None,
        typer.Option(
            metavar="open|to-come|ended|unknown",
            help=_("Only those that stand so on the day asked; repeatable."),
            autocompletion=completion.standings,
        ),
    ] = None,
    as_of: AsOfOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    r"""The programmes: period, whether they are open, amount, rate and payment scheme.

    \b
    clusters programmes list
    clusters programmes list --standing open -f csv
    clusters programmes list --as-of 2028-01-01
    """
    from clusters_cli.commands.programmes.view import programmes_report
    from clusters_cli.registry import Standing, dated_programmes

    wanted = typed_words.words(Standing, standing, "--standing")
    asked = asked_day(as_of)
    found = dated_programmes(shared.opened(), asked, wanted)
    return Answer(replace(programmes_report(found), as_of=asked), shared.written)


@app.command("show")
@grouped
def show_programme(
    programme: Annotated[
        str,
        typer.Argument(
            metavar="PROGRAMME",
            help=_("Id, name or alias; case and accents do not count."),
            autocompletion=completion.programmes,
        ),
    ],
    as_of: AsOfOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    r"""One programme: amounts and periods source by source, terms, strands, who received from it, what is unknown.

    \b
    clusters programmes show interreg-nwe
    clusters programmes show "PIA 4" -f markdown
    """
    from clusters_cli.commands.programmes.show import programme_report
    from clusters_cli.registry import dated_programme, find_programme

    opened = shared.opened()
    asked = asked_day(as_of)
    found = dated_programme(find_programme(opened, programme), opened, asked)
    return Answer(replace(programme_report(found, opened), as_of=asked), shared.written)


@app.command("match")
@grouped
def match_programmes(
    clusters: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CLUSTER]...",
            help=_("Ids, names or aliases; with --programme, none for all clusters."),
            autocompletion=completion.clusters,
        ),
    ] = None,
    programme: Annotated[
        str | None,
        typer.Option(
            metavar="PROGRAMME",
            help=_("Show clusters against the strands of this programme."),
            autocompletion=completion.programmes,
        ),
    ] = None,
    as_of: AsOfOption = None,
    *,
    shared: SharedOptions,
) -> Answer:
    r"""What fits whom, as sources state it: links a source printed and that cannot be read are unknown, not "no".

    For clusters: the programmes that concern them, why, and the terms that would apply; those that have ended come
    last. For a programme: the matrix of clusters and strands.

    \b
    clusters programmes match nekoe
    clusters programmes match --programme france-2030
    """
    from clusters_cli.commands.programmes.match import match_report, matrix_report
    from clusters_cli.registry import dated_programme, find_cluster, find_programme, matches, matrix

    opened = shared.opened()
    asked = asked_day(as_of)
    named = {cluster.id: cluster for cluster in (find_cluster(opened, name) for name in clusters or ())}
    if programme is not None:
        dated = dated_programme(find_programme(opened, programme), opened, asked)
        against = matrix(dated, tuple(named.values()) or opened.clusters.clusters)
        return Answer(replace(matrix_report(against, opened, asked), as_of=asked), shared.written)
    if not named:
        hint = Text("name a cluster, or a programme with --programme")
        raise UsageError(Text("there is nothing to match"), NOTHING_TO_MATCH, hint=hint)
    found = [(cluster, matches(cluster, opened, asked)) for cluster in named.values()]
    return Answer(replace(match_report(found, opened, asked), as_of=asked), shared.written)
