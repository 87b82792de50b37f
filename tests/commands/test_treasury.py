"""``clusters treasury`` plans the cash of a whole organisation."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli
from tests.signed_registry import write_signed_registry

CliJson = Callable[..., Any]
DOSSIER = """\
id: demo
name: Demo 2025
aid: {type: operating}
project: {start: 2025-01-01, end: 2025-12-31}
costs:
- {label: Manager, nature: personnel, amount: 90000}
- {label: Fair, amount: 30000, timing: {on: 2025-09-30}}
resources:
- {label: Grant, kind: region, funder: Région, amount: 60000, status: requested, timing: {scheme: annual-30-30-40}}
- {label: Town, kind: commune, amount: 6000, timing: {scheme: annual-60-40}}
- {label: Dues, kind: dues, sector: private, amount: 40000, timing: {on: 2025-02-28}}
- {label: Services, kind: sales, sector: private, amount: 14000}
treasury: {opening_cash: 15000}
"""
BUDGETS = """\
- id: delta
  name: Delta
  figures:
  - {year: 2025, budget: 240000, dues: 24000, source: report}
  agreements:
  - {id: running, funder: Région, years: {2026: 90000}, scheme: annual-60-40, source: report}
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    file = tmp_path / "demo.yaml"
    file.write_text(DOSSIER, encoding="utf-8")
    return file


@pytest.fixture
def signed(tmp_path: Path) -> str:
    folder = write_signed_registry(tmp_path)
    with (tmp_path / "clusters.yaml").open("a", encoding="utf-8") as file:
        file.write(BUDGETS)
    return folder


def paid(plan: Any, number: int = 0) -> list[str]:
    return [one["paid"] for one in plan["grants"][number]["plan"]["instalments"]]


def test_the_answer_is_the_lowest_closing_of_a_day_and_the_overdraft_to_ask_for(
    dossier: Path, cli: Cli, cli_json: CliJson
) -> None:
    (plan,) = cli_json("treasury", str(dossier))["data"]["plans"]

    assert (plan["lowest"], plan["lowest_date"], plan["overdraft"]) == (-16733.33, "2025-10-31", 16733.33)
    assert plan["cautious"] == -17900
    assert plan["months_below"] == ["2025-09", "2025-10", "2025-11", "2025-12"]
    shown = cli("treasury", str(dossier)).stdout
    assert "The lowest closing balance of a day is -€16,733.33, on 2025-10-31; 4 months are below zero." in shown
    assert "Overdraft to ask for: €16,733.33." in shown


def test_each_schedule_names_who_pays_it(dossier: Path, cli: Cli) -> None:
    shown = cli("treasury", str(dossier)).stdout

    assert "Instalments of Grant (Région)" in shown
    assert "Instalments of Town" in shown


def test_the_plan_has_lines_by_kind_with_their_sums(dossier: Path, cli: Cli) -> None:
    lines = [line[:23].strip() for line in cli("treasury", str(dossier), "--by", "year").stdout.splitlines()]
    plan = lines[lines.index("Plan") + 3 :][:13]

    assert plan == [
        *("Opening cash", "Grant", "Town", "subtotal: grant", "Dues", "Services", "Receipts"),
        *("Manager", "Fair", "Payments", "Closing cash", "Lowest closing of a day", ""),
    ]


@pytest.mark.parametrize(
    ("options", "first", "last", "count"),
    [
        ([], "2025-01-01", "2025-12-31", 12),
        (["--from", "2025-06"], "2025-06-01", "2026-05-31", 12),
        (["--from", "06/2025", "--months", "60"], "2025-06-01", "2030-05-31", 60),
    ],
)
def test_a_plan_has_twelve_months_from_any_month_unless_others_are_asked(
    options: list[str], first: str, last: str, count: int, dossier: Path, cli_json: CliJson
) -> None:
    (plan,) = cli_json("treasury", str(dossier), *options)["data"]["plans"]

    assert (plan["first"], plan["last"], len(plan["months"])) == (first, last, count)


def test_a_later_month_begins_with_the_cash_carried_to_it_or_with_the_one_typed(
    dossier: Path, cli_json: CliJson
) -> None:
    (whole,) = cli_json("treasury", str(dossier))["data"]["plans"]
    (carried,) = cli_json("treasury", str(dossier), "--from", "2025-06")["data"]["plans"]
    (typed,) = cli_json("treasury", str(dossier), "--from", "2025-06", "--opening-cash", "-1 500,50")["data"]["plans"]

    assert carried["opening_cash"] == whole["months"][4]["closing"]
    assert typed["opening_cash"] == typed["months"][0]["opening"] == -1500.5


