"""From a strictly read document to a frozen model, or to every problem that stands in the way.

Pydantic says what is wrong by a stable error type and a path; this module adds the place in the file, the entity's
name, a stable code and what was perhaps meant.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from clusters_cli.foundations.building import MOST_IN_ENTRY, TOO_MUCH, ModelT, built_from, models_in
from clusters_cli.foundations.errors import RefusedError
from clusters_cli.foundations.french_keys import meant
from clusters_cli.foundations.messages import _, plural
from clusters_cli.foundations.models import LINE
from clusters_cli.foundations.names import nearest
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.problems import Level, Position, Problem
from clusters_cli.foundations.reading.refusals import clipped, echoed
from clusters_cli.foundations.strict_yaml import MOST_PROBLEMS, Document
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.unquoted import in_flow
from clusters_cli.foundations.words import UnknownWordError

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


class _Explained(NamedTuple):
    code: str
    message: Text | str
    suggestion: str | None = None


def check(document: Document, model: type[ModelT], *, keep: bool = True) -> tuple[ModelT | None, tuple[Problem, ...]]:
    """Build a model from a document.

    Args:
        document: what was read.
        model: what it should be.
        keep: whether the model is wanted; without it, only what is wrong is looked for, in less memory.

    Returns:
        The model, or ``None`` when it is not wanted or the data does not fit it, and all problems: those of the YAML
        and those of the data.
    """
    if document.data is None:
        return None, at_most(document.problems or (_empty(document),))
    keep = keep and not document.has_errors
    built, errors = built_from(document.data, model, keep=keep)
    if not errors:
        return (built if keep else None), at_most(document.problems)
    errors = sorted(
        errors, key=lambda details: len(details["loc"]) > 1
    )  # what is wrong with the whole file comes first
    del errors[2 * MOST_PROBLEMS + 1 :]  # the YAML may have told half of them
    document.find(_data_path(document.data, details["loc"]) for details in errors)
    told = {problem.position for problem in document.problems if problem.level is Level.ERROR}
    found = (_problem(document, model, details) for details in errors)
    problems = (*document.problems, *(problem for problem in found if problem.position not in told))
    return None, at_most(_in_order(problems))


def at_most(problems: Sequence[Problem], most: int = MOST_PROBLEMS) -> tuple[Problem, ...]:
    """Return the problems that are told of a file or of a registry, in their order, and that there are more.

    Errors are told before warnings, and what is wrong with a whole file before what is wrong in it.
    """
    if len(problems) <= most:
        return tuple(problems)
    first = sorted(range(len(problems)), key=lambda index: (_rank(problems[index]), index))
    kept = tuple(problems[index] for index in sorted(first[:most]))
    message = _("there are more problems than the {count} told; correct these first").format(count=most)
    return (*kept, Problem("REG015", Position(kept[-1].position.file), message))


def _rank(problem: Problem) -> tuple[bool, bool]:
    return problem.level is not Level.ERROR, bool(problem.path) and not problem.path.isidentifier()


def entity_name(data: Any, path: DataPath) -> str:
    """Name what a path leads through, such as ``cluster aerocentre, figures 2021``; empty when nothing has a name."""
    names = []
    for here, step in enumerate(path):
        holder = data
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(holder, list) and here and isinstance(data, dict):
            kind = str(path[here - 1])
            mark = data.get("id") or data.get("year")
            if isinstance(mark, str) and mark:
                names.append(f"{_labels().get(kind) or clipped(kind.removesuffix('s'))} {clipped(mark)}")
    return ", ".join(names)


def _labels() -> dict[str, str]:
    return {
        "aliases": _("alias"),
        "claims": _("claim"),
        "clusters": _("cluster"),
        "criteria": _("criterion"),
        "domains": _("domain"),
        "figures": _("figures"),
        "obstacles": _("obstacle"),
        "phases": _("phase"),
        "places": _("place"),
        "poles": _("pole"),
        "programmes": _("programme"),
        "recommendations": _("recommendation"),
        "schemes": _("scheme"),
        "signs": _("sign"),
        "sources": _("source"),
        "vocations": _("vocation"),
    }


def _empty(document: Document) -> Problem:
    return Problem("REG010", document.locate(()), _("is empty"))


def _in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.position.line, problem.position.column)))


def _problem(document: Document, model: type[BaseModel], details: ErrorDetails) -> Problem:
    path = _data_path(document.data, details["loc"])
    explained = _explain(model, path, details)
    on_key = details["type"] == "extra_forbidden"
    return Problem(
        code=explained.code,
        position=document.locate(path, key=on_key),
        message=explained.message,
        path=dotted(path),
        entity=entity_name(document.data, path),
        suggestion=explained.suggestion,
    )


def dotted(path: DataPath) -> str:
    """Write a path as ``clusters[0].figures[1].budget``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{clipped(step)}" for step in path)
    return text.removeprefix(".")


