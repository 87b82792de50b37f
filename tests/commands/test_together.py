"""Options that are given twice, contradict each other or change nothing are refused with the reason."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.option_values import FILES
from tests.conftest import Cli

CliJson = Callable[..., Any]
DRAWN = ("cashflow", "nekoe", "--scheme", "triennial", "--delays", "balance=uniform(0,180)", "--draws", "200")

PROJECT_SCHEME = """\
schemes:
- id: signed-later
  name: {en: A project that is signed after it starts}
  agreement: {months: 36, start: 01-01, signature: 09-15}
  payment_delay: 30d
  instalments:
  - {kind: advance, share: 0.25, anchor: signature}
  - {kind: balance, share: 0.75, anchor: project-end}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "scheme.yaml").write_text(PROJECT_SCHEME, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("list --sort name --sort budget", "--sort is given twice"),
        ("list -f csv --format json", "--format is given twice"),
        ("--registry a list --registry b", "--registry is given twice"),
        ("poles list -o a.csv -o b.csv", "--output is given twice"),
        ("cashflow nekoe --scheme triennial --chart --no-chart", "--chart is given twice"),
        ("cashflow nekoe --scheme triennial --late balance=1m --late balance=2m", "--late balance is given twice"),
        ("treasury project.yaml project.yaml", "project.yaml is given twice"),
        ("treasury project.yaml --late dues=1m --late Dues=2m", "--late Dues is given twice"),
        ("pool --scheme triennial --own-cash 1000 --own-cash 2000", "--own-cash is given twice"),
        ("pool --scheme triennial --own-cash nekoe=1 --own-cash Nékoé=2", "--own-cash nekoe is given twice"),
        ("pool --scheme triennial --signed 03-01 --signed 04-01", "--signed is given twice"),
        ("pool --scheme triennial --dossier project.yaml --dossier project.yaml", "--dossier dream is given twice"),
    ],
)
def test_what_holds_one_value_is_not_given_twice(
    line: str, said: str, folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    result = cli(*line.split())

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_environment_may_name_another_registry_than_the_command(
    small_registry: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERS_REGISTRY", "nowhere")

    assert cli("list", "--registry", str(small_registry)).exit_code == 0
    assert cli("validate", str(small_registry)).exit_code == 0


@pytest.mark.parametrize("option", ["--maturity", "--department", "--domain"])
def test_what_is_repeatable_may_be_repeated(option: str, cli: Cli) -> None:
    value = {"--maturity": "emerging", "--department": "37", "--domain": "health"}[option]

    assert cli("list", option, value, option, value).exit_code == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("treasury project.yaml --seed 3", "go with --delays"),
        ("treasury project.yaml --bank-cost 9 --quarterly --rate 3", "--quarterly does not go with --bank-cost"),
        ("cashflow nekoe --scheme triennial --delays uniform(0,9) --bank-cost 9", "--bank-cost does not go with"),
        (
            "cashflow nekoe --scheme triennial --delays uniform(0,9) --late balance=1m",
            "--late balance does not go with",
        ),
        ("cashflow nekoe --scheme triennial --delays uniform(0,9) --rate 3 --ceiling 9", "--ceiling does not go with"),
        ("cashflow --scheme triennial --grant 9000 --exclude dream", "--exclude does not go with --grant"),
        ("credits --from annual-60-40 --to triennial --grant 9000 --exclude dream", "--exclude does not go with"),
        ("validate . --registry .", "--registry does not go with DIR"),
        ("eligibility --dossier dossier.yaml --eligible-costs 9", "--eligible-costs does not go with --dossier"),
        ("eligibility --dossier dossier.yaml --public-aid 9", "--public-aid does not go with --dossier"),
        (
            "pool dream --scheme triennial --dossier project.yaml --own-cash dream=9",
            "--own-cash does not go with --dossier",
        ),
    ],
)
def test_options_that_contradict_each_other_are_refused(
    line: str, said: str, folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    result = cli(*line.split())

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    ("line", "option"),
    [
        ("cashflow --scheme feder --grant 9000 --years 2", "--years"),
        ("cashflow --scheme feder --grant 9000 --signed 03-01", "--signed"),
        ("cashflow --scheme feder --grant 9000 --balance-month 3", "--balance-month"),
        ("cashflow nekoe --scheme triennial --project-months 12", "--project-months"),
        ("cashflow nekoe --scheme triennial --late interim=1m", "--late interim"),
        ("cashflow nekoe --scheme triennial --delays interim=fixed(9)", "--delays interim"),
        ("cashflow nekoe --scheme triennial --delays fixed(9) --correlation 1", "--correlation"),
        ("cashflow nekoe --scheme triennial --exclude dream", "--exclude"),
        ("treasury unpaid.yaml --scheme triennial", "--scheme"),
        ("treasury unpaid.yaml --payment-delay 30", "--payment-delay"),
        ("treasury unpaid.yaml --late balance=1m", "--late"),
        ("treasury project.yaml --day-count 360", "--day-count"),
        ("credits --from annual-60-40 --to triennial nekoe --exclude dream", "--exclude"),
        ("pool nekoe --scheme triennial --own-cash dream=9", "--own-cash"),
        ("pool nekoe --scheme triennial --signed dream=03-01", "--signed"),
        ("pool nekoe --scheme triennial --scheme dream=feder", "--scheme"),
        ("pool nekoe --scheme triennial --dossier project.yaml", "--dossier"),
        ("audit --only claims --older-than 3", "--older-than"),
        ("cashflow nekoe --scheme triennial --chart -f csv", "--chart"),
        ("pool --scheme triennial --chart -o pool.json", "--chart"),
        ("list --force", "--force"),
        ("audit --only stale --check", "--check"),
        ("cashflow --scheme feder --grant 9000 --start 2023 --as-of 2025-01-01", "--as-of"),
    ],
)
def test_an_option_that_changes_nothing_is_refused(
    line: str, option: str, folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    result = cli(*line.split())

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{option} changes nothing here" in result.stderr


def test_an_option_works_where_one_of_the_schemes_looks_at_it(cli: Cli) -> None:
    schemes = ("--scheme", "feder", "--scheme", "annual-60-40")

    assert cli("cashflow", "--grant", "9000", *schemes, "--years", "2", "--project-months", "24").exit_code == 0


def test_a_project_is_signed_on_the_day_that_its_scheme_gives(folder: Path, cli_json: CliJson) -> None:
    scheme = ("--schemes", str(folder / "scheme.yaml"), "--scheme", "signed-later")
    arguments = ("cashflow", *scheme, "--grant", "9000", "--start", "2023")

    (plan,) = cli_json(*arguments)["data"]["plans"]
    assert plan["instalments"][0]["due"] == "2023-09-15"
    (plan,) = cli_json(*arguments, "--signed", "10-01")["data"]["plans"]
    assert plan["instalments"][0]["due"] == "2023-10-01"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("signature: 09-15", "renewal: 01-01", "renewal goes with years"),
        ("months: 36", "years: 3", "start goes with months"),
    ],
)
def test_a_day_that_an_agreement_does_not_look_at_is_refused(
    before: str, after: str, said: str, folder: Path, cli: Cli
) -> None:
    file = folder / "scheme.yaml"
    file.write_text(PROJECT_SCHEME.replace(before, after), encoding="utf-8")
    result = cli("cashflow", "--schemes", str(file), "--scheme", "signed-later", "--grant", "9000")

    assert result.exit_code == 4
    assert said in result.stderr


