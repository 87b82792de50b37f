"""Puts the commands together.  A command's module is imported when it is called, so that the others cost nothing."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Annotated, Any

import typer

from clusters_cli import __version__
from clusters_cli.commands.shared import shells
from clusters_cli.commands.shared.help import ReaderGroup, in_the_readers_language, prepared, speak_to_reader
from clusters_cli.commands.shared.options import ProgramRegistryOption
from clusters_cli.commands.shared.reader import _
from clusters_cli.commands.shared.run import is_for_a_program, run, settle_streams
from clusters_cli.foundations.hidden import visible
from clusters_cli.foundations.text import Text, all_of
from clusters_cli.presentation.catalogues import languages
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.locales import OWN_VARIABLE, language_of, unknown_language

COMMANDS = (
    "list",
    "show",
    "stats",
    "classify",
    "criteria",
    "diagnose",
    "obstacles",
    "recommendations",
    "eligibility",
    "minimis",
    "legal",
    "dossier",
    "test",
    "cashflow",
    "treasury",
    "schemes",
    "credits",
    "pool",
    "region",
    "poles",
    "networks",
    "programmes",
    "validate",
    "audit",
    "sources",
    "schema",
    "explain",
    "init",
)
"""Each command, in the order of the help, and the name of its folder in ``clusters_cli.commands``."""


class LazyGroup(ReaderGroup):
    """A group that imports a command when it is asked for, and runs it through ``run``."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401  (Typer's own attributes)
        super().__init__(**attributes)
        prepared(self)

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # Typer's own context
        """Return the names of the commands, in the order of the help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]  # noqa: ANN401  (Typer's private type)
        """Import a command's module and return the command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"clusters_cli.commands.{cmd_name}.command")
        command = in_the_readers_language(prepared(typer.main.get_command(module.app)))
        command.name = cmd_name
        return command

    def main(self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **extra: Any) -> Any:  # type: ignore[override]  # noqa: ANN401  (Typer's signature)
        """Run the program; in standalone mode (the rule) end it with its exit code."""
        arguments = list(sys.argv[1:] if args is None else args)
        debug = "--debug" in arguments
        arguments = [argument for argument in arguments if argument != "--debug"]
        language = "en" if is_for_a_program(arguments) else language_of(os.environ)
        speak_to_reader(language)
        in_the_readers_language(self)
        shells.rejoin_words()
        if not standalone_mode:
            return super().main(arguments, standalone_mode=False, **extra)
        invoke = partial(super().main, arguments, standalone_mode=False, **extra)
        code = run(invoke, arguments, language, debug=debug)
        sys.exit(code)


app = typer.Typer(
    name="clusters",
    cls=LazyGroup,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001  (Typer calls it with the flag)
    if wanted:
        typer.echo(f"clusters {__version__}")
        raise typer.Exit


@app.callback()
def program(
    context: typer.Context,
    registry: ProgramRegistryOption = None,
    version: Annotated[  # noqa: FBT002  (a flag)
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_("Print the version and stop."))
    ] = False,
    debug: Annotated[  # noqa: FBT002  (a flag)
        bool, typer.Option("--debug", help=_("Show the traceback if the program fails; may stand anywhere."))
    ] = False,
) -> None:
    """French business clusters: who they are, how mature, which aid, how much cash they must advance.

    \b
    clusters list --department 37
    clusters show nekoe
    clusters cashflow nekoe --scheme triennial
    """
    del registry, version, debug
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _not_spoken(name: str) -> Text:
    return Text(
        "{variable}: there is no language {name!r}, only {languages}; the locale decides",
        variable=OWN_VARIABLE,
        name=name,
        languages=all_of(languages()),
    )


def main() -> None:
    """Run the program on the command line it was called with."""
    settle_streams(sys.argv[1:])
    if (unspoken := unknown_language(os.environ)) and not shells.is_asking():
        sys.stderr.write(visible(word(_not_spoken(unspoken), language_of(os.environ))) + "\n")
    app(prog_name="clusters")
