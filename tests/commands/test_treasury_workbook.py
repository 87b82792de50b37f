"""The workbook of a treasury plan: what a bank changes in it comes out as the program itself plans it."""

import json
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.commands.test_treasury import DOSSIER
from tests.conftest import Cli

MONTHS = range(4, 16)
"""Columns of the months, after the label, the kind and the funder."""


@pytest.fixture
def book(tmp_path: Path, cli: Cli) -> Path:
    (tmp_path / "demo.yaml").write_text(DOSSIER, encoding="utf-8")
    file = tmp_path / "plan.xlsx"
    cli("treasury", str(tmp_path / "demo.yaml"), "-o", str(file))
    return file


def rows_of(sheet: Any) -> dict[str, int]:
    return {str(row[0].value): row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value}


def months_of(sheet: Any, row: int) -> list[float]:
    return [round(float(sheet.cell(row, column).value or 0), 2) for column in MONTHS]


def test_the_plan_is_a_sheet_of_its_own_with_the_schedules_and_the_assumptions_beside_it(book: Path) -> None:
    sheets = openpyxl.load_workbook(book).sheetnames

    assert sheets[:2] == ["In short", "Plan"]
    assert "Instalments of Grant (Région)" in sheets
    assert sheets[-1] == "Notes"


def test_all_sums_and_balances_are_formulas(book: Path) -> None:
    sheet = openpyxl.load_workbook(book)["Plan"]
    rows = rows_of(sheet)

    for name in ("subtotal: grant", "Receipts", "Payments", "Closing cash", "Lowest closing of a day"):
        assert str(sheet.cell(rows[name], 4).value).startswith("="), name
    assert sheet.cell(rows["Opening cash"], 4).value == 15000
    assert str(sheet.cell(rows["Opening cash"], 5).value).startswith("=")


@pytest.mark.office
def test_a_changed_opening_and_a_changed_line_come_out_as_the_program_plans_them(
    book: Path, tmp_path: Path, cli: Cli
) -> None:
    changed = openpyxl.load_workbook(book)
    sheet = changed["Plan"]
    rows = rows_of(sheet)
    sheet.cell(rows["Opening cash"], 4).value = -2500.5
    sheet.cell(rows["Dues"], 5).value = 31234.56
    changed.save(book)

    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(book)], check=True, capture_output=True, timeout=120
    )
    recomputed = openpyxl.load_workbook(tmp_path / "out" / book.name, data_only=True)["Plan"]

    text = DOSSIER.replace("amount: 40000", "amount: 31234.56").replace("opening_cash: 15000", "opening_cash: -2500.5")
    (tmp_path / "changed.yaml").write_text(text, encoding="utf-8")
    (plan,) = json.loads(cli("treasury", str(tmp_path / "changed.yaml"), "-f", "json").stdout)["data"]["plans"]
    for name, figure in (
        ("Opening cash", "opening"),
        ("Receipts", "receipts"),
        ("Payments", "payments"),
        ("Closing cash", "closing"),
        ("Lowest closing of a day", "lowest"),
    ):
        assert months_of(recomputed, rows[name]) == [month[figure] for month in plan["months"]], name
    assert recomputed.cell(rows["Lowest closing of a day"], 16).value == plan["lowest"]