def test_money_of_a_funder_a_kind_of_line_or_a_kind_of_instalment_may_come_later(
    dossier: Path, cli_json: CliJson
) -> None:
    def plan(*options: str) -> Any:
        (found,) = cli_json("treasury", str(dossier), *options)["data"]["plans"]
        return found

    asked = plan()
    of_funder = plan("--late", "region=2m")
    of_kind = plan("--late", "solde=2m", "--late", "cotisations=15d")

    assert paid(asked) == ["2025-05-30", "2025-11-29", "2026-08-29"]
    assert paid(of_funder) == ["2025-07-30", "2026-01-29", "2026-10-29"]
    assert paid(of_funder, 1) == paid(asked, 1)
    assert [paid(of_kind)[-1], paid(of_kind, 1)[-1]] == ["2026-10-29", "2026-10-29"]
    assert paid(of_kind)[:2] == paid(asked)[:2]
    (dues,) = (line for line in of_kind["lines"] if line["kind"] == "dues")
    assert dues["flows"] == [{"day": "2025-03-15", "amount": 40000}]


def test_what_if_one_funder_paid_otherwise_changes_no_other(dossier: Path, cli: Cli, cli_json: CliJson) -> None:
    (asked,) = cli_json("treasury", str(dossier))["data"]["plans"]
    (found,) = cli_json("treasury", str(dossier), "--scheme", "Région=triennial")["data"]["plans"]

    assert found["scheme"] == "Région=triennial"
    assert paid(found) != paid(asked)
    assert paid(found, 1) == paid(asked, 1)
    assert found["difference"]["lowest"] == pytest.approx(found["lowest"] - asked["lowest"])
    shown = cli("treasury", str(dossier), "--scheme", "Région=triennial").stdout
    assert "Région=triennial beside the plan as it stands: a lowest point €14,333.33 higher" in shown


def test_schemes_of_the_grants_asked_for_stand_side_by_side(dossier: Path, cli: Cli, cli_json: CliJson) -> None:
    arguments = ("treasury", str(dossier), "--scheme", "annual-60-40", "--scheme", "triennial", "--rate", "4")
    first, other = cli_json(*arguments)["data"]["plans"]

    for figure in ("lowest", "negative_days", "overdraft", "cost", "closing"):
        assert other["difference"][figure] == pytest.approx(other[figure] - first[figure])
    assert [one["scheme"] for one in (first, other)] == ["annual-60-40", "triennial"]
    shown = cli(*arguments).stdout
    assert shown.count(" beside ") == 1
    assert "triennial beside annual-60-40: a lowest point €" in shown


def test_two_files_stand_side_by_side(dossier: Path, cli: Cli, cli_json: CliJson) -> None:
    other = dossier.with_name("other.yaml")
    other.write_text(DOSSIER.replace("demo", "other").replace("Demo", "Other").replace("90000", "60000"))

    plans = cli_json("treasury", str(dossier), str(other))["data"]["plans"]

    assert [plan["id"] for plan in plans] == ["demo", "other"]
    assert plans[1]["difference"]["closing"] == 30000
    assert "Other 2025 beside Demo 2025" in cli("treasury", str(dossier), str(other)).stdout


def test_what_would_keep_an_overdraft_is_told_with_its_days(dossier: Path, cli: Cli) -> None:
    result = cli("treasury", str(dossier), "--max-overdraft", "10000")

    assert result.exit_code == 1
    assert (
        "€6,733.33 more by 2025-09-30, beyond the end of the plan, would keep the overdraft at or under €10,000."
        in result.stdout
    )
    assert cli("treasury", str(dossier), "--max-overdraft", "16733.33").exit_code == 0
    some_days = cli("treasury", str(dossier), "--max-overdraft", "12000").stdout
    assert "€4,733.33 more from 2025-10-31 to 2025-11-28 would keep the overdraft at or under €12,000." in some_days


def test_a_balance_below_a_limit_makes_the_answer_a_no(dossier: Path, cli: Cli, cli_json: CliJson) -> None:
    result = cli("treasury", str(dossier), "--fail-below", "-10000")

    assert result.exit_code == 1
    assert "Demo 2025 closes below -€10,000 from 2025-09-30, with -€10,400." in result.stdout
    found = cli_json("treasury", str(dossier), "--fail-below", "-16 733,33")
    assert (found["exit_code"], found["data"]["fail_below"]) == (0, {"limit": -16733.33, "below": [], "kept": True})


def test_drawn_delays_tell_the_overdraft_that_most_draws_keep(dossier: Path, cli: Cli, cli_json: CliJson) -> None:
    asked = ("treasury", str(dossier), "--delays", "uniform(0,120)", "--draws", "200", "--fail-below", "0")
    (risk,) = cli_json(*asked)["data"]["risk"]

    spread = [risk["overdraft"][level] for level in ("p50", "p80", "p95", "largest")]
    assert spread == sorted(spread)
    assert risk["overdraft"]["planned"] == 16733.33
    assert risk["below_limit"] == risk["below_zero"] == 1
    assert "200 draws, seed 1" in cli(*asked).stdout
    (fixed,) = cli_json(*asked[:2], "--delays", "fixed(60)", "--draws", "4")["data"]["risk"]
    assert set(fixed["overdraft"].values()) == {16733.33}


