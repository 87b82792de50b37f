"""A treasury plan month by month: what each line moves, and how the cash of a month follows from that before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from clusters_cli.cashflow import Curve
from clusters_cli.dossier import Direction
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.money import ZERO
from clusters_cli.treasury.horizon import Horizon
from clusters_cli.treasury.lines import PlannedLine


@in_data(spread=("line",), without=("horizon",))
@dataclass(frozen=True, slots=True)
class LineByMonth:
    """A line of a plan in euros by month, each amount as its direction has it.

    Attributes:
        line: the line.
        months: what it moves in each month of the plan.
        before: what it moved before the plan's first day: it is in the opening cash.
        after: what it moves after the plan's last day.
    """

    line: PlannedLine
    months: tuple[Decimal, ...]
    before: Decimal
    after: Decimal

    @computed
    def total(self) -> Decimal:
        """Euros in all months of the plan."""
        return sum(self.months, ZERO)


@in_data(without=("first",))
@dataclass(frozen=True, slots=True)
class PlanMonth:
    """One month of a plan, in euros.

    Attributes:
        first: its first day.
        opening: cash before it.
        receipts: what it brings, financing apart.
        payments: what it takes, financing apart.
        financing_in: loans, assigned claims, deposits, tax and own funds that come in.
        financing_out: those that go out.
        closing: cash at its end, with which the next begins.
        lowest: the lowest cash at the end of any of its days.
        lowest_date: the first day of it.
        cautious: the lowest cash on any of its days, if everything leaves before anything arrives within a day.
        cautious_date: the first day of it.
    """

    first: date
    opening: Decimal
    receipts: Decimal
    payments: Decimal
    financing_in: Decimal
    financing_out: Decimal
    closing: Decimal
    lowest: Decimal
    lowest_date: date
    cautious: Decimal
    cautious_date: date

    @computed
    def month(self) -> str:
        """Its name, such as ``2026-04``."""
        return f"{self.first:%Y-%m}"


def lines_by_month(lines: Sequence[PlannedLine], horizon: Horizon) -> tuple[LineByMonth, ...]:
    """Return each line month by month; nothing of it is lost: what lies outside the plan is told apart."""
    return tuple(_by_month(line, horizon) for line in lines)


def _by_month(line: PlannedLine, horizon: Horizon) -> LineByMonth:
    within = line.by_month(horizon.first, horizon.last)
    return LineByMonth(
        line=line,
        months=tuple(within.get(month, ZERO) for month in horizon.months),
        before=sum((flow.amount for flow in line.flows if flow.day < horizon.first), ZERO),
        after=sum((flow.amount for flow in line.flows if flow.day > horizon.last), ZERO),
    )


def plan_months(lines: Sequence[LineByMonth], need: Curve, horizon: Horizon) -> tuple[PlanMonth, ...]:
    """Return the months of a plan.

    Args:
        lines: its lines.
        need: the cash day by day over the whole horizon, below zero where there is some.
        horizon: its days.
    """
    moved = [_Moved.of(lines, index) for index in range(len(horizon.months))]
    closings = list(accumulate((month.net for month in moved), initial=-need.opening))
    lows = _lowest_days(need, horizon)
    return tuple(
        PlanMonth(first, closings[index], *moved[index].parts, closings[index + 1], *lows[first])
        for index, first in enumerate(horizon.months)
    )


@dataclass(frozen=True, slots=True)
class _Moved:
    """What a month moves: receipts, payments, and financing both ways."""

    parts: tuple[Decimal, Decimal, Decimal, Decimal]

    @classmethod
    def of(cls, lines: Sequence[LineByMonth], index: int) -> "_Moved":
        def added(direction: Direction, *, financing: bool) -> Decimal:
            wanted = (
                one.months[index]
                for one in lines
                if one.line.direction is direction and one.line.kind.is_financing is financing
            )
            return sum(wanted, ZERO)

        return cls(
            (
                added(Direction.IN, financing=False),
                added(Direction.OUT, financing=False),
                added(Direction.IN, financing=True),
                added(Direction.OUT, financing=True),
            )
        )

    @property
    def net(self) -> Decimal:
        """By how much it raises the cash."""
        receipts, payments, financing_in, financing_out = self.parts
        return receipts - payments + financing_in - financing_out


_Lows = tuple[Decimal, date, Decimal, date]


def _lowest_days(need: Curve, horizon: Horizon) -> Mapping[date, _Lows]:
    """Return for each month its lowest closing and its lowest cautious cash, each with the first day of it."""
    steps = iter((*need.steps, None))
    step, cash = next(steps), -need.opening
    found: dict[date, _Lows] = {}
    for first in horizon.months:
        begin = max(first, horizon.first)
        starts_still = step is None or step.day != begin
        closing = cautious = (cash, begin) if starts_still else None
        while step is not None and step.day.replace(day=1) == first:
            closing, cautious = _lower(closing, -step.after, step.day), _lower(cautious, -step.before, step.day)
            cash, step = -step.after, next(steps)
        found[first] = (*(closing or (cash, begin)), *(cautious or (cash, begin)))
    return found


def _lower(known: tuple[Decimal, date] | None, cash: Decimal, day: date) -> tuple[Decimal, date]:
    return (cash, day) if known is None or cash < known[0] else known
