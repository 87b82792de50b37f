"""Which line or kind of the plan a movement belongs to: by a rule, by its name, or by its account; never by a guess.

In this order: the first rule of the mapping file that fits; the one line whose key or label is what the movement is
called; what the chart of accounts says of its account.  What none of them tells is listed as unmatched, and what is
called like several lines as ambiguous.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clusters_cli.dossier import CashKind, Direction
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.treasury.actuals.chart_of_accounts import known_account
from clusters_cli.treasury.actuals.mapping import ActualsMapping, direction_of, meant_lines, named_lines
from clusters_cli.treasury.actuals.movements import CashMovement
from clusters_cli.treasury.lines import PlannedLine


class MatchedBy(Vocabulary):
    """What told where a movement belongs."""

    RULE = "rule", Text("a rule of the mapping file"), "une règle du fichier de correspondance"
    NAME = "name", Text("its name"), "son nom"
    ACCOUNT = "account", Text("its account"), "son compte"


@in_data(spread=("movement",))
@dataclass(frozen=True, slots=True)
class MatchedMovement:
    """A movement and where it belongs.

    Attributes:
        movement: what moved.
        line: the key of its line; ``None`` where its kind alone is known.
        kind: the kind of the plan.
        direction: the side of the plan on which it stands: a receipt that goes back stays one, below zero.
        by: what told it.
        rule: which rule of the mapping file, from 1; ``None`` if none.
    """

    movement: CashMovement
    line: str | None
    kind: CashKind
    direction: Direction
    by: MatchedBy
    rule: int | None = None


@in_data(spread=("movement",))
@dataclass(frozen=True, slots=True)
class UnmatchedMovement:
    """A movement of which nobody can tell where it belongs.

    Attributes:
        movement: what moved.
        lines: the keys of the lines that are called so, where there are several; empty where nothing tells.
    """

    movement: CashMovement
    lines: tuple[str, ...] = ()


def matched(
    movements: Iterable[CashMovement], lines: Sequence[PlannedLine], mapping: ActualsMapping
) -> tuple[tuple[MatchedMovement, ...], tuple[UnmatchedMovement, ...]]:
    """Return the movements that belong to a line or a kind of the plan, and those that nothing tells of."""
    told = [_match(movement, lines, mapping) for movement in movements]
    return (
        tuple(one for one in told if isinstance(one, MatchedMovement)),
        tuple(one for one in told if isinstance(one, UnmatchedMovement)),
    )


def _match(
    movement: CashMovement, lines: Sequence[PlannedLine], mapping: ActualsMapping
) -> MatchedMovement | UnmatchedMovement:
    for number, rule in enumerate(mapping.rules, 1):
        if not rule.fits(movement):
            continue
        if rule.kind is not None:
            return _of_kind(movement, rule.kind, MatchedBy.RULE, number)
        if rule.line is not None:
            return _of_lines(movement, meant_lines(rule.line, lines), MatchedBy.RULE, number)
    called = {line.key: line for name in movement.names for line in named_lines(name, lines)}
    if called:
        return _of_lines(movement, list(called.values()), MatchedBy.NAME)
    account = known_account(movement.account) if mapping.default_accounts and movement.account else None
    if account is None or account.kind is None:
        return UnmatchedMovement(movement)
    return _of_kind(movement, account.kind, MatchedBy.ACCOUNT)


def _of_lines(
    movement: CashMovement, lines: Sequence[PlannedLine], by: MatchedBy, rule: int | None = None
) -> MatchedMovement | UnmatchedMovement:
    """Return a movement with its line; without one if there are several, or none."""
    if len(lines) != 1:
        return UnmatchedMovement(movement, tuple(line.key for line in lines))
    (line,) = lines
    return MatchedMovement(movement, line.key, line.kind, line.direction, by, rule)


def _of_kind(movement: CashMovement, kind: CashKind, by: MatchedBy, rule: int | None = None) -> MatchedMovement:
    return MatchedMovement(movement, None, kind, kind.direction or direction_of(movement), by, rule)
