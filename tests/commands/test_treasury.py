"""``clusters cashflow --dossier`` plans the whole treasury of a project."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import Cli

DOSSIER = """\
id: demo
name: Demo 2025
aid: {type: operating}
project: {start: 2025-01-01, end: 2025-12-31}
costs:
- {label: Manager, amount: 90000}
- {label: Fair, amount: 30000, timing: {on: 2025-09-30}}
resources:
- {label: Grant, kind: region, amount: 60000, status: requested, timing: {scheme: annual-30-30-40}}
- {label: Dues, kind: dues, sector: private, amount: 40000, timing: {on: 2025-02-28}}
- {label: Services, kind: sales, sector: private, amount: 20000}
treasury: {opening_cash: 15000}
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    file = tmp_path / "demo.yaml"
    file.write_text(DOSSIER, encoding="utf-8")
    return file


def test_the_treasury_has_its_lowest_point_inside_a_month(dossier: Path, cli_json: Callable[..., Any]) -> None:
    (treasury,) = cli_json("cashflow", "--dossier", str(dossier), "--rate", "4.5")["data"]["treasury"]

    assert (treasury["lowest"], treasury["lowest_date"]) == (-17000, "2025-10-31")
    assert (treasury["opening_cash"], treasury["closing"]) == (15000, 15000)
    assert treasury["cost"] == treasury["interest"] == 370.64
    assert sum(window["days"] for window in treasury["windows"]) == treasury["negative_days"]


def test_the_page_says_when_cash_is_missing_and_draws_it(dossier: Path, cli: Cli) -> None:
    output = cli("cashflow", "--dossier", str(dossier), "--by", "quarter", "--chart").stdout

    assert "Treasury of Demo 2025" in output
    assert "Below zero by" in output
    (marked,) = [line for line in output.splitlines() if line.endswith("◄ lowest")]
    assert marked.startswith("2025-Q4")


def test_several_schemes_take_the_place_of_the_dossiers(dossier: Path, cli: Cli, cli_json: Callable[..., Any]) -> None:
    arguments = ("cashflow", "--dossier", str(dossier), "--scheme", "annual-60-40", "--scheme", "triennial")
    data = cli_json(*arguments)["data"]

    assert [treasury["scheme"] for treasury in data["treasury"]] == ["annual-60-40", "triennial"]
    assert "triennial beside annual-60-40: a lowest point " in cli(*arguments).stdout


def test_an_unknown_opening_cash_is_said_to_count_from_zero(dossier: Path, cli: Cli) -> None:
    dossier.write_text(DOSSIER.replace("treasury: {opening_cash: 15000}\n", ""), encoding="utf-8")

    assert "balances count from zero" in cli("cashflow", "--dossier", str(dossier)).stdout


def test_the_workbook_computes_the_cash_from_the_opening(dossier: Path, tmp_path: Path, cli: Cli) -> None:
    file = tmp_path / "cash.xlsx"
    cli("cashflow", "--dossier", str(dossier), "-o", str(file))

    sheet = openpyxl.load_workbook(file)["Cash over time"]
    assert [sheet["D2"].value, sheet["D3"].value] == ["=ROUND(15000.00+B2-C2,2)", "=ROUND(D2+B3-C3,2)"]


@pytest.mark.parametrize(
    ("before", "after", "code", "said"),
    [
        ("amount: 90000", "amount: much", 4, "demo.yaml:6:28: error"),
        ("amount: 30000, timing", "amount: 30000, timming", 4, "did you mean 'timing'"),
        ("end: 2025-12-31", "end: 2024-12-31", 4, "before"),
        ("scheme: annual-30-30-40", "scheme: annual", 4, "there is no payment scheme 'annual'"),
        ("project: {start: 2025-01-01, end: 2025-12-31}\n", "", 3, "project.start"),
    ],
)
def test_a_mistake_in_a_dossier_is_told(before: str, after: str, code: int, said: str, dossier: Path, cli: Cli) -> None:
    dossier.write_text(DOSSIER.replace(before, after, 1), encoding="utf-8")

    result = cli("cashflow", "--dossier", str(dossier))

    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    "options", [["nekoe"], ["--grant", "5"], ["--years", "2"], ["--start", "2024"], ["--max-peak", "5"]], ids=" ".join
)
def test_what_the_dossier_says_is_not_said_twice(options: list[str], dossier: Path, cli: Cli) -> None:
    result = cli("cashflow", *options, "--dossier", str(dossier))

    assert result.exit_code == 2
    assert "does not go with --dossier" in result.stderr
