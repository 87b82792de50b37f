"""The two judges of a data file: the model, which the program asks, and the JSON Schema, which editors ask."""

from functools import cache
from typing import Any

import jsonschema_rs

from clusters_cli.commands.schema.schema_files import kinds
from clusters_cli.foundations.json_schema import schema_of
from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.validation import check
from clusters_cli.presentation.languages import word
from tests.fuzz.typed import typed


def problems(kind: str, text: str) -> tuple[str, ...]:
    """Return what the program says of a file of a kind by itself, warnings included; nothing when it is sound."""
    _built, found = check(parse_yaml(text, f"{kind}.yaml"), kinds()[kind])
    return tuple(word(problem.message, "en") for problem in found)


def allowed_by_schema(kind: str, text: str) -> bool:
    """Return whether the JSON Schema of a kind allows a file, as other programs read it."""
    return bool(_validator(kind).is_valid(typed(text)))


@cache
def _validator(kind: str) -> Any:
    return jsonschema_rs.Draft202012Validator(schema_of(kinds()[kind], kind))
