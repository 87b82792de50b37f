"""Funders by the names that sources use: the figures that hold the grants of the Région and of the State."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from clusters_cli.foundations.names import fold

if TYPE_CHECKING:
    from clusters_cli.registry.models.region import Region

_OWN_KEYS = {
    fold(name): key
    for key, names in {
        "regional_grant": ("Région", "la Région", "Conseil régional"),
        "state_grant": ("État", "l’État", "State", "the State"),
    }.items()
    for name in names
}
"""Funders whose grants have a key of their own, as people write them."""


def pays_regional_grant(funder: str, region: "Region | None") -> bool:
    """Return whether a funder, as a source writes it, is the Région of a registry."""
    names = (region.name, *region.aliases) if region else ()
    return grant_keys(names).get(fold(funder)) == "regional_grant"


def grant_keys(names_of_the_region: Iterable[str]) -> Mapping[str, str]:
    """Return the figure that holds the grants of a funder, by its folded name, for those that have one of their own.

    Args:
        names_of_the_region: how the Région of the registry is called.
    """
    titles = ("", "Région ", "Conseil régional ")
    names = (fold(f"{title}{name}") for name in names_of_the_region for title in titles)
    return {**_OWN_KEYS, **dict.fromkeys(names, "regional_grant")}
