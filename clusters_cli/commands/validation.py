"""``clusters validate``: every problem of every file of a registry, for people and for CI."""

from pathlib import Path
from typing import Annotated

import typer

from clusters_cli.commands.answer import Answer
from clusters_cli.commands.options import ForceOption, OutputOption, RegistryOption
from clusters_cli.foundations.messages import _
from clusters_cli.presentation.formats import ProblemFormat, chosen_problem_format
from clusters_cli.presentation.output import Output

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def validate(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="DIR", help=_("Folders of registries; by default the registry in use.")),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=_("Exit 1 on warnings too."))] = False,
    registry: RegistryOption = None,
    format_: Annotated[
        ProblemFormat | None,
        typer.Option(
            "--format",
            "-f",
            help=_("How to write the problems; by default what the suffix of --output says, else text."),
            show_default=False,
        ),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> Answer:
    """Every problem of a registry: file, line, column, code, what was perhaps meant.  Exits 1 when it is not valid.

    \b
    clusters validate
    clusters validate my-region --strict
    clusters validate data -f github
    clusters validate data -o problems.sarif
    """
    from clusters_cli.commands.views.validation import validation_report
    from clusters_cli.registry.checks.validation import examinations
    from clusters_cli.registry.loading import packaged_registry

    chosen = chosen_problem_format(format_, output)
    examined = examinations(folders or [registry or packaged_registry()])
    return Answer(validation_report(examined, chosen, strict=strict), Output(chosen.written_as, output, force))
