"""Help in the reader's language: the program's own texts, and the few words that Typer adds."""

import gettext
import os
import sys
from collections.abc import Sequence
from typing import Any

import typer

from clusters_cli.commands.shared.reader import read_in, translated
from clusters_cli.commands.shared.repeats import refusing_repeats
from clusters_cli.commands.shared.shells import fit
from clusters_cli.foundations.docstrings import docstring
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.text import Language, Text
from clusters_cli.presentation.catalogues import DOMAIN, LOCALE_DIR
from clusters_cli.presentation.stand_ins import as_held
from clusters_cli.presentation.streams import encoding_of

UNKNOWN_COMMAND = Explanation(
    "USE102",
    Text("an unknown command"),
    Text("The first word after clusters is no command."),
    Text("clusters --help lists the commands."),
    example="clusters lst",
)


OF_TYPER = (
    "(dynamic)",
    "Arguments",
    "COMMAND [ARGS]...",
    "Commands",
    "Install completion for the current shell.",
    "Options",
    "Show completion for the current shell, to copy it or customize the installation.",
    "Show this message and exit.",
    "Usage: ",
    "default: {default}",
    "env var: {var}",
    "required",
)
"""Typer's words that stand in a help; they have their place in our catalogues."""

COMPLETED = "…"
"""Metavar of an option whose words are those that completion offers."""


def speak_to_reader(language: Language) -> None:
    """Speak a language from now on; so do Typer's own words, which it looks up with gettext's own functions."""
    read_in(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, LOCALE_DIR)
    gettext.textdomain(DOMAIN)


UNWRAPPED = r"\b"
"""How docstrings and catalogues write the character before which Typer joins no lines."""

_Formatter: Any = typer.Context.formatter_class


class HelpFormatter(_Formatter):  # type: ignore[misc]  # Typer keeps the class's name private
    """Typer's formatter, with the words it does not translate itself."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        super().write_usage(prog, args, translated("Usage: ") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section; one that asks needs no colon."""
        text = heading if heading.endswith("?") else translated("{heading}:").format(heading=heading)
        self.write(f"{'':>{self.current_indent}}{text}\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], **layout: Any) -> None:  # noqa: ANN401  (Typer's own options)
        """Write a list of options or commands."""
        super().write_dl([(name, translated(text) if text in OF_TYPER else text) for name, text in rows], **layout)


class ReaderContext(typer.Context):
    """A context whose help is written for the reader."""

    formatter_class = HelpFormatter

    def get_help(self) -> str:
        """Return the help as standard output can hold it: Typer would write UTF-8 to a stream of ASCII."""
        for parameter in self.command.params:
            if parameter.metavar == COMPLETED:
                words = (item.value for item in parameter.shell_complete(self, ""))
                parameter.metavar = f"<{'|'.join(words)}>"
        return as_held(super().get_help(), encoding_of(sys.stdout))


class ReaderCommand(typer.core.TyperCommand):
    """A command whose help lists its options by the questions that they answer."""

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  (Typer keeps the types private)
        """Write the arguments, then the options under their questions, then those that stand under none."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            if (record := parameter.get_help_record(ctx)) is not None:
                sections.setdefault(_section(parameter), []).append(record)
        for heading, records in sections.items():
            with formatter.section(heading):
                formatter.write_dl(records)


def _section(parameter: Any) -> str:  # noqa: ANN401  (Typer keeps the type private)
    if parameter.param_type_name == "argument":
        return translated("Arguments")
    return getattr(parameter, "rich_help_panel", None) or translated("Options")


class ReaderGroup(typer.core.TyperGroup):
    """A group whose help tells of each command in a whole sentence, where Typer would cut it to a line.

    A command that it does not have is answered with the nearest one, in the reader's language.
    """

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  (Typer keeps the types private)
        """Write the list of commands."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, _summary(command.help)) for name, command in commands if command and not command.hidden]
        with formatter.section(translated("Commands")):
            formatter.write_dl(rows)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401  (Typer keeps the types private)
        """Find the command named by the arguments, or say which one was perhaps meant."""
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-") and not ctx.resilient_parsing:
            near = nearest(args[0], known, 1)
            there = Text("{command} --help lists the commands", command=ctx.command_path)
            hint = Text("did you mean {name}?", name=near[0]) if near else there
            raise UsageError(Text("there is no command {name!r}", name=args[0]), UNKNOWN_COMMAND, hint=hint)
        return super().resolve_command(ctx, args)


def _summary(text: str | None) -> str:
    """Return the first paragraph of a help, on one line."""
    return " ".join((text or "").partition("\n\n")[0].split())


def prepared(command: Any) -> Any:  # noqa: ANN401  (Typer keeps the type private)
    """Let a command, and those of a group, refuse what is given twice, fit shells, and help as this program does."""
    refusing_repeats(command)
    command.context_class = ReaderContext
    if not command.help and command.callback:
        command.help = docstring(command.callback)
    for parameter in command.params:
        fit(parameter)
        if parameter.param_type_name == "argument":
            parameter.display_type_rich = _no_type
    for inner in getattr(command, "commands", {}).values():
        prepared(inner)
    return command


def in_the_readers_language(command: Any) -> Any:  # noqa: ANN401  (Typer keeps the type private)
    """Translate the help of a command, and of the commands of a group, from English."""
    if command.help:
        command.help = translated(command.help.replace("\b", UNWRAPPED)).replace(UNWRAPPED, "\b")
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = translated(parameter.help)
        if parameter.metavar:
            parameter.metavar = translated(parameter.metavar)
        if getattr(parameter, "rich_help_panel", None):
            parameter.rich_help_panel = translated(parameter.rich_help_panel)
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = translated(command.subcommand_metavar)
    for inner in getattr(command, "commands", {}).values():
        in_the_readers_language(inner)
    return command


def _no_type(ctx: typer.Context) -> str:
    """Show no type beside the name of an argument: ``<list[str]>`` tells a programmer something, its help tells all."""
    del ctx
    return ""
