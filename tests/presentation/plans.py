"""A treasury plan as a table, worked out here in the plainest way: what workbooks and other formats are tried on."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from clusters_cli.presentation.live_cells import Calculated, InputOf
from clusters_cli.presentation.report import CellOf, ColumnOf, Kind, TableOf

RECEIVED: Mapping[str, Sequence[Decimal]] = {
    "Cotisations": [Decimal(12500) if month % 3 == 0 else Decimal(0) for month in range(12)],
    "Région Centre-Val de Loire": [Decimal("78000.10") if month == 4 else Decimal(0) for month in range(12)],
    "=FEDER": [Decimal(80000) if month == 11 else Decimal(0) for month in range(12)],
}
PAID: Mapping[str, Sequence[Decimal]] = {
    "Salaires": [Decimal("9800.25")] * 12,
    "Loyer": [Decimal("1200.33")] * 12,
}
MONTHS = [f"2026-{month:02}" for month in (11, 12)] + [f"2027-{month:02}" for month in range(1, 11)]
OPENING_ROW, RECEIVED_ROW, PAID_ROW, CLOSING_ROW, LOWEST_ROW = 0, 4, 7, 8, 9
"""Rows of the table: the opening, the two subtotals, the closing, the lowest closing."""


class Figures(NamedTuple):
    """What a plan comes to, month by month."""

    opening: list[Decimal]
    received: list[Decimal]
    paid: list[Decimal]
    closing: list[Decimal]


def figures(
    opening: Decimal,
    received: Mapping[str, Sequence[Decimal]] = RECEIVED,
    paid: Mapping[str, Sequence[Decimal]] = PAID,
) -> Figures:
    """Work a plan out, month after month."""
    found = Figures([], [], [], [])
    for month in range(len(MONTHS)):
        found.opening.append(opening)
        found.received.append(sum((line[month] for line in received.values()), Decimal(0)))
        found.paid.append(sum((line[month] for line in paid.values()), Decimal(0)))
        opening += found.received[-1] - found.paid[-1]
        found.closing.append(opening)
    return found


def plan_table(opening: Decimal) -> TableOf[str]:
    """A plan of lines and months in which a workbook works out all but the opening cash and the lines."""
    values = figures(opening)
    months = range(1, len(MONTHS) + 1)
    received = [_line(1 + row, name, line) for row, (name, line) in enumerate(RECEIVED.items())]
    paid = [_line(5 + row, name, line) for row, (name, line) in enumerate(PAID.items())]
    rows: tuple[tuple[CellOf[str], ...], ...] = (
        (
            "Ouverture",
            InputOf(values.opening[0], "Le solde de la banque ; le reste suit."),
            *(Calculated(values.opening[month - 1], plus=((CLOSING_ROW, month - 1),)) for month in months[1:]),
            None,
        ),
        *received,
        ("Encaissé", *_sums(values.received, range(1, 4)), _whole(RECEIVED_ROW, values.received)),
        *paid,
        ("Décaissé", *_sums(values.paid, range(5, 7)), _whole(PAID_ROW, values.paid)),
        (
            "Clôture",
            *(
                Calculated(
                    values.closing[month - 1],
                    plus=((OPENING_ROW, month), (RECEIVED_ROW, month)),
                    minus=((PAID_ROW, month),),
                )
                for month in months
            ),
            None,
        ),
        (
            "Plus bas",
            Calculated(min(values.closing), least=tuple((CLOSING_ROW, month) for month in months)),
            *(None for _month in months),
        ),
    )
    columns = (
        ColumnOf("line", "Ligne"),
        *(ColumnOf(month, month, Kind.MONEY, dated=month) for month in MONTHS),
        ColumnOf("total", "Total", Kind.MONEY),
    )
    return TableOf(
        "plan",
        columns,
        rows,
        title="Plan de trésorerie",
        repeated=1,
        strong=frozenset({OPENING_ROW, RECEIVED_ROW, PAID_ROW, CLOSING_ROW}),
        plotted_rows=(CLOSING_ROW,),
    )


def _line(row: int, name: str, amounts: Sequence[Decimal]) -> tuple[CellOf[str], ...]:
    return (name, *amounts, _whole(row, amounts))


def _sums(values: Sequence[Decimal], lines: range) -> list[Calculated]:
    return [
        Calculated(value, plus=tuple((line, month) for line in lines)) for month, value in enumerate(values, start=1)
    ]


def _whole(row: int, values: Sequence[Decimal]) -> Calculated:
    return Calculated(sum(values, Decimal(0)), plus=tuple((row, month) for month in range(1, len(values) + 1)))
