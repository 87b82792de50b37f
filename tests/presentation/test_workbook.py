"""Workbooks: typed cells, formulas that give the same figures, and nothing run that is only text."""

import csv
import io
import subprocess
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from clusters_cli.presentation.report import Column, Kind, Report, Running, Table
from clusters_cli.presentation.workbook import to_workbook
from tests.conftest import Cli

PLAN = ("cashflow", "--grant", "130000", "--scheme", "annual-60-40")


@pytest.fixture
def plan(cli: Cli, tmp_path: Path) -> Path:
    file = tmp_path / "plan.xlsx"
    assert cli(*PLAN, "-o", str(file)).exit_code == 0
    return file


def test_each_table_has_its_sheet_with_typed_cells(plan: Path) -> None:
    book = openpyxl.load_workbook(plan)

    assert book.sheetnames == ["In short", "Instalments", "Month by month", "Windows of need", "Notes"]
    first = [cell.value for cell in book["Instalments"][2]]
    assert first == ["2023", "advance", 0.6, 78000, datetime(2023, 3, 31), datetime(2023, 5, 30)]  # noqa: DTZ001
    assert [cell.number_format for cell in book["Instalments"][2]][2:] == [
        "0.00%",
        "#,##0.00",
        "yyyy-mm-dd",
        "yyyy-mm-dd",
    ]


def test_the_running_advance_is_a_formula_with_its_value_and_a_chart(plan: Path) -> None:
    formulas = openpyxl.load_workbook(plan)["Month by month"]
    values = openpyxl.load_workbook(plan, data_only=True)["Month by month"]

    assert (formulas["D2"].value, formulas["D3"].value) == ("=ROUND(0+B2-C2,2)", "=ROUND(D2+B3-C3,2)")
    assert (values["D2"].value, values["D3"].value) == (10833.33, 21666.67)
    assert len(vars(formulas)["_charts"]) == 1


@pytest.mark.office
def test_libreoffice_recomputes_the_same_figures(plan: Path, cli: Cli, tmp_path: Path) -> None:
    _without_cached_values(plan)
    only_months = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3"
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", only_months, "--outdir", str(tmp_path), str(plan)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    converted = next(tmp_path.glob("plan*.csv")).read_text(encoding="utf-8")
    recomputed = [Decimal(row[3]) for row in list(csv.reader(io.StringIO(converted)))[1:]]
    expected = [Decimal(row["advance"]) for row in csv.DictReader(io.StringIO(cli(*PLAN, "-f", "csv").stdout))]

    assert recomputed == expected


def _without_cached_values(file: Path) -> None:
    """Save the workbook anew without the values beside its formulas, so that they must be computed."""
    book = openpyxl.load_workbook(file)
    book.save(file)


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    table = Table("t/[x]", (Column("a", "=A"),), (("=1+1",), ("+33",), ("http://example.org",)))
    file = tmp_path / "text.xlsx"
    file.write_bytes(to_workbook(Report("x", {}, tables=(table, table))))

    book = openpyxl.load_workbook(file)

    assert len(book.sheetnames) == 2
    assert [cell.data_type for cell in book.worksheets[0]["A"]] == ["s"] * 4


def test_a_running_column_starts_from_its_opening(tmp_path: Path) -> None:
    columns = (Column("in", "In", Kind.MONEY), Column("cash", "Cash", Kind.MONEY))
    running = (Running("cash", ("in",), (), Decimal("-12.50")),)
    file = tmp_path / "running.xlsx"
    file.write_bytes(
        to_workbook(Report("x", {}, tables=(Table("t", columns, ((Decimal(20), Decimal("7.5")),), running=running),)))
    )

    assert openpyxl.load_workbook(file).worksheets[0]["B2"].value == "=ROUND(-12.50+A2,2)"


def test_a_workbook_goes_to_a_file_and_replaces_none(plan: Path, cli: Cli) -> None:
    to_pipe, again = cli(*PLAN, "-f", "xlsx"), cli(*PLAN, "-o", str(plan))

    assert (to_pipe.exit_code, again.exit_code) == (2, 2)
    assert "--output" in to_pipe.stderr
    assert "--force" in again.stderr


def test_two_runs_write_the_same_tables(plan: Path, cli: Cli, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    cli(*PLAN, "-o", str(again))

    one, other = (openpyxl.load_workbook(file) for file in (plan, again))
    assert [list(sheet.values) for sheet in one] == [list(sheet.values) for sheet in other]
