"""Costs: how far they are on a day, what of a grant they justify, and how they are spent."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from clusters_cli.cashflow.costs import Costs, Progress

COURSE = (
    Progress(date(2026, 1, 31), Fraction(0)),
    Progress(date(2026, 2, 28), Fraction(1, 4)),
    Progress(date(2026, 3, 31), Fraction(1)),
)
"""Nothing in January, a quarter in February, the rest in March."""


def costs(**changes: Any) -> Costs:
    """Return costs of 1 000 euros of which a grant of 400 pays 40 %, as they were planned."""
    known: dict[str, Any] = {
        "grant": Decimal("400.00"),
        "planned": Fraction(1000),
        "rate": Fraction(2, 5),
        "actual": Fraction(1),
        "accepted": Fraction(1),
        "tolerance": Fraction(0),
        "progress": COURSE,
    }
    return Costs(**{**known, **changes})


def spent(found: Any) -> list[tuple[str, int]]:
    return [(str(flow.day), int(flow.amount)) for flow in found]


@pytest.mark.parametrize(
    ("day", "done"),
    [
        ("2025-12-31", 0),
        ("2026-01-31", 0),
        ("2026-02-27", 0),
        ("2026-02-28", Fraction(1, 8)),
        ("2026-12-31", Fraction(1, 2)),
    ],
)
def test_what_is_done_counts_the_day_itself_and_nothing_before_the_first_cost(day: str, done: Fraction) -> None:
    half = costs(actual=Fraction(1, 2), accepted=Fraction(1, 2))

    assert half.done(date.fromisoformat(day)) == done
    assert half.spent(date.fromisoformat(day)) == 1000 * done


@pytest.mark.parametrize(
    ("share", "day"), [("0", "2026-02-28"), ("1/8", "2026-02-28"), ("1/7", "2026-03-31"), ("1/2", "2026-03-31")]
)
def test_a_share_of_the_plan_is_reached_by_what_is_really_spent(share: str, day: str) -> None:
    half = costs(actual=Fraction(1, 2), accepted=Fraction(1, 2))

    assert str(half.reached(Fraction(share))) == day
    assert half.reached(Fraction(share) + Fraction(1, 2) + Fraction(1, 100)) is None


def test_a_share_of_what_is_really_spent_does_not_depend_on_how_much_that_is() -> None:
    assert costs(actual=Fraction(1, 2)).reached_of_actual(Fraction(1, 4)) == date(2026, 2, 28)
    assert costs(actual=Fraction(1, 2)).reached_of_actual(Fraction(1, 3)) == date(2026, 3, 31)


def test_the_grants_part_and_the_whole_costs_are_spent_in_the_same_rhythm() -> None:
    half = costs(actual=Fraction(1, 2))

    assert spent(half.spending) == [("2026-02-28", 50), ("2026-03-31", 150)]
    assert spent(half.whole_spending) == [("2026-02-28", 125), ("2026-03-31", 375)]


def test_a_grant_too_small_for_its_rate_pays_no_more_than_it_has() -> None:
    small = costs(grant=Decimal("100.00"))

    assert small.share == Fraction(1, 10)
    assert spent(small.spending) == [("2026-02-28", 25), ("2026-03-31", 75)]
    assert [small.justified(Fraction(amount)) for amount in (200, 250, 900)] == [80, 100, 100]


def test_the_share_is_the_rate_where_the_grant_is_what_the_plan_brings() -> None:
    assert costs().share == Fraction(2, 5)
    assert costs(grant=Decimal(0), planned=Fraction(0), rate=Fraction(1)).share == 1


@pytest.mark.parametrize(
    ("accepted", "tolerance", "earned"),
    [("1", "0", 400), ("0.9", "0", 360), ("0.9", "0.1", 360), ("0.91", "0.1", 400), ("0", "1", 0), ("0.01", "1", 400)],
)
def test_the_grant_stays_whole_within_the_tolerance_and_follows_the_costs_beyond(
    accepted: str, tolerance: str, earned: int
) -> None:
    assert costs(accepted=Fraction(accepted), tolerance=Fraction(tolerance)).earned == earned
