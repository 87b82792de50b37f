"""Planning anew from the real balance: what happened is what happened, and the plan goes on from there.

Up to the last day that the file covers, what really moved stands in the place of the forecast; the plan begins on the
evening of this day with the real balance, and keeps what it foresees later.

- What was forecast until then and did not come is **overdue**.  What came settles what was due first first, so that
  the last of it is left.  It is named with its amount, and planned again only when this is asked for: then on the day
  after.
- What came **before its day** is taken off what the same line foresees later, the next first, and never below zero.
  This can be left out where more than planned came, and the rest still will.
- What came beyond all that was foreseen is **extra**, and named.

Lines of a kind that are compared together are settled together.  Movements that nothing tells of are in the balance,
and change no line.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from clusters_cli.cashflow import Flow
from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.treasury.actuals.compared import ForecastComparison
from clusters_cli.treasury.actuals.movements import Actuals, CoveredDays, RealBalance
from clusters_cli.treasury.actuals.plan_units import PlanUnit, units_of
from clusters_cli.treasury.lines import PlannedLine

NOTHING_KNOWN = Text("the file tells no movement and no day until which it is known that nothing moved")


@in_data(plain=("label",))
@dataclass(frozen=True, slots=True)
class DatedForecast:
    """A part of a line that the plan foresees on a day.

    Attributes:
        line: the key of the line.
        label: what it is.
        direction: whether its money comes in or goes out.
        day: the day that the plan foresees.
        amount: euros of it: what did not come, what came before, or what is not told.
        among: the keys of the lines that are settled together with it, its own alone where each movement tells its
            line.
    """

    line: str
    label: Sentence | str
    direction: Direction
    day: date
    amount: Decimal
    among: tuple[str, ...]


@in_data(plain=("label",))
@dataclass(frozen=True, slots=True)
class Extra:
    """Money beyond all that the plan foresees of a line or a kind.

    Attributes:
        key: the key of the line, or the word of the kind.
        label: what it is.
        kind: what kind.
        direction: whether it came in or went out.
        amount: euros; below zero for what went back.
    """

    key: str
    label: Sentence | str
    kind: CashKind
    direction: Direction
    amount: Decimal


@in_data(sentences=("no_balance",))
@dataclass(frozen=True, slots=True)
class Replan:
    """A plan that goes on from what really happened.

    Attributes:
        lines: the lines, with what is still to come; all that they foresee where no day is known to be over.
        balance: what is really there on the evening before; ``None`` when nobody knows.
        no_balance: why nobody does.
        overdue: what was forecast and did not come.
        shifted: the day on which that is planned again; ``None`` where it is not.
        early: what came before its day, and is no longer foreseen later.
        extra: what came beyond all that is foreseen.
        before: what was forecast on days of the plan before those that the file covers: it tells nothing of it.
    """

    lines: tuple[PlannedLine, ...]
    balance: RealBalance | None
    no_balance: Text | None
    overdue: tuple[DatedForecast, ...] = ()
    shifted: date | None = None
    early: tuple[DatedForecast, ...] = ()
    extra: tuple[Extra, ...] = ()
    before: tuple[DatedForecast, ...] = ()


def replanned(
    lines: Sequence[PlannedLine],
    actuals: Actuals,
    comparison: ForecastComparison,
    *,
    shift_overdue: bool = False,
    take_off_early: bool = True,
) -> Replan:
    """Plan anew from the real balance, by the rules that the module tells.

    Args:
        lines: those of the plan, as they were compared.
        actuals: what the file says, with the balance that the user says where the file tells none.
        comparison: the plan beside it.
        shift_overdue: whether what is overdue is planned again, on the day after.
        take_off_early: whether what came before its day is taken off what is foreseen later.
    """
    covered = comparison.covered
    if covered is None:
        return Replan(tuple(lines), None, NOTHING_KNOWN)
    settled = [
        _settled(unit, comparison, covered, take_off=take_off_early) for unit in units_of(lines, comparison.matched)
    ]
    overdue = tuple(one for unit in settled for one in unit.overdue)
    early = tuple(one for unit in settled for one in unit.early)
    shifted = covered.last + timedelta(days=1) if shift_overdue and overdue else None
    return Replan(
        lines=tuple(_still_to_come(line, covered, overdue if shifted else (), early) for line in lines),
        balance=actuals.balance,
        no_balance=actuals.no_balance,
        overdue=overdue,
        shifted=shifted,
        early=early,
        extra=tuple(unit.extra for unit in settled if unit.extra.amount),
        before=tuple(_before(lines, comparison.first, covered)),
    )


@dataclass(frozen=True, slots=True)
class _Settled:
    """A unit of the plan after what came has been set against what was due."""

    overdue: tuple[DatedForecast, ...]
    early: tuple[DatedForecast, ...]
    extra: Extra


def _settled(unit: PlanUnit, comparison: ForecastComparison, covered: CoveredDays, *, take_off: bool) -> _Settled:
    """Set what came in the months of the plan against what was due, then against what is foreseen later."""
    flows = sorted(_foreseen(unit), key=lambda one: one.day)
    due = [one for one in flows if covered.holds(one.day) and comparison.first <= one.day <= comparison.last]
    later = [one for one in flows if one.day > covered.last]
    came = unit.actual(lambda day: comparison.first <= day <= comparison.last)
    left = sum((one.amount for one in due), ZERO) - came
    overdue = tuple(_parts(reversed(due), left))
    left -= sum((one.amount for one in overdue), ZERO)
    early = tuple(_parts(later, -left)) if take_off and left < 0 else ()
    extra = -left - sum((one.amount for one in early), ZERO)
    return _Settled(overdue[::-1], early, Extra(unit.key, unit.label, unit.kind, unit.direction, extra))


def _foreseen(unit: PlanUnit) -> Iterator[DatedForecast]:
    among = tuple(line.key for line in unit.lines)
    for line in unit.lines:
        for flow in line.flows:
            yield DatedForecast(line.key, line.label, line.direction, flow.day, flow.amount, among)


def _parts(forecasts: Iterable[DatedForecast], amount: Decimal) -> Iterator[DatedForecast]:
    """Yield the parts of forecasts, one after the other, that make up an amount; less where they do not reach it.

    An amount below zero is made up of what is foreseen to go back.
    """
    for one in forecasts:
        part = max(min(one.amount, amount), ZERO) if amount > 0 else min(max(one.amount, amount), ZERO)
        if part:
            yield replace(one, amount=part)
            amount -= part


def _still_to_come(
    line: PlannedLine, covered: CoveredDays, overdue: Sequence[DatedForecast], early: Sequence[DatedForecast]
) -> PlannedLine:
    """Return a line with what it foresees after the covered days, less what came before, with what is planned again."""
    came: defaultdict[date, Decimal] = defaultdict(lambda: ZERO)
    for one in early:
        if one.line == line.key:
            came[one.day] += one.amount
    flows = []
    for flow in line.flows:
        if flow.day > covered.last:
            taken = max(min(flow.amount, came[flow.day]), ZERO)
            came[flow.day] -= taken
            flows.append(Flow(flow.day, flow.amount - taken))
    again = sum((one.amount for one in overdue if one.line == line.key), ZERO)
    kept = [Flow(covered.last + timedelta(days=1), again), *flows]
    return replace(line, flows=tuple(flow for flow in kept if flow.amount))


def _before(lines: Sequence[PlannedLine], first: date, covered: CoveredDays) -> Iterator[DatedForecast]:
    for line in lines:
        for flow in line.flows:
            if first <= flow.day < covered.first:
                yield DatedForecast(line.key, line.label, line.direction, flow.day, flow.amount, (line.key,))
