"""The shape of the JSON of every command: a change here is a change of contract, to be told in docs/json.md.

The values are not held, only which fields there are and what types they take over the whole packaged registry.
``python -m pytest tests/snapshots --refresh`` writes today's shapes.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from clusters_cli.app import COMMANDS, app
from tests.answers import CALLS as ANSWERS

FOLDER = Path(__file__).parent
CALLS = {**ANSWERS, "error": ("show", "nowhere")}
NO_SHAPE = {"schema", "init"}
"""Commands whose JSON is a document of its own, not an answer in the envelope; and the one that writes a folder."""


SENTENCE = {"message", "template", "values"}
"""What a sentence holds; its values are those of its template, which are no part of the shape."""


def shape(value: Any) -> Any:
    """Return the fields of a value and their types; the items of a list are taken together."""
    if isinstance(value, dict):
        if value.keys() == SENTENCE:
            return "sentence"
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [merged([shape(item) for item in value])] if value else []
    names = {str: "text", bool: "boolean", int: "number", float: "number", type(None): "null"}
    return names[type(value)]


def merged(shapes: list[Any]) -> Any:
    """Return one shape for several items: fields of all, types of each."""
    if all(isinstance(one, dict) for one in shapes):
        keys = dict.fromkeys(key for one in shapes for key in one)
        return {key: merged([one.get(key, "absent") for one in shapes]) for key in keys}
    if all(isinstance(one, list) for one in shapes):
        items = [item for one in shapes for item in one]
        return [merged(items)] if items else []
    flat = {word for one in shapes if isinstance(one, str) for word in one.split(" or ")}
    structured = [one for one in shapes if not isinstance(one, str)]
    if structured:
        return {"either": merged(structured), "or": " or ".join(sorted(flat))}
    return " or ".join(sorted(flat))


@lru_cache
def shape_today(name: str) -> Any:
    """Return the shape of what a call answers; it is called once for all tests."""
    return shape(json.loads(CliRunner().invoke(app, [*CALLS[name], "-f", "json"]).stdout))


@pytest.mark.parametrize("name", CALLS)
def test_the_json_of_a_command_keeps_its_shape(name: str, request: pytest.FixtureRequest) -> None:
    file = FOLDER / f"{name}.json"
    today = json.dumps(shape_today(name), indent=1, ensure_ascii=False) + "\n"
    if request.config.getoption("--refresh", default=False):
        file.write_text(today, encoding="utf-8")

    assert file.read_text(encoding="utf-8") == today


@pytest.mark.parametrize("name", CALLS)
def test_no_field_changes_its_type(name: str) -> None:
    def types(node: Any) -> set[str]:
        if isinstance(node, dict):
            return set().union(*(types(inner) for inner in node.values())) if node else set()
        return types(node[0]) if isinstance(node, list) and node else {node} if isinstance(node, str) else set()

    mixed = {kind for kind in types(shape_today(name)) if len(set(kind.split(" or ")) - {"null", "absent"}) > 1}

    assert not mixed


def test_every_command_has_its_shape_held() -> None:
    held = {name.split("-")[0] for name in CALLS} - {"error"}

    assert held == set(COMMANDS) - NO_SHAPE, "add a call to CALLS, then run: python -m pytest tests/snapshots --refresh"


def test_every_stored_shape_belongs_to_a_call() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == set(CALLS)
