"""A name means one thing in the whole program, so that nobody takes one thing for another."""

import ast
from collections import defaultdict
from pathlib import Path

import clusters_cli

PACKAGE = Path(clusters_cli.__file__).parent


def public_classes() -> dict[str, list[str]]:
    """The public classes of the program by name, with the modules that define one of this name."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(str(file.relative_to(PACKAGE)))
    return found


def test_no_two_classes_have_one_name() -> None:
    twice = {name: modules for name, modules in public_classes().items() if len(modules) > 1}

    assert not twice, f"rename one of each: {twice}"
