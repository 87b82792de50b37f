"""What was forecast beside what really happened, month by month, for each line of the plan.

A line stands alone as long as every movement of its kind tells its line.  Where a movement is known by its kind only,
as accounts tell it, and several lines are of this kind, those are compared together: nobody can tell which of them the
money was for.  Where one line alone is of the kind, it is that line's.

What is due counts against what came: forecast until the last day that the file covers, since the first one.  A month
that the file does not cover has no actual, which is not zero.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.dates import month_end, months_between
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Sentence
from clusters_cli.treasury.actuals.mapping import NO_RULES, ActualsMapping
from clusters_cli.treasury.actuals.matching import MatchedMovement, UnmatchedMovement, matched
from clusters_cli.treasury.actuals.movements import CashMovement, CoveredDays
from clusters_cli.treasury.actuals.plan_units import PlanUnit, units_of
from clusters_cli.treasury.lines import PlannedLine


@in_data(without=("first",))
@dataclass(frozen=True, slots=True)
class ComparedMonth:
    """A calendar month of a line, in euros, above zero whichever way the money goes.

    Attributes:
        first: its first day.
        forecast: what the plan foresees.
        due: what of it falls on days that the file covers.
        actual: what really moved; ``None`` where the file covers no day of the month.
        gap: the actual less what was due; ``None`` in the same way.
    """

    first: date
    forecast: Decimal
    due: Decimal
    actual: Decimal | None
    gap: Decimal | None

    @computed
    def month(self) -> str:
        """Its name, such as ``2026-04``."""
        return f"{self.first:%Y-%m}"


@in_data(plain=("label",))
@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line of the plan, or the lines of a kind together, with what really happened.

    Attributes:
        key: that of the line; of lines that are compared together the word of their kind.
        label: what it is.
        kind: what kind.
        direction: whether its money comes in or goes out.
        lines: the keys of the lines; none where the plan foresees nothing of the kind.
        months: the months of the plan.
        forecast: euros over them.
        due: euros of it on days that the file covers.
        actual: what really moved on those days.
        gap: the actual less what was due.
    """

    key: str
    label: Sentence | str
    kind: CashKind
    direction: Direction
    lines: tuple[str, ...]
    months: tuple[ComparedMonth, ...]
    forecast: Decimal
    due: Decimal
    actual: Decimal
    gap: Decimal


@dataclass(frozen=True, slots=True)
class ForecastComparison:
    """What was forecast and what really happened in the months of a plan.

    Every movement is in one of three places: in a line, among the unmatched, or outside the months of the plan.

    Attributes:
        first: the first day of the first month.
        last: the last day of the last one.
        covered: the days that the file covers; ``None`` when it covers none.
        lines: those of the plan, in its order, then kinds that it does not foresee.
        incoming: all that comes in, by month.
        outgoing: all that goes out, by month.
        matched: the movements of the lines.
        unmatched: those of which nobody can tell where they belong.
        outside: those of days outside the months of the plan.
        unused_rules: rules of the mapping file that fit no movement, from 1.
    """

    first: date
    last: date
    covered: CoveredDays | None
    lines: tuple[ComparedLine, ...]
    incoming: tuple[ComparedMonth, ...]
    outgoing: tuple[ComparedMonth, ...]
    matched: tuple[MatchedMovement, ...]
    unmatched: tuple[UnmatchedMovement, ...]
    outside: tuple[CashMovement, ...]
    unused_rules: tuple[int, ...]

    @computed
    def unmatched_amount(self) -> Decimal:
        """Euros of the unmatched movements, what went out below zero."""
        return sum((one.movement.amount for one in self.unmatched), ZERO)

    @computed
    def outside_amount(self) -> Decimal:
        """Euros of the movements outside the months of the plan, what went out below zero."""
        return sum((movement.amount for movement in self.outside), ZERO)


