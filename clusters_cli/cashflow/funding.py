"""What of an advance a limit lets draw, and what it leaves unfunded, day by day."""

from decimal import Decimal
from typing import NamedTuple

from clusters_cli.cashflow.advance import Curve, Step


class Funding(NamedTuple):
    """An advance in two.

    Attributes:
        drawn: what is drawn; below zero, cash has come ahead of its use.
        unfunded: by how much the advance exceeds the limit; zero or below where it does not.
    """

    drawn: Curve
    unfunded: Curve


def funding(advance: Curve, limit: Curve | None) -> Funding:
    """Split an advance at a limit, which may itself change from day to day.

    Args:
        advance: what is to be carried over time.
        limit: the most that can be drawn over time, before and after what changes it on a day; ``None`` for no limit.
    """
    if limit is None:
        return Funding(advance, Curve(()))
    steps = {step.day: step for step in advance.steps}
    limits = {step.day: step for step in limit.steps}
    owed, most = advance.opening, limit.opening
    drawn: list[Step] = []
    unfunded: list[Step] = []
    for day in sorted({*steps, *limits}):
        need, allowed = steps.get(day) or Step(day, owed, owed), limits.get(day) or Step(day, most, most)
        drawn.append(Step(day, min(need.before, allowed.before), min(need.after, allowed.after)))
        unfunded.append(Step(day, need.before - allowed.before, need.after - allowed.after))
        owed, most = need.after, allowed.after
    opening, excess = min(advance.opening, limit.opening), advance.opening - limit.opening
    return Funding(Curve(tuple(drawn), opening), Curve(tuple(unfunded), excess))


def constant(amount: Decimal) -> Curve:
    """Return a limit that never changes, in euros."""
    return Curve((), amount)


def lower(one: Curve, other: Curve) -> Curve:
    """Return the lower of two limits over time."""
    return funding(one, other).drawn
