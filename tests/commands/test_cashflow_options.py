"""Every option of ``clusters cashflow`` changes what it says, and refuses what makes no sense."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.registry.loading import Registry
from tests.conftest import Cli

ONE_YEAR = ("cashflow", "--grant", "130000", "--start", "2023", "--years", "1", "--scheme", "annual-60-40")
FEDER = ("cashflow", "--grant", "500000", "--start", "2023", "--scheme", "feder")

OWN_SCHEMES = """\
schemes:
- id: claimed
  name: {en: Paid on claims}
  agreement: {years: 1, signature: 02-01}
  payment_delay: 30d
  cap: 0.80
  instalments:
  - {kind: advance, share: 0.50, anchor: signature}
  - {kind: interim, share: 0.40, anchor: spending, reached: 0.60, claim: 15d}
  - {kind: balance, share: 0.10, anchor: year-end, offset: 3m, claim: 1m}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "own.yaml"
    file.write_text(OWN_SCHEMES, encoding="utf-8")
    return file


def dates(plan: dict[str, Any], key: str) -> list[str]:
    return [instalment[key] for instalment in plan["instalments"]]


@pytest.mark.parametrize(
    ("options", "due", "paid"),
    [
        ([], ["2023-03-31", "2024-06-30"], ["2023-05-30", "2024-08-29"]),
        (["--signed", "06-15"], ["2023-06-15", "2024-06-30"], ["2023-08-14", "2024-08-29"]),
        (["--payment-delay", "10"], ["2023-03-31", "2024-06-30"], ["2023-04-10", "2024-07-10"]),
        (["--payment-delay", "1m"], ["2023-03-31", "2024-06-30"], ["2023-04-30", "2024-07-30"]),
        (["--balance-month", "3"], ["2023-03-31", "2024-03-31"], ["2023-05-30", "2024-05-30"]),
        (["--late", "balance=3m"], ["2023-03-31", "2024-06-30"], ["2023-05-30", "2024-11-29"]),
    ],
    ids=" ".join,
)
def test_an_option_moves_the_dates_it_names(
    options: list[str], due: list[str], paid: list[str], cli_json: Callable[..., Any]
) -> None:
    (plan,) = cli_json(*ONE_YEAR, *options)["data"]["plans"]

    assert dates(plan, "due") == due
    assert dates(plan, "paid") == paid


def test_a_changed_assumption_is_said_to_be_changed(cli_json: Callable[..., Any]) -> None:
    (plan,) = cli_json(*ONE_YEAR, "--payment-delay", "30")["data"]["plans"]

    changed = {assumption["about"] for assumption in plan["assumptions"] if assumption["changed"]}
    assert changed == {"first-year", "payment-delay"}


def test_a_balance_below_zero_is_said_to_be_paid_back(cli: Cli, cli_json: Callable[..., Any]) -> None:
    arguments = (*ONE_YEAR, "--actual-cost", "50%")

    (plan,) = cli_json(*arguments)["data"]["plans"]
    assert [(one["amount"], one["repayment"]) for one in plan["instalments"]] == [(78000, False), (-13000, True)]
    assert "€13,000 to pay back by 2024-08-29" in cli(*arguments).stdout


def test_a_bank_cost_gives_the_rate_it_means(cli: Cli, cli_json: Callable[..., Any]) -> None:
    (plan,) = cli_json(*FEDER, "--bank-cost", "60000")["data"]["plans"]

    assert plan["summary"]["implied_rate"] == 5.85
    assert "means a rate of 5.85% a year" in cli(*FEDER, "--bank-cost", "60 000 €").stdout


def test_a_bank_cost_below_its_own_charges_means_no_rate(cli: Cli) -> None:
    assert "no yearly rate explains it" in cli(*FEDER, "--bank-cost", "100", "--fee", "200").stdout


def test_a_credit_has_interest_charges_and_a_ceiling_with_its_gap(cli_json: Callable[..., Any]) -> None:
    options = ("--rate", "4,5", "--day-count", "360", "--fee", "0.5%", "--guarantee", "300", "--ceiling", "300000")
    (plan,) = cli_json(*FEDER, *options)["data"]["plans"]
    summary = plan["summary"]

    assert (summary["fee"], summary["guarantee"]) == (1500, 300)
    assert summary["cost"] == pytest.approx(summary["interest"] + 1800)
    assert (summary["drawn"], summary["gap"], summary["gap_date"]) == (300000, 100000, "2026-12-31")
    assert plan["gaps"][-1] == {"amount": 100000, "from": "2026-12-31", "to": "2027-12-31", "days": 366}


