"""An option that holds one value is given once: of two, the first would be dropped without a word."""

from typing import Any

import typer

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text

GIVEN_TWICE = Explanation(
    "USE133",
    Text("given twice"),
    Text("An option that holds one value is given twice, or twice for one kind or cluster: one would be dropped."),
    Text("Leave out the one that is not meant."),
    example="clusters list --sort name --sort budget",
)


def refusing_repeats(command: Any) -> Any:  # noqa: ANN401  (Typer keeps the type private)
    """Let a command refuse an option that is given twice and can hold one value only."""
    parse = command.parse_args

    def parse_args(ctx: typer.Context, args: list[str]) -> Any:  # noqa: ANN401  (as above)
        if not ctx.resilient_parsing:
            _values, _rest, order = command.make_parser(ctx).parse_args(args=list(args))
            _refuse_repeats(order)
        return parse(ctx, args)

    command.parse_args = parse_args
    return command


def _refuse_repeats(order: list[Any]) -> None:
    """Refuse the first parameter that stands twice among those of a command line."""
    seen: list[Any] = []
    for parameter in order:
        if parameter in seen and parameter.param_type_name == "option" and not parameter.multiple:
            raise given_twice(max(parameter.opts, key=len))
        seen.append(parameter)


def refuse_second_registry(context: typer.Context, folder: object) -> None:
    """Refuse a registry named both before and after the command; the environment may name another one.

    Raises:
        UsageError: both are typed.
    """
    root = context.find_root()
    before = root.get_parameter_source("registry") if root is not context else None
    if folder is not None and before is not None and before.name == "COMMANDLINE":
        raise given_twice("--registry")


def given_twice(what: str) -> UsageError:
    """Return the error of an option, or of its value for one kind or cluster, that is given twice."""
    message = Text("{option} is given twice, and holds one value", option=what)
    return UsageError(message, GIVEN_TWICE, hint=Text("leave out the one that is not meant"))
