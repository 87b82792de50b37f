"""A room is entered by its door: what others may use stands in its ``__init__``, and the rest is private to it."""

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.architecture.test_walls import MODULES, PACKAGE, imports, module_name, room

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("cashflow", "dossier", "eligibility", "maturity", "registry", "treasury")
DOORS = (*ROOMS, "registry.models")
"""The registry has two: what one asks it, and what its files hold."""
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def exported(name: str) -> list[str]:
    """Return what a door holds out."""
    names: list[str] = import_module(f"clusters_cli.{name}").__all__
    return names


def folder(name: str) -> Path:
    """Return where a door is."""
    return PACKAGE.joinpath(*name.split("."))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_is_imported_from_outside_by_its_doors_alone(path: Path) -> None:
    home = room(module_name(path))
    doors = {f"clusters_cli.{name}" for name in DOORS}
    behind = tuple(f"clusters_cli.{name}." for name in ROOMS if name != home)

    assert [name for name in imports(path) if name.startswith(behind) and name not in doors] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_what_pages_tell_readers_to_import_is_held_out_by_a_door(page: Path) -> None:
    told = re.findall(r"from clusters_cli\.([\w.]+) import ([\w, ]+)", page.read_text(encoding="utf-8"))
    of_rooms = [(name, names.split(", ")) for name, names in told if name.split(".")[0] in ROOMS]

    assert [name for name, _names in of_rooms if name not in DOORS] == []
    assert [thing for name, names in of_rooms for thing in names if thing not in exported(name)] == []


def test_every_room_has_a_door() -> None:
    """The other packages are the floors below and above the rooms, and what they share."""
    packages = {file.parent.name for file in PACKAGE.glob("*/__init__.py")}

    assert packages - {"commands", "foundations", "presentation"} == set(ROOMS)


@pytest.mark.parametrize("name", DOORS)
def test_a_door_holds_out_what_it_imports_and_nothing_else(name: str) -> None:
    tree = ast.parse((folder(name) / "__init__.py").read_text(encoding="utf-8"))
    imported = [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"clusters_cli.{name}.")
        for alias in node.names
    ]

    assert sorted(imported) == sorted(exported(name))


@pytest.mark.parametrize(("name", "thing"), [(name, thing) for name in DOORS for thing in exported(name)])
def test_each_thing_can_be_taken_through_the_door(name: str, thing: str) -> None:
    """No module of the room has its name: once imported, it would stand in its place."""
    assert getattr(import_module(f"clusters_cli.{name}"), thing) is not None
    assert not (folder(name) / thing).with_suffix(".py").exists()
    assert not (folder(name) / thing).is_dir()


def test_every_word_of_a_registry_can_be_taken_through_the_door_of_its_models() -> None:
    words = {
        node.name
        for path in folder("registry.models").glob("*_words.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }

    assert words <= set(exported("registry.models"))


def test_a_door_says_what_it_does_not_hold() -> None:
    with pytest.raises(AttributeError, match=r"'clusters_cli\.dossier' has no attribute 'examine_dossier'"):
        _ = import_module("clusters_cli.dossier").examine_dossier


@pytest.mark.parametrize("name", DOORS)
def test_a_door_loads_nothing_before_somebody_asks(name: str) -> None:
    program = (
        f"import sys, clusters_cli.{name}\n"
        f"print([loaded for loaded in sys.modules if loaded.startswith(('clusters_cli.{name}.', 'pydantic'))])"
    )

    assert subprocess.check_output([sys.executable, "-c", program], text=True) == "[]\n"


@pytest.mark.parametrize("name", DOORS)
def test_the_page_of_rooms_names_each_thing_of_a_door(name: str) -> None:
    page = (ROOT / "docs" / "rooms.md").read_text(encoding="utf-8")
    section = page.split(f"## {name}\n")[1].split("\n## ")[0]

    assert [thing for thing in exported(name) if f"`{thing}`" not in section] == []