def test_a_largest_peak_is_kept_by_a_first_share_or_by_cash(cli: Cli, cli_json: Callable[..., Any]) -> None:
    (solved,) = cli_json("cashflow", "--grant", "130000", "--scheme", "annual-60-40", "--max-peak", "50000")["data"][
        "solved"
    ]

    assert solved["opening_cash"] == 45333.33
    assert 0.6 < solved["first_share"] < 1
    assert "no first share" in cli(*ONE_YEAR, "--max-peak", "100").stdout


def test_a_project_can_be_given_its_length(cli_json: Callable[..., Any]) -> None:
    (plan,) = cli_json(*FEDER, "--project-months", "24")["data"]["plans"]

    assert plan["instalments"][0]["period"] == "2023-2024"


def test_costs_can_be_spent_early(cli_json: Callable[..., Any]) -> None:
    (plan,) = cli_json(*ONE_YEAR, "--spending", "front")["data"]["plans"]

    assert plan["months"][0]["spent"] == 20000


@pytest.mark.parametrize(("step", "count"), [("month", 20), ("quarter", 7), ("year", 2)])
def test_the_lines_of_the_table_are_as_long_as_asked(step: str, count: int, cli: Cli) -> None:
    lines = cli(*ONE_YEAR, "--by", step, "-f", "csv").stdout.splitlines()

    assert lines[0] == f"{step},spent,received,advance,highest"
    assert len(lines) == count + 1


def test_the_chart_marks_the_peak_and_fits_eighty_columns_without_colour(cli: Cli) -> None:
    output = cli("cashflow", "--grant", "130000", "--scheme", "annual-60-40", "--start", "2023", "--chart").stdout
    chart = output[output.index("Cash advance, peak") :].split("\n\n")[0].splitlines()

    (marked,) = [line for line in chart if line.endswith("◄ peak")]
    assert marked.startswith("2024-04")
    assert max(len(line) for line in chart) <= 80
    assert "\x1b" not in output


def test_no_chart_is_drawn_into_a_pipe_unless_asked(cli: Cli) -> None:
    assert "█" not in cli(*ONE_YEAR).stdout


def test_schemes_of_ones_own_have_caps_claims_and_shares_of_spending(own: Path, cli_json: Callable[..., Any]) -> None:
    arguments = ("cashflow", "--grant", "1000", "--start", "2023", "--years", "1")
    own_scheme = ("--schemes", str(own), "--scheme", "claimed")
    (plan,) = cli_json(*arguments, *own_scheme)["data"]["plans"]

    assert [one["amount"] for one in plan["instalments"]] == [500, 300, 200]
    assert dates(plan, "due") == ["2023-02-01", "2023-08-31", "2024-03-31"]
    assert dates(plan, "requested") == [None, "2023-09-15", "2024-04-30"]
    assert dates(plan, "paid") == ["2023-03-03", "2023-10-15", "2024-05-30"]


def test_all_stands_for_every_scheme_known_that_can_be_planned(
    registry: Registry, own: Path, cli_json: Callable[..., Any]
) -> None:
    plans = cli_json("cashflow", "--grant", "1000", "--schemes", str(own), "--scheme", "all")["data"]["plans"]

    known = [scheme.id for scheme in registry.schemes.entries if not scheme.is_split_open]
    assert [plan["scheme"] for plan in plans] == [*known, "claimed"]


def test_a_comparison_says_in_a_sentence_what_changes(cli: Cli) -> None:
    output = cli("cashflow", "--grant", "130000", "--scheme", "annual-60-40", "--scheme", "annual-30-30-40").stdout

    assert (
        "annual-30-30-40 costs more advance than annual-60-40: the same peak, 97 days more, 37% more euro-days."
        in output
    )


def test_a_ceiling_and_a_bank_cost_are_compared_too(cli: Cli) -> None:
    options = ("--scheme", "annual-60-40", "--scheme", "triennial", "--ceiling", "60000", "--bank-cost", "2000")
    output = cli("cashflow", "--grant", "130000", *options).stdout

    assert "Unfunded (€)" in output
    assert "35,333.33" in output
    assert "Rate (%)" in output


def test_an_advance_that_never_is_can_be_drawn(cli: Cli) -> None:
    options = ("--scheme", "annual-60-40", "--signed", "01-01", "--payment-delay", "0", "--spending", "back")
    output = cli("cashflow", "--grant", "130000", "--years", "1", *options, "--balance-month", "1", "--chart").stdout

    assert "Cash advance" in output


