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
COVERED = """\
schemes:
- id: covered
  name: {en: With a guarantee}
  agreement: {years: 1, signature: 03-31}
  payment_delay: 60d
  instalments:
  - {kind: advance, share: 60 %, anchor: signature, guarantee: 105 %}
  - {kind: balance, share: 40 %, anchor: year-end, offset: 6m}
"""
NO_ADVANCE = """\
schemes:
- id: afterwards
  name: {en: Paid afterwards}
  agreement: {years: 1, signature: 03-31}
  payment_delay: 60d
  instalments:
  - {kind: balance, share: 100 %, anchor: year-end, offset: 6m}
"""
QUARTERLY_LEFT_OUT = "charging by the quarter (--quarterly)"
COMMISSION_LEFT_OUT = "a commission on the highest overdraft (--overdraft-commission)"
DAILLY_LEFT_OUT = "an assignment that finances only a share of the grant (--dailly)"
GUARANTEE_LEFT_OUT = "a guarantee of the advances (--advance-guarantee)"


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
        (["--rate", "5"], [QUARTERLY_LEFT_OUT, COMMISSION_LEFT_OUT, DAILLY_LEFT_OUT, GUARANTEE_LEFT_OUT], []),
        (
            ["--dailly", "80%", "--dailly-fee", "9", "--advance-guarantee", "1%"],
            [],
            [DAILLY_LEFT_OUT, GUARANTEE_LEFT_OUT],
        ),
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
    asked = ("treasury", str(dossier), *CHARGED)
    (treasury,) = cli_json(*asked)["data"]["plans"]

    assert treasury["quarterly_charging"] is not None
    assert treasury["overdraft_commission"] == pytest.approx(sum(one["commission"] for one in treasury["bank_charges"]))
    assert "commission on the highest overdraft" in cli(*asked).stdout


def test_a_pool_is_charged_on_what_it_lends(cli: Cli, cli_json: CliJson) -> None:
    asked = ("pool", "--scheme", "triennial", *CHARGED)
    (pool,) = cli_json(*asked)["data"]["pools"]
    prices = ("interest", "quarterly_charging", "overdraft_commission")

    assert pool["cost"] == pytest.approx(sum(pool[price] for price in prices))
    assert pool["bank_charges"][0]["commission"] > 0
    output = cli(*asked).stdout
    assert "By the quarter (€)" in output
    assert DAILLY_LEFT_OUT not in output


def test_what_an_assignment_does_not_lend_is_told_with_its_days(cli: Cli, cli_json: CliJson) -> None:
    asked = (*PLAN, "--rate", "5", "--dailly", "80%", "--dailly-fee", "15")
    (plan,) = cli_json(*asked)["data"]["plans"]
    summary = plan["summary"]

    assert (summary["drawn"], summary["gap"], summary["gap_date"]) == (40000, 20000, "2023-02-28")
    assert (summary["interest"], summary["dailly_fee"], summary["cost"]) == (1946.41, 30, 1976.41)
    assert plan["gaps"][-1] == {"amount": 9600, "from": "2023-12-31", "to": "2024-08-28", "days": 242}
    output = cli(*asked).stdout
    assert "of 80% of what is notified and not yet paid" in output
    assert "\nUnfunded\n" in output
    assert "1 of 2 instalments assigned is paid more than a year after it is notified" in output


def test_an_assignment_lends_on_what_a_ceiling_allows(cli: Cli) -> None:
    output = cli(*PLAN, "--dailly", "80%", "--ceiling", "30000").stdout

    assert "of 80% of what is notified and not yet paid, at most €30,000" in output


def test_the_guarantee_of_an_advance_is_priced_for_the_days_it_is_held(cli: Cli, cli_json: CliJson) -> None:
    asked = (*PLAN, "--advance-guarantee", "1.5%")
    (plan,) = cli_json(*asked)["data"]["plans"]

    assert plan["summary"]["advance_guarantee"] == 1352.22  # 72 000 € × 457 days × 1.5 % / 365
    output = cli(*asked).stdout
    assert "at 1.5% a year of what is guaranteed, actual/365" in output
    assert "Advances are taken to be guaranteed whole: nothing says the cover under annual-60-40." in output


def test_the_cover_that_a_scheme_asks_is_the_one_that_is_priced(tmp_path: Path, cli: Cli, cli_json: CliJson) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(COVERED, encoding="utf-8")
    asked = (*PLAN[:-1], "covered", "--schemes", str(own), "--advance-guarantee", "1.5%")
    (plan,) = cli_json(*asked)["data"]["plans"]

    assert plan["summary"]["advance_guarantee"] == 1419.83  # 105 % of it
    assert "guaranteed whole" not in cli(*asked).stdout


def test_a_dossier_has_its_grants_assigned_and_guaranteed(dossier: Path, cli_json: CliJson) -> None:
    asked = (
        "treasury",
        str(dossier),
        "--dailly",
        "50%",
        "--dailly-fee",
        "15",
        "--advance-guarantee",
        "200",
    )
    (treasury,) = cli_json(*asked)["data"]["plans"]

    assert (treasury["dailly_fee"], treasury["advance_guarantee"], treasury["cost"]) == (30, 200, 230)


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


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--dailly", "120%"], "--dailly: a share above 0% and up to 100% of what is assigned, found 120%"),
        (["--dailly", "0.8"], "can be read in two ways"),
        (["--dailly-fee", "15"], "--dailly-fee changes nothing here: no grant is assigned"),
        (["--dailly", "80%", "--dailly-fee", "150%"], "150% of an instalment is not plausible"),
        (["--advance-guarantee", "150%"], "a rate of 150% a year is not plausible"),
        (["--delays", "balance=uniform(0,9)", "--dailly", "80%"], "--dailly does not go with --delays"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else "",
)
def test_an_assignment_or_a_guarantee_that_makes_no_sense_is_refused(options: list[str], said: str, cli: Cli) -> None:
    result = cli(*PLAN, *options)

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_guarantee_of_advances_is_refused_where_none_is_paid(tmp_path: Path, cli: Cli) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(NO_ADVANCE, encoding="utf-8")

    result = cli(*PLAN[:-1], "afterwards", "--schemes", str(own), "--advance-guarantee", "1%")

    assert result.exit_code == 2
    assert "--advance-guarantee changes nothing here: no advance is paid under afterwards" in result.stderr


@pytest.mark.parametrize("option", [["--quarterly"], ["--overdraft-commission", "0.05%"]], ids=" ".join)
@pytest.mark.parametrize("other", [["--delays", "balance=uniform(0,9)"], ["--bank-cost", "100"]], ids=" ".join)
def test_drawn_delays_and_the_rate_that_a_cost_means_know_no_quarters(
    other: list[str], option: list[str], cli: Cli
) -> None:
    result = cli(*PLAN, *other, "--rate", "5", *option)

    assert result.exit_code == 2
    assert f"{option[0]} does not go with {other[0]}" in result.stderr
