"""``clusters cashflow --fail-above``: the answer is no when a peak is above an amount."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Cli

CliJson = Callable[..., Any]
ALL = ("cashflow", "--scheme", "annual-60-40")
NEKOE = ("cashflow", "nekoe", "--scheme", "annual-60-40")


def test_a_peak_above_the_amount_is_told_first_with_its_day_and_by_how_much(cli: Cli) -> None:
    result = cli(*NEKOE, "--fail-above", "40000")

    assert result.exit_code == 1
    assert result.stdout.split("\n\n")[1] == "The peak, €51,333.33 on 2027-04-30, is €11,333.33 above €40,000."


def test_a_peak_that_is_the_amount_is_not_above_it(cli: Cli) -> None:
    result = cli(*NEKOE, "--fail-above", "51333.33")

    assert result.exit_code == 0
    assert "The peak is not above €51,333.33." in result.stdout


def test_of_many_clusters_those_above_are_named_with_scheme_peak_day_and_excess(cli: Cli) -> None:
    result = cli(*ALL, "--fail-above", "60000")
    answer, table, *_others = result.stdout.split("\n\n")

    assert result.exit_code == 1
    assert answer == "2 of 12 peaks are above €60,000."
    assert [row.split() for row in table.splitlines()[3:]] == [
        ["Aérocentre", "annual-60-40", "95,333.33", "2027-04-30", "35,333.33"],
        ["Polepharma", "annual-60-40", "156,200.00", "2027-04-30", "96,200.00"],
    ]


def test_the_sum_of_the_advances_is_not_held_against_the_amount(cli: Cli, cli_json: CliJson) -> None:
    result = cli(*ALL, "--fail-above", "156200")
    (together,) = cli_json(*ALL)["data"]["portfolio"]

    assert together["summary"]["peak_advance"] > 156_200
    assert result.exit_code == 0
    assert "not their sum" in result.stdout


def test_with_drawn_delays_the_peak_of_nineteen_draws_in_twenty_is_compared(cli: Cli, cli_json: CliJson) -> None:
    drawn = (*NEKOE, "--scheme", "triennial", "--delays", "balance=uniform(0,400)", "--draws", "400")
    schemes = cli_json(*drawn)["data"]["risk"]["schemes"]
    p95 = [scheme["clusters"][0]["peak_advance"]["p95"] for scheme in schemes]
    limit = f"{min(p95):.2f}"

    found = cli_json(*drawn, "--fail-above", limit)

    assert p95[0] != p95[1]
    assert found["exit_code"] == 1
    (above,) = found["data"]["fail_above"]["above"]
    assert (above["peak_advance"], above["peak_date"]) == (max(p95), None)
    assert found["data"]["fail_above"]["compared"] == "p95"
    assert "1 of 2 peaks is above" in cli(*drawn, "--fail-above", limit).stdout


def test_programs_get_what_was_compared_and_what_exceeds_it(cli_json: CliJson) -> None:
    found = cli_json(*NEKOE, "--scheme", "triennial", "--fail-above", "40000")["data"]["fail_above"]

    assert found == {
        "limit": 40000,
        "compared": "planned",
        "count": 2,
        "clusters": 1,
        "kept": False,
        "above": [
            {
                "cluster": "nekoe",
                "scheme": "annual-60-40",
                "peak_advance": 51333.33,
                "peak_date": "2027-04-30",
                "excess": 11333.33,
            }
        ],
    }


@pytest.mark.parametrize("more", [[], ["--scheme", "triennial"]], ids=["one plan", "several plans"])
def test_the_table_of_a_csv_is_the_same_with_and_without_it(more: list[str], cli: Cli) -> None:
    plain = cli(*NEKOE, *more, "-f", "csv").stdout

    assert cli(*NEKOE, *more, "-f", "csv", "--fail-above", "1", "--max-peak", "1").stdout == plain


def test_where_no_grant_is_known_nothing_is_compared(cli: Cli) -> None:
    result = cli("cashflow", "eden", "--scheme", "annual-60-40", "--fail-above", "1")

    assert result.exit_code == 3
    assert "€1 " not in result.stdout


def test_an_amount_that_cannot_be_read_is_refused(cli: Cli) -> None:
    result = cli(*NEKOE, "--fail-above", "lots")

    assert result.exit_code == 2
    assert "--fail-above" in result.stderr
