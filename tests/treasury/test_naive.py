"""Every treasury plan agrees with a walk through every single day, written a second time and as simply as can be."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from clusters_cli.cashflow.advance import Flow
from clusters_cli.dossier.cash_words import CashKind, Direction
from clusters_cli.treasury.forecast import Forecast
from clusters_cli.treasury.horizon import Horizon, OpeningBalance
from clusters_cli.treasury.lines import PlannedLine
from clusters_cli.treasury.overdraft_limits import overdraft_limit
from clusters_cli.treasury.plan import plan_of_forecast

ONE_DAY = timedelta(days=1)
SEEDS = [*range(20), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(20, 400))]


def random_lines(random: Random, around: date) -> tuple[PlannedLine, ...]:
    lines = []
    for number in range(random.randint(1, 8)):
        kind = random.choice(list(CashKind))
        way = kind.direction or random.choice(list(Direction))
        flows = tuple(
            Flow(around + timedelta(days=random.randint(-90, 500)), Decimal(random.randint(-2_000, 50_000)) / 100)
            for _flow in range(random.randint(0, 6))
        )
        lines.append(PlannedLine(f"line {number}", f"Line {number}", kind, way, None, flows))
    return tuple(lines)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_agrees_with_a_walk_through_every_day(seed: int) -> None:
    random = Random(seed)
    evening = date(2023, 12, 1) + timedelta(days=random.randint(0, 800))
    opening = OpeningBalance(Decimal(random.randint(-100_000, 100_000)) / 100, evening)
    lines = random_lines(random, evening)
    first = evening + timedelta(days=random.randint(1, 90))
    horizon = Horizon.of(first, random.randint(1, 14), opening)

    plan = plan_of_forecast(Forecast("demo", "Demo", None, opening, lines, ()), horizon)

    moved: defaultdict[date, list[Decimal]] = defaultdict(list)
    for line in lines:
        for day, amount in line.flows:
            moved[day].append(amount if line.direction is Direction.IN else -amount)
    cash, day = opening.cash or Decimal(), evening
    while day + ONE_DAY < horizon.first:
        day += ONE_DAY
        cash += sum(moved[day])
    openings: dict[str, Decimal] = {}
    closings: dict[date, Decimal] = {}
    cautious: dict[date, Decimal] = {}
    while day < horizon.last:
        day += ONE_DAY
        openings.setdefault(f"{day:%Y-%m}", cash)
        cautious[day] = cash + sum(amount for amount in moved[day] if amount < 0)
        cash += sum(moved[day])
        closings[day] = cash

    assert {month.month: month.opening for month in plan.months} == openings
    assert plan.closing == cash
    assert plan.lowest == min(closings.values())
    assert plan.lowest_date == next(day for day, amount in closings.items() if amount == plan.lowest)
    assert plan.cautious == min(cautious.values())
    assert plan.cautious_date == next(day for day, amount in cautious.items() if amount == plan.cautious)
    assert plan.months_below == tuple(dict.fromkeys(f"{day:%Y-%m}" for day, amount in closings.items() if amount < 0))
    assert plan.negative_days == sum(amount < 0 for amount in closings.values())
    for month in plan.months:
        inside = {day: amount for day, amount in closings.items() if f"{day:%Y-%m}" == month.month}
        assert (month.lowest, month.lowest_date) == min((amount, day) for day, amount in inside.items())
    for one in plan.lines:
        assert one.before + one.total + one.after == one.line.total
    limit = Decimal(random.randint(0, 100_000)) / 100
    beyond = [day for day, amount in closings.items() if amount < -limit]
    found = overdraft_limit(plan, limit)
    assert (found.needed_from, found.needed_to, found.days) == (
        min(beyond, default=None),
        max(beyond, default=None),
        len(beyond),
    )
    assert found.missing == max([-amount - limit for amount in closings.values() if amount < -limit], default=0)
    assert found.ends_beyond == (horizon.last in beyond)
