from collections.abc import Callable
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
