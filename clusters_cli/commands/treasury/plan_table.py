"""The lines of a treasury plan over its months, as a bank reads them; in a workbook all sums are formulas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from clusters_cli.cashflow import Interval, interval_label
from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Dated, Text, Value
from clusters_cli.presentation.data import record
from clusters_cli.presentation.live_cells import Calculated, CellAt
from clusters_cli.presentation.report import Cell, Column, Input, Kind, Table
from clusters_cli.treasury import LineByMonth, PlanMonth, TreasuryPlan

_NAMES = 3
"""Columns that say what a line is, before those of the months: its label, its kind, its funder."""


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A month, a quarter or a year of a plan.

    Attributes:
        label: ``2026-04``, ``2026-Q2`` or ``2026``.
        numbers: the numbers of its months in the plan.
        months: those months.
    """

    label: str
    numbers: tuple[int, ...]
    months: tuple[PlanMonth, ...]

    @property
    def lowest(self) -> PlanMonth:
        """The month of its lowest closing of a day."""
        return min(self.months, key=lambda month: month.lowest)

    def of(self, line: LineByMonth) -> Decimal:
        """Return what a line moves in it, in euros."""
        return sum((line.months[number] for number in self.numbers), ZERO)


def plan_columns(plan: TreasuryPlan, interval: Interval) -> tuple[PlanColumn, ...]:
    """Return the months of a plan, or the quarters or years that they make."""
    labels = [interval_label(month.first, interval) for month in plan.months]
    groups = [(label, tuple(numbers)) for label, numbers in groupby(range(len(labels)), key=labels.__getitem__)]
    return tuple(PlanColumn(label, found, tuple(plan.months[one] for one in found)) for label, found in groups)


def plan_table(plan: TreasuryPlan, interval: Interval) -> Table:
    """Return lines × months: receipts and payments by kind, financing apart, and the cash before and after."""
    stretches = plan_columns(plan, interval)
    has_later = any(one.after for one in plan.lines)
    after = (Column("after", Text("After the plan"), Kind.MONEY),) if has_later else ()
    columns = (
        Column("line", Text("Line (€)")),
        Column("kind", Text("Kind"), minor=True),
        Column("funder", Text("Funder"), minor=True),
        *(Column(one.label, Dated(one.label), Kind.MONEY) for one in stretches),
        Column("total", Text("Total"), Kind.MONEY),
        *after,
    )
    written = _Sheet(plan, stretches)
    written.fill()
    return Table(
        "plan",
        columns,
        tuple(row if has_later else row[:-1] for row in written.rows),
        title=Text("Plan"),
        repeated=1,
        strong=frozenset(written.strong),
        plotted_rows=written.plotted,
    )


