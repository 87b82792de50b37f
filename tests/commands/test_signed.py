"""What clusters signed is what ``cashflow``, ``pool`` and ``credits`` take, unless it is asked what if."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli
from tests.signed_registry import write_signed_registry

Answer = Callable[..., Any]


@pytest.fixture
def signed(tmp_path: Path) -> str:
    """The folder of a registry in which agreements were signed."""
    return write_signed_registry(tmp_path)


@pytest.fixture
def without_default(tmp_path: Path) -> str:
    """The same, whose Région has no default payment scheme."""
    return write_signed_registry(tmp_path, default=False)


def agreements(plan: Any) -> list[str]:
    return [one["id"] for one in plan["agreements"]]


def test_cashflow_of_a_cluster_plans_what_it_signed_and_says_so(cli: Cli, signed: str) -> None:
    result = cli("cashflow", "alpha", "--registry", signed)

    assert result.exit_code == 0
    assert result.stdout.startswith("Alpha, as signed: €630,000 in 2 agreements, until 2027-12-31")
    assert "vote      n° 25-01" in result.stdout
    assert "--scheme asks what if" in result.stdout


def test_json_says_which_agreement_and_who_states_it(cli_json: Answer, signed: str) -> None:
    data = cli_json("cashflow", "alpha", "--registry", signed)["data"]

    (plan,) = data["plans"]
    operating, lab = plan["agreements"]
    assert (operating["id"], operating["funder"], operating["source"]) == ("operating", "Région Bretagne", "vote")
    assert (lab["scheme"], lab["grant"], lab["first"], lab["last"]) == ("lab", 240_000, "2025-07-01", "2027-06-30")
    assert {one["agreement"] for one in plan["instalments"]} == {"operating", "lab"}
    assert data["default_scheme"] is None


def test_a_hypothesis_sets_what_was_signed_aside_and_says_so(cli: Cli, cli_json: Answer, signed: str) -> None:
    asked = ("cashflow", "alpha", "--scheme", "triennial", "--registry", signed)
    data = cli_json(*asked)["data"]

    (plan,) = data["plans"]
    assert (plan["scheme"], plan["grant"], plan["agreements"]) == ("triennial", 130_000, [])
    assert [one["agreement"] for one in data["agreements_left_out"]["set_aside"]] == ["operating", "lab"]
    assert "What if: what was signed is set aside (operating (Alpha), lab (Alpha))" in cli(*asked).stdout


def test_an_amount_that_is_typed_is_a_hypothesis_too(cli_json: Answer, signed: str) -> None:
    data = cli_json("cashflow", "alpha", "--grant", "90000", "--registry", signed)["data"]

    (plan,) = data["plans"]
    assert (plan["scheme"], plan["grant"], plan["agreements"]) == ("annual-60-40", 90_000, [])


@pytest.mark.parametrize(
    "option",
    [
        ("--start", "2024"),
        ("--years", "2"),
        ("--signed", "05-15"),
        ("--balance-month", "3"),
        ("--project-months", "12"),
        ("--max-peak", "10000"),
    ],
)
def test_what_an_agreement_says_itself_is_not_moved(option: tuple[str, str], cli: Cli, signed: str) -> None:
    result = cli("cashflow", "alpha", *option, "--registry", signed)

    assert result.exit_code == 2
    assert option[0] in result.stderr
    assert "add --scheme to ask what if" in result.stderr


def test_a_cluster_without_an_agreement_in_force_takes_the_default_of_the_region(
    cli: Cli, cli_json: Answer, signed: str
) -> None:
    asked = ("cashflow", "gamma", "--registry", signed)
    data = cli_json(*asked)["data"]

    assert [plan["scheme"] for plan in data["plans"]] == ["annual-60-40"]
    assert data["default_scheme"]["value"] == "annual-60-40"
    assert data["agreements_left_out"]["past"] == [{"cluster": "gamma", "agreement": "first-years"}]
    assert "Left out: studies (Gamma), since no source states its amount." in cli(*asked).stdout


@pytest.mark.parametrize(
    ("command", "option"),
    [(("cashflow",), "--scheme"), (("pool",), "--scheme"), (("credits", "--to", "triennial"), "--from")],
)
def test_without_an_agreement_and_a_default_a_scheme_is_asked_for(
    command: tuple[str, ...], option: str, cli: Cli, without_default: str
) -> None:
    result = cli(*command, "beta", "--registry", without_default)

    assert result.exit_code == 2
    assert f"a payment scheme is needed; add {option}" in result.stderr


@pytest.mark.parametrize("command", ["cashflow", "pool"])
def test_where_a_scheme_is_needed_it_is_told_why_no_agreement_is_planned(
    command: str, cli: Cli, without_default: str
) -> None:
    result = cli(command, "gamma", "--registry", without_default)

    assert result.exit_code == 2
    assert "first-years (Gamma): all is spent and paid before the day asked" in result.stderr
    assert "studies (Gamma): no source states its amount; add --scheme" in result.stderr


@pytest.mark.parametrize("command", [("cashflow",), ("pool",), ("credits", "--to", "triennial")])
def test_a_survey_leaves_out_those_of_which_no_scheme_can_be_assumed(
    command: tuple[str, ...], cli: Cli, cli_json: Answer, without_default: str
) -> None:
    result = cli(*command, "--registry", without_default)
    data = cli_json(*command, "--registry", without_default)["data"]

    assert result.exit_code == 0
    assert "beta" in data["agreements_left_out"]["without_scheme"]
    assert "no agreement is in force and no payment scheme can be assumed: Beta" in result.stdout


def test_a_survey_mixes_what_was_signed_with_what_is_assumed(cli: Cli, cli_json: Answer, signed: str) -> None:
    data = cli_json("cashflow", "--registry", signed)["data"]

    assert [(plan["cluster"], agreements(plan), plan["scheme"]) for plan in data["plans"]] == [
        ("alpha", ["operating", "lab"], None),
        ("beta", [], "annual-60-40"),
        ("gamma", [], "annual-60-40"),
    ]
    (portfolio,) = data["portfolio"]
    assert (portfolio["scheme"], portfolio["clusters"]) == (None, 3)
    assert "none in force" in cli("cashflow", "--registry", signed).stdout


@pytest.mark.parametrize("command", [("cashflow",), ("pool",), ("credits", "--to", "annual-60-40")])
def test_another_scheme_may_be_assumed_of_those_without_an_agreement(
    command: tuple[str, ...], cli: Cli, signed: str
) -> None:
    result = cli(*command, "--default-scheme", "triennial", "--registry", signed)

    assert result.exit_code == 0
    assert "Assumptions of triennial" in result.stdout
    assert "operating" in result.stdout


@pytest.mark.parametrize(
    ("command", "beside"),
    [
        (("cashflow",), ("--scheme", "triennial")),
        (("pool",), ("--scheme", "triennial")),
        (("credits", "--to", "triennial"), ("--from", "annual-60-40")),
        (("cashflow", "alpha"), ()),
        (("pool", "alpha"), ()),
        (("credits", "alpha", "--to", "triennial"), ()),
    ],
)
def test_a_scheme_of_the_rest_is_refused_where_there_is_no_rest(
    command: tuple[str, ...], beside: tuple[str, ...], cli: Cli, signed: str
) -> None:
    result = cli(*command, *beside, "--default-scheme", "annual-60-40", "--registry", signed)

    assert result.exit_code == 2
    assert "--default-scheme" in result.stderr


def test_a_limit_and_drawn_delays_look_at_what_was_signed(cli: Cli, cli_json: Answer, signed: str) -> None:
    assert cli("cashflow", "alpha", "--fail-above", "271666", "--registry", signed).exit_code == 1
    assert cli("cashflow", "alpha", "--fail-above", "271667", "--registry", signed).exit_code == 0

    asked = ("--delays", "balance=uniform(0,60)", "--draws", "20", "--registry", signed)
    (risk,) = cli_json("cashflow", *asked)["data"]["risk"]["schemes"]
    assert (risk["scheme"], len(risk["clusters"])) == (None, 3)


def test_a_pool_carries_what_its_members_signed_and_what_is_assumed_of_the_others(
    cli_json: Answer, signed: str
) -> None:
    data = cli_json("pool", "--registry", signed)["data"]

    (pool,) = data["pools"]
    assert pool["scheme"] is None
    assert [(one["cluster"], one["agreements"], one["scheme"]) for one in pool["members"]] == [
        ("alpha", ["operating", "lab"], None),
        ("beta", [], "annual-60-40"),
        ("gamma", [], "annual-60-40"),
    ]
    assert [grant["cluster"] for grant in data["grants"]] == ["beta", "gamma"]


def test_a_scheme_for_one_member_of_a_pool_asks_what_if_of_it_alone(cli_json: Answer, signed: str) -> None:
    data = cli_json("pool", "--scheme", "beta=triennial", "--registry", signed)["data"]

    (pool,) = data["pools"]
    assert [(one["cluster"], one["agreements"], one["scheme"]) for one in pool["members"]][:2] == [
        ("alpha", ["operating", "lab"], None),
        ("beta", [], "triennial"),
    ]


@pytest.mark.parametrize("default", [True, False])
def test_a_pool_in_which_each_member_has_a_scheme_of_its_own_needs_no_other(
    cli: Cli, cli_json: Answer, tmp_path: Path, *, default: bool
) -> None:
    registry = write_signed_registry(tmp_path, default=default)
    typed = ("pool", "alpha", "beta", "--registry", registry, "--scheme", "alpha=annual-60-40", "--scheme")

    (each,) = cli_json(*typed, "beta=triennial")["data"]["pools"]
    assert (each["scheme"], [one["scheme"] for one in each["members"]]) == (None, ["annual-60-40", "triennial"])
    assert "each by its own scheme" in cli(*typed, "beta=triennial").stdout
    (same,) = cli_json(*typed, "beta=annual-60-40")["data"]["pools"]
    assert same["scheme"] == "annual-60-40"


def test_a_survey_of_a_pool_goes_on_beside_an_agreement_that_waits_for_other_funders(cli: Cli, signed: str) -> None:
    file = Path(signed) / "clusters.yaml"
    written = file.read_text(encoding="utf-8").replace("anchor: project-end, offset: 2m", "anchor: others-paid")
    file.write_text(written, encoding="utf-8")

    result = cli("pool", "--registry", signed)

    assert result.exit_code == 0
    assert "Left out: lab (Alpha), since no source says when the other funders pay" in result.stdout
    assert "waits" not in cli("cashflow", "alpha", "--others-paid", "2027-10-01", "--registry", signed).stderr


def test_a_scheme_for_all_members_sets_what_they_signed_aside(cli_json: Answer, signed: str) -> None:
    data = cli_json("pool", "--scheme", "triennial", "--registry", signed)["data"]

    (pool,) = data["pools"]
    assert (pool["scheme"], {one["scheme"] for one in pool["members"]}) == ("triennial", {"triennial"})
    assert len(data["agreements_left_out"]["set_aside"]) == 3


def test_the_start_of_a_pool_as_signed_is_not_moved(cli: Cli, signed: str) -> None:
    result = cli("pool", "--start", "2024", "--registry", signed)

    assert result.exit_code == 2
    assert "--start" in result.stderr


def test_credits_of_a_mix_are_those_worked_out_by_hand(cli_json: Answer, signed: str) -> None:
    data = cli_json("credits", "alpha", "beta", "--to", "triennial", "--registry", signed)["data"]

    alpha, beta = data["clusters"]
    # 2025: the last assumed agreement's balance, 40 % of 130 000, and 30 % of 120 000 twice.
    # 2026: the balance of 2025, 40 % of 120 000, and 30 % of 130 000 twice; 2027 likewise.
    # 2028: the balance of 2027, 40 % of 140 000, and, signed until 2027, only then 75 % of 130 000 a year.
    assert [year["changed"]["paid"] for year in alpha["years"]] == [
        52_000 + 2 * 36_000,
        48_000 + 2 * 39_000,
        52_000 + 2 * 42_000,
        56_000 + 97_500,
    ]
    assert [year["kept"]["paid"] for year in alpha["years"]] == [124_000, 126_000, 136_000, 56_000 + 2 * 39_000]
    # 390 000 are committed in 2025 for three years; kept, 130 000 a year from 2028 on, else all three at once.
    assert [year["kept"]["committed"] for year in alpha["years"]] == [390_000, 0, 0, 130_000]
    assert [year["changed"]["committed"] for year in alpha["years"]] == [390_000, 0, 0, 390_000]
    # Beta has signed nothing: 60 % and 40 % of 50 000 until the change in 2026, then 75 % and 25 %.
    assert [year["changed"]["paid"] for year in beta["years"]] == [50_000, 37_500 + 20_000, 37_500 + 12_500, 50_000]
    assert (data["from"], alpha["from"], beta["from"]) == (None, "annual-30-30-40", "annual-60-40")
    assert (alpha["agreements"], beta["agreements"]) == (["operating"], [])


def test_years_between_an_agreement_and_the_change_are_renewed_as_before(cli_json: Answer, signed: str) -> None:
    asked = ("credits", "alpha", "--to", "triennial", "--switch", "2029", "--years", "1", "--registry", signed)

    (alpha,) = cli_json(*asked)["data"]["clusters"]

    # 2028: the balance of 2027 and 30 % twice of 130 000; 2029: its balance and 75 %.
    assert [year["changed"]["paid"] for year in alpha["years"]] == [56_000 + 78_000, 52_000 + 97_500]


def test_a_project_of_the_region_is_no_yearly_credit_and_is_told(cli: Cli, signed: str) -> None:
    file = Path(signed) / "clusters.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("funder: FEDER", "funder: Région"), encoding="utf-8")

    result = cli("credits", "alpha", "--to", "triennial", "--registry", signed)

    assert "Left out: lab (Alpha), since it pays a project, and no grant a year." in result.stdout
    assert "operating (Alpha)" in result.stdout


def test_each_movement_of_a_pool_says_by_which_agreements_it_is_paid(cli: Cli, signed: str) -> None:
    lines = cli("pool", "alpha", "--registry", signed, "-f", "csv").stdout.splitlines()

    assert lines[0] == "pool,cluster,scheme,agreements,day,drawn,repaid,balance"
    assert lines[1].startswith(",alpha,,operating lab,2025-01-31")


def test_a_hypothesis_on_credits_sets_what_was_signed_aside(cli_json: Answer, signed: str) -> None:
    asked = ("credits", "alpha", "--from", "annual-60-40", "--to", "triennial", "--registry", signed)
    data = cli_json(*asked)["data"]

    assert data["from"] == "annual-60-40"
    assert [year["kept"]["paid"] for year in data["clusters"][0]["years"]] == [130_000] * 4
    assert len(data["agreements_left_out"]["set_aside"]) == 2


def test_show_tells_an_agreement_its_amounts_and_its_source(cli: Cli, cli_json: Answer, signed: str) -> None:
    shown = cli("show", "alpha", "--registry", signed).stdout
    operating, lab = cli_json("show", "alpha", "--registry", signed)["data"]["cluster"]["agreements"]

    assert "Agreements" in shown
    assert "in 2026" in shown
    assert operating["years"][1] == {"year": 2026, "amount": 130_000}
    assert (operating["scheme"], lab["scheme"], lab["terms"]["id"]) == ("annual-30-30-40", None, "lab")
    assert 'agreement,,"Région Bretagne: €390,000' in cli("show", "alpha", "--registry", signed, "-f", "csv").stdout
