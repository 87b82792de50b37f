"""``clusters validate``: every problem of every file of a registry, for people and for CI."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from clusters_cli.commands.shared.answer import Answer
from clusters_cli.commands.shared.asked_day import asked_day
from clusters_cli.commands.shared.conflicts import refuse_beside, typed
from clusters_cli.commands.shared.option_groups import grouped
from clusters_cli.commands.shared.options import AsOfOption, ProblemsOptions, RegistryOption
from clusters_cli.commands.shared.reader import _
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text
from clusters_cli.registry import holds_registry, registries_below

NO_REGISTRY = Explanation(
    "USE117",
    Text("no registry to validate"),
    Text(
        "No folder, no --registry and no CLUSTERS_REGISTRY names a registry, and none is found: in the current "
        "folder or its data/, or with --all in the folders given and below them. The one that comes with the "
        "program is not judged instead: it would be valid whatever stands in yours."
    ),
    Text("Name the folder of the registry, the one that holds clusters.yaml and sources.yaml."),
    example="clusters validate",
)


app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@grouped
def validate(
    context: typer.Context,
    folders: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="DIR",
            help=_(
                "Folders of registries; by default the one in use if it is named, else the current folder or its data/."
            ),
        ),
    ] = None,
    everywhere: Annotated[
        bool,
        typer.Option("--all", help=_("Every registry in these folders, or in the current one, and below.")),
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help=_("Exit 1 on warnings too."))] = False,
    registry: RegistryOption = None,
    as_of: AsOfOption = None,
    *,
    shared: ProblemsOptions,
) -> Answer:
    """Every problem of a registry: file, line, column, code, what was perhaps meant.  Exits 1 when it is not valid.

    \b
    clusters validate my-region
    clusters validate --all --strict
    clusters validate data -f github
    clusters validate data -o problems.sarif
    """
    from clusters_cli.commands.validate.view import validation_report
    from clusters_cli.registry import validated_folders

    given = typed(context)
    refuse_beside("DIR", ("--registry",), given, Text("both name the registry: leave one of them out"))
    refuse_beside("--all", ("--registry",), given, Text("--all looks for registries in the folders given before it"))
    looked_at = _everywhere(folders or [Path()]) if everywhere else folders or [registry or _here()]
    asked = asked_day(as_of)
    report = validation_report(validated_folders(looked_at, asked), strict=strict)
    return Answer(replace(report, as_of=asked), shared.written)


def _here() -> Path:
    """Return the folder of the registry that stands here.

    Raises:
        UsageError: none does; the packaged registry, which is sound, must not answer for one that was not found.
    """
    for folder in (Path(), Path("data")):
        if holds_registry(folder):
            return folder
    raise _not_found(Text("no registry is named, and neither the current folder nor data/ holds one"))


def _everywhere(folders: Sequence[Path]) -> list[Path]:
    """Return the registries in each of these folders and below.

    Raises:
        UsageError: one of them holds none.
    """
    found = {folder: list(registries_below(folder)) for folder in folders}
    for folder, below in found.items():
        if not below:
            raise _not_found(Text("no registry is in {folder} or below it", folder=str(folder)))
    return [registry for below in found.values() for registry in below]


def _not_found(message: Text) -> UsageError:
    hint = Text("give a folder with clusters.yaml and sources.yaml, or start one with: clusters init DIR")
    return UsageError(message, NO_REGISTRY, hint=hint)
