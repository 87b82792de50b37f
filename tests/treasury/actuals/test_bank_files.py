"""Exports of French banks, as they write them: the same three movements are read from each."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.presentation.languages import word
from clusters_cli.treasury.actuals.actuals_words import ActualsSource, BalanceOrigin, FileEncoding
from clusters_cli.treasury.actuals.movements import RealBalance
from tests.treasury.actuals.files_of import FILES, moved, of_text, read
from tests.wording import told

OCTOBER = [("2026-10-05", "-800.00"), ("2026-10-06", "1500.00"), ("2026-10-30", "-4200.00")]
LABELS = {
    "banque-populaire.csv": "SALAIRES / VIR SALAIRES OCTOBRE",
    "banque-postale.csv": "VIREMENT SALAIRES OCTOBRE",
    "bnp-paribas.csv": "VIR / SALAIRES OCTOBRE",
    "boursobank.csv": "VIR SALAIRES OCTOBRE",
    "cic-commas.csv": "VIR SALAIRES OCTOBRE",
    "credit-agricole.csv": "VIREMENT EMIS SALAIRES OCTOBRE",
    "credit-mutuel.csv": "VIR SALAIRES OCTOBRE",
    "societe-generale.csv": "VIR SALAIRES OCTOBRE",
    "tabs-utf16.csv": "VIR SALAIRES OCTOBRE",
    "with-status.csv": "VIR SALAIRES OCTOBRE",
}


def test_every_file_of_a_bank_is_tried() -> None:
    assert {file.name for file in FILES.glob("*.csv")} == LABELS.keys()


@pytest.mark.parametrize("name", LABELS)
def test_each_bank_tells_the_same_movements(name: str) -> None:
    actuals = read(name)

    assert actuals.source is ActualsSource.BANK
    assert moved(actuals) == OCTOBER
    assert actuals.movements[-1].label == LABELS[name]
    assert actuals.warnings == ()


@pytest.mark.parametrize(
    ("name", "origin", "first", "last"),
    [
        ("credit-mutuel.csv", BalanceOrigin.RUNNING, "2026-10-05", "2026-10-30"),
        ("cic-commas.csv", BalanceOrigin.RUNNING, "2026-10-05", "2026-10-30"),
        ("boursobank.csv", BalanceOrigin.RUNNING, "2026-10-05", "2026-10-30"),
        ("banque-populaire.csv", BalanceOrigin.STATED, "2026-10-05", "2026-10-31"),
        ("banque-postale.csv", BalanceOrigin.STATED, "2026-10-05", "2026-11-08"),
        ("credit-agricole.csv", BalanceOrigin.STATED, "2026-10-01", "2026-10-31"),
    ],
)
def test_the_real_balance_is_that_of_the_last_row_or_the_stated_one(
    name: str, origin: BalanceOrigin, first: str, last: str
) -> None:
    actuals = read(name)

    assert actuals.balance == RealBalance(Decimal("6500.00"), date.fromisoformat(last), origin)
    assert actuals.first_day == date.fromisoformat(first)
    assert actuals.last_day == date.fromisoformat(last)


def test_a_bank_that_states_a_period_and_no_balance_covers_that_period() -> None:
    actuals = read("societe-generale.csv")

    assert (actuals.first_day, actuals.last_day) == (date(2026, 10, 1), date(2026, 10, 31))
    assert actuals.balance is None
    assert actuals.no_balance is not None
    assert word(actuals.no_balance, "en") == "the file of the bank tells no balance of a known day"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("boursobank.csv", FileEncoding.UTF_8),
        ("tabs-utf16.csv", FileEncoding.UTF_16),
        ("banque-postale.csv", FileEncoding.WINDOWS_1252),
    ],
)
def test_the_encoding_is_told(name: str, encoding: FileEncoding) -> None:
    assert read(name).encoding is encoding


def test_a_file_without_the_windows_bytes_that_has_the_euro_of_iso_is_read_as_iso(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes("Date;Libellé;Montant (€)\n05/10/2026;Été;-1,00 €\n".encode("iso8859-15"))

    actuals = read(str(file))

    assert actuals.encoding is FileEncoding.ISO_8859_15
    assert moved(actuals) == [("2026-10-05", "-1.00")]


def test_what_is_not_read_is_told() -> None:
    assert read("banque-postale.csv").not_used == ("Montant(FRANCS)",)
    assert read("banque-postale.csv").lines_above == 7
    assert read("credit-mutuel.csv").moving_nothing == 1
    assert read("with-status.csv").not_booked == 1


def test_a_movement_knows_its_line_though_labels_before_it_have_several() -> None:
    places = [str(movement.place) for movement in read("credit-agricole.csv").movements]

    assert places == ["credit-agricole.csv:14:1", "credit-agricole.csv:12:1", "credit-agricole.csv:10:1"]


def test_a_file_of_headings_alone_tells_that_nothing_moved(tmp_path: Path) -> None:
    actuals = of_text("Date;Libellé;Montant;Solde\n", tmp_path)

    assert actuals.movements == ()
    assert (actuals.first_day, actuals.last_day, actuals.balance) == (None, None, None)


@pytest.mark.parametrize(
    ("rows", "amounts"),
    [
        (["05/10/2026;A;-1.234,50", "06/10/2026;B;1.500"], ["-1234.50", "1500.00"]),
        (["05/10/2026;A;-1,234.50", "06/10/2026;B;1,500"], ["-1234.50", "1500.00"]),
        (["05/10/2026;A;1.234.567", "06/10/2026;B;1.500"], ["1234567.00", "1500.00"]),
        (["05/10/2026;A;- 12,5 €", "06/10/2026;B;+3"], ["-12.50", "3.00"]),
        (["05/10/2026;A;(12,50)", "06/10/2026;B;1 500,00"], ["-12.50", "1500.00"]),
    ],
)
def test_the_column_says_which_sign_sets_decimals_apart(rows: list[str], amounts: list[str], tmp_path: Path) -> None:
    actuals = of_text("\n".join(["Date;Libellé;Montant", *rows]), tmp_path)

    assert [amount for _day, amount in moved(actuals)] == amounts


@pytest.mark.parametrize(
    "day", ["05/10/2026", "5/10/2026", "05-10-2026", "05.10.2026", "05/10/26", "2026-10-05", "20261005"]
)
@pytest.mark.parametrize("time", ["", " 10:15", "T10:15:30Z"])
def test_a_day_is_read_as_banks_write_it(day: str, time: str, tmp_path: Path) -> None:
    actuals = of_text(f"Date;Libellé;Montant\n{day}{time};A;-1,00\n", tmp_path)

    assert moved(actuals) == [("2026-10-05", "-1.00")]


def test_the_day_of_booking_is_taken_where_a_bank_tells_several(tmp_path: Path) -> None:
    text = "Date d'opération;Date de valeur;Date de comptabilisation;Libellé;Montant\n"

    actuals = of_text(f"{text}04/10/2026;06/10/2026;05/10/2026;A;-1,00\n", tmp_path)

    assert moved(actuals) == [("2026-10-05", "-1.00")]
    assert actuals.not_used == ("Date d'opération", "Date de valeur")


def test_rows_may_lack_the_cells_behind_the_last_one_that_is_needed(tmp_path: Path) -> None:
    actuals = of_text("Date;Libellé;Montant;Référence\n05/10/2026;A;-1,00\n06/10/2026;B;2,00;R;;\n", tmp_path)

    assert moved(actuals) == [("2026-10-05", "-1.00"), ("2026-10-06", "2.00")]


def test_a_balance_printed_among_the_movements_moves_nothing(tmp_path: Path) -> None:
    text = "Date;Libellé;Montant;Solde\n01/10/2026;Solde initial;;100,00\n05/10/2026;Solde subvention;50,00;150,00\n"

    actuals = of_text(text, tmp_path)

    assert moved(actuals) == [("2026-10-05", "50.00")]
    assert actuals.moving_nothing == 1
    assert actuals.balance == RealBalance(Decimal("150.00"), date(2026, 10, 5), BalanceOrigin.RUNNING)


@pytest.mark.parametrize(
    ("rows", "balance"),
    [
        (["A;-50,00;50,00", "B;20,00;70,00"], "70.00"),
        (["B;20,00;70,00", "A;-50,00;50,00"], "70.00"),
    ],
)
def test_the_balances_of_one_day_say_which_row_is_the_last(rows: list[str], balance: str, tmp_path: Path) -> None:
    text = "\n".join(["Date;Libellé;Montant;Solde", *(f"05/10/2026;{row}" for row in rows)])

    actuals = of_text(text, tmp_path)

    assert actuals.balance is not None
    assert str(actuals.balance.amount) == balance


@pytest.mark.parametrize(
    ("days", "balance"), [(("05", "06", "06", "07"), "75.00"), (("07", "06", "06", "05"), "20.00")]
)
def test_a_balance_that_not_every_row_tells_is_carried_to_the_last_movement(
    days: tuple[str, ...], balance: str, tmp_path: Path
) -> None:
    rows = zip(days, ["A;-50,00;", "B;20,00;70,00", "C;5,00;", "D;0,00;"], strict=True)
    text = "\n".join(["Date;Libellé;Montant;Solde", *(f"{day}/10/2026;{row}" for day, row in rows)])

    actuals = of_text(text, tmp_path)

    assert actuals.balance is not None
    assert str(actuals.balance.amount) == balance


@pytest.mark.parametrize("rows", [["A;50,00;150,00", "B;-50,00;100,00"], ["A;-50,00;", "B;20,00;70,00", "C;5,00;"]])
def test_balances_of_one_day_that_fit_either_order_tell_no_last_one(rows: list[str], tmp_path: Path) -> None:
    text = "\n".join(["Date;Libellé;Montant;Solde", *(f"05/10/2026;{row}" for row in rows)])

    actuals = of_text(text, tmp_path)

    assert actuals.balance is None
    assert actuals.no_balance is not None
    assert "fit in either order" in word(actuals.no_balance, "en")


def test_a_balance_that_is_stated_of_a_day_before_the_last_movement_is_none(tmp_path: Path) -> None:
    actuals = of_text("Solde au 01/10/2026;100,00\nDate;Libellé;Montant\n05/10/2026;A;50,00\n", tmp_path)

    assert actuals.balance is None
    assert actuals.no_balance is not None
    assert "of a day before the last movement" in word(actuals.no_balance, "en")


@pytest.mark.parametrize(
    "above",
    ["Solde disponible au 31/10/2026;100,00", "Solde;100,00", "Solde au 31/10/2026;100,00;200,00", "Solde (USD);1"],
)
def test_what_is_perhaps_a_balance_is_not_taken_for_one(above: str, tmp_path: Path) -> None:
    assert of_text(f"{above}\nDate;Libellé;Montant\n05/10/2026;A;50,00\n", tmp_path).balance is None


def test_the_same_reference_twice_is_warned_of_unless_the_balance_proves_both(tmp_path: Path) -> None:
    rows = "05/10/2026;A;-1,00;R7\n05/10/2026;A;-1,00;R7\n"
    proved = "05/10/2026;A;-1,00;R7;9,00\n05/10/2026;A;-1,00;R7;8,00\n"

    doubtful = of_text(f"Date;Libellé;Montant;Référence\n{rows}", tmp_path)
    certain = of_text(f"Date;Libellé;Montant;Référence;Solde\n{proved}", tmp_path)

    assert told(doubtful.warnings) == "file:3:1: warning ACT201 reference 'R7' tells the same as on line 2"
    assert len(doubtful.movements) == len(certain.movements) == 2
    assert certain.warnings == ()


def test_days_that_neither_rise_nor_fall_are_warned_of_and_read(tmp_path: Path) -> None:
    rows = "05/10/2026;A;-1,00\n07/10/2026;B;-2,00\n06/10/2026;C;-3,00\n08/10/2026;D;-4,00\n"

    actuals = of_text(f"Date;Libellé;Montant\n{rows}", tmp_path)

    assert told(actuals.warnings) == "file:4:1: warning ACT202 2026-10-06 stands among other days"
    assert [amount for _day, amount in moved(actuals)] == ["-1.00", "-3.00", "-2.00", "-4.00"]


@pytest.mark.parametrize(
    "above",
    ["Relevé du 01/10/2026 édité le 25/11/2026", "Du 01/10/2026 au 04/10/2026", "01/10/2026 02/10/2026 25/11/2026"],
)
def test_two_days_above_the_headings_are_no_period_unless_they_hold_all_movements(above: str, tmp_path: Path) -> None:
    actuals = of_text(f"{above}\nDate;Libellé;Montant\n05/10/2026;A;50,00\n", tmp_path)

    assert (actuals.first_day, actuals.last_day) == (date(2026, 10, 5), date(2026, 10, 5))


@pytest.mark.parametrize(
    "above", ["Du 01/10/2026 au 31/10/2026", "Période;01/10/2026;31/10/2026", "01/10/2026 - 31/10/2026"]
)
def test_a_period_that_the_bank_states_is_covered_whole(above: str, tmp_path: Path) -> None:
    actuals = of_text(f"{above}\nDate;Libellé;Montant\n05/10/2026;A;50,00\n", tmp_path)

    assert (actuals.first_day, actuals.last_day) == (date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize("label", ["TOTALENERGIES FACTURE", "Solde subvention 2025"])
def test_a_movement_without_a_day_is_no_total_and_no_balance(label: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidDataError) as caught:
        of_text(f"Date;Libellé;Montant\n;{label};50,00\n", tmp_path)

    assert told(caught.value.problems) == "file:2:1: error ACT106 Date: is empty"


@pytest.mark.parametrize(
    "below",
    ["Total;;50,00", ";Total des opérations;50,00", "Solde disponible au 31/10/2026;;9,00", ";;Ancien solde 1,00"],
)
def test_totals_and_balances_below_the_rows_are_no_movements(below: str, tmp_path: Path) -> None:
    actuals = of_text(f"Date;Libellé;Montant\n05/10/2026;A;50,00\n{below}\n", tmp_path)

    assert moved(actuals) == [("2026-10-05", "50.00")]
    assert actuals.balance is None


def test_a_total_that_is_not_that_of_the_rows_is_warned_of(tmp_path: Path) -> None:
    rows = "05/10/2026;A;1,00;\n06/10/2026;B;;2,00\nTotal;;1,00;3,00\n"

    actuals = of_text(f"Date;Libellé;Débit;Crédit\n{rows}", tmp_path)

    assert told(actuals.warnings) == "file:4:1: warning ACT203 Crédit: the total is €3, the rows add up to €2"
    assert len(actuals.movements) == 2
