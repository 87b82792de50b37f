"""Where registries are."""

import os
from collections.abc import Iterator
from pathlib import Path

REQUIRED = ("sources.yaml", "clusters.yaml")
"""The files that every registry has."""

_PACKAGE = Path(__file__).parent.parent
PACKAGED = _PACKAGE / "data"
"""The registry shipped in the wheel."""
IN_CHECKOUT = _PACKAGE.parent / "data"
"""The same registry in a checkout of the project."""
LAW = _PACKAGE / "law"
"""The law and the ready payment schemes, which come with the program for every registry."""
_OF_OTHERS = frozenset({"site-packages", "node_modules"})


def packaged_registry() -> Path:
    """Return the folder of the registry that comes with the program."""
    return PACKAGED if PACKAGED.is_dir() else IN_CHECKOUT


def holds_registry(folder: Path) -> bool:
    """Whether a folder is meant as a registry, sound or not: it holds one of the files that every registry has."""
    return any(os.path.lexists(folder / name) for name in REQUIRED)


def registries_below(folder: Path) -> Iterator[Path]:
    """Find the registries in a folder and below it, by name; hidden folders and installed packages hold none."""
    for place, below, files in os.walk(folder):
        if not frozenset(files).isdisjoint(REQUIRED):
            yield Path(place)
        below[:] = sorted(name for name in below if not name.startswith(".") and name not in _OF_OTHERS)
