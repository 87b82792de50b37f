"""A journal holds what a report holds: hledger finds it sound, and comes to the balances of the plan."""

import csv
import io
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusters_cli.presentation.account_classes import account_type
from clusters_cli.presentation.dated_entries import BookState
from clusters_cli.presentation.formats import named
from clusters_cli.presentation.formatting import formatted
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import BookEntry, Report
from tests.presentation.entries import HOSTILE, OPENING, plan_entries, received, report_of
from tests.presentation.plans import figures


def journal(report: Report, language: str = "en") -> str:
    return str(formatted(report, named("journal"), Reader(language)))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.journal"
    file.write_text(journal(report_of(*plan_entries())), encoding="utf-8")
    return file


def hledger(file: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["hledger", "-f", str(file), *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_entry_is_a_transaction_of_two_postings_with_its_tags() -> None:
    assert journal(report_of(received())).split("\n\n")[2] == (
        "2026-05-30 * (region) Avance de la Région\n"
        "    ; funder:Région\n"
        "    ; instalment:advance\n"
        "    ; source:agreement; art. 4\n"
        "    512             78000.10 EUR\n"
        "    741            -78000.10 EUR\n"
    )


def test_what_is_expected_is_marked_and_tagged_and_what_is_known_is_not() -> None:
    written = journal(
        report_of(*(BookEntry(date(2027, 1, 1), state, Decimal(-5), "6132", "rent", state) for state in BookState))
    )

    assert "2027-01-01 ! (rent) expected\n    ; expected:\n" in written
    for known in (BookState.OPENING, BookState.BOOKED, BookState.HAPPENED):
        assert f"2027-01-01 * (rent) {known}\n    512 " in written


def test_the_head_says_what_the_marks_mean_and_of_which_day_it_is_in_the_language_of_the_reader() -> None:
    assert journal(report_of(received())).startswith(
        "; What is marked ! is expected, and stands in no books yet.\n; As of 2026-11-26.\n\ncommodity 1000.00 EUR\n"
    )
    assert "; Situation au 26/11/2026.\n" in journal(report_of(received()), "fr")


def test_transactions_stand_in_the_order_of_their_days_the_opening_first() -> None:
    days = [line[:10] for line in journal(report_of(*reversed(plan_entries()))).splitlines() if line[:2] == "20"]

    assert days == sorted(days)
    assert "(opening)" in journal(report_of(*reversed(plan_entries()))).split("\n\n")[2]


def test_a_hostile_text_stays_in_the_line_it_belongs_to() -> None:
    entry = BookEntry(
        date(2027, 1, 1), HOSTILE, Decimal(5), "74)(1 ;", "a) * b", tags=(("fun der", HOSTILE), ("", "x"))
    )
    (written,) = journal(report_of(entry)).split("\n\n")[2:]

    head, *tags, money, account = written.rstrip("\n").splitlines()
    assert head.startswith('2027-01-01 ! (a-b) =HYPERLINK("x"),a/b,c')
    assert [tag.split(":")[0] for tag in tags] == ["    ; expected", "    ; fun-der", "    ; -"]
    assert not any("," in tag for tag in tags)
    assert money.split() == ["512", "5.00", "EUR"]
    assert account.split() == ["74-1", "-5.00", "EUR"]


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("512", "C"),
        ("519", "L"),
        ("741", "R"),
        ("6411", "X"),
        ("164", "L"),
        ("131", "E"),
        ("4417", "A"),
        ("4457", "L"),
        ("890", "E"),
        ("bank", "A"),
    ],
)
def test_an_account_is_of_the_type_of_its_class(account: str, expected: str) -> None:
    assert account_type(account) == expected


@pytest.mark.hledger
@pytest.mark.parametrize("check", ["--strict", "ordereddates"])
def test_hledger_finds_the_journal_of_a_plan_sound(plan: Path, check: str) -> None:
    hledger(plan, "check", check)


@pytest.mark.hledger
def test_hledger_finds_a_journal_of_hostile_texts_sound_and_adds_it_up(tmp_path: Path) -> None:
    file = tmp_path / "hostile.journal"
    labels = [HOSTILE, "", "(x) ! y", "* z", "~ monthly", "= 512", "  ", "include other.journal", "é…→"]
    entries = [
        BookEntry(date(2027, 1, 1), label, Decimal(1), "741", label, tags=((label or "x", label),)) for label in labels
    ]
    file.write_text(journal(report_of(*entries)), encoding="utf-8")

    hledger(file, "check", "--strict")
    (row,) = list(csv.DictReader(io.StringIO(hledger(file, "balance", "^512$", "-N", "-O", "csv"))))
    assert row["balance"] == f"{len(labels)}.00 EUR"


@pytest.mark.hledger
def test_the_balances_of_hledger_are_those_of_the_plan(plan: Path) -> None:
    written = hledger(plan, "balance", "512", "--monthly", "--historical", "-N", "-O", "csv")

    heading, row = list(csv.reader(io.StringIO(written)))
    assert heading[0] == "account"
    assert [Decimal(cell.removesuffix(" EUR")) for cell in row[1:]] == figures(OPENING).closing


@pytest.mark.hledger
def test_hledger_finds_entries_by_their_tags_and_their_mark(plan: Path) -> None:
    region = hledger(plan, "balance", "741", "tag:funder=Région", "--pending", "-N", "-O", "csv")

    assert "-78000.10 EUR" in region
    assert hledger(plan, "register", "741", "--cleared") == ""
