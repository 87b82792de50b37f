"""The workbook of a plan: what a bank prints, changes and recomputes."""

import subprocess
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from clusters_cli.presentation.formats.xlsx import to_workbook
from clusters_cli.presentation.report import ColumnOf, Kind, ReportOf, TableOf
from tests.presentation.plans import (
    CLOSING_ROW,
    LOWEST_ROW,
    MONTHS,
    OPENING_ROW,
    PAID,
    PAID_ROW,
    RECEIVED,
    RECEIVED_ROW,
    figures,
    plan_table,
)

OPENING = Decimal("15000.00")
SHEET = "Plan de trésorerie"


def workbook(tmp_path: Path, *tables: TableOf[str], language: str = "fr") -> Path:
    file = tmp_path / "plan.xlsx"
    report = ReportOf(
        "treasury", {}, tables=tables or (plan_table(OPENING),), notes=("Une hypothèse.",), as_of=date(2026, 11, 26)
    )
    file.write_bytes(to_workbook(report, language))
    return file


def plan_sheet(tmp_path: Path, language: str = "fr") -> Any:
    return openpyxl.load_workbook(workbook(tmp_path, language=language))[SHEET]


def test_every_sheet_is_printed_in_landscape_on_a4_one_page_wide_with_its_headings(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(workbook(tmp_path))

    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert int(sheet.page_setup.fitToWidth or 1) == 1
        assert int(sheet.page_setup.fitToHeight or 0) == 0
    assert book[SHEET].print_title_rows == "$1:$1"
    assert book[SHEET].print_title_cols == "$A:$A"
    assert book[SHEET].freeze_panes == "B2"
    assert book.sheetnames[-1] == "Notes"


def test_the_page_and_the_notes_stand_line_by_line_on_the_last_sheet(tmp_path: Path) -> None:
    file = tmp_path / "notes.xlsx"
    long = "word " * 60
    report = ReportOf("x", {}, tables=(plan_table(OPENING),), text="First.\n\n=Second;\n", notes=("Third.", long))
    file.write_bytes(to_workbook(report, "en"))

    sheet = openpyxl.load_workbook(file)["Notes"]
    assert [cell.value for cell in sheet["A"]] == ["First.", "=Second;", "Third.", long]
    assert {cell.data_type for cell in sheet["A"]} == {"s"}
    assert [sheet.row_dimensions[line].height for line in (1, 2, 3)] == [None] * 3
    assert (sheet.row_dimensions[4].height or 0) > 30


def test_a_plan_too_long_to_be_read_on_one_page_takes_as_few_pages_side_by_side_as_it_can(tmp_path: Path) -> None:
    table = plan_table(OPENING)
    more = tuple(ColumnOf(f"m{number}", "2030-01", Kind.MONEY, dated="2030-01") for number in range(48))
    rows = tuple((*row, *[Decimal(-100000)] * 48) for row in table.rows)
    wide = TableOf("plan", (*table.columns, *more), rows, title=SHEET, repeated=1)

    sheet = openpyxl.load_workbook(workbook(tmp_path, wide))[SHEET]

    assert int(sheet.page_setup.fitToWidth or 1) == 4
    assert sheet.print_title_cols == "$A:$A"


@pytest.mark.parametrize(
    ("language", "month", "day"), [("fr", "[$-40C]mmm yyyy", "dd/mm/yyyy"), ("en", "[$-409]mmm yyyy", "yyyy-mm-dd")]
)
def test_months_and_days_are_dates_in_the_form_of_the_reader(
    language: str, month: str, day: str, tmp_path: Path
) -> None:
    days = TableOf("days", (ColumnOf("on", "On", Kind.DATE),), ((date(2027, 3, 31),),), title="Days")
    book = openpyxl.load_workbook(workbook(tmp_path, plan_table(OPENING), days, language=language))
    headings = book[SHEET][1][1:13]

    assert [cell.value for cell in headings] == [datetime.fromisoformat(f"{each}-01") for each in MONTHS]
    assert {cell.number_format for cell in headings} == {month}
    assert (book["Days"]["A2"].value, book["Days"]["A2"].number_format) == (datetime(2027, 3, 31), day)  # noqa: DTZ001


def test_the_opening_cash_is_marked_as_what_to_change_and_all_else_follows_by_formulas(tmp_path: Path) -> None:
    sheet = plan_sheet(tmp_path)
    opening = sheet["B2"]

    assert opening.value == 15000
    assert opening.comment.text == "Le solde de la banque ; le reste suit."
    assert opening.fill.fgColor.rgb not in (None, "00000000", sheet["B3"].fill.fgColor.rgb)
    assert opening.border.left.style == "thin"
    assert sheet["C2"].value == "=ROUND(B10,2)"
    assert sheet["B6"].value == "=ROUND(SUM(B3:B5),2)"
    assert sheet["B9"].value == "=ROUND(B7+B8,2)"
    assert sheet["B10"].value == "=ROUND(B2+B6-B9,2)"
    assert sheet["B11"].value == "=ROUND(MIN(B10:M10),2)"
    assert sheet["N6"].value == "=ROUND(SUM(B6:M6),2)"


def test_rows_that_stand_out_are_bold_and_no_others(tmp_path: Path) -> None:
    bold = [row[0].row for row in plan_sheet(tmp_path).iter_rows(min_row=2) if row[0].font.bold]

    assert bold == [2, 6, 9, 10]


def test_the_closing_balances_are_drawn_against_the_months(tmp_path: Path) -> None:
    (chart,) = vars(plan_sheet(tmp_path))["_charts"]
    (series,) = chart.series

    assert series.cat.numRef.f == f"'{SHEET}'!$B$1:$M$1"
    assert series.val.numRef.f == f"'{SHEET}'!$B$10:$M$10"
    assert series.tx.strRef.f == f"'{SHEET}'!$A$10"
    assert chart.anchor._from.row > 11  # noqa: SLF001  (the library's name for where it begins)


def test_a_title_that_looks_like_a_formula_or_a_cell_is_only_a_title(tmp_path: Path) -> None:
    table = TableOf("t", (ColumnOf("m", "=A1"), ColumnOf("n", "N", Kind.MONEY)), (("a", Decimal(1)),), plotted=("n",))
    for number, title in enumerate(["=Sheet!A1", "Sheet!A1", "R&D &P", "'x'"]):
        named = TableOf(table.name, table.columns, table.rows, title=title, plotted=("n",))
        (tmp_path / str(number)).mkdir()
        sheet = openpyxl.load_workbook(workbook(tmp_path / str(number), named)).worksheets[0]

        assert vars(sheet)["_charts"][0].title.tx.strRef is None
        assert sheet.oddHeader is not None
        assert (sheet.oddHeader.left.text or "").removeprefix("&B").replace("&&", "&") == title


def test_the_same_answer_is_the_same_file_whenever_it_is_written(tmp_path: Path) -> None:
    assert workbook(tmp_path).read_bytes() == workbook(tmp_path).read_bytes()


@pytest.mark.office
def test_libreoffice_works_a_changed_plan_out_as_python_does(tmp_path: Path) -> None:
    dues = [Decimal("4321.07")] * 12
    file = workbook(tmp_path)
    _change(file, {(OPENING_ROW, 1): Decimal("-2500.40"), **{(1, month): dues[month - 1] for month in range(1, 13)}})
    expected = figures(Decimal("-2500.40"), {**RECEIVED, "Cotisations": dues}, PAID)

    sheet = _recomputed(file, tmp_path)

    assert _amounts(sheet, OPENING_ROW) == expected.opening
    assert _amounts(sheet, RECEIVED_ROW) == expected.received
    assert _amounts(sheet, PAID_ROW) == expected.paid
    assert _amounts(sheet, CLOSING_ROW) == expected.closing
    assert _amounts(sheet, LOWEST_ROW)[0] == min(expected.closing)
    assert _cell(sheet, RECEIVED_ROW, 13) == sum(expected.received)
    assert _cell(sheet, 1, 13) == sum(dues)


def _change(file: Path, amounts: Mapping[tuple[int, int], Decimal]) -> None:
    """Put amounts into cells of a plan; saved so, its formulas have no values until they are worked out."""
    book = openpyxl.load_workbook(file)
    for (row, column), amount in amounts.items():
        book[SHEET].cell(row + 2, column + 1).value = float(amount)
    book.save(file)


def _recomputed(file: Path, tmp_path: Path) -> Worksheet:
    out = tmp_path / "recomputed"
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sheet: Worksheet = openpyxl.load_workbook(out / file.name, data_only=True)[SHEET]
    return sheet


def _amounts(sheet: Worksheet, row: int) -> Sequence[Decimal | None]:
    return [_cell(sheet, row, column) for column in range(1, 13)]


def _cell(sheet: Worksheet, row: int, column: int) -> Decimal | None:
    value = sheet.cell(row + 2, column + 1).value
    return None if value is None else Decimal(str(value)).quantize(Decimal("0.01"))


@pytest.mark.office
def test_libreoffice_prints_a_plan_on_one_page_of_a4_in_landscape(tmp_path: Path) -> None:
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    file = workbook(tmp_path)
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    printed = (tmp_path / "plan.pdf").read_bytes()

    assert printed.count(b"/Type/Page/") == len(openpyxl.load_workbook(file).sheetnames)
    assert printed.count(b"/MediaBox[0 0 841.") >= 1
