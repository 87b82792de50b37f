"""Files of accounting entries (FEC) in the forms that software gives them: the same cash is read from each."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.presentation.languages import word
from clusters_cli.treasury.actuals.actuals_words import ActualsSource, BalanceOrigin, EntryDay, FileEncoding
from clusters_cli.treasury.actuals.movements import RealBalance
from tests.treasury.actuals.files_of import FILES, moved, of_text, read
from tests.wording import told

HEADINGS = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|EcritureLib|PieceDate|Debit|Credit\n"
OCTOBER = [
    ("2026-10-05", "401000", "-800.00"),
    ("2026-10-06", "756100", "1500.00"),
    ("2026-10-07", "164000", "-900.00"),
    ("2026-10-07", "661100", "-100.00"),
    ("2026-10-09", "606400", "-60.00"),
    ("2026-10-30", "421000", "-3200.00"),
    ("2026-10-30", "431000", "-1000.00"),
]
NAMES = sorted(file.name for file in FILES.glob("fec-*.txt"))


def entry(number: int, *lines: tuple[str, str], journal: str = "BQ|Banque", day: str = "20261005") -> str:
    """The lines of an entry: accounts and amounts, those below zero as credits."""
    written = []
    for account, amount in lines:
        sides = f"0,00|{amount[1:]}" if amount.startswith("-") else f"{amount}|0,00"
        written.append(f"{journal}|{number}|{day}|{account}|Libellé {account}|20260901|{sides}\n")
    return "".join(written)


@pytest.mark.parametrize("name", NAMES)
def test_each_form_of_the_file_tells_the_same_cash(name: str) -> None:
    actuals = read(name)

    assert actuals.source is ActualsSource.ACCOUNTS
    assert [(str(part.day), part.account, str(part.amount)) for part in actuals.movements] == OCTOBER
    assert actuals.balance == RealBalance(Decimal("5440.00"), date(2026, 10, 30), BalanceOrigin.ENTRIES)
    assert (actuals.first_day, actuals.last_day) == (date(2026, 1, 1), date(2026, 10, 30))
    assert actuals.warnings == ()


@pytest.mark.parametrize("name", NAMES)
def test_transfers_between_own_accounts_are_apart_and_cancel(name: str) -> None:
    internal = read(name).internal

    assert [str(part.amount) for part in internal] == ["-200.00", "200.00"]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("fec-tab.txt", FileEncoding.UTF_8),
        ("fec-bom.txt", FileEncoding.UTF_8),
        ("fec-pipe.txt", FileEncoding.ISO_8859_15),
    ],
)
def test_letters_with_accents_are_read_in_the_encodings_of_the_norm(name: str, encoding: FileEncoding) -> None:
    actuals = read(name)

    assert actuals.encoding is encoding
    assert actuals.movements[2].label == "Échéance du prêt"


def test_separators_in_labels_belong_to_them() -> None:
    quoted, bare = read("fec-quoted.txt"), read("fec-pipes-in-labels.txt")

    assert quoted.movements[0].names == ("Loyer octobre", "Fournisseurs", 'SCI "du Lac"')
    assert [bare.movements[0].label, bare.movements[4].label] == ["Loyer | octobre", "Timbres | et | papier"]


def test_a_label_in_quotation_marks_among_others_without_may_hold_a_separator(tmp_path: Path) -> None:
    bought = 'BQ||1|20261005|606400|"Papier | ""A4"""|20261005|5,00|0,00\n'
    paid = 'BQ||1|20261005|512000|"Papier"|20261005|0,00|5,00\n'

    (part,) = of_text(HEADINGS + bought + paid, tmp_path).movements

    assert part.label == 'Papier | "A4"'


def test_columns_that_are_none_of_the_norm_are_told() -> None:
    assert read("fec-odd.txt").not_used == ("CodeEtablissement",)


def test_software_at_odds_about_the_two_days_is_followed_where_the_user_says_so() -> None:
    booked, documented = read("fec-tab.txt"), read("fec-tab.txt", entry_day=EntryDay.DOCUMENT)

    assert moved(booked)[0] == ("2026-10-05", "-800.00")
    assert moved(documented)[0] == ("2026-10-03", "-800.00")


def test_a_document_without_a_day_is_told_where_its_day_is_wanted(tmp_path: Path) -> None:
    text = "BQ||1|20261005|606400|A||5,00|0,00\nBQ||1|20261005|512000|A||0,00|5,00\n"

    with pytest.raises(InvalidDataError) as caught:
        of_text(HEADINGS + text, tmp_path, entry_day=EntryDay.DOCUMENT)

    assert told(caught.value.problems) == "file:3:1: error ACT106 PieceDate: is empty"


def test_accounts_without_opening_entries_tell_no_balance(tmp_path: Path) -> None:
    actuals = of_text(HEADINGS + entry(1, ("606400", "5,00"), ("512000", "-5,00")), tmp_path)

    assert actuals.balance is None
    assert actuals.no_balance is not None
    assert "journal of opening entries" in word(actuals.no_balance, "en")


