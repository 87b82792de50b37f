"""What is wrong with a value that does not fit its model: a stable code, a text, and what was perhaps meant.

Pydantic says it by a stable error type; its own sentences are not used.
"""

from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from clusters_cli.foundations.building import MOST_IN_ENTRY, TOO_MUCH, models_in
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import LINE
from clusters_cli.foundations.french_keys import english_key
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.reading.refusals import clipped, echoed
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, counted, one_of
from clusters_cli.foundations.unquoted import in_flow
from clusters_cli.foundations.words import UnknownWordError

TOO_LARGE = Explanation(
    "REG007",
    Text("too large"),
    Text(
        "The file is larger than any registry needs: more than 128 MiB, more than 3 000 000 values (more than "
        "50 000 if there is one for every six characters), or an entry of more than 10 000. What is too large is "
        "not read any further."
    ),
    Text("Check that it is the right file, and that entries are not indented under another one."),
)
HIDDEN_CHARACTER = Explanation(
    "REG014",
    Text("a character that hides or reorders text"),
    Text(
        "Control characters rewrite what a terminal shows, marks of direction show a line in another order than "
        "it is read, zero-width characters make two names look like one, and a line break lets what follows a "
        "name stand as a line of its own. None may stand in a data file, comments included."
    ),
    Text("Remove it. Line breaks and tabs may stand in a block of text, after | or >, where a name is not expected."),
    example='name: "Alp\\eha"',
)
UNKNOWN_KEY = Explanation(
    "REG101",
    Text("an unknown key"),
    Text("No key of this name exists here: it is misspelt, or stands one level too high or too low."),
    Text("Take the key that is suggested, or look at clusters schema KIND for those that exist."),
    example="figures: [{year: 2021, bugdet: 100000, source: report}]",
)
MISSING_KEY = Explanation(
    "REG102",
    Text("a key is missing"),
    Text("The entry cannot be understood without this key."),
    Text("Add the key; the place given is that of the entry."),
    example="figures: [{year: 2021, budget: 100000}]",
)
WRONG_VALUE = Explanation(
    "REG103",
    Text("a value that cannot be"),
    Text("The value is not of the kind the key needs, or out of its range: a negative amount, a 30 February."),
    Text("Write the value as the message says; leave the key out when the value is unknown."),
    example="budget: -5",
)
WRONG_SHAPE = Explanation(
    "REG104",
    Text("the wrong shape"),
    Text("A list stands where a text or a mapping is expected, or the other way round."),
    Text("Look at another entry, or at clusters schema KIND; items of a list begin with a hyphen."),
    example="aliases: The Alpha",
)
NOT_ONE_OF_THE_WORDS = Explanation(
    "REG105",
    Text("not one of the words allowed"),
    Text("The key takes one of a few words only."),
    Text("Take one of those in the message."),
    example="stated_maturity: [{value: strctured, source: report}]",
)
WRITTEN_OTHERWISE = Explanation(
    "REG106",
    Text("not written as expected"),
    Text("Ids, codes, dates and addresses have a fixed way of writing, which this value does not follow."),
    Text("Ids are lower case letters, digits and hyphens; dates 2021, 2021-11 or 2021-11-30; addresses http…"),
    example="founded: [{value: March 2021, source: report}]",
)


_SIGNS = {
    "greater_than": (">", "gt"),
    "greater_than_equal": ("≥", "ge"),
    "less_than": ("<", "lt"),
    "less_than_equal": ("≤", "le"),
}
_LENGTHS = {
    "too_short": "min_length",
    "too_long": "max_length",
    "string_too_short": "min_length",
    "string_too_long": "max_length",
}
_RAISED = ("value_error", "assertion_error")
"""What validators of ours raise."""
_TYPE_ERRORS = (
    "string_type",
    "list_type",
    "tuple_type",
    "dict_type",
    "model_type",
    "model_attributes_type",
    "literal_error",
    "enum",
)


class Misfit(NamedTuple):
    """A code, what is wrong, and what was perhaps meant."""

    explanation: Explanation
    message: Text
    suggestion: str | None = None


def explained(model: type[BaseModel], path: DataPath, details: ErrorDetails) -> Misfit:
    """Say what Pydantic found wrong at a path of the data.

    Raises:
        Exception: what a validator raised that is no refusal, but a bug.
    """
    kind, context, found = details["type"], details.get("ctx", {}), details["input"]
    if kind in ("missing", "extra_forbidden"):
        return _of_a_key(model, path, missing=kind == "missing")
    if kind in ("literal_error", "enum") and isinstance(found, str):
        expected = [part.strip() for part in str(context["expected"]).replace(" or ", ",").split(",")]
        near = nearest(str(found), [part.strip("'") for part in expected], 1)
        message = Text("must be one of {expected}, found {found}", expected=one_of(expected), found=echoed(found))
        return Misfit(NOT_ONE_OF_THE_WORDS, message, near[0] if near else None)
    if kind == "string_pattern_mismatch":
        return _unlike(model, context["pattern"], found)
    if kind in _TYPE_ERRORS:
        wrong, example = _wrong_shape(kind, found), _example(model, path, kind, found)
        shown = Text("{problem}; write it as {example}", problem=wrong, example=example) if example else wrong
        return Misfit(WRONG_SHAPE, shown)
    if kind in _RAISED:
        return _refused(context["error"])
    return Misfit(TOO_LARGE if kind == TOO_MUCH else WRONG_VALUE, _value_message(kind, context, found))