@dataclass
class _Sheet:
    """The rows of the table while they are written: a sum names the rows that it is of."""

    plan: TreasuryPlan
    stretches: tuple[PlanColumn, ...]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    strong: set[int] = field(default_factory=set)
    plotted: tuple[int, ...] = ()

    def fill(self) -> None:
        """Write all rows."""
        self.rows.append(())
        receipts = self._section(Text("Receipts"), Direction.IN, financing=False)
        payments = self._section(Text("Payments"), Direction.OUT, financing=False)
        lent = self._section(Text("Financing in"), Direction.IN, financing=True)
        paid_back = self._section(Text("Financing out"), Direction.OUT, financing=True)
        closing = len(self.rows)
        self.rows[0] = self._opening(closing)
        self.rows.append(self._closing((*receipts, *lent), (*payments, *paid_back)))
        self.rows.append(self._lowest(len(self.rows)))
        self.strong |= {0, closing, closing + 1}
        self.plotted = (closing, closing + 1)

    def _section(self, title: Value, direction: Direction, *, financing: bool) -> tuple[int, ...]:
        """Write the lines of one way, kind by kind, and their sum; return the row of the sum, if there is any line."""
        lines = [
            one
            for one in self.plan.lines
            if one.line.direction is direction and one.line.kind.is_financing is financing
        ]
        if not lines:
            return ()
        rows: list[int] = []
        for kind in CashKind:
            of_kind = [one for one in lines if one.line.kind is kind]
            written = list(range(len(self.rows), len(self.rows) + len(of_kind)))
            self.rows += map(self._line, of_kind)
            rows += written
            if len(of_kind) > 1:
                self.rows.append(self._sum(Text("subtotal: {kind}", kind=kind), of_kind, written))
        self.strong.add(len(self.rows))
        self.rows.append(self._sum(title, lines, rows))
        return (len(self.rows) - 1,)

    def _line(self, one: LineByMonth) -> tuple[Cell, ...]:
        row = len(self.rows)
        amounts: tuple[Cell, ...] = tuple(stretch.of(one) or "" for stretch in self.stretches)
        return (one.line.label, one.line.kind, one.line.funder or "", *amounts, self._across(row, one.total), one.after)

    def _sum(self, title: Value, lines: Sequence[LineByMonth], rows: Sequence[int]) -> tuple[Cell, ...]:
        """Return the sum of lines in each column."""
        amounts = self._each(
            lambda stretch: sum(map(stretch.of, lines), ZERO), lambda column: tuple((row, column) for row in rows)
        )
        last = _NAMES + len(self.stretches)
        total, after = (sum((getattr(one, name) for one in lines), ZERO) for name in ("total", "after"))
        totals = (
            Calculated(amount, plus=tuple((row, column) for row in rows))
            for column, amount in ((last, total), (last + 1, after))
        )
        return (title, "", "", *amounts, *totals)

    def _opening(self, closing: int) -> tuple[Cell, ...]:
        """Return the cash before each month: that of the evening before, and the closing of the month before."""
        known = self.plan.opening_cash
        note = (
            Text(
                "The cash on the evening before the first month, which may be changed: all balances follow it. The "
                "lowest day of a month stays as far from its opening as it is planned."
            )
            if known is not None
            else Text("The cash on the evening before the first month is unknown, and counts as zero: put it here.")
        )
        cells = self._each(lambda stretch: stretch.months[0].opening, lambda column: ((closing, column - 1),))
        return (Text("Opening cash"), "", "", Input(known or ZERO, note), *cells[1:], "", "")

    def _closing(self, more: Sequence[int], less: Sequence[int]) -> tuple[Cell, ...]:
        cells = self._each(
            lambda stretch: stretch.months[-1].closing,
            lambda column: tuple((row, column) for row in (0, *more)),
            lambda column: tuple((row, column) for row in less),
        )
        return (Text("Closing cash"), "", "", *cells, "", "")

    def _lowest(self, row: int) -> tuple[Cell, ...]:
        """Return the lowest closing of a day in each month: as far from its opening as planned, or its own closing."""
        cells = tuple(
            Calculated(
                one.lowest.lowest,
                plus=((0, column),),
                least=((row - 1, column),),
                start=one.lowest.lowest - one.months[0].opening,
            )
            for column, one in enumerate(self.stretches, _NAMES)
        )
        least = tuple((row, column) for column in range(_NAMES, _NAMES + len(self.stretches)))
        return (Text("Lowest closing of a day"), "", "", *cells, Calculated(self.plan.lowest, least=least), "")

    def _across(self, row: int, total: Decimal) -> Calculated:
        return Calculated(total, plus=tuple((row, column) for column in range(_NAMES, _NAMES + len(self.stretches))))

    def _each(
        self,
        value: Callable[[PlanColumn], Decimal],
        plus: Callable[[int], tuple[CellAt, ...]],
        minus: Callable[[int], tuple[CellAt, ...]] = lambda _column: (),
    ) -> tuple[Cell, ...]:
        """Return a cell for each stretch: what it comes to, and of which cells."""
        return tuple(
            Calculated(value(one), plus=plus(column), minus=minus(column))
            for column, one in enumerate(self.stretches, _NAMES)
        )


def exported_lines(plan: TreasuryPlan, interval: Interval) -> Table:
    """Return the same for programs: a row for each line, and for the cash before and after each month."""
    stretches = plan_columns(plan, interval)
    keys = (
        "row",
        "label",
        "kind",
        "direction",
        "funder",
        *(one.label for one in stretches),
        "total",
        "before",
        "after",
    )
    lines: list[dict[str, Cell]] = [
        {**record(one), "row": one.line.key, **{column.label: column.of(one) for column in stretches}}
        for one in plan.lines
    ]
    balances: list[dict[str, Cell]] = [
        {"row": "opening", **{one.label: one.months[0].opening for one in stretches}},
        {"row": "closing", **{one.label: one.months[-1].closing for one in stretches}},
        {"row": "lowest", **{one.label: one.lowest.lowest for one in stretches}},
    ]
    return Table.keyed("plan", keys, [balances[0], *lines, *balances[1:]])