def test_an_unknown_opening_cash_is_said_to_count_from_zero(dossier: Path, cli: Cli) -> None:
    dossier.write_text(DOSSIER.replace("treasury: {opening_cash: 15000}\n", ""), encoding="utf-8")

    assert "balances count from zero" in cli("treasury", str(dossier)).stdout


def test_a_line_that_moves_nothing_in_the_months_of_the_plan_is_named(dossier: Path, cli: Cli) -> None:
    shown = cli("treasury", str(dossier), "--from", "2026-01").stdout

    assert "In the months of the plan nothing moves under: Dues, Services, Manager, Fair." in shown


def test_the_page_draws_when_cash_is_missing(dossier: Path, cli: Cli) -> None:
    output = cli("treasury", str(dossier), "--by", "quarter", "--chart").stdout

    assert "Below zero by" in output
    (marked,) = [line for line in output.splitlines() if line.endswith("◄ lowest")]
    assert marked.startswith("2025-Q4")


def test_a_cluster_is_planned_from_its_agreements_and_its_budget(signed: str, cli: Cli, cli_json: CliJson) -> None:
    arguments = ("treasury", "Delta", "--registry", signed, "--as-of", "2026-03-15")
    found = cli_json(*arguments)
    (plan,) = found["data"]["plans"]

    assert (found["as_of"], plan["first"], plan["opening_cash"]) == ("2026-03-15", "2026-03-01", None)
    assert [(line["key"], line["total"]) for line in plan["lines"]] == [
        ("running", 54000),
        ("dues", 24000),
        ("other", 126000),
        ("budget", 240000),
    ]
    assert plan["balanced"] == {"budget": 240000, "year": 2025, "grants": 90000, "other": 126000}
    shown = cli(*arguments).stdout
    assert "Assumed: the budget of 2025, €240,000 a year, is spent evenly" in shown
    assert "no source says when" in shown


def test_a_budget_of_a_year_to_come_is_not_that_of_the_plan(signed: str, cli_json: CliJson) -> None:
    file = Path(signed) / "clusters.yaml"
    later = (
        "  - {year: 2025, budget: 240000, dues: 24000, source: report}\n  - {year: 2027, budget: 1, source: report}\n"
    )
    text = file.read_text(encoding="utf-8").replace(later.splitlines(keepends=True)[0], later)
    file.write_text(text, encoding="utf-8")

    (plan,) = cli_json("treasury", "delta", "--registry", signed, "--as-of", "2026-03-15")["data"]["plans"]

    assert (plan["balanced"]["year"], plan["balanced"]["budget"]) == (2025, 240000)


def test_what_if_a_funder_of_a_cluster_paid_otherwise(signed: str, cli: Cli, cli_json: CliJson) -> None:
    arguments = ("treasury", "delta", "--registry", signed, "--as-of", "2026-03-15")
    (plan,) = cli_json(*arguments, "--scheme", "région=triennial")["data"]["plans"]

    assert paid(plan) == ["2026-05-30", "2027-08-29"]
    assert plan["grants"][0]["plan"]["scheme"] == "triennial"
    refused = cli(*arguments, "--scheme", "triennial")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "name the funder: --scheme FUNDER=triennial" in refused.stderr


@pytest.mark.parametrize(("cluster", "missing"), [("beta", "an agreement"), ("alpha", "a budget")])
def test_a_cluster_without_what_a_plan_needs_cannot_be_planned(
    cluster: str, missing: str, signed: str, cli: Cli
) -> None:
    result = cli("treasury", cluster, "--registry", signed, "--as-of", "2026-03-15")

    assert (result.exit_code, result.stdout) == (3, "")
    assert missing in result.stderr


def test_an_agreement_whose_own_terms_wait_for_other_funders_is_planned_once_it_is_said_when_they_pay(
    signed: str, cli: Cli, cli_json: CliJson
) -> None:
    file = Path(signed) / "clusters.yaml"
    terms = (
        "terms: {agreement: {months: 12, start: 01-01}, payment_delay: 30d, "
        "instalments: [{kind: balance, anchor: others-paid}]}"
    )
    leader = f'\n  - {{id: leader, funder: LEADER, amount: 20000, start: "2026-01-01", {terms}, source: report}}\n'
    file.write_text(file.read_text(encoding="utf-8").rstrip() + leader, encoding="utf-8")
    asked = ("treasury", "delta", "--registry", signed, "--as-of", "2026-03-15")

    assert "Left out: leader, since no source says when the other funders pay" in cli(*asked).stdout
    (plan,) = cli_json(*asked, "--others-paid", "2026-12-15")["data"]["plans"]
    assert paid(plan, 1) == ["2027-01-14"]


