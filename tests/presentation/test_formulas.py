"""Formulas say what a calculated cell is: a second, plain reading of them comes to the same amount."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries

from clusters_cli.presentation.formulas import formula
from clusters_cli.presentation.live_cells import Calculated, CellAt, running
from clusters_cli.presentation.report import ColumnOf, Kind, TableOf

ROWS, COLUMNS = 5, 4
CENTS = st.integers(-(10**9), 10**9).map(lambda cents: Decimal(cents) / 100)
GRIDS = st.lists(st.lists(CENTS, min_size=COLUMNS, max_size=COLUMNS), min_size=ROWS, max_size=ROWS)
CELLS = st.lists(st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1)), max_size=8).map(tuple)
RUNS = st.integers(0, COLUMNS - 1).map(lambda column: tuple((row, column) for row in range(ROWS)))


def evaluated(written: str, grid: list[list[Decimal]]) -> Decimal:
    """Work a formula out as a spreadsheet does whose table begins under one line of headings."""
    inner = re.fullmatch(r"=ROUND\((.*),2\)", written)
    assert inner is not None

    def amounts(places: str) -> list[Decimal]:
        found = []
        for place in places.split(","):
            left, top, right, bottom = (int(bound or 0) for bound in range_boundaries(place))
            found += [grid[row - 2][column - 1] for row in range(top, bottom + 1) for column in range(left, right + 1)]
        return found

    def summed(rest: str) -> Decimal:
        total, term = Decimal(0), re.compile(r"([+-]?)(?:SUM\(([A-Z0-9:]+)\)|([A-Z]+[0-9]+)|([0-9.]+))")
        while rest:
            match = term.match(rest)
            assert match is not None, rest
            sign, places, cell, number = match.groups()
            value = Decimal(number) if number else sum(amounts(places or cell))
            total += -value if sign == "-" else value
            rest = rest[match.end() :]
        return total

    least = re.fullmatch(r"MIN\((.*)\)", inner[1])
    if least is None:
        return summed(inner[1])
    parts = least[1].split(",")
    of_cells = [amount for part in parts if ":" in part and "(" not in part for amount in amounts(part)]
    return min(*of_cells, *(summed(part) for part in parts if ":" not in part or "(" in part), Decimal("Infinity"))


@given(GRIDS, CELLS | RUNS, CELLS | RUNS, CELLS | RUNS, CENTS)
def test_a_formula_comes_to_the_sum_of_what_it_names(
    grid: list[list[Decimal]],
    plus: tuple[CellAt, ...],
    minus: tuple[CellAt, ...],
    least: tuple[CellAt, ...],
    start: Decimal,
) -> None:
    expected = start + sum(grid[row][column] for row, column in plus) - sum(grid[row][column] for row, column in minus)
    if least:
        lowest = min(grid[row][column] for row, column in least)
        expected = min(expected, lowest) if start or plus or minus else lowest

    assert evaluated(formula(Calculated(expected, plus, minus, least, start)), grid) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Calculated(Decimal(0)), "=ROUND(0,2)"),
        (Calculated(Decimal(0), minus=((0, 1),)), "=ROUND(-B2,2)"),
        (Calculated(Decimal(0), start=Decimal("-12.50"), plus=((0, 0),)), "=ROUND(-12.50+A2,2)"),
        (Calculated(Decimal(0), start=Decimal("1E+3")), "=ROUND(1000,2)"),
        (Calculated(Decimal(0), plus=((0, 0), (1, 0))), "=ROUND(A2+A3,2)"),
        (Calculated(Decimal(0), plus=((0, 0), (1, 0), (2, 0), (4, 0))), "=ROUND(SUM(A2:A4)+A6,2)"),
        (Calculated(Decimal(0), minus=((0, 0), (0, 1), (0, 2))), "=ROUND(-SUM(A2:C2),2)"),
        (Calculated(Decimal(0), least=((0, 0), (0, 1), (0, 2), (2, 2))), "=ROUND(MIN(A2:C2,C4),2)"),
        (Calculated(Decimal(0), plus=((0, 0),), start=Decimal(-7), least=((2, 0),)), "=ROUND(MIN(-7+A2,A4),2)"),
    ],
)
def test_cells_beside_or_under_each_other_are_a_range(cell: Calculated, expected: str) -> None:
    assert formula(cell) == expected


@given(st.lists(st.tuples(CENTS, CENTS), min_size=1, max_size=6), CENTS)
def test_a_running_column_adds_up_row_by_row(moves: list[tuple[Decimal, Decimal]], opening: Decimal) -> None:
    balances, balance = [], opening
    for received, paid in moves:
        balance += received - paid
        balances.append(balance)
    cells = running(balances, 2, (0,), (1,), opening)
    grid = [[received, paid, balance] for (received, paid), balance in zip(moves, balances, strict=True)]

    assert [evaluated(formula(cell), grid) for cell in cells] == balances == [cell.value for cell in cells]


def test_a_table_with_fewer_columns_keeps_the_formulas_whose_cells_it_still_has() -> None:
    columns = tuple(ColumnOf(key, key, Kind.MONEY) for key in "abcd")
    of_others, of_first = Calculated(Decimal(5), plus=((0, 1), (0, 2))), Calculated(Decimal(7), plus=((0, 0),))
    table = TableOf("t", columns, ((of_first, Decimal(2), Decimal(3), of_others),), totals=(None, None, None, of_first))

    fewer = table.only({"b", "c", "d"})

    assert fewer.rows == ((Decimal(2), Decimal(3), Calculated(Decimal(5), plus=((0, 0), (0, 1)))),)
    assert fewer.totals == (None, None, Decimal(7))
