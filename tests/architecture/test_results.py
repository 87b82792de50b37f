"""Data for programs come from results: no command spells the fields of one a second time."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.test_walls import MODULES, PACKAGE

COMMANDS = [path for path in MODULES if path.is_relative_to(PACKAGE / "commands")]
FEW = 2
"""Fields of one thing that may stand together under their own names, as an id and a name do in a row."""


def copies(path: Path) -> list[str]:
    """The dictionaries of a module that hold more than a few fields of one thing, each under its own name."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            copied = Counter(copied_from(key, value) for key, value in pairs)
            found += [f"line {node.lineno}" for thing, count in copied.items() if thing and count > FEW]
    return found


def copied_from(key: ast.expr | None, value: ast.expr) -> str | None:
    """What a field is taken from, where it is given the name that it has."""
    if isinstance(key, ast.Constant) and isinstance(value, ast.Attribute) and value.attr == key.value:
        return ast.dump(value.value)
    return None


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_command_copies_the_fields_of_a_result(path: Path) -> None:
    assert not copies(path), "say in_data what of the result programs get, and take record(result) for a row"


def test_copied_fields_are_seen(tmp_path: Path) -> None:
    module = tmp_path / "view.py"
    module.write_text('def data(a):\n    return {"x": a.x, "y": a.y, "z": a.z}\n', encoding="utf-8")

    assert copies(module) == ["line 2"]
