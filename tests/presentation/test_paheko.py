"""The CSV that Paheko imports: its columns, and only instalments that were received."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from clusters_cli.foundations.errors import UsageError
from clusters_cli.presentation.dated_entries import BookState
from clusters_cli.presentation.formats import named
from clusters_cli.presentation.formatting import formatted
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import BookEntry, Report
from tests.presentation.entries import HOSTILE, plan_entries, received, report_of
from tests.wording import refused

MANDATORY = ("Libellé", "Date", "Compte de débit", "Compte de crédit", "Montant")


def paheko(report: Report, language: str = "fr") -> str:
    return str(formatted(report, named("paheko"), Reader(language)))


def rows(*entries: BookEntry) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(paheko(report_of(*entries)).removeprefix("\ufeff")), delimiter=";"))


def test_the_columns_are_those_of_the_simplified_import() -> None:
    assert paheko(report_of(received())).splitlines()[0] == (
        "\ufeffNuméro d'écriture;Type;Statut;Libellé;Date;Remarques;Numéro pièce comptable;Référence paiement;"
        "Compte de débit;Compte de crédit;Montant;Projet analytique;Membres associés"
    )


def test_an_instalment_received_is_revenue_on_the_bank_in_the_french_way() -> None:
    (row,) = rows(received())

    assert {name: value for name, value in row.items() if value} == {
        "Type": "Recette",
        "Libellé": "Avance de la Région",
        "Date": "30/05/2026",
        "Remarques": "line: region, funder: Région, instalment: advance, source: agreement, art. 4",
        "Compte de débit": "512",
        "Compte de crédit": "741",
        "Montant": "78000,10",
    }


def test_what_settles_a_claim_is_an_advanced_entry() -> None:
    (row,) = rows(received(account="4417"))

    assert row["Type"] == "Avancé"


@pytest.mark.parametrize(("amount", "written"), [("1234567", "1234567,00"), ("0.1", "0,10"), ("12.34", "12,34")])
def test_an_amount_has_a_decimal_comma_two_decimals_and_no_thousands(amount: str, written: str) -> None:
    assert rows(received(amount=amount))[0]["Montant"] == written


def test_nothing_that_is_expected_booked_or_paid_is_among_them() -> None:
    paid_back = replace(received(), amount=Decimal(-10))
    others = [replace(received(), state=state) for state in BookState if state is not BookState.HAPPENED]
    dues = replace(received(), tags=(("kind", "dues"),))

    assert len(rows(*plan_entries(), *others, paid_back, dues, received())) == 1


def test_a_plan_of_forecasts_is_refused() -> None:
    with refused(UsageError, match="no instalments that were received to write as paheko"):
        paheko(report_of(*plan_entries()))


def test_entries_stand_in_the_order_of_their_days() -> None:
    later, sooner = received("later"), replace(received("sooner"), day=date(2026, 1, 2))

    assert [row["Libellé"] for row in rows(later, sooner)] == ["sooner", "later"]


def test_a_hostile_text_stays_in_its_cell_and_is_not_run() -> None:
    (row,) = rows(received(HOSTILE))

    assert row["Libellé"].startswith('\'=HYPERLINK("x");a|b,c')
    assert "\\" not in row["Libellé"]
    assert row["Montant"] == "78000,10"


@pytest.mark.parametrize("letter", ["a", "é", "€"])
def test_a_label_is_no_longer_than_paheko_takes(letter: str) -> None:
    label = rows(received("=" + letter * 300))[0]["Libellé"]

    assert 195 <= len(label.encode()) <= 200
    assert label.endswith("…")
