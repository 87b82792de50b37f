"""Results as data for programs, made of JSON's own types: the fields of a result by name, never translated.

A sentence becomes its words in English, its template and the values in it; a text that a registry gives in several
languages becomes the text in each of them.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, get_args, get_type_hints

from clusters_cli.foundations.data_shape import Extended, computed, shape_of
from clusters_cli.foundations.hidden import with_bytes_shown
from clusters_cli.foundations.text import (
    REGISTRY_LANGUAGES,
    Capitalized,
    Count,
    Dated,
    Euros,
    Joined,
    Listed,
    Locator,
    Share,
    Text,
    Typed,
)
from clusters_cli.presentation.languages import word


def to_data(value: Any) -> Any:  # noqa: ANN401, C901, PLR0911  (any data in, the JSON types out; a line for each kind)
    """Return a result, or any value of one, as JSON's own types; whole numbers become integers.

    Raises:
        TypeError: it is of a kind that has no data.
    """
    if isinstance(value, Enum):
        return to_data(value.value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return with_bytes_shown(value)
    if isinstance(value, (Decimal, Fraction)):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(to_data(key)): to_data(inner) for key, inner in value.items()}
    if isinstance(value, Locator):
        return with_bytes_shown(value.written)
    if isinstance(value, (Text, Joined, Listed)):
        return sentence_data(value)
    if isinstance(value, Extended):
        return {**to_data(value.result), **to_data(value.more)}
    if _names(value.__class__):
        return _result(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return [to_data(inner) for inner in value]
    if hasattr(value, "__fspath__") or not hasattr(value, "in_language"):
        return with_bytes_shown(str(value))
    return {language: value.in_language(language) for language in REGISTRY_LANGUAGES}


def sentence_data(value: Any) -> dict[str, Any]:  # noqa: ANN401  (a sentence of any kind)
    """Return a sentence as programs get it; plain words are a template without values, a closed word is a value."""
    if isinstance(value, Text):
        template = value.template if value.several is None or value.number == 1 else value.several
        values = {name: _inner(inner) for name, inner in value.values}
    elif isinstance(value, str) and not isinstance(value, Enum):
        template, values = value.replace("{", "{{").replace("}", "}}"), {}
    else:
        parts, between = (value.parts, word(value.by, "en")) if isinstance(value, Joined) else ((value,), "")
        parts = value.items if isinstance(value, Listed) else parts
        values = {f"part{number}": _inner(part) for number, part in enumerate(parts, start=1)}
        template = (between or ", ").join(f"{{{name}}}" for name in values)
    return {"message": with_bytes_shown(word(value, "en")), "template": with_bytes_shown(template), "values": values}


def _inner(value: Any) -> Any:  # noqa: ANN401  (any value of a text)
    """Return a value that stands in a sentence."""
    if isinstance(value, Listed):
        return [_inner(item) for item in value.items]
    if isinstance(value, Capitalized):
        return _inner(value.value)
    held = _HELD.get(type(value))
    return to_data(getattr(value, held) if held else value)


_HELD = {Euros: "amount", Share: "of_one", Count: "number", Dated: "written", Locator: "written", Typed: "digits"}
"""What a value that says how it is written among words holds."""


def record(result: Any) -> dict[str, Any]:  # noqa: ANN401  (any result)
    """Return the fields of a result by the names of its data, their values as they are."""
    return _fields(result, result.__class__)


def _fields(value: Any, kind: Any) -> dict[str, Any]:  # noqa: ANN401  (any result, or none; a class)
    """Return the fields that a kind of result has, of a value of it or, where there is none, all without a value."""
    shape = shape_of(kind)
    values: dict[str, Any] = {}
    for name in _names(kind):
        inner = None if value is None else getattr(value, name)
        if name in shape.spread:
            values |= _fields(inner, _declared(kind, name))
        elif name in shape.taken:
            whole = _fields(inner, _declared(kind, name))
            values |= {taken: whole[taken] for taken in shape.taken[name]}
        else:
            values[shape.renamed.get(name, name)] = inner
    return values


@cache
def _declared(kind: Any, name: str) -> Any:  # noqa: ANN401  (classes)
    """Return the class that a field is declared with, which may be left without a value."""
    declared = get_type_hints(kind)[name]
    return next((one for one in get_args(declared) if _names(one)), declared)


def _result(value: Any) -> dict[str, Any]:  # noqa: ANN401  (any result)
    sentences, plain = _sentences(value.__class__), _plain_words(value.__class__)
    return {
        name: _sentence(inner) if name in sentences else _plain(inner) if name in plain else to_data(inner)
        for name, inner in record(value).items()
    }


@cache
def _sentences(kind: Any) -> frozenset[str]:  # noqa: ANN401  (a class)
    """Return the names of the data of a kind of result that hold a sentence, those of its spread fields among them."""
    shape = shape_of(kind)
    inner = (_sentences(_declared(kind, name)) for name in (*shape.spread, *shape.taken))
    return frozenset(shape.renamed.get(name, name) for name in shape.sentences).union(*inner)


@cache
def _plain_words(kind: Any) -> frozenset[str]:  # noqa: ANN401  (a class)
    """Return the names of the data of a kind of result that are plain text, those of its spread fields among them."""
    shape = shape_of(kind)
    inner = (_plain_words(_declared(kind, name)) for name in (*shape.spread, *shape.taken))
    return frozenset(shape.renamed.get(name, name) for name in shape.plain).union(*inner)


def _plain(value: Any) -> str | None:  # noqa: ANN401  (words of any kind)
    return None if value is None else with_bytes_shown(word(value, "en"))


def _sentence(value: Any) -> dict[str, Any] | None:  # noqa: ANN401  (a sentence of any kind)
    return None if value is None else sentence_data(value)


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  (a class)
    """Return the names of the fields of a kind of result, inherited and computed ones last; none if it is no result."""
    if shape_of(kind).as_text:
        return ()
    own = getattr(kind, "model_fields", None) or getattr(kind, "_fields", ())
    if is_dataclass(kind):
        own = tuple(one.name for one in fields(kind))
    if not own:
        return ()
    nearest = (name for base in kind.__mro__ for name in vars(base).get("__annotations__", ()) if name in own)
    more = (name for base in reversed(kind.__mro__) for name, item in vars(base).items() if isinstance(item, computed))
    return tuple(name for name in dict.fromkeys((*nearest, *own, *more)) if name not in shape_of(kind).without)
