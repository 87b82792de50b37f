"""JSON Schemas of data files, generated from their models, for editors and other programs.

Strict YAML hands every scalar to the models as the text that was written.  Editors and validators read typed scalars
(YAML 1.2): a plain ``2021`` is a number to them, ``true`` a boolean.  A schema therefore allows for each text the types
that other programs may see in its place, and for each number the quoted text too.  What only the way of writing can
tell stays with ``clusters validate``: ``1e3`` for 1000, the zero that ``01`` loses, a third decimal, a sum.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from clusters_cli.foundations.docstrings import docstring
from clusters_cli.foundations.fields import LINE
from clusters_cli.foundations.hidden import CONTROL, INVISIBLE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WHOLE = r"^[0-9]+$"
_UNSIGNED = r"^([0-9]+\.?[0-9]*|\.[0-9]+)$"
_SIGNED = r"^-?([0-9]+\.?[0-9]*|\.[0-9]+)$"
_UNFIT = f"{CONTROL}{INVISIBLE}"
_TEXT = rf"^[^{_UNFIT}]*[^\s{_UNFIT}][^{_UNFIT}]*$"
_LINE = rf"^\s*[^\s{_UNFIT}]([^\t\r\n{_UNFIT}]*[^\s{_UNFIT}])?\s*$"
"""Patterns of a text and of one line: not empty, and without characters that hide or reorder what a reader sees."""
_LIMITS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
_ONES = tuple("1" * length for length in range(1, 15))
"""Texts of digits up to the length of a SIRET, the longest code that is all digits."""
_ATTRIBUTES = re.compile(r"\n\s*Attributes:\s*\n")
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def schema_of(model: type[BaseModel], kind: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a data file, as its author writes it.

    Args:
        model: the model of the whole file.
        kind: what the file holds, such as ``clusters``; it names the schema.
    """
    generated = _limited(model.model_json_schema(schema_generator=_Generator, mode="validation"))
    generated = _renamed(generated)
    generated["title"] = f"{kind}.yaml"
    return {"$schema": DIALECT, "$id": f"{kind}.schema.json", **generated}


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, for scalars that may be typed by other programs and for values that are never null."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        described = super().model_schema(schema)
        described["description"], _ = _documented(schema["cls"])
        for key, text in _keys_documented(schema["cls"]).items():
            described["properties"][key]["description"] = text
        return described

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        return self._words(schema["cls"].written())

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        pattern = schema.get("pattern")
        if not isinstance(pattern, str) or pattern == LINE:
            return {"type": ["string", "number", "boolean"], "pattern": _LINE if pattern else _TEXT}
        described: JsonSchemaValue = {
            "type": ["string", *_typed(pattern)],
            "pattern": _between_spaces(pattern),
            **_digits(pattern),
        }
        if "max_length" in schema:
            described["maxLength"] = schema["max_length"]
        return described

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        del schema
        return {"type": ["integer", "string"], "pattern": _WHOLE}

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        del schema
        return {"type": ["number", "string"], "pattern": _SIGNED}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        del schema
        return {"enum": [True, False, "true", "false"]}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        return self._words(schema["expected"])

    def _words(self, words: Iterable[str]) -> JsonSchemaValue:
        """Return what is one of some words, with the booleans that other programs see in the place of two of them."""
        every = list(words)
        return {"enum": [*every, *(word == "true" for word in every if word in ("true", "false"))]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        if schema["schema"]["type"] == "date":
            return {"type": "string"}
        return super().function_before_schema(schema)


def _documented(model: type) -> tuple[str, dict[str, str]]:
    """Return what the docstring of a model says of it, and of each of its attributes."""
    summary, *rest = _ATTRIBUTES.split(docstring(model))
    return _sentence(summary), {name: _sentence(text) for name, text in _ATTRIBUTE.findall(rest[0] if rest else "")}


def _keys_documented(model: type[BaseModel]) -> dict[str, str]:
    """Return what is said of each key of a model, by its own docstring or by that of a model it is made from."""
    said: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            said |= _documented(base)[1]
    return {field.alias or name: said[name] for name, field in model.model_fields.items() if name in said}


def _sentence(text: str) -> str:
    return " ".join(text.split()).replace("``", "`")


def _between_spaces(pattern: str) -> str:
    """Return the pattern of a text round which spaces do not count, as the models leave them out."""
    inner = pattern.removeprefix("^").removesuffix("$")
    return pattern if inner.startswith(r"\s*") else rf"^\s*(?:{inner})\s*$"


def _typed(pattern: str) -> list[str]:
    """Return the types that other programs may see in place of a text of this pattern."""
    samples = {"boolean": ("true",), "number": ("1.5",), "integer": ("0", *_ONES)}
    types = [name for name, texts in samples.items() if any(re.fullmatch(pattern, text) for text in texts)]
    return [name for name in types if name != "integer" or "number" not in types]


def _digits(pattern: str) -> dict[str, Any]:
    """Return the range of the numbers that other programs may see in place of a text that is all digits."""
    lengths = [len(ones) for ones in _ONES if re.fullmatch(pattern, ones)]
    if not lengths:
        return {"minimum": 0, "maximum": 0} if re.fullmatch(pattern, "0") else {"not": {"type": "integer"}}
    if re.fullmatch(pattern, "0"):
        limits = {"minimum": 0}
    elif re.fullmatch(pattern, "0.5"):
        limits = {"exclusiveMinimum": 0}
    else:
        limits = {"minimum": 10 ** (lengths[0] - 1)}
    return limits if lengths[-1] == len(_ONES) else {**limits, "maximum": 10 ** lengths[-1] - 1}


def _limited(value: Any) -> Any:  # noqa: ANN401  (any part of a schema)
    """Write limits as JSON Schema does, where Pydantic leaves them under its own names behind a validator of ours."""
    if isinstance(value, list):
        return [_limited(item) for item in value]
    if not isinstance(value, dict):
        return value
    limited = {_LIMITS.get(key, key): _limited(inner) for key, inner in value.items()}
    above_zero = limited.get("minimum", limited.get("exclusiveMinimum", -1))
    if limited.get("pattern") == _SIGNED and above_zero >= 0:
        limited["pattern"] = _UNSIGNED
    return limited


def _renamed(schema: dict[str, Any]) -> dict[str, Any]:
    """Give the definitions of generic models short names: ``Stated``, ``Stated2``, in the order of their use."""
    names: dict[str, str] = {}
    for long in schema.get("$defs", {}):
        base = long.partition("_")[0]
        same = sum(short.rstrip("0123456789") == base for short in names.values())
        names[long] = f"{base}{same + 1}" if same else base
    renamed: dict[str, Any] = _with_names(schema, names)
    return renamed


def _with_names(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401  (any part of a schema)
    if isinstance(value, list):
        return [_with_names(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    renamed = {key: _with_names(inner, names) for key, inner in value.items()}
    if isinstance(value.get("$ref"), str):
        renamed["$ref"] = f"#/$defs/{names[value['$ref'].removeprefix('#/$defs/')]}"
    if isinstance(value.get("$defs"), dict):
        renamed["$defs"] = {names[name]: inner for name, inner in renamed["$defs"].items()}
    return renamed
