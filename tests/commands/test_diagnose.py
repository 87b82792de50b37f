"""``clusters diagnose``: what scripts and people get."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import Cli


def test_each_obstacle_comes_with_its_evidence_or_no_fact(cli_json: Callable[..., Any]) -> None:
    envelope = cli_json("diagnose", "Novéco")
    indicated = {obstacle["letter"]: obstacle["indicated"] for obstacle in envelope["data"]["obstacles"]}
    cash = next(obstacle for obstacle in envelope["data"]["obstacles"] if obstacle["letter"] == "D")
    advance = next(sign for sign in cash["signs"] if sign["id"] == "large-advance")

    assert indicated == {"A": True, "B": True, "C": None, "D": True, "E": True, "F": None}
    assert advance["details"] == {"peak_advance": 36666.67, "scheme": "annual-30-30-40"}
    assert (advance["found"], advance["expected"], advance["threshold_source"]) == (2.8, 1, "project")
    assert envelope["exit_code"] == 0


def test_people_read_the_obstacles_the_evidence_and_the_recommendations(cli: Cli) -> None:
    shown = cli("diagnose", "shop-expert-valley").stdout

    assert "Shop Expert Valley: facts point to A, B, D, E" in shown
    assert "peak advance €44,000 under annual-30-30-40" in shown
    assert "the cluster admits that its funding is fragile" in shown
    assert "three-year agreements" in shown


def test_a_cluster_of_which_little_is_known_is_not_accused(cli: Cli) -> None:
    assert "EDEN: no fact points to an obstacle" in cli("diagnose", "eden").stdout


def test_the_table_for_spreadsheets_has_a_line_per_sign_and_one_for_an_obstacle_without(cli: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("diagnose", "shop-expert-valley", "-f", "csv").stdout)))

    assert [row["letter"] for row in rows] == ["A", "B", "C", "D", "D", "D", "E", "F"]


def test_a_registry_without_obstacles_borrows_none_and_cannot_tell(cli: Cli, small_registry: Path) -> None:
    result = cli("diagnose", "alpha", "--registry", str(small_registry))

    assert result.exit_code == 3
    assert "Alpha: the registry holds no obstacles" in result.stdout
    assert "those of another registry are not borrowed" in result.output
    assert "Recommendation" not in result.stdout


def test_signs_are_borrowed_for_obstacles_of_ones_own_and_recommendations_never(cli: Cli, small_registry: Path) -> None:
    (small_registry / "obstacles.yaml").write_text(
        "obstacles: [{id: obstacle-a, letter: Z, title: {en: Tired}, text: {en: tired}, source: report}]\n",
        encoding="utf-8",
    )

    result = cli("diagnose", "alpha", "--registry", str(small_registry))

    assert result.exit_code == 0
    assert "no signs of its own" in result.output
    assert "Dév’Up" not in result.output


def test_wrong_words_on_the_command_line_are_refused(cli: Cli) -> None:
    assert "did you mean noveco" in cli("diagnose", "novecco").stderr
    assert cli("diagnose").exit_code == 2
    assert cli("diagnose", "noveco", "--cash-months", "many").exit_code == 2