def _of_a_key(model: type[BaseModel], path: DataPath, *, missing: bool) -> Misfit:
    if missing:
        return Misfit(MISSING_KEY, Text("is missing"))
    known = _known_keys(model, path[:-1])
    suggested = english_key(str(path[-1]), known) or next(iter(nearest(str(path[-1]), known, 1)), None)
    return Misfit(UNKNOWN_KEY, Text("is not a key known here"), suggested)


def _refused(error: Exception) -> Misfit:
    """Return why a model of ours refuses a value; what it does not refuse but trips over is a bug, and raised as such.

    Pydantic takes any ``ValueError`` and ``AssertionError`` of a validator for a fault of the data.
    """
    if isinstance(error, UnknownWordError):
        return Misfit(NOT_ONE_OF_THE_WORDS, error.reason, error.meant)
    if isinstance(error, RefusedError):
        return Misfit(WRONG_VALUE, error.reason)
    raise error


def _unlike(model: type[BaseModel], pattern: str, found: Any) -> Misfit:
    if pattern == LINE:
        return Misfit(HIDDEN_CHARACTER, Text("must stand on one line, without tabs"))
    examples = one_of(_examples(model, pattern))
    return Misfit(
        WRITTEN_OTHERWISE,
        Text("is not written as expected, such as {examples}; found {found}", examples=examples, found=echoed(found)),
    )


def _value_message(kind: str, context: dict[str, Any], found: Any) -> Text:
    if kind == TOO_MUCH:
        return Text("holds more than {count} values", count=MOST_IN_ENTRY)
    if kind == "greater_than_equal" and not context["ge"]:
        return Text("must not be negative, found {found}", found=clipped(found))
    if kind in _SIGNS:
        sign, name = _SIGNS[kind]
        limit = context[name]
        return Text("must be {sign} {limit}, found {found}", sign=sign, limit=str(limit), found=clipped(found))
    if kind in _LENGTHS:
        return _length_message(kind, context)
    return Text("does not fit here ({kind}), found {found}", kind=kind, found=echoed(found))


def _length_message(kind: str, context: dict[str, Any]) -> Text:
    count = context[_LENGTHS[kind]]
    messages = {
        "too_short": counted("needs at least {count} entry", "needs at least {count} entries", count),
        "too_long": counted("needs at most {count} entry", "needs at most {count} entries", count),
        "string_too_short": counted("needs at least {count} character", "needs at least {count} characters", count),
        "string_too_long": counted("needs at most {count} character", "needs at most {count} characters", count),
    }
    return messages[kind]


def _wrong_shape(kind: str, found: Any) -> Text:
    shapes = {"str": Text("plain text"), "list": Text("a list"), "dict": Text("a mapping of keys")}
    wanted = {
        "string_type": "str",
        "literal_error": "str",
        "enum": "str",
        "list_type": "list",
        "tuple_type": "list",
    }.get(kind, "dict")
    given = "str" if isinstance(found, str) else type(found).__name__
    return Text("must be {wanted}, found {given}", wanted=shapes[wanted], given=shapes.get(given, given))


def _example(model: type[BaseModel], path: DataPath, kind: str, found: Any) -> str:
    """Show how a text is written where a list or a mapping is wanted, if that is certain."""
    if not isinstance(found, str) or kind in ("string_type", "literal_error", "enum"):
        return ""
    keys = _known_keys(model, path)
    value = in_flow(clipped(found))
    if "value" in keys:
        written = f"{{value: {value}, source: …}}"
    elif set(keys) == {"fr", "en"}:
        written = f"{{fr: {value}}}"
    else:
        written = "" if keys else value
    if kind in ("list_type", "tuple_type") and written and not isinstance(path[-1], int):
        written = f"[{written}]"
    return f"{path[-1]}: {written}" if written and path else ""


def _known_keys(model: type[BaseModel], path: DataPath) -> list[str]:
    """Return the keys allowed at a place, following the models along the path."""
    models = [model]
    for step in path:
        if isinstance(step, str):
            models = [
                inner
                for outer in models
                if step in outer.model_fields
                for inner in models_in(outer.model_fields[step].annotation)
            ]
    return [field.alias or name for known in models for name, field in known.model_fields.items()]


@cache
def _examples(model: type[BaseModel], pattern: str) -> tuple[str, ...]:
    """Return how texts of a pattern are written, from the examples of the models; the pattern if they have none."""
    pending: list[Any] = [model]
    seen = set()
    while pending:
        annotation = pending.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
            seen.add(annotation)
            pending.extend(field.annotation for field in annotation.model_fields.values())
            described = list(annotation.model_fields.values())
        else:
            described = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, FieldInfo)]
            pending.extend(get_args(annotation))
        for field in described:
            if field.examples and any(getattr(mark, "pattern", None) == pattern for mark in field.metadata):
                return tuple(map(str, field.examples))
    return (pattern,)
