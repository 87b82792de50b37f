"""What Typer finds wrong with a command line, as texts of the program."""

import re

import typer

from clusters_cli.foundations.text import Listed, Text, Value, labelled


def usage_message(error: typer.exceptions.TyperException) -> Value:
    """Say what is wrong with the command line; a phrase of Typer that is not known here stays as it is."""
    name, possible = getattr(error, "option_name", None), getattr(error, "possibilities", None)
    if name and type(error).__name__ == "NoSuchOption":
        if not possible:
            return Text("there is no option {name}", name=name)
        names = Listed(tuple(sorted(possible)))
        return Text("there is no option {name} (perhaps {names})", name=name, names=names)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return _translated(error.format_message().rstrip("."))
    label = (
        max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.metavar or parameter.name
    )
    if type(error).__name__ == "MissingParameter":
        return Text("{parameter} is missing", parameter=label)
    return labelled(label, _translated(error.message.removeprefix("Value error, ").rstrip(".")))


def _translated(phrase: str) -> Value:
    for pattern, message in _phrases().items():
        if found := re.fullmatch(pattern, phrase, re.DOTALL):
            return message.given(**found.groupdict())
    return phrase


def _phrases() -> dict[str, Text]:
    """Return the phrases of Typer and Pydantic on values, as patterns, and what to say instead."""
    return {
        r"(?P<value>.+) is not one of (?P<choices>.+)": Text("{value} is not one of {choices}"),
        r"Option '(?P<option>.+)' requires an argument": Text("{option} needs a value"),
        r"Option '(?P<option>.+)' does not take a value": Text("{option} takes no value"),
        r"Got unexpected extra argument\(s\) \((?P<words>.+)\)": Text("nothing takes {words}"),
        r"Missing command": Text("a command is missing"),
        r"Input should be a valid integer.*": Text("must be a whole number"),
        r"Input should be a valid number.*": Text("must be a number"),
        r"Input should be greater than or equal to (?P<limit>.+)": Text("must be at least {limit}"),
        r"Input should be less than or equal to (?P<limit>.+)": Text("must be at most {limit}"),
    }
