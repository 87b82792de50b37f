from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.presentation.report import Column, Kind, Table
from clusters_cli.presentation.widths import COLUMN_GAP, column_widths, fitted_columns

COLUMNS = (
    Column("name", "Name"),
    Column("budget", "Yearly budget (€)", Kind.MONEY),
    Column("founded", "Founded", Kind.NUMBER, minor=True),
    Column("note", "Note", minor=True),
)
TABLE = Table("t", COLUMNS, (("Healthcare Loire Valley", Decimal(102_000), 2021, "a long remark about nothing much"),))


def drawn_width(width: int) -> int:
    fitted = TABLE.only(fitted_columns(TABLE, width))
    widths = column_widths(fitted, width)
    return sum(widths) + COLUMN_GAP * (len(widths) - 1)


@given(st.integers(30, 300))
def test_a_table_never_exceeds_the_terminal(width: int) -> None:
    assert drawn_width(width) <= width


@given(st.integers(30, 300))
def test_a_number_is_never_folded(width: int) -> None:
    fitted = TABLE.only(fitted_columns(TABLE, width))

    assert column_widths(fitted, width)[1] >= len("102,000")


def test_minor_columns_give_way_from_the_right() -> None:
    assert [column.key for column in fitted_columns(TABLE, 50)] == ["name", "budget", "founded"]
    assert [column.key for column in fitted_columns(TABLE, 30)] == ["name", "budget"]


def test_where_there_is_room_nothing_is_folded() -> None:
    assert column_widths(TABLE, 200) == [23, 17, 7, 32]


def test_an_id_is_not_cut_while_minor_columns_can_give_way() -> None:
    columns = (Column("id", "Id"), Column("name", "Name", minor=True), Column("reason", "Because of"))
    table = Table("t", columns, (("healthcare-loire-valley", "Healthcare Loire Valley", "missing: --award-date"),))
    fitted = table.only(fitted_columns(table, 50))

    assert [column.key for column in fitted.columns] == ["id", "reason"]
    assert column_widths(fitted, 50)[0] == len("healthcare-loire-valley")