def test_the_order_of_schemes_changes_no_figure(cli_json: Callable[..., Any]) -> None:
    names = ("annual-60-40", "triennial", "annual-30-30-40")

    def plans(order: tuple[str, ...]) -> dict[tuple[str, str], Any]:
        options = [word for name in order for word in ("--scheme", name)]
        data = cli_json("cashflow", *options)["data"]
        return {(plan["cluster"], plan["scheme"]): plan for plan in data["plans"]}

    assert plans(names) == plans(names[::-1])


def test_clusters_and_the_portfolio_are_both_compared(cli_json: Callable[..., Any]) -> None:
    data = cli_json("cashflow", "--scheme", "annual-60-40", "--scheme", "triennial")["data"]

    together, *alone = data["comparison"]
    assert (together["together"], together["first"]) == (True, "annual-60-40")
    assert {one["cluster"] for one in alone} == {plan["cluster"] for plan in data["plans"]}
    first, second = together["schemes"]
    assert set(first["difference"].values()) <= {0, None}
    peaks = [one["summary"]["peak_advance"] for one in (first, second)]
    assert second["difference"]["peak_advance"] == pytest.approx(peaks[1] - peaks[0])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--signed", "13-01"], "is not a day of every year: 01-13?"),
        (["--signed", "02-30"], "is not a day of every year: 02-28?"),
        (["--balance-month", "13"], "between 1 and 12"),
        (["--payment-delay", "soon"], "not a duration"),
        (["--payment-delay=-5d"], "must not be negative"),
        (["--payment-delay", "9999999"], "longer than a hundred years"),
        (["--payment-delay", "9" * 5000], "not a duration"),
        (["--late", "balance=9999y"], "longer than a hundred years"),
        (["--late", "balance"], "KIND=DURATION"),
        (["--late", "ballance=3m"], "did you mean balance?"),
        (["--late", "balance=soon"], "not a duration"),
        (["--rate", "400"], "did you mean 4.00?"),
        (["--rate", "x"], "not a percentage"),
        (["--day-count", "364"], "365 or 360"),
        (["--fee", "x%"], "not a percentage"),
        (["--ceiling", "x"], "not an amount"),
        (["--actual-cost", "0"], "at most 100%"),
        (["--actual-cost", "120%"], "at most 100%"),
        (["--project-months", "0"], "between 1 and"),
        (["--spending", "1,2,3"], "fit neither"),
        (["--spending", "never"], "no spending profile"),
        (["--by", "week"], "month, quarter or year"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_an_option_that_makes_no_sense_is_refused(options: list[str], said: str, cli: Cli) -> None:
    result = cli(*ONE_YEAR, *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("share: 0.10", "share: 0.20", "own.yaml:8:3: error REG103"),
        ("anchor: signature}", "anchor: signature, offset: -1m}", "before the signature"),
        ("payment_delay: 30d", "payment_delay: soon", "own.yaml:5:18: error REG103"),
        ("offset: 3m", "offset: 999999m", "longer than a hundred years"),
        ("signature: 02-01", "signature: 13-01", "own.yaml:4:36: error REG103"),
        ("kind: interim", "kind: interrim", "did you mean 'interim'"),
        ("  cap: 0.80", "\tcap: 0.80", "tab"),
        ("id: claimed", "id: claimed\n  colour: red", "not a key known here"),
        ("schemes:", "schemes: []\nother:", "REG1"),
    ],
    ids=lambda value: str(value).strip(),
)
def test_a_mistake_in_ones_own_schemes_is_located(before: str, after: str, said: str, own: Path, cli: Cli) -> None:
    own.write_text(OWN_SCHEMES.replace(before, after, 1), encoding="utf-8")

    result = cli("cashflow", "--grant", "1000", "--schemes", str(own), "--scheme", "claimed")

    assert (result.exit_code, result.stdout) == (4, "")
    assert said in result.stderr


def test_two_schemes_of_one_id_are_refused(own: Path, cli: Cli) -> None:
    own.write_text(OWN_SCHEMES + OWN_SCHEMES.removeprefix("schemes:\n"), encoding="utf-8")

    result = cli("cashflow", "--grant", "1000", "--schemes", str(own), "--scheme", "claimed")

    assert result.exit_code == 4
    assert "already the id" in result.stderr


def test_a_scheme_file_that_does_not_exist_is_unreadable(cli: Cli) -> None:
    assert cli("cashflow", "--schemes", "nowhere.yaml", "--scheme", "all").exit_code == 4


def test_the_share_of_costs_that_two_amounts_come_to_is_told_in_percent(cli: Cli) -> None:
    asked = ("cashflow", "--scheme", "interreg-nwe", "--grant", "100000", "--start", "2027", "--cost")

    assert cli(*asked, "166666.67").stdout.count("of which the grant is 60%") == 2
    assert cli(*asked, "180000").stdout.count("of which the grant is 5/9") == 2
