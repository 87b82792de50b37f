"""Where registries are."""

from pathlib import Path

VARIABLE = "CLUSTERS_REGISTRY"
"""The environment variable that names the folder of the registry to use."""

_PACKAGE = Path(__file__).parent.parent
PACKAGED = _PACKAGE / "data"
"""The registry shipped in the wheel."""
IN_CHECKOUT = _PACKAGE.parent / "data"
"""The same registry in a checkout of the project."""


def packaged_registry() -> Path:
    """Return the folder of the registry that comes with the program."""
    return PACKAGED if PACKAGED.is_dir() else IN_CHECKOUT
