"""What ``clusters treasury`` writes for a bank, for books and for a calendar says what its answer says."""

import csv
import io
import subprocess
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from icalendar import Calendar

from tests.conftest import Cli

CliJson = Callable[..., Any]
DOSSIER = """\
id: demo
name: Demo 2025
aid: {type: operating}
project: {start: 2025-01-01, end: 2025-12-31}
costs:
- {label: Manager; cook | "boss", nature: personnel, amount: 90000.01}
- {label: Fair, amount: 30000, timing: {on: 2025-09-30}}
resources:
- {label: Grant, kind: region, funder: Région, amount: 60000, status: requested, timing: {scheme: annual-30-30-40}}
- {label: Town, kind: commune, funder: Ville, amount: 6000, timing: {scheme: annual-60-40}}
- {label: Dues, kind: dues, sector: private, amount: DUES, timing: {on: 2025-02-28}}
- {label: Services, kind: sales, sector: private, amount: 14000}
treasury:
  opening_cash: 15000
  lines:
  - {label: Bank loan, kind: loan, direction: in, amount: 12000, timing: {on: 2025-06-15}}
  - {label: Loan paid back, kind: loan, direction: out, each: 1020, timing: {every: month, day: 15, start: 2025-07-01}}
"""
DUES, OTHER_DUES, OTHER_OPENING = "40000", "31000.57", "-2500.40"


def dossier_in(folder: Path, dues: str) -> Path:
    file = folder / f"dues-{dues}.yaml"
    file.write_text(DOSSIER.replace("DUES", dues).replace('"boss"', "'boss'"), encoding="utf-8")
    return file


def written(cli: Cli, folder: Path, file: Path, name: str) -> Path:
    out = folder / name
    assert cli("treasury", str(file), "-o", str(out)).exit_code == 0
    return out


def months_of(answer: Any) -> list[Any]:
    months: list[Any] = answer["data"]["plans"][0]["months"]
    return months


def hledger(file: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["hledger", "-f", str(file), *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.hledger
def test_the_journal_is_sound_and_comes_to_the_closing_of_each_month(
    cli: Cli, cli_json: CliJson, tmp_path: Path
) -> None:
    file = dossier_in(tmp_path, DUES)
    journal = written(cli, tmp_path, file, "plan.journal")

    hledger(journal, "check", "--strict")
    balances = hledger(journal, "balance", "^512$", "--monthly", "--historical", "-N", "-O", "csv", "-b", "2025-01-01")
    (row,) = list(csv.reader(io.StringIO(balances)))[1:]
    expected = [Decimal(str(month["closing"])) for month in months_of(cli_json("treasury", str(file)))]
    assert [Decimal(cell.removesuffix(" EUR")) for cell in row[1:]] == expected


def test_the_calendar_has_a_day_for_each_payment_of_a_grant_and_each_is_a_day_of_the_plan(
    cli: Cli, cli_json: CliJson, tmp_path: Path
) -> None:
    file = dossier_in(tmp_path, DUES)
    calendar: Any = Calendar.from_ical(written(cli, tmp_path, file, "due.ics").read_bytes())

    days = {str(event["UID"]): event["DTSTART"].dt for event in calendar.events}
    (plan,) = cli_json("treasury", str(file))["data"]["plans"]
    paid = [one["paid"] for grant in plan["grants"] for one in grant["plan"]["instalments"] if one["paid"] < "2026"]
    assert sorted(day.isoformat() for uid, day in days.items() if "-paid" in uid) == sorted(paid)
    assert all(date(2025, 1, 1) <= day <= date(2025, 12, 31) for day in days.values())
    assert len(days) == len(list(calendar.events))


@pytest.mark.office
def test_a_changed_workbook_comes_to_what_the_changed_plan_does(cli: Cli, tmp_path: Path) -> None:
    book = written(cli, tmp_path, dossier_in(tmp_path, DUES), "plan.xlsx")
    _change(book, opening=OTHER_OPENING, dues=OTHER_DUES)
    other = tmp_path / "other.xlsx"
    arguments = ("treasury", str(dossier_in(tmp_path, OTHER_DUES)), "--opening-cash", OTHER_OPENING, "-o", str(other))
    assert cli(*arguments).exit_code == 0

    assert _plan(_recomputed(book, tmp_path)) == _plan(other)


def _change(file: Path, opening: str, dues: str) -> None:
    """Put another opening and other dues into the plan; saved so, its formulas have no values."""
    book = openpyxl.load_workbook(file)
    cells = [cell for row in book["Plan"].iter_rows() for cell in row]
    (asked,) = [cell for cell in cells if cell.comment]
    (given,) = [cell for cell in cells if cell.value == int(DUES)]
    asked.value, given.value = float(opening), float(dues)
    book.save(file)


def _recomputed(file: Path, folder: Path) -> Path:
    home = f"-env:UserInstallation=file://{folder}/office"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "new"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "new" / file.name


def _plan(file: Path) -> list[list[Any]]:
    """The cells of a plan with their values, amounts to the cent."""
    rows = openpyxl.load_workbook(file, data_only=True)["Plan"].values
    return [[round(cell, 2) if isinstance(cell, (int, float)) else cell for cell in row] for row in rows]
