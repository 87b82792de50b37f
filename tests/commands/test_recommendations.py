import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli
from tests.registry.test_recommendations import FOLLOWED


def test_the_three_recommendations_are_listed_with_their_proposals(cli: Cli) -> None:
    output = cli("recommendations", "list").stdout

    assert output.startswith("3 recommendations, 18 proposals: no source tells what became of them")
    assert "How to sustain and develop cluster structures?" in output
    assert [line.split()[0] for line in output.splitlines() if line[:2] == "2."] == [
        "2.1",
        "2.2",
        "2.3",
        "2.4",
        "2.5",
        "2.6",
    ]


def test_csv_has_one_line_for_each_proposal(cli: Cli) -> None:
    rows = {
        row["number"]: row for row in csv.DictReader(io.StringIO(cli("recommendations", "list", "-f", "csv").stdout))
    }

    assert len(rows) == 18
    assert (rows["2.1"]["answers"], rows["3.3"]["answers"]) == ("C D E", "C D F")
    assert {row["follow_up"] for row in rows.values()} == {""}


@pytest.mark.parametrize(
    "told",
    [
        "How to sustain and develop cluster structures?",
        "Etat, Conseil régional, EPCI, Consulaires, Dév’Up, Entreprises, Organisations professionnelles",
        "operation, investment",
        "three-year agreements; 75 % paid in year n",
        '"give more room to the cash of clusters"',
        "proposes a three-year agreement for projects of clusters",
        "votes against the report",
        "fully approves the recommendations and votes for",
        "nothing was found of what became of it",
        "the page says the three-year agreement only",
    ],
)
def test_a_recommendation_is_shown_whole(cli: Cli, told: str) -> None:
    assert told in cli("recommendations", "show", "2").stdout


def test_who_is_for_or_against_is_said_with_what_it_is_on(cli_json: Callable[..., Any]) -> None:
    data = cli_json("recommendations", "show", "1")["data"]

    said = {(one["by"], one["stance"]) for one in data["recommendation"]["opinions"]}
    of_all = {(one["by"], one["stance"]) for one in data["opinions"]}
    assert ("CGT", "opposes") in said & of_all
    assert ("CFDT", "supports") in said & of_all


def test_what_became_of_a_proposal_is_shown_with_its_date_and_source(cli: Cli, small_registry: Path) -> None:
    (small_registry / "obstacles.yaml").write_text(FOLLOWED, encoding="utf-8")

    listed = cli("recommendations", "list", "--registry", str(small_registry)).stdout
    shown = cli("recommendations", "show", "1.1", "--registry", str(small_registry)).stdout

    assert listed.startswith("1 recommendation, 2 proposals: sources tell what became of 2 of them")
    assert "done (2025-03)" in listed
    assert [line.split()[1:3] for line in shown.splitlines() if line.startswith("1.1  announced")] == [
        ["announced", "2024"]
    ]


def test_the_obstacles_are_listed_with_their_texts(cli: Cli) -> None:
    output = cli("obstacles", "list").stdout

    assert "modest budgets (under 200,000 € for the less structured)" in output
    assert [line.split()[0] for line in output.splitlines()[2:]] == ["A", "B", "C", "D", "E", "F"]


def test_an_obstacle_shows_what_sources_say_against_each_other(cli: Cli) -> None:
    output = cli("obstacles", "show", "b").stdout

    assert output.startswith("Obstacle B: Too few means to bring in more member companies (obstacle-b)")
    assert "the page of the CESER names very small firms and SMEs instead" in output
    assert "CFDT" in output


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (("recommendations", "show", "recommendation-4"), "did you mean 3, 2 or 1?"),
        (("recommendations", "show", "zzz"), "clusters recommendations list shows them all"),
        (("obstacles", "show", "G"), "clusters obstacles list shows them all"),
    ],
)
def test_a_miss_says_what_there_is(cli: Cli, typed: tuple[str, ...], hint: str) -> None:
    result = cli(*typed)

    assert result.exit_code == 2
    assert hint in result.stderr


@pytest.mark.parametrize("arguments", [("recommendations", "list"), ("obstacles", "list")])
def test_a_registry_without_any_has_an_empty_list(cli: Cli, small_registry: Path, arguments: tuple[str, ...]) -> None:
    result = cli(*arguments, "--registry", str(small_registry))

    assert result.exit_code == 0


@pytest.mark.parametrize("format_", ["json", "yaml", "csv", "tsv", "markdown", "table", "csv-fr"])
@pytest.mark.parametrize(
    "arguments",
    [("recommendations", "list"), ("recommendations", "show", "3"), ("obstacles", "list"), ("obstacles", "show", "F")],
)
def test_every_answer_comes_in_every_format(cli: Cli, arguments: tuple[str, ...], format_: str) -> None:
    assert cli(*arguments, "-f", format_).exit_code == 0
