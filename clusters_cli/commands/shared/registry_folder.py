"""The folder of the registry to use, as it is typed or stands in the environment."""

from pathlib import Path

VARIABLE = "CLUSTERS_REGISTRY"
"""The environment variable that names it."""


def expanded(folder: Path) -> Path:
    """Return a folder with the home directory for its ``~``, which shells leave as it is in quotes and after ``=``."""
    try:
        return folder.expanduser()
    except RuntimeError:
        return folder
