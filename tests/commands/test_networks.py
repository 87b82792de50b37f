from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Cli


def test_the_networks_are_listed_with_their_members_by_region(cli: Cli) -> None:
    lines = [line.split() for line in cli("networks", "list").stdout.splitlines()]

    assert ["11", "Centre-Val", "de", "Loire", "19"] in lines
    assert ["349"] in lines
    assert [line[0] for line in lines if line and line[0].startswith("fr")] == ["france-clusters", "french-fab-cvl"]


def test_regions_with_as_many_members_have_one_rank(cli: Cli) -> None:
    ranks = [line.split()[0] for line in cli("networks", "list").stdout.splitlines() if line.endswith("  28")]

    assert ranks == ["5", "5"]


@pytest.mark.parametrize("typed", ["france-clusters", "FRANCE CLUSTERS"])
def test_a_network_shows_when_each_source_says_it_was_founded(cli_json: Callable[..., Any], typed: str) -> None:
    network = cli_json("networks", "show", typed)["data"]["network"]

    assert [(one["value"], one["source"]) for one in network["founded"]] == [
        ("1987", "grappes-2010"),
        ("1999", "gazette-france-clusters"),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "clusters and pôles in France        400",
        "about, of which 54 pôles",
        "a member of several regions may appear several times in the table",
        "the association has existed for 22 years",
    ],
)
def test_a_network_is_shown_whole(cli: Cli, told: str) -> None:
    assert told in cli("networks", "show", "france-clusters").stdout


def test_a_network_that_does_not_exist_is_answered_with_the_nearest(cli: Cli) -> None:
    result = cli("networks", "show", "france cluster")

    assert result.exit_code == 2
    assert "did you mean france-clusters?" in result.stderr
