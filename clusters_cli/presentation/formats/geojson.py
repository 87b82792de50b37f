"""GeoJSON (RFC 7946): one feature per entry, its point in degrees east then north (WGS 84), ``null`` where unknown."""

from typing import Any

from clusters_cli.presentation.formats import Audience, Format
from clusters_cli.presentation.formats.json import to_json
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import Feature, Map, ReportOf
from clusters_cli.presentation.report_parts import Part


def to_geojson(drawn: Map) -> str:
    """Write a map as a GeoJSON feature collection; ``description`` says what its points stand for."""
    collection = {
        "type": "FeatureCollection",
        "description": word(drawn.description, "en"),
        "features": [_feature(feature) for feature in drawn.features],
    }
    return to_json(collection)


def _feature(feature: Feature) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": feature.point} if feature.point is not None else None
    return {"type": "Feature", "id": feature.id, "geometry": point, "properties": dict(feature.properties)}


def _write(report: ReportOf[str], _reader: Reader) -> str:
    return to_geojson(report.places()) if report.places is not None else ""


FORMAT = Format("geojson", Audience.PROGRAMS, _write, suffixes=(".geojson",), needs=Part.PLACES)
