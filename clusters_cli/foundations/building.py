"""Building a model from the plain data of a file without paying for every mistake of a hopeless one.

Pydantic tells all mistakes of what it is given, a kilobyte each; so it is given some entries at a time, and no more
once there are more mistakes than are told.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from clusters_cli.foundations.problems import MOST_PROBLEMS
from clusters_cli.foundations.refusal import RefusedError

ModelT = TypeVar("ModelT", bound=BaseModel)

MOST_KEYS = 2000
"""Keys at the top of a file that are looked at; the others are unknown too."""
MOST_IN_ENTRY = 10_000
"""Texts, lists and mappings that one entry may hold, and that are built in one step: an error takes a kilobyte."""
TOO_MUCH = "too_much"
"""The type of an error of ours among those of Pydantic."""


def built_from(
    data: object, model: type[ModelT], *, keep: bool, context: Mapping[str, Any]
) -> tuple[ModelT | None, list[ErrorDetails]]:
    """Return the model of some data, or what is wrong with it: all of it, or more than is told.

    The context is what fields must know besides what they hold: the words of locators.
    """
    parts, errors = _parts(data, model, keep=keep, context=context) if isinstance(data, dict) else (data, [])
    try:
        return model.model_validate(parts, context=context), errors
    except ValidationError as invalid:
        broken = {details["loc"][0] for details in errors}
        others = (details for details in _causes(invalid) if details["loc"] and details["loc"][0] not in broken)
        return None, [*(others if errors else _causes(invalid)), *errors]


def _parts(
    data: dict[str, Any], model: type[BaseModel], *, keep: bool, context: Mapping[str, Any]
) -> tuple[dict[str, Any], list[ErrorDetails]]:
    """Build the items of long lists some at a time: an error of a million items takes a gigabyte.

    Returns:
        The data with the items built, and what is wrong with the first of those that cannot be built.
    """
    parts = {key: data[key] for key in islice(data, MOST_KEYS)}
    errors: list[ErrorDetails] = []
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in parts or _values_in(parts[key]) <= MOST_IN_ENTRY:
            continue
        if isinstance(parts[key], list) and any(models_in(field.annotation)):
            parts[key] = _items(parts[key], _reading(field, context), key, errors, keep=keep)
        else:
            errors.append(_too_much((key,)))
            del parts[key]
    return parts, errors


def _reading(field: FieldInfo, context: Mapping[str, Any]) -> Callable[[list[Any]], Any]:
    """Return what reads some items of a list."""
    adapter: TypeAdapter[Any] = TypeAdapter(field.rebuild_annotation())
    return partial(adapter.validate_python, context=context)


def _items(
    rows: list[Any], read: Callable[[list[Any]], Any], key: str, errors: list[ErrorDetails], *, keep: bool
) -> tuple[Any, ...]:
    """Return the items that can be built, only the last of them if they need not be kept; add what is wrong."""
    built: list[Any] = []
    before = len(errors)
    for start, stop, count in _steps(rows):
        if errors or not keep:
            built.clear()
        if count > MOST_IN_ENTRY:
            errors.append(_too_much((key, start)))
            continue
        try:
            built.extend(read(rows[start:stop]))
        except ValidationError as invalid:
            for details in _causes(invalid):
                index, *rest = details["loc"]
                details["loc"] = (key, start + int(index), *rest)
                errors.append(details)
        if len(errors) - before > MOST_PROBLEMS:
            break
    return tuple(built)


def _steps(rows: Sequence[Any]) -> Iterator[tuple[int, int, int]]:
    """Yield the first item of each step, the one after its last, and how many values it holds."""
    start = count = 0
    for index, row in enumerate(rows):
        inside = 1 + _values_in(row)
        if index > start and count + inside > MOST_IN_ENTRY:
            yield start, index, count
            start, count = index, 0
        count += inside
    yield start, len(rows), count


def _values_in(data: object) -> int:
    """Count the texts, lists and mappings below a value, as far as one entry may hold them and a little further."""
    count = 0
    pending: list[object] = [data]
    while pending and count <= MOST_IN_ENTRY:
        holder = pending.pop()
        if isinstance(holder, dict | list):
            count += len(holder)
            pending.extend(holder.values() if isinstance(holder, dict) else holder)
    return count


def _too_much(loc: tuple[str | int, ...]) -> ErrorDetails:
    return {"type": TOO_MUCH, "loc": loc, "msg": "", "input": None}


def _causes(invalid: ValidationError) -> list[ErrorDetails]:
    """Return the errors without those that only follow from others: a list is too short if its items are wrong."""
    errors = [_located(error) for error in invalid.errors(include_url=False)]
    places = [error["loc"] for error in errors]
    return [
        error
        for error in errors
        if error["type"] != "too_short"
        or not any(place != error["loc"] and place[: len(error["loc"])] == error["loc"] for place in places)
    ]


def _located(error: ErrorDetails) -> ErrorDetails:
    """Return an error at the part of a value that a refusal of ours names."""
    refused = error.get("ctx", {}).get("error")
    if isinstance(refused, RefusedError) and refused.at:
        error["loc"] = (*error["loc"], *refused.at)
    return error


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)
