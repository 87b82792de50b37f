import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli


@pytest.mark.parametrize("typed", ["nekoe", "NÉKOÉ", "Nekoé"])
def test_a_cluster_is_shown_by_id_name_or_alias(typed: str, cli: Cli) -> None:
    result = cli("show", typed)

    assert result.exit_code == 0
    assert result.stdout.startswith("Nékoé (nekoe)")


def test_every_figure_names_its_source_and_the_place_in_it(cli_json: Callable[..., Any]) -> None:
    figures = cli_json("show", "aerocentre")["data"]["cluster"]["figures"]

    budget = next(figure for figure in figures if figure["field"] == "budget")
    assert (budget["number"], budget["year"], budget["source"]) == (536_000, 2021, "ceser-2023")
    assert all(figure["source"] for figure in figures)
    assert budget["locator"]


def test_what_is_unknown_is_named_with_the_reason_where_there_is_one(cli_json: Callable[..., Any]) -> None:
    unknown = {gap["field"]: gap for gap in cli_json("show", "area-cvl")["data"]["cluster"]["unknown"]}

    assert unknown["budget"]["source"] == "ceser-2023"
    assert unknown["budget"]["reason"]


def test_a_figure_the_source_gives_no_year_is_marked(cli: Cli) -> None:
    output = cli("show", "noveco").stdout

    assert "47*" in output
    assert "no year" in output


def test_a_miss_is_answered_with_the_nearest(cli: Cli) -> None:
    result = cli("show", "aerocenter")

    assert result.exit_code == 2
    assert "aerocentre" in result.stderr


def test_a_miss_like_nothing_says_where_to_look(cli: Cli) -> None:
    assert "clusters list" in cli("show", "zzzz").stderr


@pytest.mark.parametrize(("field", "listed"), [("domain", "domains"), ("vocations", "vocations")])
def test_an_entry_is_called_by_its_name_for_people_and_by_its_id_for_programs(
    field: str, listed: str, cli: Cli, small_registry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (small_registry / "clusters.yaml").open("a", encoding="utf-8") as file:
        file.write(f"  {field}: [{{value: crafts, source: report}}]\n")
        file.write(f"{listed}:\n- {{id: crafts, name: {{fr: Métiers d’art, en: Arts and trades}}, source: report}}\n")
    arguments = ("show", "alpha", "--registry", str(small_registry))

    assert "Arts and trades" in cli(*arguments).stdout
    data = json.loads(cli(*arguments, "-f", "json").stdout)["data"]["cluster"]
    assert [fact["value"]["message"] for fact in data["facts"] if fact["field"] == field] == ["crafts"]
    assert ",crafts," in cli(*arguments, "-f", "csv").stdout

    monkeypatch.setenv("CLUSTERS_LANG", "fr")

    assert "Métiers d’art" in cli(*arguments).stdout
