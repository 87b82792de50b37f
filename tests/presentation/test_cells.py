from datetime import date
from decimal import Decimal

import pytest

from clusters_cli.presentation.cells import UNKNOWN, shown, shown_rows
from clusters_cli.presentation.data import to_data
from clusters_cli.presentation.delimited import to_delimited
from clusters_cli.presentation.formats.csv import CSV
from clusters_cli.presentation.formats.csv_fr import CSV_FR
from clusters_cli.presentation.live_cells import Calculated, InputOf
from clusters_cli.presentation.report import ColumnOf, Kind, TableOf


@pytest.mark.parametrize("dangerous", ["=1+1", "+33 1", "-2", "@SUM(A1)", "\tx", "＝1", "＋1", "－1", "＠x"])
def test_a_text_that_a_spreadsheet_would_run_is_neutralised(dangerous: str) -> None:
    written = to_delimited(TableOf("t", (ColumnOf("a", "A"),), ((dangerous,),)), CSV)

    assert written.splitlines()[1].lstrip('"').startswith("'")


def test_a_negative_amount_stays_a_number() -> None:
    assert to_delimited(TableOf("t", (ColumnOf("a", "A", Kind.MONEY),), ((Decimal("-2.50"),),)), CSV) == "a\n-2.5\n"


def test_programs_get_numbers_dates_and_nulls_of_json() -> None:
    given = {"whole": Decimal("130000.00"), "cents": Decimal("95333.32"), "day": date(2024, 2, 29), "unknown": None}

    assert to_data(given) == {"whole": 130000, "cents": 95333.32, "day": "2024-02-29", "unknown": None}


def test_people_see_a_dash_for_the_unknown_never_a_zero() -> None:
    assert shown(None, Kind.MONEY) == UNKNOWN
    assert shown(Decimal(0), Kind.MONEY) == "0"


def test_a_column_of_amounts_shows_cents_where_any_of_them_has_some() -> None:
    columns = (ColumnOf("a", "A", Kind.MONEY), ColumnOf("b", "B", Kind.MONEY))

    rows = shown_rows(TableOf("t", columns, ((Decimal("1.50"), Decimal(1000)), (Decimal(2), None))), "en")

    assert rows == [["1.50", "1,000"], ["2.00", UNKNOWN]]


def test_cells_that_live_in_a_workbook_show_what_they_come_to() -> None:
    columns = (ColumnOf("a", "A", Kind.MONEY), ColumnOf("b", "B", Kind.MONEY))
    table = TableOf(
        "t", columns, ((InputOf(Decimal("12000.50"), "change it"), Calculated(Decimal("-1.5"), plus=((0, 0),))),)
    )

    assert shown_rows(table, "en") == [["12,000.50", "-1.50"]]
    assert to_delimited(table, CSV) == "a,b\n12000.5,-1.5\n"
    assert to_delimited(table, CSV_FR) == "\ufeffa;b\n12000,5;-1,5\n"


def test_a_french_spreadsheet_gets_semicolons_decimal_commas_and_its_own_dates() -> None:
    columns = (ColumnOf("a", "A"), ColumnOf("b", "B", Kind.MONEY), ColumnOf("c", "C", Kind.DATE))

    written = to_delimited(
        TableOf("t", columns, (("é", Decimal("-1234.50"), date(2024, 2, 29)), ("", None, None))), CSV_FR
    )

    assert written == "\ufeffa;b;c\né;-1234,5;29/02/2024\n;;\n"
