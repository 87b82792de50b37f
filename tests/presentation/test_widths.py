from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.presentation.report import CellOf, ColumnOf, Kind, TableOf
from clusters_cli.presentation.widths import COLUMN_GAP, Block, blocks

COLUMNS = (
    ColumnOf("name", "Name"),
    ColumnOf("budget", "Yearly budget (€)", Kind.MONEY),
    ColumnOf("founded", "Founded", Kind.NUMBER, minor=True),
    ColumnOf("note", "Note", minor=True),
)
TABLE = TableOf(
    "t", COLUMNS, (("Healthcare Loire Valley", Decimal(102_000), 2021, "a long remark about nothing much"),)
)


def drawn_width(block: Block) -> int:
    return sum(block.widths) + COLUMN_GAP * (len(block.widths) - 1)


def one_block(table: TableOf[str], width: int) -> Block:
    (block,) = blocks(table, width, "en")
    return block


def keys(block: Block) -> list[str]:
    return [column.key for column in block.columns]


@given(st.integers(30, 300))
def test_a_table_never_exceeds_the_terminal(width: int) -> None:
    assert drawn_width(one_block(TABLE, width)) <= width


@given(st.integers(30, 300))
def test_a_number_is_never_folded(width: int) -> None:
    assert one_block(TABLE, width).widths[1] >= len("102,000")


def test_minor_columns_give_way_from_the_right() -> None:
    assert keys(one_block(TABLE, 50)) == ["name", "budget", "founded"]
    assert keys(one_block(TABLE, 30)) == ["name", "budget"]


def test_where_there_is_room_nothing_is_folded() -> None:
    assert one_block(TABLE, 200).widths == (23, 17, 7, 32)


def test_an_id_is_not_cut_while_minor_columns_can_give_way() -> None:
    columns = (ColumnOf("id", "Id"), ColumnOf("name", "Name", minor=True), ColumnOf("reason", "Because of"))
    table = TableOf("t", columns, (("healthcare-loire-valley", "Healthcare Loire Valley", "missing: --award-date"),))
    shown = one_block(table, 50)

    assert keys(shown) == ["id", "reason"]
    assert shown.widths[0] == len("healthcare-loire-valley")


def months(count: int, *, repeated: int = 1, cents: bool = False) -> TableOf[str]:
    """A table of lines and months, as a treasury plan is."""
    names = (ColumnOf("line", "Line"), ColumnOf("kind", "Kind"))[:repeated]
    columns = (*names, *(ColumnOf(f"m{number}", f"2026-{number % 12 + 1:02}", Kind.MONEY) for number in range(count)))
    lines = ("Membership dues of the companies", "Subsidy", "Closing")
    amounts = [
        tuple(
            Decimal(1000 * line - number) + (Decimal("0.5") if cents and not number else 0) for number in range(count)
        )
        for line in range(len(lines))
    ]
    rows: tuple[tuple[CellOf[str], ...], ...] = tuple(
        (*(line, "kind")[:repeated], *row) for line, row in zip(lines, amounts, strict=True)
    )
    return TableOf("plan", columns, rows, title="Plan", repeated=repeated, strong=frozenset({2}))


@given(st.integers(1, 60), st.integers(20, 300), st.integers(1, 2))
def test_many_months_stand_in_blocks_that_hold_each_once_in_order_and_the_first_columns_each_time(
    count: int, width: int, repeated: int
) -> None:
    table = months(count, repeated=repeated)
    drawn = blocks(table, width, "en")

    assert [key for block in drawn for key in keys(block)[repeated:]] == [f"m{number}" for number in range(count)]
    assert all(keys(block)[:repeated] == ["line", "kind"][:repeated] for block in drawn)
    assert all(len(block.columns) > repeated for block in drawn)
    assert all(drawn_width(block) <= max(width, 8 + 2 + 8 + 2 + 7) for block in drawn)


@given(st.integers(2, 60), st.integers(30, 120))
def test_columns_under_each_other_are_of_one_width_and_blocks_have_about_as_many(count: int, width: int) -> None:
    drawn = blocks(months(count), width, "en")
    sizes = [len(block.columns) for block in drawn]

    assert max(sizes) - min(sizes) <= 1
    for under in zip_longest(*(block.widths for block in drawn)):
        assert len({wide for wide in under if wide is not None}) == 1


def test_twelve_months_take_two_blocks_in_eighty_characters_and_one_in_two_hundred() -> None:
    assert [len(block.columns) - 1 for block in blocks(months(12), 80, "en")] == [6, 6]
    assert [len(block.columns) - 1 for block in blocks(months(12), 200, "en")] == [12]


def test_in_many_months_an_amount_shows_its_cents_where_any_of_them_has_some() -> None:
    drawn = blocks(months(12, cents=True), 80, "en")

    assert drawn[0].lines[0][1] == "0.50"
    assert drawn[-1].lines[0][-1] == "-11.00"


def test_minor_columns_give_way_before_months_stand_in_blocks() -> None:
    table = months(12, repeated=2)
    line, kind, *others = table.columns
    table = replace(table, columns=(line, replace(kind, minor=True), *others))

    assert [keys(block)[:2] for block in blocks(table, 200, "en")] == [["line", "kind"]]
    assert [keys(block)[0] for block in blocks(table, 60, "en")] == ["line"] * 3
    assert not any("kind" in keys(block) for block in blocks(table, 60, "en"))
