from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Cli

PLAN_FIELDS = {"cluster", "scheme", "grant", "years", "instalments", "months", "summary", "windows", "assumptions"}
SUMMARY_FIELDS = {
    "peak_advance", "peak_date", "days_in_advance", "euro_days", "mean_advance", "last_paid", "interest",
    "interest_per_point",
}  # fmt: skip


def test_an_amount_needs_no_cluster_and_gives_the_worked_value(cli_json: Callable[..., Any]) -> None:
    (plan,) = cli_json("cashflow", "--scheme", "triennial", "--grant", "130 000", "--start", "2023")["data"]["plans"]

    assert plan.keys() >= PLAN_FIELDS
    assert plan["summary"].keys() >= SUMMARY_FIELDS
    assert plan["cluster"] is None
    assert (plan["summary"]["peak_advance"], plan["summary"]["peak_date"]) == (54_166.67, "2024-02-29")
    assert plan["summary"]["interest"] is None


@pytest.mark.parametrize("typed", ["130000", "130 000", "130000,00", "130 000 €", "130000.00"])
def test_an_amount_may_be_typed_in_several_ways(typed: str, cli_json: Callable[..., Any]) -> None:
    (plan,) = cli_json("cashflow", "--scheme", "triennial", "--grant", typed)["data"]["plans"]

    assert plan["grant"] == 130_000


def test_one_cluster_gives_its_instalments_and_months_with_the_source_of_the_grant(cli: Cli) -> None:
    output = cli("cashflow", "nekoe", "--scheme", "annual-60-40").stdout

    assert "Instalments" in output
    assert "Month by month" in output
    assert "ceser-2023" in output


def test_without_a_cluster_there_is_a_line_for_each_known_grant_and_the_portfolio(cli_json: Callable[..., Any]) -> None:
    data = cli_json("cashflow", "--scheme", "triennial")["data"]

    (portfolio,) = data["portfolio"]
    assert len(data["plans"]) == portfolio["clusters"]
    assert portfolio["grant"] == sum(plan["grant"] for plan in data["plans"])
    assert portfolio["summary"]["peak_advance"] <= sum(plan["summary"]["peak_advance"] for plan in data["plans"])


def test_the_assumptions_are_printed_under_the_result(cli: Cli) -> None:
    output = cli("cashflow", "--scheme", "triennial").stdout

    assert output.index("Together") < output.index("Assumptions of triennial")
    assert "loi-2021-875, art. 2" in output


def test_years_and_start_move_the_horizon(cli_json: Callable[..., Any]) -> None:
    arguments = ("cashflow", "--scheme", "triennial", "--grant", "100", "--years", "6", "--start", "2025")

    (plan,) = cli_json(*arguments)["data"]["plans"]

    assert (plan["years"], plan["months"][0]["month"]) == (6, "2025-01")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--scheme", "trienial"], "triennial"),
        (["--scheme", "triennial", "--grant=-5"], "negative"),
        (["--scheme", "triennial", "--grant", "much"], "not an amount"),
        (["--scheme", "triennial", "--grant", "99999999999999"], "million"),
        (["--scheme", "triennial", "--grant", "0"], "above zero"),
        (["nowhere", "--scheme", "triennial"], "no cluster"),
        (["nekoe", "dream", "--scheme", "triennial", "--grant", "5"], "2 clusters"),
        (["--scheme", "triennial", "--years", "0"], "between 1 and"),
        (["--scheme", "triennial", "--years", "x"], "years"),
    ],
)
def test_a_wrong_command_line_says_what_is_wrong(arguments: list[str], said: str, cli: Cli) -> None:
    result = cli("cashflow", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_a_cluster_without_a_known_grant_cannot_be_told(cli: Cli, small_registry: Any) -> None:
    text = (small_registry / "clusters.yaml").read_text(encoding="utf-8")
    (small_registry / "clusters.yaml").write_text(text.replace(", regional_grant: 20000", ""), encoding="utf-8")
    (small_registry / "programmes.yaml").write_text(
        "schemes:\n"
        "- id: own\n  name: {en: Own}\n  status: own\n  agreement: {years: 1, signature: 01-01}\n  payment_delay: 0d\n"
        "  instalments: [{kind: balance, share: 1, anchor: year-end}]\n  source: report\n",
        encoding="utf-8",
    )

    result = cli("cashflow", "alpha", "--scheme", "own", "--registry", str(small_registry))

    assert result.exit_code == 3
    assert "--grant" in result.stdout


def test_a_cluster_named_twice_counts_once(cli_json: Callable[..., Any]) -> None:
    assert len(cli_json("cashflow", "nekoe", "Nékoé", "--scheme", "triennial")["data"]["plans"]) == 1


def test_clusters_can_be_left_out_of_the_portfolio(cli_json: Callable[..., Any]) -> None:
    (portfolio,) = cli_json("cashflow", "--scheme", "triennial", "--exclude", "cygo", "--with-ended")["data"][
        "portfolio"
    ]

    assert portfolio["grant"] == 866_000
