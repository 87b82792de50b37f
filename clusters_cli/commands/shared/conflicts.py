"""Options that do not go together, and those that change nothing: refused with the reason, never dropped."""

from collections.abc import Iterable

import typer

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text

CONTRADICTORY_OPTIONS = Explanation(
    "USE132",
    Text("options that do not go together"),
    Text("One of them leaves the other nothing to say: an application file says for whom, how much and when."),
    Text("Leave one of them out; the hint says why."),
)
USELESS_OPTION = Explanation(
    "USE134",
    Text("an option that changes nothing"),
    Text("Nothing that is asked looks at the option, so that the answer would be the same without it."),
    Text("Leave it out, or ask for what it changes."),
    example="clusters cashflow --scheme feder --grant 500000 --balance-month 3",
)


def typed(context: typer.Context) -> tuple[str, ...]:
    """Return what was typed of a command, in the order of its help: options by name, arguments by metavar."""
    return tuple(
        max(parameter.opts, key=len) if parameter.param_type_name == "option" else str(parameter.metavar)
        for parameter in context.command.params
        if (source := context.get_parameter_source(parameter.name or "")) is not None and source.name == "COMMANDLINE"
    )


def refuse_beside(option: str, others: Iterable[str], given: Iterable[str], reason: Text) -> None:
    """Refuse the first of other options that is given beside an option.

    Args:
        option: the option that stays, such as ``--grant``.
        others: the options that it leaves nothing to say.
        given: what was typed.
        reason: why they do not go together, or what to do instead.

    Raises:
        UsageError: both were typed.
    """
    wanted, all_given = frozenset(others), tuple(given)
    beside = next((name for name in all_given if name in wanted), None)
    if option in all_given and beside is not None:
        refuse_both(beside, option, reason)


def refuse_both(name: str, option: str, reason: Text) -> None:
    """Refuse an option beside another.

    Args:
        name: the option that cannot stand.
        option: the option that stays, such as ``--grant``.
        reason: why they do not go together, or what to do instead.

    Raises:
        UsageError: always.
    """
    message = Text("{name} does not go with {option}", name=name, option=option)
    raise UsageError(message, CONTRADICTORY_OPTIONS, hint=reason)


def refuse_idle(option: str, reason: Text, hint: Text | None = None) -> None:
    """Refuse an option that changes nothing in what is asked.

    Args:
        option: its name.
        reason: why it changes nothing.
        hint: what to type instead, if anything.

    Raises:
        UsageError: always.
    """
    message = Text("{option} changes nothing here: {reason}", option=option, reason=reason)
    raise UsageError(message, USELESS_OPTION, hint=hint or Text("leave it out"))
