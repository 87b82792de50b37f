import json
from pathlib import Path

import pytest

from tests.conftest import Cli

WEST, SOUTH, EAST, NORTH = -5.5, 41.0, 10.0, 51.5
"""France without its overseas departments, in degrees."""


@pytest.mark.parametrize("command", [("list",), ("poles", "list")])
def test_a_map_is_an_rfc_7946_feature_collection(cli: Cli, command: tuple[str, ...]) -> None:
    drawn = json.loads(cli(*command, "-f", "geojson").stdout)

    assert drawn["type"] == "FeatureCollection"
    assert "crs" not in drawn
    assert len({feature["id"] for feature in drawn["features"]}) == len(drawn["features"]) > 0
    for feature in drawn["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
        if feature["geometry"] is not None:
            assert set(feature["geometry"]) == {"type", "coordinates"}
            longitude, latitude = feature["geometry"]["coordinates"]
            assert WEST < longitude < EAST
            assert SOUTH < latitude < NORTH


def test_a_map_says_that_its_points_are_commune_centres(cli: Cli) -> None:
    drawn = json.loads(cli("list", "-f", "geojson").stdout)

    assert "centres of the communes" in drawn["description"]
    placed = [feature for feature in drawn["features"] if feature["geometry"]]
    assert {feature["properties"]["place_precision"] for feature in placed} == {"commune centre"}


def test_a_seat_whose_point_no_source_gives_has_no_geometry(cli: Cli) -> None:
    drawn = json.loads(cli("list", "-f", "geojson").stdout)

    assert [feature["id"] for feature in drawn["features"] if feature["geometry"] is None] == ["mecateam"]


def test_the_suffix_chooses_geojson(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "clusters.geojson"

    assert cli("list", "-o", str(file)).exit_code == 0
    assert json.loads(file.read_text(encoding="utf-8"))["type"] == "FeatureCollection"
