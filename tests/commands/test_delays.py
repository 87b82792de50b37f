"""``clusters cashflow --delays``: late payments drawn many times."""

import csv
import io
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Cli

CliJson = Callable[..., Any]
NEKOE = ("cashflow", "nekoe", "--scheme", "triennial")


def test_the_plans_are_kept_and_the_draws_stand_beside_them(cli_json: CliJson) -> None:
    plain = cli_json(*NEKOE)["data"]
    found = cli_json(*NEKOE, "--delays", "balance=uniform(0,180)", "--draws", "200")["data"]

    assert found["plans"] == plain["plans"]
    assert found["risk"]["delays"] == {"balance": "uniform(0,180)"}
    peak = found["risk"]["schemes"][0]["clusters"][0]["peak_advance"]
    assert list(peak) == ["planned", "p50", "p80", "p95", "largest"]
    assert peak["planned"] == plain["plans"][0]["summary"]["peak_advance"]


def test_delays_without_spread_give_the_figures_of_the_plan(cli_json: CliJson) -> None:
    found = cli_json(*NEKOE, "--scheme", "annual-30-30-40", "--delays", "fixed(60)", "--draws", "50", "--rate", "4")

    for plan, scheme in zip(found["data"]["plans"], found["data"]["risk"]["schemes"], strict=True):
        (risk,) = scheme["clusters"]
        for figure in ("peak_advance", "days_in_advance", "euro_days", "interest_per_point"):
            assert set(risk[figure].values()) == {plan["summary"][figure]}
        assert set(risk["interest"].values()) == {plan["summary"]["interest"]}


def test_the_same_seed_prints_the_same_bytes(cli: Cli) -> None:
    arguments = ("cashflow", "--scheme", "triennial", "--delays", "lognormal(60,200)", "--draws", "300", "-f", "json")

    assert cli(*arguments, "--seed", "7").stdout == cli(*arguments, "--seed", "7").stdout
    assert cli(*arguments, "--seed", "7").stdout != cli(*arguments, "--seed", "8").stdout


def test_the_pool_of_all_clusters_has_its_own_line(cli: Cli, cli_json: CliJson) -> None:
    arguments = ("cashflow", "--scheme", "triennial", "--delays", "uniform(0,180)", "--draws", "200")
    scheme = cli_json(*arguments)["data"]["risk"]["schemes"][0]

    assert len(scheme["clusters"]) == 12
    assert scheme["pool"]["peak_advance"]["largest"] > max(one["peak_advance"]["largest"] for one in scheme["clusters"])
    assert "Carried together" in cli(*arguments).stdout


def test_a_peak_one_can_bear_is_answered_with_the_share_of_draws_above_it(cli: Cli, cli_json: CliJson) -> None:
    arguments = (*NEKOE, "--delays", "empirical(0,400)", "--draws", "1000", "--max-peak", "35 000")
    found = cli_json(*arguments)["data"]

    share = found["risk"]["schemes"][0]["clusters"][0]["above_limit"]
    assert 0.5 < share < 1
    assert f"the peak exceeds €35,000 in {share * 100:g}% of the draws" in cli(*arguments).stdout
    assert found["solved"] == []


def test_the_draws_are_exported_as_a_line_per_cluster_and_figure(cli: Cli) -> None:
    found = cli(
        "cashflow", "nekoe", "dream", "--scheme", "triennial", "--delays", "uniform(0,9)", "--draws", "50", "-f", "csv"
    )

    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert [row["cluster"] for row in rows if row["figure"] == "peak_advance"] == ["nekoe", "dream", "(pool)"]
    assert {row["figure"] for row in rows} == {"peak_advance", "days_in_advance", "euro_days", "interest_per_point"}


def test_the_peaks_are_drawn_as_a_chart_when_asked_for(cli: Cli) -> None:
    arguments = (*NEKOE, "--delays", "uniform(0,300)", "--draws", "200")

    assert "◄ P50" in cli(*arguments, "--chart").stdout
    assert "◄ P50" not in cli(*arguments).stdout


def test_a_cluster_without_a_known_grant_has_nothing_to_draw(cli: Cli) -> None:
    result = cli("cashflow", "lorias", "--scheme", "triennial", "--delays", "uniform(0,9)")

    assert result.exit_code == 3


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (("--delays", "balance=uniform(0,x)"), "'x' is not a whole number of days"),
        (("--delays", "uniform(0,9)", "--draws", "0"), "--draws must lie between"),
        (("--delays", "uniform(0,9)", "--seed", "-1"), "--seed must not be negative"),
        (("--delays", "uniform(0,9)", "--correlation", "much"), "--correlation: 'much' is not a share between 0 and 1"),
        (("--seed", "3"), "go with --delays"),
    ],
)
def test_a_mistake_in_how_to_draw_is_told_with_exit_code_2(cli: Cli, more: tuple[str, ...], message: str) -> None:
    result = cli(*NEKOE, *more)

    assert result.exit_code == 2
    assert message in result.stderr


def test_a_plan_without_delays_does_not_load_numpy() -> None:
    program = (
        "import sys\nfrom clusters_cli.app import app\n"
        "try: app(['cashflow', 'nekoe', '--scheme', 'triennial'])\n"
        "except SystemExit: sys.exit('numpy' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=False).returncode == 0
