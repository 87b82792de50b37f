"""Workbooks: typed cells, formulas that give the same figures, and nothing run that is only text."""

import csv
import io
import re
import subprocess
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from clusters_cli.presentation.formats.xlsx import to_workbook
from clusters_cli.presentation.live_cells import running
from clusters_cli.presentation.report import CellOf, ColumnOf, Kind, ReportOf, TableOf, WordedOf
from clusters_cli.presentation.typed_cells import typed
from tests.conftest import Cli
from tests.snapshots.test_shapes import CALLS

PLAN = ("cashflow", "--grant", "130000", "--start", "2023", "--scheme", "annual-60-40")


@pytest.fixture
def plan(cli: Cli, tmp_path: Path) -> Path:
    file = tmp_path / "plan.xlsx"
    assert cli(*PLAN, "-o", str(file)).exit_code == 0
    return file


def test_each_table_has_its_sheet_with_typed_cells(plan: Path) -> None:
    book = openpyxl.load_workbook(plan)

    assert book.sheetnames == ["In short", "Instalments", "Month by month", "Windows of need", "Notes"]
    first = [cell.value for cell in book["Instalments"][2]]
    assert first == [2023, "advance", 0.6, 78000, datetime(2023, 3, 31), datetime(2023, 5, 30)]  # noqa: DTZ001
    assert [cell.number_format for cell in book["Instalments"][2]][2:] == [
        "0.00%",
        "#,##0.00",
        "yyyy-mm-dd",
        "yyyy-mm-dd",
    ]


def test_the_running_advance_is_a_formula_with_its_value_and_a_chart(plan: Path) -> None:
    formulas = openpyxl.load_workbook(plan)["Month by month"]
    values = openpyxl.load_workbook(plan, data_only=True)["Month by month"]

    assert (formulas["D2"].value, formulas["D3"].value) == ("=ROUND(B2-C2,2)", "=ROUND(D2+B3-C3,2)")
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
    table = TableOf("t/[x]", (ColumnOf("a", "=A"),), (("=1+1",), ("+33",), ("http://example.org",)))
    file = tmp_path / "text.xlsx"
    file.write_bytes(to_workbook(ReportOf("x", {}, tables=(table, table)), "en"))

    book = openpyxl.load_workbook(file)

    assert len(book.sheetnames) == 2
    assert [cell.data_type for cell in book.worksheets[0]["A"]] == ["s"] * 4


def test_a_running_column_starts_from_its_opening(tmp_path: Path) -> None:
    columns = (ColumnOf("in", "In", Kind.MONEY), ColumnOf("cash", "Cash", Kind.MONEY))
    (cash,) = running([Decimal("7.5")], 1, (0,), (), Decimal("-12.50"))
    file = tmp_path / "running.xlsx"
    table = TableOf("t", columns, ((Decimal(20), cash),))
    file.write_bytes(to_workbook(ReportOf("x", {}, tables=(table,)), "en"))

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


FIGURE = re.compile(
    r"[-+≈\s]*€?\s?\d[\d\s.,\u00a0\u202f]*\s?(%|€|FTE|months?|days?|years?|people|person)?(\s?\(\d{4}\))?\*?"
    r"|\d{4}-\d\d(-\d\d)?|\d\d/\d\d/\d{4}"
)
"""What a reader takes for an amount, a count, a share, a year or a date."""
TEXTS = frozenset({"Answered by", "On what", "", "Department", "INSEE code", "Undertaking"})
"""Headings over numbers that are names: of recommendations and proposals, of departments, communes and companies."""
ONE_GRANT = ("cashflow", "--grant", "500000", "--scheme", "feder", "--bank-cost", "60000", "--rate", "4")
TABLES = {
    **{name: call for name, call in CALLS.items() if name not in ("validate", "error")},
    "one plan": PLAN,
    "one project": ONE_GRANT,
    "one class": ("classify", "nekoe", "--explain"),
    "every column": ("list", "--columns", "id,department,founded,domain,supported,members,year"),
}
"""Every command with tables."""


@pytest.mark.parametrize("call", TABLES.values(), ids=TABLES)
def test_every_figure_of_every_command_is_a_typed_cell(call: tuple[str, ...], cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "answer.xlsx"
    cli(*call, "-o", str(file))

    untyped, impossible = [], []
    for sheet in openpyxl.load_workbook(file, data_only=True):
        for cell in (cell for row in sheet.iter_rows(min_row=2) for cell in row):
            heading = sheet.cell(1, cell.column or 1).value or ""
            if isinstance(cell.value, str) and heading not in TEXTS and FIGURE.fullmatch(cell.value):
                untyped.append((sheet.title, heading, cell.value))
            if isinstance(cell.value, datetime) and not 1990 <= cell.value.year <= 2100:
                impossible.append((sheet.title, heading, cell.value))
    assert (untyped, impossible) == ([], [])


def test_a_list_holds_years_as_numbers_and_its_totals(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    cli("list", "-o", str(file), "--columns", "name,founded,budget,year")

    rows = list(openpyxl.load_workbook(file).worksheets[0].values)
    assert rows[1] == ("Aérocentre", 2009, 536000, 2021)
    assert rows[-1] == ("17 clusters", None, 5652000, None)


@pytest.mark.parametrize(
    ("cell", "kind", "expected"),
    [
        (2009, Kind.DATE, (2009, "0")),
        ("2009", Kind.DATE, (2009, "0")),
        ("2023-04", Kind.DATE, (date(2023, 4, 1), "[$-409]mmm yyyy")),
        ("2023-04-30", Kind.DATE, (date(2023, 4, 30), "yyyy-mm-dd")),
        ("2023-Q2", Kind.DATE, ("2023-Q2", "General")),
        ("", Kind.DATE, (None, "General")),
        (None, Kind.MONEY, (None, "General")),
        ("=1+1", Kind.MONEY, ("=1+1", "General")),
        (Decimal("0.6"), Kind.SHARE, (0.6, "0.00%")),
        (WordedOf(Decimal(540000), Kind.MONEY), Kind.TEXT, (540000, '"€"#,##0.00')),
        (WordedOf(Decimal("3.5"), Kind.COUNT, "{value} FTE"), Kind.TEXT, (3.5, '#,##0.0" FTE"')),
        (WordedOf(3, Kind.NUMBER, '{value} (2/3); "x"'), Kind.TEXT, (3, '#,##0" (2/3), ”x”"')),
        (WordedOf("2023-Q2", Kind.DATE, "{value}*"), Kind.TEXT, ("2023-Q2*", "General")),
        (WordedOf(3, Kind.NUMBER, "{value}" + "x" * 300), Kind.TEXT, ("3" + "x" * 300, "General")),
    ],
)
def test_a_cell_has_the_type_of_its_value(cell: CellOf[str], kind: Kind, expected: tuple[object, str]) -> None:
    assert typed(cell, "en", kind) == expected


def test_the_currency_stands_where_the_reader_expects_it() -> None:
    assert typed(WordedOf(Decimal(5), Kind.MONEY), "fr", Kind.TEXT) == (5, '#,##0.00"\N{NARROW NO-BREAK SPACE}€"')
