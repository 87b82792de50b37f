"""What of a plan is compared with what happened: a line alone, or the lines of a kind together."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Sentence
from clusters_cli.treasury.actuals.matching import MatchedMovement
from clusters_cli.treasury.lines import PlannedLine

_Side = tuple[CashKind, Direction]
_OTHERS = {Direction.IN: CashKind.OTHER_RECEIPT, Direction.OUT: CashKind.OTHER_PAYMENT}
"""What stands for all receipts, or payments, that have no kind of their own in the plan."""


@dataclass(frozen=True, slots=True)
class PlanUnit:
    """A line of the plan, or the lines of one kind and direction together, and the movements that belong to it.

    Attributes:
        kind: what kind.
        direction: whether its money comes in or goes out.
        lines: the lines; none where the plan foresees nothing of the kind.
        movements: what really moved.
    """

    kind: CashKind
    direction: Direction
    lines: tuple[PlannedLine, ...]
    movements: tuple[MatchedMovement, ...]

    @property
    def key(self) -> str:
        """The key of the line, or the word of the kind."""
        return self.lines[0].key if len(self.lines) == 1 else self.kind.value

    @property
    def label(self) -> Sentence | str:
        """What the line is, or what the kind is called."""
        return self.lines[0].label if len(self.lines) == 1 else self.kind.text

    def forecast(self, counts: Callable[[date], bool]) -> Decimal:
        """Return what the lines foresee on some days, in euros."""
        return sum((flow.amount for line in self.lines for flow in line.flows if counts(flow.day)), ZERO)

    def actual(self, counts: Callable[[date], bool]) -> Decimal:
        """Return what really moved on some days, in euros, above zero in the unit's direction."""
        moved = sum((one.movement.amount for one in self.movements if counts(one.movement.day)), ZERO)
        return moved if self.direction is Direction.IN else -moved


def _is_among_others(side: _Side, lines: Sequence[PlannedLine]) -> bool:
    """Return whether money of a kind that the plan does not foresee is among the others that it does foresee."""
    kind, direction = side
    sides = {(line.kind, line.direction) for line in lines}
    return not kind.is_financing and side not in sides and (_OTHERS[direction], direction) in sides


def units_of(lines: Sequence[PlannedLine], movements: Sequence[MatchedMovement]) -> Iterator[PlanUnit]:
    """Yield the units of a plan in the order of its lines, then those of kinds that it does not foresee.

    Where it foresees other receipts, or other payments, those hold every kind that it does not foresee: a budget that
    tells no kinds holds them all.
    """
    by_line: defaultdict[str, list[MatchedMovement]] = defaultdict(list)
    by_kind: defaultdict[_Side, list[MatchedMovement]] = defaultdict(list)
    for one in movements:
        if one.line is None:
            by_kind[one.kind, one.direction].append(one)
        else:
            by_line[one.line].append(one)
    for side in [side for side in by_kind if _is_among_others(side, lines)]:
        by_kind[_OTHERS[side[1]], side[1]] += by_kind.pop(side)
    done: set[_Side] = set()
    for line in lines:
        side = line.kind, line.direction
        if side not in by_kind:
            yield PlanUnit(*side, (line,), tuple(by_line[line.key]))
        elif side not in done:
            done.add(side)
            together = tuple(other for other in lines if (other.kind, other.direction) == side)
            told = (one for other in together for one in by_line[other.key])
            yield PlanUnit(*side, together, (*by_kind[side], *told))
    for side, others in by_kind.items():
        if side not in done:
            yield PlanUnit(*side, (), tuple(others))