def compare(  # noqa: PLR0913  (each is said by its name)
    lines: Sequence[PlannedLine],
    movements: Iterable[CashMovement],
    first_month: date,
    last_month: date,
    *,
    covered: CoveredDays | None = None,
    mapping: ActualsMapping = NO_RULES,
) -> ForecastComparison:
    """Compare a plan with what really happened.

    Args:
        lines: those of the plan, what they foresee outside its months included.
        movements: what really moved.
        first_month: any day of the first month of the plan.
        last_month: any day of its last month.
        covered: the days of which the movements are known, those of the movements at least.
        mapping: to which lines and kinds movements belong.
    """
    moved = tuple(movements)
    first, last = first_month.replace(day=1), month_end(last_month)
    known = _covered(covered, [movement.day for movement in moved])
    inside = [movement for movement in moved if first <= movement.day <= last]
    found, unmatched = matched(inside, lines, mapping)
    months = months_between(first, last)
    compared = tuple(_compared(unit, months, known) for unit in units_of(lines, found))
    return ForecastComparison(
        first=first,
        last=last,
        covered=known,
        lines=compared,
        incoming=_total(compared, Direction.IN, months, known),
        outgoing=_total(compared, Direction.OUT, months, known),
        matched=found,
        unmatched=unmatched,
        outside=tuple(movement for movement in moved if not first <= movement.day <= last),
        unused_rules=_unused(mapping, found),
    )


def _covered(covered: CoveredDays | None, days: Sequence[date]) -> CoveredDays | None:
    """Return the days that are covered; a day on which something moved is one."""
    known = [*days, *((covered.first, covered.last) if covered else ())]
    return CoveredDays(min(known), max(known)) if known else None


def _compared(unit: PlanUnit, months: Sequence[date], covered: CoveredDays | None) -> ComparedLine:
    rows = tuple(_month(unit, month, covered) for month in months)
    forecast, due, actual = _sums(rows)
    return ComparedLine(
        key=unit.key,
        label=unit.label,
        kind=unit.kind,
        direction=unit.direction,
        lines=tuple(line.key for line in unit.lines),
        months=rows,
        forecast=forecast,
        due=due,
        actual=actual,
        gap=actual - due,
    )


def _month(unit: PlanUnit, first: date, covered: CoveredDays | None) -> ComparedMonth:
    last = month_end(first)
    forecast = unit.forecast(_within(first, last))
    if covered is None or not _is_known(first, covered):
        return _row(first, forecast, ZERO, None)
    due = unit.forecast(_within(max(first, covered.first), min(last, covered.last)))
    return _row(first, forecast, due, unit.actual(_within(first, last)))


def _is_known(first: date, covered: CoveredDays | None) -> bool:
    """Return whether any day of a month is covered."""
    return covered is not None and covered.first <= month_end(first) and first <= covered.last


def _row(first: date, forecast: Decimal, due: Decimal, actual: Decimal | None) -> ComparedMonth:
    return ComparedMonth(first, forecast, due, actual, None if actual is None else actual - due)


def _within(first: date, last: date) -> Callable[[date], bool]:
    return lambda day: first <= day <= last


def _sums(months: Iterable[ComparedMonth]) -> tuple[Decimal, Decimal, Decimal]:
    """Return what is forecast, due and actual over some months."""
    every = list(months)
    return (
        sum((month.forecast for month in every), ZERO),
        sum((month.due for month in every), ZERO),
        sum((month.actual or ZERO for month in every), ZERO),
    )


def _total(
    lines: Iterable[ComparedLine], direction: Direction, months: Sequence[date], covered: CoveredDays | None
) -> tuple[ComparedMonth, ...]:
    """Return what all lines of a direction move, by month."""
    rows = [line.months for line in lines if line.direction is direction]
    totals = []
    for index, first in enumerate(months):
        forecast, due, actual = _sums(row[index] for row in rows)
        totals.append(_row(first, forecast, due, actual if _is_known(first, covered) else None))
    return tuple(totals)


def _unused(mapping: ActualsMapping, found: Iterable[MatchedMovement]) -> tuple[int, ...]:
    used = {one.rule for one in found}
    return tuple(number for number in range(1, len(mapping.rules) + 1) if number not in used)
