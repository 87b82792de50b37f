"""``clusters dossier``: a new application file, and what is wrong with one."""

from pathlib import Path
from typing import Annotated

import typer

from clusters_cli.commands.shared import completion, typed_words
from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.command_groups import group
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import (
    ClusterArgument,
    ForceOption,
    OutputOption,
    ProblemsOptions,
    RegistryOption,
)
from clusters_cli.commands.shared.reader import _, language
from clusters_cli.presentation.output import Output

app = group(_("Application files: a new one, or a check of one."))


@app.command("new")
def new_dossier(
    cluster: ClusterArgument,
    use: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="eligibility|treasury",
            help=_("The question it is for; the one for eligibility answers both."),
            autocompletion=completion.purposes,
        ),
    ] = "eligibility",
    registry: RegistryOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> Answer:
    """Write a commented application file, filled with what the registry knows.

    \b
    clusters dossier new nekoe --for eligibility -o nekoe.yaml
    clusters dossier new nekoe --for treasury > nekoe.yaml
    """
    from clusters_cli.dossier import Use, template_for
    from clusters_cli.eligibility import prefill
    from clusters_cli.presentation.report import Report
    from clusters_cli.registry import find_cluster, open_registry

    opened = open_registry(registry)
    known = prefill(find_cluster(opened, cluster), opened)
    text = template_for(known, typed_words.word(Use, use, "--for"), str(output or f"{known.id}.yaml"), language())
    report = Report(command="dossier new", data={"dossier": text}, document=text)
    return Answer(report, Output(None, output, force))


@app.command("check")
@grouped
def check_dossier(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=_("Application files."))],
    *,
    shared: ProblemsOptions,
) -> Answer:
    """Tell every problem of an application file, with its place.  Exits 1 when one is not valid.

    \b
    clusters dossier check nekoe.yaml
    """
    from clusters_cli.commands.dossier.view import check_report
    from clusters_cli.dossier import problems_of

    examined = {str(file): problems_of(file) for file in files}
    return Answer(check_report(examined), shared.written)
