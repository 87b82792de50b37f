from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Cli


@pytest.mark.parametrize(("day", "value"), [("2023-03-31", "7500000"), ("2025-01-01", "10000000")])
def test_a_parameter_is_listed_as_of_the_day(cli_json: Callable[..., Any], day: str, value: str) -> None:
    answer = cli_json("legal", "list", "--as-of", day)
    parameters = {one["id"]: one["value"] for one in answer["data"]["parameters"]}

    assert parameters["cluster-notification"].startswith(value)
    assert answer["as_of"] == day


def test_the_regimes_listed_are_those_in_force_on_the_day(cli_json: Callable[..., Any]) -> None:
    regimes = {one["number"] for one in cli_json("legal", "list", "--as-of", "2022-06-01")["data"]["regimes"]}

    assert "SA.58995" in regimes
    assert "SA.111723" not in regimes


@pytest.mark.parametrize("typed", ["SA.111723", "sa-111723"])
def test_a_regime_is_shown_by_number_or_id(cli: Cli, typed: str) -> None:
    output = cli("legal", "show", typed).stdout

    assert "gber-2023" in output
    assert "https://www.europe-en-france.gouv.fr" in output


def test_a_parameter_is_shown_over_time(cli: Cli) -> None:
    output = cli("legal", "show", "cluster-notification").stdout

    assert "€7,500,000" in output
    assert "€10,000,000" in output
    assert "2026-11-22" in output


def test_an_entry_that_does_not_exist_is_answered_with_the_nearest(cli: Cli) -> None:
    result = cli("legal", "show", "de-minimus")

    assert result.exit_code == 2
    assert "did you mean de-minimis" in result.stderr
