"""The examples in docstrings show what really comes out."""

import doctest
import importlib
from pathlib import Path

import pytest

import clusters_cli

_PACKAGE = Path(clusters_cli.__file__).parent
_WITH_EXAMPLES = [file for file in sorted(_PACKAGE.rglob("*.py")) if ">>> " in file.read_text(encoding="utf-8")]


def named(file: Path) -> str:
    """The dotted name of a module of the program."""
    return ".".join(file.relative_to(_PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("name", [named(file) for file in _WITH_EXAMPLES])
def test_the_examples_of_a_module_hold(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name), report=True)

    assert tried
    assert not failed
