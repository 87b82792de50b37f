"""What Typer finds wrong with a command line, in the reader's language."""

import re

import typer

from clusters_cli.presentation.messages import _, labelled


def usage_message(error: typer.exceptions.TyperException) -> str:
    """Say what is wrong with the command line; a phrase of Typer that is not known here stays as it is."""
    name, possible = getattr(error, "option_name", None), getattr(error, "possibilities", None)
    if name and type(error).__name__ == "NoSuchOption":
        hint = _(" (perhaps {names})").format(names=", ".join(sorted(possible))) if possible else ""
        return _("there is no option {name}").format(name=name) + hint
    parameter = getattr(error, "param", None)
    if parameter is None:
        return _translated(error.format_message().rstrip("."))
    label = (
        max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.metavar or parameter.name
    )
    if type(error).__name__ == "MissingParameter":
        return _("{parameter} is missing").format(parameter=label)
    return labelled(label, _translated(error.message.removeprefix("Value error, ").rstrip(".")))


def _translated(phrase: str) -> str:
    for pattern, message in _phrases().items():
        if found := re.fullmatch(pattern, phrase, re.DOTALL):
            return message.format(**found.groupdict())
    return phrase


def _phrases() -> dict[str, str]:
    """Return the phrases of Typer and Pydantic on values, as patterns, and what to say instead."""
    return {
        r"(?P<value>.+) is not one of (?P<choices>.+)": _("{value} is not one of {choices}"),
        r"Option '(?P<option>.+)' requires an argument": _("{option} needs a value"),
        r"Option '(?P<option>.+)' does not take a value": _("{option} takes no value"),
        r"Got unexpected extra argument\(s\) \((?P<words>.+)\)": _("nothing takes {words}"),
        r"Missing command": _("a command is missing"),
        r"Input should be a valid integer.*": _("must be a whole number"),
        r"Input should be a valid number.*": _("must be a number"),
        r"Input should be greater than or equal to (?P<limit>.+)": _("must be at least {limit}"),
        r"Input should be less than or equal to (?P<limit>.+)": _("must be at most {limit}"),
    }
