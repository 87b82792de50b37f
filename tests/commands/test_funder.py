"""``clusters credits`` and ``clusters pool``."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli

CliJson = Callable[..., Any]

SWITCH = ("credits", "--from", "annual-60-40", "--to", "triennial", "--switch", "2024", "--exclude", "cygo")
CHANGE = (*SWITCH, "--with-ended")
"""The change for the twelve clusters of the report, of which one was merged since."""


def test_credits_add_up_the_clusters_of_the_registry(cli_json: CliJson) -> None:
    found = cli_json(*CHANGE)["data"]

    assert [(year["year"], year["effect"]) for year in found["total"]["years"]] == [
        (2023, 0),
        (2024, 129900),
        (2025, 0),
        (2026, 0),
    ]
    assert sum(one["grant"] for one in found["clusters"]) == found["total"]["grant"] == 866000


def test_credits_say_in_a_sentence_what_moves(cli: Cli) -> None:
    assert "With the change the funder pays €129,900 more in 2024; every other year" in cli(*CHANGE).stdout


def test_a_change_back_pays_less_in_its_year(cli: Cli) -> None:
    found = cli("credits", "--from", "triennial", "--to", "annual-60-40", "--grant", "866000", "--switch", "2024")

    assert "€129,900 less in 2024" in found.stdout


def test_credits_export_a_line_per_cluster_history_and_year(cli: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(cli(*CHANGE, "-f", "csv").stdout)))

    assert len(rows) == 12 * 3 * 4
    assert rows[9] == {
        "cluster": "aerocentre",
        "path": "changed",
        "year": "2024",
        "committed": "390000",
        "paid": "149500",
        "outstanding": "292500",
    }


def test_a_pool_names_whom_it_leaves_out_and_no_option_that_it_lacks(cli: Cli) -> None:
    told = cli("pool", "--scheme", "triennial").stdout

    assert "Left out, since no source states their grant: " in told
    assert "--grant" not in told


def test_a_pool_states_its_fund_and_what_each_cluster_draws(cli_json: CliJson) -> None:
    twelve = ("--exclude", "cygo", "--with-ended")
    found = cli_json("pool", "--scheme", "triennial", *twelve, "--rate", "4", "--start", "2023")["data"]["pools"][0]

    assert (found["fund"], found["peak_date"], found["interest"]) == (360833.35, "2024-02-29", 14124.89)
    assert sum(member["at_peak"] for member in found["members"]) == pytest.approx(found["fund"])
    assert {move["day"] for member in found["members"] for move in member["movements"]} >= {"2023-01-31"}


def test_one_cluster_of_a_pool_can_have_its_own_scheme_and_cash(cli_json: CliJson) -> None:
    found = cli_json(
        *("pool", "--scheme", "annual-30-30-40", "--scheme", "Polepharma=triennial", "--own-cash", "dream=20 000"),
        "--with-ended",
    )["data"]["pools"][0]

    members = {member["cluster"]: member for member in found["members"]}
    assert (members["polepharma"]["scheme"], members["dream"]["scheme"]) == ("triennial", "annual-30-30-40")
    assert (members["dream"]["own_cash"], members["dream"]["peak"]) == (20000, 53333.33)
    assert found["saved"] > 0


def test_a_dossier_gives_its_cluster_its_opening_cash(tmp_path: Path, cli_json: CliJson) -> None:
    file = tmp_path / "dream.yaml"
    file.write_text("id: d\ncluster: dream\naid: {type: operating}\ntreasury: {opening_cash: 5000}\n", encoding="utf-8")

    found = cli_json("pool", "dream", "nekoe", "--scheme", "triennial", "--dossier", str(file), "--own-cash", "1000")[
        "data"
    ]

    assert [member["own_cash"] for member in found["pools"][0]["members"]] == [5000, 1000]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("credits", "--from", "annual-60-40"), "--to is missing"),
        (("credits", "--from", "annual-60-40", "--to", "trienial"), "did you mean triennial or triennial-parts?"),
        (("credits", "--from", "feder", "--to", "triennial"), "feder pays projects"),
        ((*SWITCH, "--years", "16"), "years must be at most 15"),
        ((*SWITCH, "cygo"), "--exclude leaves no cluster"),
        (("pool", "--scheme", "triennial", "--own-cash", "nobody=3"), "there is no cluster 'nobody'"),
        (("pool", "--scheme", "triennial", "--own-cash", "nekoe=lots"), "--own-cash: 'lots' is not an amount"),
        (("pool", "--scheme", "triennial", "--rate", "400"), "did you mean 4.00?"),
        (("pool", "--scheme", "triennial", "--rate", "four"), "'four' is not a percentage"),
    ],
)
def test_a_mistake_on_the_command_line_is_told_with_exit_code_2(
    cli: Cli, arguments: tuple[str, ...], message: str
) -> None:
    result = cli(*arguments)

    assert result.exit_code == 2
    assert message in result.stderr


def test_a_dossier_without_opening_cash_is_refused(tmp_path: Path, cli: Cli) -> None:
    file = tmp_path / "dream.yaml"
    file.write_text("id: d\ncluster: dream\naid: {type: operating}\n", encoding="utf-8")

    result = cli("pool", "--scheme", "triennial", "--dossier", str(file))

    assert result.exit_code == 2
    assert "does not state the opening cash" in result.stderr


@pytest.mark.parametrize("command", [CHANGE[:5], ("pool", "--scheme", "triennial", "--chart")])
def test_a_cluster_whose_grant_nobody_states_leaves_the_answer_open(cli: Cli, command: tuple[str, ...]) -> None:
    result = cli(*command, "lorias")

    assert result.exit_code == 3
    assert "LORIAS" in result.stdout


def test_a_cluster_named_twice_counts_once(cli_json: CliJson) -> None:
    found = cli_json("pool", "nekoe", "NEKOE", "--scheme", "triennial")["data"]["pools"][0]

    assert [member["cluster"] for member in found["members"]] == ["nekoe"]


@pytest.mark.parametrize(
    "question",
    [
        ("cashflow", "--scheme", "triennial"),
        ("credits", "--from", "annual-60-40", "--to", "triennial"),
        ("pool", "--scheme", "triennial"),
    ],
    ids=lambda question: question[0],
)
def test_a_cluster_that_was_merged_is_planned_before_its_end_when_named_or_when_asked_for(
    question: tuple[str, ...], cli: Cli, cli_json: CliJson
) -> None:
    def left_out(*more: str) -> list[str]:
        found: list[str] = cli_json(*question, *more)["data"]["left_out"]
        return found

    assert left_out() == left_out("--as-of", "2024-05-31") == ["dream"]
    assert left_out("--as-of", "2024-05-30") == left_out("--with-ended") == left_out("dream") == []
    assert "Not counted, since merged or dissolved (--with-ended counts them): DREAM." in cli(*question).stdout


def test_a_cluster_that_is_left_out_anyway_cannot_be_excluded(cli: Cli) -> None:
    refused = cli("pool", "--scheme", "triennial", "--exclude", "dream")

    assert refused.exit_code == 2
    assert "--exclude changes nothing here: merged or dissolved by the day asked: dream" in refused.stderr