def _data_path(data: Any, loc: DataPath) -> DataPath:
    """Drop from a Pydantic location the steps that name a type, not a place in the data."""
    path: list[str | int] = []
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(data, dict) and (step in data or last):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _explain(model: type[BaseModel], path: DataPath, details: ErrorDetails) -> _Explained:
    kind, context, found = details["type"], details.get("ctx", {}), details["input"]
    if kind in ("missing", "extra_forbidden"):
        return _of_a_key(model, path, missing=kind == "missing")
    if kind in ("literal_error", "enum") and isinstance(found, str):
        expected = str(context["expected"])
        near = nearest(str(found), [part.strip(" '") for part in expected.replace(" or ", ",").split(",")], 1)
        message = _("must be one of {expected}, found {found}")
        message = message.format(expected=expected.replace(" or ", _(" or ")), found=echoed(found))
        return _Explained("REG105", message, near[0] if near else None)
    if kind == "string_pattern_mismatch":
        return _unlike(model, context["pattern"], found)
    if kind in _TYPE_ERRORS:
        return _Explained("REG104", _wrong_shape(kind, found) + _example(model, path, kind, found))
    if kind == "value_error":
        return _refused(context["error"])
    return _Explained("REG007" if kind == TOO_MUCH else "REG103", _value_message(kind, context, found))


def _of_a_key(model: type[BaseModel], path: DataPath, *, missing: bool) -> _Explained:
    if missing:
        return _Explained("REG102", _("is missing"))
    known = _known_keys(model, path[:-1])
    suggested = meant(str(path[-1]), known) or next(iter(nearest(str(path[-1]), known, 1)), None)
    return _Explained("REG101", _("is not a key known here"), suggested)


def _unlike(model: type[BaseModel], pattern: str, found: Any) -> _Explained:
    if pattern == LINE:
        return _Explained("REG014", _("must stand on one line, without tabs"))
    message = _("is not written as expected, such as {examples}; found {found}")
    examples = _(" or ").join(_examples(model, pattern))
    return _Explained("REG106", message.format(examples=examples, found=echoed(found)))


def _refused(refusal: ValueError) -> _Explained:
    if isinstance(refusal, UnknownWordError):
        return _Explained("REG105", refusal.reason, refusal.meant)
    return _Explained("REG103", refusal.reason if isinstance(refusal, RefusedError) else str(refusal))


def _value_message(kind: str, context: dict[str, Any], found: Any) -> Text | str:
    if kind == TOO_MUCH:
        return _("holds more than {count} values").format(count=MOST_IN_ENTRY)
    if kind == "greater_than_equal" and not context["ge"]:
        return _("must not be negative, found {found}").format(found=clipped(found))
    if kind in _SIGNS:
        sign, name = _SIGNS[kind]
        limit = context[name]
        return _("must be {sign} {limit}, found {found}").format(sign=sign, limit=limit, found=clipped(found))
    if kind in _LENGTHS:
        return _length_message(kind, context)
    return _("does not fit here ({kind}), found {found}").format(kind=kind, found=echoed(found))


def _length_message(kind: str, context: dict[str, Any]) -> str:
    count = context[_LENGTHS[kind]]
    messages = {
        "too_short": plural("needs at least {count} entry", "needs at least {count} entries", count),
        "too_long": plural("needs at most {count} entry", "needs at most {count} entries", count),
        "string_too_short": plural("needs at least {count} character", "needs at least {count} characters", count),
        "string_too_long": plural("needs at most {count} character", "needs at most {count} characters", count),
    }
    return messages[kind].format(count=count)


def _wrong_shape(kind: str, found: Any) -> str:
    shapes = {"str": _("plain text"), "list": _("a list"), "dict": _("a mapping of keys")}
    wanted = {
        "string_type": "str",
        "literal_error": "str",
        "enum": "str",
        "list_type": "list",
        "tuple_type": "list",
    }.get(kind, "dict")
    given = "str" if isinstance(found, str) else type(found).__name__
    return _("must be {wanted}, found {given}").format(wanted=shapes[wanted], given=shapes.get(given, given))


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
    return _("; write it as {example}").format(example=f"{path[-1]}: {written}") if written and path else ""


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
