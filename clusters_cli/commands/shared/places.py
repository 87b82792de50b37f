"""Maps: where organisations have their seat, as far as the registry knows."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from clusters_cli.presentation.report import Feature, Map

if TYPE_CHECKING:
    from clusters_cli.registry.models import Place

DESCRIPTION = "Points are the centres of the communes where the seats are (WGS 84), not addresses."
"""Stands in the data itself, which is never translated."""


def drawn_map(entries: "Iterable[tuple[str, Place | None, Mapping[str, Any]]]") -> Map:
    """Build a map from ids, the places of the seats, and what else is known of each entry."""
    return Map(DESCRIPTION, tuple(_feature(*entry) for entry in entries))


def _feature(identifier: str, place: "Place | None", known: Mapping[str, Any]) -> Feature:
    if place is None or place.longitude is None or place.latitude is None:
        return Feature(identifier, None, known)
    properties = {**known, "insee": place.insee, "place_precision": "commune centre"}
    return Feature(identifier, (place.longitude, place.latitude), properties)
