"""A name means one thing in the whole program, so that nobody takes one thing for another."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.architecture.test_walls import MODULES, PACKAGE, module_name

NAMES = {module_name(path) for path in MODULES}


IN_FILES_AND_IN_TEXTS = {"Count", "Share"}
"""What a field of a file holds, and the same as a value of a text: a module has one of the two to say."""


def public_types() -> dict[str, list[str]]:
    """The public classes and other types of the program by name, with the modules that define one of this name."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        names = {name for node in ast.parse(path.read_text(encoding="utf-8")).body for name in defined(node)}
        for name in names:
            if re.fullmatch("[A-Z][a-z][A-Za-z]*", name):
                found[name].append(str(path.relative_to(PACKAGE)))
    return found


def defined(node: ast.stmt) -> list[str]:
    """The names that a statement defines, but for type variables, which mean nothing by themselves."""
    match node:
        case ast.ClassDef(name=name):
            return [name]
        case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
            return []
        case ast.If(body=body):
            return [name for inner in body for name in defined(inner)]
        case ast.Assign(targets=targets):
            return [target.id for target in targets if isinstance(target, ast.Name)]
        case _:
            return []


def imported(path: Path) -> set[str]:
    """The modules of the program that a module imports, or imports names from, by their full names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    taken = [(node.module or "", node.names) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    places = {(module, f"{module}.{alias.name}") for module, names in taken for alias in names}
    return {whole if whole in NAMES else module for module, whole in places if module in NAMES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_meets_no_two_modules_of_one_name(path: Path) -> None:
    """Whoever reads ``options`` or ``data`` in a module knows which; a format alone is named as it is typed."""
    met = imported(path)
    if path.name != "__init__.py" and path.parent.name != "formats":
        met.add(module_name(path))
    by_name: dict[str, set[str]] = defaultdict(set)
    for module in met:
        by_name[module.rpartition(".")[2]].add(module)

    assert not {name: modules for name, modules in by_name.items() if len(modules) > 1}, "rename one of them"


def test_no_two_types_have_one_name() -> None:
    twice = {name: modules for name, modules in public_types().items() if len(modules) > 1}

    assert not {name: twice[name] for name in twice.keys() - IN_FILES_AND_IN_TEXTS}, "rename one of each"