@pytest.mark.parametrize("journal", ["AN|À nouveaux", "RAN|", "OD|Reports à nouveau", "X|Balance initiale", "OUV|"])
def test_opening_entries_are_known_by_their_journal_and_are_no_movement(journal: str, tmp_path: Path) -> None:
    text = entry(1, ("512000", "100,00"), ("110000", "-100,00"), journal=journal, day="20260101")

    actuals = of_text(HEADINGS + text, tmp_path)

    assert actuals.movements == ()
    assert actuals.balance == RealBalance(Decimal("100.00"), date(2026, 1, 1), BalanceOrigin.ENTRIES)


@pytest.mark.parametrize("journal", ["NC|Banque, nouveau compte", "BQ|Nouveauté", "AN|Animations"])
def test_a_journal_of_costs_opens_no_year_whatever_it_is_called(journal: str, tmp_path: Path) -> None:
    actuals = of_text(HEADINGS + entry(1, ("512000", "-5,00"), ("606400", "5,00"), journal=journal), tmp_path)

    assert moved(actuals) == [("2026-10-05", "-5.00")]
    assert actuals.balance is None


def test_opening_entries_of_one_line_each_need_not_balance(tmp_path: Path) -> None:
    text = entry(1, ("512000", "100,00"), journal="AN|") + entry(2, ("110000", "-100,00"), journal="AN|")

    assert of_text(HEADINGS + text, tmp_path).balance is not None


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ([("512000", "-120,00"), ("606400", "100,00"), ("445660", "20,00")], [("606400", "-120.00")]),
        ([("512000", "120,00"), ("706000", "-100,00"), ("445710", "-20,00")], [("706000", "120.00")]),
        (
            [("512000", "-120,00"), ("606400", "60,00"), ("613200", "40,00"), ("445660", "20,00")],
            [("606400", "-60.00"), ("613200", "-40.00"), ("445660", "-20.00")],
        ),
        ([("512000", "-20,00"), ("445510", "20,00")], [("445510", "-20.00")]),
        ([("512000", "-20,00"), ("512100", "20,00")], []),
        ([("512000", "-30,00"), ("530000", "20,00"), ("627000", "10,00")], [("627000", "-10.00")]),
        ([("512000", "-5,00"), ("606400", "7,00"), ("609000", "-2,00")], [("606400", "-7.00"), ("609000", "2.00")]),
        ([("411000", "5,00"), ("706000", "-5,00")], []),
    ],
    ids=["purchase", "sale", "several purchases", "vat paid", "between banks", "withdrawal", "rebate", "no cash"],
)
def test_the_other_side_of_an_entry_explains_its_cash(
    lines: list[tuple[str, str]], parts: list[tuple[str, str]], tmp_path: Path
) -> None:
    actuals = of_text(HEADINGS + entry(1, *lines), tmp_path)

    assert [(part.account, str(part.amount)) for part in actuals.movements] == parts


def test_a_number_that_comes_again_on_another_day_is_another_entry(tmp_path: Path) -> None:
    first = entry(1, ("512000", "-5,00"), ("606400", "5,00"))
    second = entry(1, ("512000", "-6,00"), ("606400", "6,00"), day="20261105")

    assert moved(of_text(HEADINGS + first + second, tmp_path)) == [("2026-10-05", "-5.00"), ("2026-11-05", "-6.00")]


def test_an_entry_all_of_whose_lines_stand_twice_is_warned_of(tmp_path: Path) -> None:
    once = entry(7, ("606400", "5,00"), ("512000", "-5,00"))
    members = entry(8, ("411000", "-5,00"), ("411000", "-5,00"), ("512000", "10,00"))

    actuals = of_text(HEADINGS + once + once + members, tmp_path)

    assert told(actuals.warnings) == ("file:4:1: warning ACT201 each line of entry 7 stands in it twice, as on line 2")
    assert sum(part.amount for part in actuals.movements) == 0


def test_a_zero_is_one_in_every_way_software_writes_it(tmp_path: Path) -> None:
    text = "BQ||1|20261005|606400|A|20261005|000000000005,00|,000\nBQ||1|20261005|512000|A|20261005|0|5.0\n"

    assert moved(of_text(HEADINGS + text, tmp_path)) == [("2026-10-05", "-5.00")]


def test_a_file_saved_by_a_spreadsheet_with_semicolons_is_read(tmp_path: Path) -> None:
    text = HEADINGS + entry(1, ("606400", "5,00"), ("512000", "-5,00"))

    assert moved(of_text(text.replace("|", ";"), tmp_path)) == [("2026-10-05", "-5.00")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_every_way(end: str, tmp_path: Path) -> None:
    text = HEADINGS + "\n" + entry(1, ("606400", "5,00"), ("512000", "-5,00"))

    (part,) = of_text(text.replace("\n", end), tmp_path).movements

    assert str(part.place) == "file:3:1"
