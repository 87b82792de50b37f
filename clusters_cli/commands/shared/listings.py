"""The clusters of a registry as lines, with their classes as of a day."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusters_cli.registry import Listing, Registry
    from clusters_cli.registry.models import Maturity


def listing_on(folder: Path | None, day: date) -> "Listing":
    """Return the clusters of a registry as lines; ``None`` is the packaged registry.

    Raises:
        UnusableFileError: the folder cannot be read.
        InvalidDataError: the registry is not valid.
    """
    from clusters_cli.registry import open_listing

    def classes(registry: "Registry", day: date) -> "Mapping[str, Maturity | None]":
        from clusters_cli.maturity import classes_on

        return classes_on(registry, day)

    return open_listing(folder, day, classes)
