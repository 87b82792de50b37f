"""A copy of the public register: the rows of the undertaking are read exactly, or the copy is refused with places."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusters_cli.eligibility.de_minimis.de_minimis_words import DeMinimisRule
from clusters_cli.eligibility.de_minimis.register import RegisterCopy, read_register
from clusters_cli.eligibility.de_minimis.undertakings import SingleUndertaking, Undertaking
from clusters_cli.foundations.errors import InvalidDataError, UnusableFileError
from tests.eligibility.de_minimis.examples import ASKED, COLUMNS, OTHER, SIREN, TODAY, register, row
from tests.wording import told


def read(tmp_path: Path, text: str | bytes, day: date = TODAY) -> RegisterCopy:
    path = tmp_path / "register.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_register(path, SingleUndertaking(ASKED), day)


def refused(tmp_path: Path, text: str | bytes, day: date = TODAY) -> str:
    with pytest.raises(InvalidDataError) as caught:
        read(tmp_path, text, day)
    return told(caught.value.problems).replace(f"{tmp_path}/", "")


def test_the_rows_of_the_undertaking_are_awards_and_those_of_others_are_counted(tmp_path: Path) -> None:
    copy = read(tmp_path, register(row(), row(OTHER), row("FR-12", declared="2026-11-20")))

    (only,) = copy.awards
    assert (only.first, only.amount, only.authority) == (
        date(2026, 2, 15),
        Decimal(40000),
        "Région Centre-Val de Loire",
    )
    assert only.place == f"{tmp_path}/register.csv:2:1"
    assert (copy.rows, copy.unnumbered, copy.reaches) == (3, 1, date(2026, 11, 20))


@pytest.mark.parametrize("number", ["732829320", "732 829 320", " 732829320 ", "73282932000074"])
def test_a_number_is_told_with_spaces_and_within_that_of_an_establishment(number: str, tmp_path: Path) -> None:
    assert len(read(tmp_path, register(row(number))).awards) == 1


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Minimis", DeMinimisRule.GENERAL),
        ("Minimis_SIEG", DeMinimisRule.SGEI),
        ("Minimis_Peche", DeMinimisRule.FISHERIES),
    ],
)
def test_each_regulation_is_told_as_the_register_names_it(name: str, rule: DeMinimisRule, tmp_path: Path) -> None:
    assert read(tmp_path, register(row(regime=name))).awards[0].rule is rule


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + register(row()),
        register(row()).replace("\n", "\r\n"),
        register(row()).replace(";", ","),
        register(row()).replace(";", "\t"),
        register(row().replace("EXEMPLE SA", '"EXEMPLE;\nSA ""filiale"""')),
        register(row(), "", ""),
        register(row()).replace("nom_beneficiaire", '"nom_beneficiaire"'),
    ],
    ids=["mark", "windows", "commas", "tabs", "quoted", "empty lines", "quoted heading"],
)
def test_a_copy_may_be_written_as_programs_write_tables(text: str, tmp_path: Path) -> None:
    assert [one.amount for one in read(tmp_path, text).awards] == [Decimal(40000)]


def test_a_place_is_that_of_the_line_on_which_a_row_begins(tmp_path: Path) -> None:
    broken_name = row(OTHER).replace("EXEMPLE SA", '"EXEMPLE\nSA"')

    assert read(tmp_path, register(broken_name, row())).awards[0].place == f"{tmp_path}/register.csv:4:1"


def test_rows_of_others_may_lack_what_they_like(tmp_path: Path) -> None:
    assert read(tmp_path, register(row(OTHER, amount="", awarded="", regime="?"), row("", amount="x"))).awards == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (row(amount=""), "register.csv:2:1: error DOS603 montant_esb: is missing"),
        (row(amount="-5"), "register.csv:2:1: error DOS603 montant_esb: must not be negative, found -5"),
        (row(amount="40.000"), "register.csv:2:1: error DOS603 montant_esb: '40.000'"),
        (row(amount="lots"), "register.csv:2:1: error DOS603 montant_esb: 'lots' is not an amount"),
        (row(awarded=""), "register.csv:2:1: error DOS603 date_octroi: is missing"),
        (row(awarded="2026-02-30"), "DOS603 date_octroi: '2026-02-30' does not exist, February 2026 has 28 days"),
        (row(regime="Minimis_Agricole"), "DOS603 regime: 'Minimis_Agricole' is none of the regulations Minimis, "),
        (row(awarded="2062-02-15"), "DOS604 date_octroi: 2062-02-15 is after 2026-11-26, the day asked"),
        (row(awarded="2026-12-15", declared=""), "DOS604 date_octroi: 2026-12-15 is after 2026-11-26"),
        (row()[:40], "register.csv:2:1: error DOS602 has 6 cells, the heading 14"),
        (row() + ";more", "register.csv:2:1: error DOS602 has 15 cells, the heading 14"),
        (row().replace("EXEMPLE", '"EXEMPLE'), "register.csv:2:1: error DOS602 a quotation mark"),
    ],
)
def test_what_cannot_be_read_with_certainty_is_told_with_its_place(line: str, said: str, tmp_path: Path) -> None:
    assert said in refused(tmp_path, register(line))


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    lines = refused(tmp_path, register(row(amount="?", awarded="?"), row(OTHER), row(regime=""))).splitlines()

    assert [line.split(":")[1] for line in lines] == ["2", "2", "4"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "DOS601 there is no column identifiant_beneficiaire; found nothing"),
        ("a;b\n1;2\n", "DOS601 there is no column regime; found a, b"),
        (register(columns=COLUMNS.replace("montant_esb", "montant")), "no column montant_esb; found index, regime"),
        (register(columns=COLUMNS.replace("autorite", "regime")), "the column regime stands twice"),
        ("Région".encode("cp1252"), "DOS601 is not UTF-8 text"),
    ],
    ids=["empty", "others", "renamed", "twice", "encoding"],
)
def test_a_file_with_other_columns_is_no_copy_of_the_register(text: str | bytes, said: str, tmp_path: Path) -> None:
    assert said in refused(tmp_path, text)


def test_columns_that_nobody_knows_are_named_and_refuse_nothing(tmp_path: Path) -> None:
    copy = read(tmp_path, register(row() + ";x", columns=f"{COLUMNS};remarque"))

    assert (copy.others, len(copy.awards)) == (("remarque",), 1)


def test_an_award_after_the_day_asked_that_was_declared_since_is_left_aside(tmp_path: Path) -> None:
    copy = read(tmp_path, register(row(), row(awarded="2026-05-02", declared="2026-05-10")), date(2026, 3, 1))

    assert (len(copy.awards), copy.later) == (1, 1)


def test_aid_to_linked_undertakings_is_theirs(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(register(row(), row(OTHER, amount="1")), encoding="utf-8")
    group = SingleUndertaking(ASKED, (Undertaking("Filiale", OTHER),), is_told=True)

    assert [(one.undertaking.name, one.amount) for one in read_register(path, group, TODAY).awards] == [
        (SIREN, Decimal(40000)),
        ("Filiale", Decimal(1)),
    ]


def test_a_copy_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError):
        read_register(tmp_path / "nowhere.csv", SingleUndertaking(ASKED), TODAY)
