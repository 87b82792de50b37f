"""``clusters treasury --actuals``: what really happened beside the plan, and the plan that goes on from there."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli

CliJson = Callable[..., Any]
DOSSIER = """\
id: demo
aid: {type: operating}
project: {start: 2026-01-01, end: 2026-12-31}
costs:
- {label: Manager, nature: personnel, amount: 90000}
resources:
- {label: Grant, kind: region, funder: Région, amount: 60000, status: requested, timing: {scheme: annual-30-30-40}}
- {label: Dues, kind: dues, sector: private, amount: 40000, timing: {on: 2026-02-28}}
treasury: {opening_cash: 15000}
"""
BANK = """\
Compte 0001;;;;
Date;Libellé;Débit;Crédit;Solde
31/01/2026;VIR SALAIRES JANVIER;7 500,00;;7 500,00
03/02/2026;VIR COTISATIONS 2026;;38 000,00;45 500,00
28/02/2026;VIR SALAIRES FEVRIER;7 500,00;;38 000,00
10/03/2026;PRLV EDF;240,50;;37 759,50
30/05/2026;VIR REGION AVANCE;;18 000,00;55 759,50
"""
RULES = """\
rules:
- {words: salaires, line: Manager}
- {words: cotis*, line: Dues}
- {words: region, line: Grant}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("demo.yaml", DOSSIER), ("bank.csv", BANK), ("rules.yaml", RULES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


ASKED = ("treasury", "demo.yaml", "--actuals", "bank.csv", "--mapping", "rules.yaml")


def test_forecast_actual_and_gap_stand_side_by_side(here: Path, cli: Cli, cli_json: CliJson) -> None:
    del here
    lines = cli_json(*ASKED)["data"]["actuals"]["comparison"]["lines"]

    assert {line["key"]: (line["due"], line["actual"], line["gap"]) for line in lines} == {
        "resources[0]": (18000, 18000, 0),
        "resources[1]": (40000, 38000, -2000),
        "costs[0]": (30000, 15000, -15000),
    }
    shown = cli(*ASKED).stdout
    assert "Until 2026-05-30: €56,000 came of €58,000 planned, €15,000 went of €30,000 planned" in shown
    assert "Real balance: €55,759.50." in shown


def test_the_plan_goes_on_from_the_real_balance(here: Path, cli_json: CliJson) -> None:
    del here
    found = cli_json(*ASKED)["data"]
    (plan,) = found["plans"]

    assert (plan["first"], plan["opening_cash"]) == ("2026-05-31", 55759.5)
    assert found["actuals"]["planned"]["first"] == "2026-01-01"
    assert plan["closing"] == pytest.approx(55759.5 + 18000 - 8 * 7500)


def test_what_is_overdue_is_named_and_planned_again_when_that_is_asked(here: Path, cli: Cli, cli_json: CliJson) -> None:
    del here
    replan = cli_json(*ASKED)["data"]["actuals"]["replan"]

    assert [(one["label"], one["day"], one["amount"]) for one in replan["overdue"]] == [
        ("Dues", "2026-02-28", 2000),
        ("Manager", "2026-03-31", 7500),
        ("Manager", "2026-04-30", 7500),
    ]
    assert "What is overdue is not planned again; --shift-overdue does." in cli(*ASKED).stdout
    plain, shifted = (cli_json(*ASKED, *more)["data"]["plans"][0]["closing"] for more in ((), ("--shift-overdue",)))
    assert shifted == plain + 2000 - 15000


def test_what_nothing_tells_of_is_listed_with_its_place_and_changes_no_line(
    here: Path, cli: Cli, cli_json: CliJson
) -> None:
    del here
    (unmatched,) = cli_json(*ASKED)["data"]["actuals"]["comparison"]["unmatched"]

    assert (unmatched["file"], unmatched["line"], unmatched["label"]) == ("bank.csv", 6, "PRLV EDF")
    assert "nothing tells where it belongs" in cli(*ASKED).stdout


def test_a_balance_that_no_file_tells_may_be_typed_and_is_counted_otherwise(
    here: Path, cli: Cli, cli_json: CliJson
) -> None:
    without = "\n".join(line.rpartition(";")[0] for line in BANK.splitlines()[1:])
    (here / "bank.csv").write_text(without + "\n", encoding="utf-8")

    counted = cli_json(*ASKED)["data"]
    typed = cli_json(*ASKED, "--real-cash", "50 000")["data"]

    assert counted["plans"][0]["opening_cash"] == 15000 - 15000 + 38000 - 240.5 + 18000
    assert counted["actuals"]["balance"] is None
    assert "€55,759.50 is the opening cash and what moved since" in cli(*ASKED).stdout
    assert (typed["plans"][0]["opening_cash"], typed["actuals"]["balance"]["origin"]) == (50000, "typed")


def test_instalments_that_were_received_are_written_for_paheko(here: Path, cli: Cli) -> None:
    del here
    written = cli(*ASKED, "-f", "paheko").stdout.splitlines()

    assert len(written) == 2
    assert "30/05/2026" in written[1]
    assert ";18000,00;" in written[1].replace('"', "")


def test_a_journal_holds_what_happened_and_what_is_expected(here: Path, cli: Cli) -> None:
    del here
    journal = cli(*ASKED, "-f", "journal").stdout

    assert "2026-02-03 * " in journal
    assert "2026-06-30 ! " in journal


@pytest.mark.hledger
def test_the_balance_of_the_journal_is_the_closing_of_the_plan(here: Path, cli: Cli, cli_json: CliJson) -> None:
    (plan,) = cli_json(*ASKED)["data"]["plans"]
    cli(*ASKED, "-o", "plan.journal")

    asked = ["hledger", "-f", str(here / "plan.journal"), "balance", "512", "--format", "%(total)", "--no-total"]
    subprocess.run(["hledger", "-f", str(here / "plan.journal"), "check", "--strict"], check=True)
    told = subprocess.run(asked, check=True, capture_output=True, text=True).stdout

    assert told.split() == [f"{plan['closing']:.2f}", "EUR"]


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--mapping", "rules.yaml"), 2, "--mapping changes nothing here"),
        (("--actuals", "nowhere.csv"), 4, "nowhere.csv"),
        (("--actuals", "."), 4, "."),
        (("--actuals", "demo.yaml"), 4, "demo.yaml:1:1: error ACT103"),
        (("--actuals", "bank.csv", "--encoding", "latin"), 2, "--encoding"),
        (("--actuals", "bank.csv", "--real-cash", "5"), 2, "the file tells €55,759.50 on 2026-05-30"),
        (
            ("--actuals", "bank.csv", "--scheme", "annual-60-40", "--scheme", "triennial"),
            2,
            "--actuals does not go with",
        ),
        (("--actuals", "bank.csv", "--mapping", "demo.yaml"), 4, "demo.yaml"),
    ],
)
def test_what_cannot_be_read_or_asked_is_told(
    options: tuple[str, ...], code: int, said: str, here: Path, cli: Cli
) -> None:
    del here
    result = cli("treasury", "demo.yaml", *options)

    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr
