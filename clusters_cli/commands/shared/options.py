"""Options that several commands share, written and explained once."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clusters_cli.commands.shared import asked_day, completion
from clusters_cli.commands.shared.help import COMPLETED
from clusters_cli.commands.shared.reader import _
from clusters_cli.commands.shared.registry_folder import VARIABLE, expanded
from clusters_cli.commands.shared.repeats import refuse_second_registry
from clusters_cli.presentation.formats import Format, named
from clusters_cli.presentation.output import Output
from clusters_cli.presentation.report_parts import Part

if TYPE_CHECKING:
    from clusters_cli.registry import Registry


def _or_of_the_program(context: typer.Context, folder: Path | None) -> Path | None:
    """Take the folder given after the command, else the one given before it or in the environment."""
    refuse_second_registry(context, folder)
    given: Path | None = folder or context.find_root().params.get("registry")
    return given and expanded(given)


ClusterArgument = Annotated[
    str,
    typer.Argument(
        metavar="CLUSTER",
        help=_("Id, name or alias; case and accents do not count."),
        autocompletion=completion.clusters,
    ),
]
ClustersArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="CLUSTER",
        help=_("Ids, names or aliases; none for all clusters."),
        autocompletion=completion.clusters,
    ),
]
ExcludeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="CLUSTER",
        help=_("All clusters but this one; repeatable."),
        autocompletion=completion.clusters,
    ),
]
RegistryOption = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        metavar="DIR",
        help=_("Folder of the registry to use instead of the one that comes with the program."),
        callback=_or_of_the_program,
    ),
]
ProgramRegistryOption = Annotated[
    Path | None,
    typer.Option(
        "--registry",
        metavar="DIR",
        envvar=VARIABLE,
        help=_("Folder of the registry to use instead of the one that comes with the program."),
    ),
]


def _format_option(*parts: Part) -> Any:  # noqa: ANN401  (Typer keeps the type private)
    """Return the option that chooses among the formats in which an answer with these parts can be written."""
    return typer.Option(
        "--format",
        "-f",
        parser=named,
        metavar=COMPLETED,
        help=_("How to write the answer; by default what the suffix of --output says, else for the screen."),
        autocompletion=completion.formats(frozenset(parts)),
    )


FormatOption = Annotated[Format | None, _format_option(Part.TABLE)]
MessageFormatOption = Annotated[Format | None, _format_option()]
"""For an answer that is a message, without a table."""
BooksFormatOption = Annotated[Format | None, _format_option(Part.TABLE, Part.ENTRIES, Part.EVENTS)]
"""For an answer on money that moves day by day."""
MapFormatOption = Annotated[Format | None, _format_option(Part.TABLE, Part.PLACES)]
ProblemsFormatOption = Annotated[Format | None, _format_option(Part.TABLE, Part.PROBLEMS)]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=_("Write to a file; its suffix chooses the format.")),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        envvar=asked_day.VARIABLE,
        help=_("Day on which it is asked; today if not given."),
    ),
]
WithEndedOption = Annotated[
    bool, typer.Option("--with-ended", help=_("Count those too that were merged or dissolved by the day asked."))
]
ForceOption = Annotated[bool, typer.Option("--force", help=_("Replace the file if it exists."))]


class _Writing:
    """What knows how and where an answer is written."""

    __slots__ = ()

    format_: Format | None
    output: Path | None
    force: bool

    @property
    def written(self) -> Output:
        """How and where the answer is written."""
        return Output(self.format_, self.output, self.force)


@dataclass(frozen=True, slots=True)
class AnswerOptions(_Writing):
    """What a command takes that needs no registry: how and where it writes its answer."""

    format_: FormatOption = None
    output: OutputOption = None
    force: ForceOption = False


@dataclass(frozen=True, slots=True)
class ProblemsOptions(AnswerOptions):
    """The same for an answer of problems with their places."""

    format_: ProblemsFormatOption = None


@dataclass(frozen=True, slots=True)
class SharedOptions(_Writing):
    """What nearly every command takes: which registry it reads, and how and where it writes its answer."""

    registry: RegistryOption = None
    format_: FormatOption = None
    output: OutputOption = None
    force: ForceOption = False

    def opened(self) -> "Registry":
        """Read the registry.

        Raises:
            UnusableFileError: its folder cannot be read.
            InvalidDataError: it is not valid.
        """
        from clusters_cli.registry import open_registry

        return open_registry(self.registry)


@dataclass(frozen=True, slots=True)
class MapOptions(SharedOptions):
    """The same for an answer that a map can hold."""

    format_: MapFormatOption = None


@dataclass(frozen=True, slots=True)
class BooksOptions(SharedOptions):
    """The same for an answer on money that moves day by day."""

    format_: BooksFormatOption = None


ParametersOption = Annotated[
    Path | None,
    typer.Option("--parameters", metavar="FILE", help=_("What if: parameters that replace those in force.")),
]
