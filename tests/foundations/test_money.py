from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import cents, split, split_evenly

AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2)


@pytest.mark.parametrize(("exact", "rounded"), [("0.005", "0.01"), ("0.015", "0.02"), ("2.674999", "2.67")])
def test_cents_are_rounded_half_up(exact: str, rounded: str) -> None:
    assert cents(Decimal(exact)) == Decimal(rounded)


@given(AMOUNTS, st.lists(st.integers(1, 100), min_size=1, max_size=6))
def test_the_parts_of_a_split_add_up_whatever_the_shares(amount: Decimal, weights: list[int]) -> None:
    exact = [Decimal(weight * 10_000 // sum(weights)) / 10_000 for weight in weights[:-1]]
    shares = [*exact, 1 - sum(exact, Decimal())]

    parts = split(amount, shares)

    assert sum(parts) == amount
    assert all(part == cents(part) for part in parts)


@given(AMOUNTS, st.integers(1, 60))
def test_even_parts_add_up_and_only_the_last_differs(amount: Decimal, count: int) -> None:
    parts = split_evenly(amount, count)

    assert sum(parts) == amount
    assert len(parts) == count
    assert len(set(parts[:-1])) <= 1


def test_shares_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(UsageError, match="add up to 1"):
        split(Decimal(100), [Decimal("0.5"), Decimal("0.4")])
