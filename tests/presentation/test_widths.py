from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.presentation.report import ColumnOf, Kind, TableOf
from clusters_cli.presentation.widths import COLUMN_GAP, column_widths, fitted

COLUMNS = (
    ColumnOf("name", "Name"),
    ColumnOf("budget", "Yearly budget (€)", Kind.MONEY),
    ColumnOf("founded", "Founded", Kind.NUMBER, minor=True),
    ColumnOf("note", "Note", minor=True),
)
TABLE = TableOf(
    "t", COLUMNS, (("Healthcare Loire Valley", Decimal(102_000), 2021, "a long remark about nothing much"),)
)


def drawn_width(width: int) -> int:
    shown = fitted(TABLE, width, "en")
    widths = column_widths(shown, width, "en")
    return sum(widths) + COLUMN_GAP * (len(widths) - 1)


@given(st.integers(30, 300))
def test_a_table_never_exceeds_the_terminal(width: int) -> None:
    assert drawn_width(width) <= width


@given(st.integers(30, 300))
def test_a_number_is_never_folded(width: int) -> None:
    shown = fitted(TABLE, width, "en")

    assert column_widths(shown, width, "en")[1] >= len("102,000")


def test_minor_columns_give_way_from_the_right() -> None:
    assert [column.key for column in fitted(TABLE, 50, "en").columns] == ["name", "budget", "founded"]
    assert [column.key for column in fitted(TABLE, 30, "en").columns] == ["name", "budget"]


def test_where_there_is_room_nothing_is_folded() -> None:
    assert column_widths(TABLE, 200, "en") == [23, 17, 7, 32]


def test_an_id_is_not_cut_while_minor_columns_can_give_way() -> None:
    columns = (ColumnOf("id", "Id"), ColumnOf("name", "Name", minor=True), ColumnOf("reason", "Because of"))
    table = TableOf("t", columns, (("healthcare-loire-valley", "Healthcare Loire Valley", "missing: --award-date"),))
    shown = fitted(table, 50, "en")

    assert [column.key for column in shown.columns] == ["id", "reason"]
    assert column_widths(shown, 50, "en")[0] == len("healthcare-loire-valley")
