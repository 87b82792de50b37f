"""What the credit costs as the commands tell it: each price by its option, and what was not asked for named once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.option_values import FILES
from tests.conftest import Cli

CliJson = Callable[..., Any]
PLAN = ("cashflow", "--grant", "120000", "--start", "2023", "--years", "1", "--scheme", "annual-60-40")
CHARGED = ("--rate", "5", "--quarterly", "--overdraft-commission", "0.05%")
QUARTERLY_LEFT_OUT = "charging by the quarter (--quarterly)"
COMMISSION_LEFT_OUT = "a commission on the highest overdraft (--overdraft-commission)"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    file = tmp_path / "project.yaml"
    file.write_text(FILES["project.yaml"], encoding="utf-8")
    return file


def test_the_charges_of_each_quarter_add_up_to_those_of_the_plan(cli_json: CliJson) -> None:
    (plan,) = cli_json(*PLAN, *CHARGED)["data"]["plans"]
    summary, charges = plan["summary"], plan["bank_charges"]

    assert charges[0] == {
        "from": "2023-01-31",
        "to": "2023-03-31",
        "highest": 30000,
        "interest": 127.4,  # 930 000 euro-days × 5 % / 365
        "commission": 30,
    }
    assert sum(one["interest"] for one in charges) == pytest.approx(summary["interest"] + summary["quarterly_charging"])
    assert sum(one["commission"] for one in charges) == pytest.approx(summary["overdraft_commission"])
    prices = ("interest", "quarterly_charging", "overdraft_commission")
    assert summary["cost"] == pytest.approx(sum(summary[price] for price in prices))


def test_people_see_each_price_on_a_line_and_each_quarter_in_a_table(cli: Cli) -> None:
    output = cli(*PLAN, *CHARGED).stdout

    assert "charging by the quarter" in output
    assert "commission on the highest overdraft" in output
    assert "What the bank charges\nQuarter" in output
    assert "2023-Q1" in output


def test_without_being_asked_for_nothing_is_charged_by_the_quarter(cli_json: CliJson) -> None:
    (plan,) = cli_json(*PLAN, "--rate", "5")["data"]["plans"]

    assert (plan["summary"]["quarterly_charging"], plan["summary"]["overdraft_commission"]) == (None, None)
    assert plan["bank_charges"] == []


@pytest.mark.parametrize(
    ("options", "named", "unnamed"),
    [
        (["--rate", "5"], [QUARTERLY_LEFT_OUT, COMMISSION_LEFT_OUT], []),
        (["--fee", "100"], [COMMISSION_LEFT_OUT], [QUARTERLY_LEFT_OUT]),
        (["--rate", "5", "--quarterly"], [COMMISSION_LEFT_OUT], [QUARTERLY_LEFT_OUT]),
        ([], [], ["Not counted"]),
        (["--bank-cost", "1000"], ["a lower rate costs as much"], ["Not counted"]),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else words,
)
def test_what_was_not_asked_for_is_named_where_a_credit_is_priced(
    options: list[str], named: list[str], unnamed: list[str], cli: Cli
) -> None:
    output = cli(*PLAN, *options).stdout

    assert [words for words in named if output.count(words) != 1] == []
    assert [words for words in unnamed if words in output] == []


def test_a_portfolio_is_charged_as_one_account(cli_json: CliJson) -> None:
    data = cli_json("cashflow", "nekoe", "dream", "--scheme", "annual-60-40", *CHARGED)["data"]
    (together,) = data["portfolio"]

    assert together["bank_charges"][0]["highest"] == sum(plan["bank_charges"][0]["highest"] for plan in data["plans"])
    assert together["summary"]["overdraft_commission"] > 0


def test_a_dossier_is_charged_on_the_cash_that_is_missing(dossier: Path, cli: Cli, cli_json: CliJson) -> None:
    asked = ("cashflow", "--dossier", str(dossier), *CHARGED)
    (treasury,) = cli_json(*asked)["data"]["treasury"]

    assert treasury["quarterly_charging"] is not None
    assert treasury["overdraft_commission"] == pytest.approx(sum(one["commission"] for one in treasury["bank_charges"]))
    assert "commission on the highest overdraft" in cli(*asked).stdout


def test_a_pool_is_charged_on_what_it_lends(cli: Cli, cli_json: CliJson) -> None:
    asked = ("pool", "--scheme", "triennial", *CHARGED)
    (pool,) = cli_json(*asked)["data"]["pools"]
    prices = ("interest", "quarterly_charging", "overdraft_commission")

    assert pool["cost"] == pytest.approx(sum(pool[price] for price in prices))
    assert pool["bank_charges"][0]["commission"] > 0
    assert "By the quarter (€)" in cli(*asked).stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--quarterly"], "--quarterly changes nothing here"),
        (["--rate", "5", "--commission-cap", "50%"], "--commission-cap changes nothing here"),
        (["--overdraft-commission", "0.05%", "--commission-cap", "50%"], "--commission-cap changes nothing here"),
        (["--rate", "5", "--overdraft-commission", "0.05"], "can be read in two ways"),
        (["--rate", "5", "--overdraft-commission", "lots"], "--overdraft-commission"),
        (["--rate", "5", "--overdraft-commission", "101%"], "not plausible"),
        (["--rate", "5", "--overdraft-commission", "0.05%", "--commission-cap", "150%"], "--commission-cap"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else "",
)
@pytest.mark.parametrize("command", [PLAN, ("pool", "--scheme", "triennial")], ids=["cashflow", "pool"])
def test_a_price_that_makes_no_sense_is_refused(
    command: tuple[str, ...], options: list[str], said: str, cli: Cli
) -> None:
    result = cli(*command, *options)

    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("option", [["--quarterly"], ["--overdraft-commission", "0.05%"]], ids=" ".join)
@pytest.mark.parametrize("other", [["--delays", "balance=uniform(0,9)"], ["--bank-cost", "100"]], ids=" ".join)
def test_drawn_delays_and_the_rate_that_a_cost_means_know_no_quarters(
    other: list[str], option: list[str], cli: Cli
) -> None:
    result = cli(*PLAN, *other, "--rate", "5", *option)

    assert result.exit_code == 2
    assert f"{option[0]} does not go with {other[0]}" in result.stderr