def test_costs_really_justified_are_those_spent_with_and_without_a_dossier(folder: Path, cli_json: CliJson) -> None:
    (treasury,) = cli_json("treasury", str(folder / "project.yaml"), "--actual-cost", "50%")["data"]["plans"]
    (plan,) = cli_json("cashflow", "nekoe", "--scheme", "triennial", "--actual-cost", "50%")["data"]["plans"]

    assert [line["total"] for line in treasury["lines"] if line["direction"] == "out"] == [45000, 15000]
    assert sum(month["spent"] for month in plan["months"]) == pytest.approx(3 * plan["grant"] / 2)


def test_draws_tell_the_cost_of_the_credit_and_what_stays_unfunded(cli_json: CliJson) -> None:
    (risk,) = cli_json(*DRAWN, "--rate", "4", "--fee", "1%", "--guarantee", "100")["data"]["risk"]["schemes"][0][
        "clusters"
    ]
    for level in ("planned", "p50", "p80", "p95", "largest"):
        fee = round(risk["peak_advance"][level] / 100, 2)
        assert risk["cost"][level] == pytest.approx(risk["interest"][level] + fee + 100, abs=0.02)

    (risk,) = cli_json(*DRAWN, "--ceiling", "20000")["data"]["risk"]["schemes"][0]["clusters"]
    assert risk["gap"] == {level: pytest.approx(peak - 20000) for level, peak in risk["peak_advance"].items()}


def test_draws_of_one_day_cost_what_the_plan_costs(cli_json: CliJson) -> None:
    credit = ("--rate", "4", "--fee", "1%", "--guarantee", "100")
    arguments = ("cashflow", "nekoe", "--scheme", "triennial", "--delays", "fixed(60)", "--draws", "20")
    data = cli_json(*arguments, *credit)["data"]
    (plan,), (risk,) = data["plans"], data["risk"]["schemes"][0]["clusters"]

    assert set(risk["cost"].values()) == {plan["summary"]["cost"]}


def test_a_cost_that_no_plausible_rate_explains_is_refused_as_such_a_rate_is(cli: Cli) -> None:
    grant = ("cashflow", "--scheme", "triennial", "--grant", "1000")
    dear, rate = cli(*grant, "--bank-cost", "60000"), cli(*grant, "--rate", "101")

    assert (dear.exit_code, rate.exit_code) == (2, 2)
    assert "not plausible [USE131]" in dear.stderr
    assert "not plausible [USE131]" in rate.stderr
    assert "100% a year would be about €407.7" in dear.stderr


def test_rates_of_a_survey_that_are_not_plausible_are_counted(cli: Cli) -> None:
    result = cli("cashflow", "--scheme", "triennial", "--bank-cost", "6000", "--with-ended")

    assert result.exit_code == 0
    assert "2 of 13 rates are above 100% a year, which is not plausible" in result.stdout


def test_only_the_peaks_above_the_limit_are_named_and_the_others_counted(cli: Cli) -> None:
    output = cli("cashflow", "--scheme", "annual-60-40", "--max-peak", "60000", "--with-ended").stdout
    answer, table, *_others = output.split("\n\n")

    assert answer == "10 of 13 peaks already are at or under €60,000."
    title, _headings, _rule, *rows = table.splitlines()
    assert title == "What would keep the peak at or under €60,000"
    assert [re.split(r"  +", row) for row in rows] == [
        ["Aérocentre", "annual-60-40", "95,333.33", "87.18%", "35,333.33"],
        ["DREAM", "annual-60-40", "73,333.33", "73.34%", "13,333.33"],
        ["Polepharma", "annual-60-40", "156,200.00", "none is enough", "96,200.00"],
    ]
