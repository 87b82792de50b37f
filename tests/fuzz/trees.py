"""YAML as trees that remember whether each scalar stood in quotes, so that a mutation can change that too."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

Path: TypeAlias = tuple[str | int, ...]

_PLAIN = re.compile(r"[\w.+/-](?:[\w.+/%€'() -]*[\w.+/%€'()-])?|~")
"""Texts that mean the same with and without quotes as far as YAML's own signs go."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar as it is written."""

    text: str
    quoted: bool = False

    def __str__(self) -> str:
        plain = not self.quoted and _PLAIN.fullmatch(self.text) and not self.text.startswith("- ")
        return self.text if plain else json.dumps(self.text, ensure_ascii=False)


Tree: TypeAlias = "dict[str, Tree] | list[Tree] | Scalar"


def read(text: str) -> Tree:
    """Read a YAML document."""
    return _tree(yaml.compose(text, yaml.CSafeLoader))


def _tree(node: Any) -> Tree:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _tree(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_tree(item) for item in node.value]
    return Scalar(node.value, quoted=node.style is not None)


def written(tree: Tree) -> str:
    """Write a tree on one line."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{Scalar(key)}: {written(inner)}" for key, inner in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(written, tree)) + "]"
    return str(tree)


def lines(tree: Tree) -> str:
    """Write a document with one line for each entry of its sections, as people can read it."""
    if not isinstance(tree, dict) or not tree:
        return written(tree) + "\n"
    return "".join(_section(key, inner) for key, inner in tree.items())


def _section(key: str, inner: Tree) -> str:
    if isinstance(inner, list) and inner:
        return f"{Scalar(key)}:\n" + "".join(f"- {written(item)}\n" for item in inner)
    return f"{Scalar(key)}: {written(inner)}\n"


def walk(tree: Tree, path: Path = ()) -> Iterator[tuple[Path, Tree]]:
    """Yield every place of a tree with what stands there, the top first."""
    yield path, tree
    if isinstance(tree, dict):
        for key, inner in tree.items():
            yield from walk(inner, (*path, key))
    elif isinstance(tree, list):
        for index, item in enumerate(tree):
            yield from walk(item, (*path, index))


def parent_key(path: Path) -> str:
    """Return the last key on the way to a place: places under one key hold things of one kind."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def replaced(tree: Tree, path: Path, value: "Tree | None") -> Tree:
    """Return a tree with another value at a place, or without the place for ``None``."""
    if not path:
        return tree if value is None else value
    first, rest = path[0], path[1:]
    if isinstance(tree, dict):
        return {
            key: inner if key != first else replaced(inner, rest, value)
            for key, inner in tree.items()
            if key != first or rest or value is not None
        }
    assert isinstance(tree, list)
    return [
        item if index != first else replaced(item, rest, value)
        for index, item in enumerate(tree)
        if index != first or rest or value is not None
    ]