def test_a_grant_may_be_paid_under_an_agreement_of_the_registry(signed: str, cli_json: CliJson) -> None:
    file = Path(signed) / "application.yml"
    text = DOSSIER.replace("name: Demo 2025", "cluster: alpha").replace(
        "2025-01-01, end: 2025-12-31", "2025-01-01, end: 2027-12-31"
    )
    agreed = text.replace("timing: {scheme: annual-60-40}", "timing: {agreement: lab}").replace("6000", "240000")
    file.write_text(agreed.replace("2400000", "60000"), encoding="utf-8")

    (plan,) = cli_json("treasury", str(file), "--registry", signed)["data"]["plans"]

    assert paid(plan, 1) == ["2025-07-31", "2027-09-29"]


def test_a_file_stands_before_a_cluster_of_the_same_name(
    dossier: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(dossier.parent)
    dossier.rename("nekoe")

    assert "nekoe is a file here and a cluster too: the file is planned." in cli("treasury", "nekoe").stdout


@pytest.mark.parametrize(
    ("before", "after", "code", "said"),
    [
        ("amount: 90000", "amount: much", 4, "demo.yaml:6:47: error"),
        ("amount: 30000, timing", "amount: 30000, timming", 4, "did you mean 'timing'"),
        ("end: 2025-12-31", "end: 2024-12-31", 4, "before"),
        ("scheme: annual-30-30-40", "scheme: annual", 4, "there is no payment scheme 'annual'"),
        ("scheme: annual-30-30-40", "agreement: lab", 4, "which the dossier does not name: write cluster: ID"),
        ("project: {start: 2025-01-01, end: 2025-12-31}\n", "", 3, "project.start"),
    ],
)
def test_a_mistake_in_a_dossier_is_told(before: str, after: str, code: int, said: str, dossier: Path, cli: Cli) -> None:
    dossier.write_text(DOSSIER.replace(before, after, 1), encoding="utf-8")

    result = cli("treasury", str(dossier))

    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--months", "61"], "1 to 60 months, found 61"),
        (["--from", "2024-11"], "the plan begins in 2024-11, before the evening of its opening cash, 2024-12-31"),
        (["--from", "2025"], "'2025' is not a month"),
        (["--from", "2025-06-15"], "is not a month: 2025-06?"),
        (["--late", "Regoin=2m"], "did you mean Région?"),
        (["--late", "Région"], "'Région' is not FUNDER=DURATION"),
        (["--scheme", "Dues=triennial"], "nothing in the plan is called 'Dues'"),
        (["--scheme", "Région=trienial"], "did you mean triennial or triennial-parts?"),
        (
            ["--scheme", "Région=feder", "--scheme", "Région=triennial", "--scheme", "feder", "--scheme", "triennial"],
            "compare the schemes of one funder at a time",
        ),
        (["--delays", "release=fixed(3)"], "--delays names no kind of instalment that is still to be paid in the plan"),
        (["--as-of", "2025-03-31"], "--as-of changes nothing here"),
    ],
    ids=str,
)
def test_a_question_that_makes_no_sense_is_refused(options: list[str], said: str, dossier: Path, cli: Cli) -> None:
    result = cli("treasury", str(dossier), *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_what_is_neither_a_file_nor_a_cluster_is_told(cli: Cli) -> None:
    assert "there is no cluster 'nekoo'" in cli("treasury", "nekoo").stderr
    missing = cli("treasury", "nekoo.yaml")
    assert (missing.exit_code, missing.stdout) == (4, "")
    assert "nekoo.yaml" in missing.stderr


@pytest.mark.hledger
def test_the_balance_of_the_journal_is_the_closing_of_the_plan(dossier: Path, cli: Cli, cli_json: CliJson) -> None:
    (plan,) = cli_json("treasury", str(dossier))["data"]["plans"]
    journal = dossier.with_name("plan.journal")
    cli("treasury", str(dossier), "-o", str(journal))

    subprocess.run(["hledger", "-f", str(journal), "check", "--strict"], check=True)
    asked = ["hledger", "-f", str(journal), "balance", "512", "--format", "%(total)", "--no-total"]
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout

    assert told.split() == [f"{plan['closing']:.2f}", "EUR"]


def test_a_calendar_tells_claims_and_payments_of_each_funder(dossier: Path, cli: Cli) -> None:
    events = cli("treasury", str(dossier), "-f", "ics").stdout

    assert "SUMMARY:Région: €18\\,000 expected (advance of 2025)" in events
    assert "DTSTART;VALUE=DATE:20250530" in events
    assert events.count("BEGIN:VEVENT") == 6
