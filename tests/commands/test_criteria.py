import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli


@pytest.mark.parametrize(
    "told",
    [
        "large enough yearly budget",
        "≥ €200,000",
        "seeking a model",
        "large cash advance",
        "≥ 1 month",
        "share of a threshold within which a figure is borderline",
        "a convention: the report speaks of a major cash advance and gives no figure",
    ],
)
def test_criteria_and_signs_are_shown_with_their_thresholds(cli: Cli, told: str) -> None:
    assert told in cli("criteria").stdout


def test_a_sign_says_to_which_obstacles_it_points(cli_json: Callable[..., Any]) -> None:
    signs = {one["id"]: one["points_to"] for one in cli_json("criteria")["data"]["signs"]}

    assert signs["small-team"] == ["obstacle-a", "obstacle-b"]


def test_a_registry_without_criteria_is_told_whose_are_used(cli: Cli, small_registry: Path) -> None:
    lent, own = (cli("criteria", *more).stdout for more in (("--registry", str(small_registry)), ()))

    assert "those that come with the program, made from Clusters de demain" in lent
    assert "large enough yearly budget" in lent
    assert "made from" not in own


def test_signs_that_come_with_the_program_point_to_no_obstacle_of_another_registry(
    cli: Cli, small_registry: Path
) -> None:
    lent, own = (cli("criteria", *more).stdout for more in (("--registry", str(small_registry)), ()))

    assert re.search(r"≤ 3 people +A, B +ceser-2023", own)
    assert re.search(r"≤ 3 people +ceser-2023", lent)
