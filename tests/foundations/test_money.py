from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.foundations.money import LARGEST, ZERO, cents, cumulated, from_cents, part_of, parts_of, to_cents
from tests.wording import refused

AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2)
WEIGHTS = st.lists(st.integers(0, 100), min_size=1, max_size=60).filter(any)


@pytest.mark.parametrize(("exact", "rounded"), [("0.005", "0.01"), ("0.015", "0.02"), ("2.674999", "2.67")])
def test_cents_are_rounded_half_up(exact: str, rounded: str) -> None:
    assert cents(Decimal(exact)) == Decimal(rounded)


@pytest.mark.parametrize(
    ("amount", "share", "part"),
    [
        ("0.01", Fraction(1, 2), "0.01"),
        ("0.01", Fraction(49, 100), "0.00"),
        ("0.03", Fraction(1, 2), "0.02"),
        ("100.00", Fraction(1, 3), "33.33"),
        ("100.00", Fraction(2, 3), "66.67"),
        ("130000", Fraction(1), "130000.00"),
        ("999999999999.99", Fraction(1, 2), "500000000000.00"),
    ],
)
def test_a_part_is_the_exact_share_rounded_half_up(amount: str, share: Fraction, part: str) -> None:
    assert part_of(Decimal(amount), share) == Decimal(part)


@pytest.mark.parametrize(("amount", "count"), [("0", 0), ("0.01", 1), ("130000.5", 13_000_050), ("-2.5", -250)])
def test_cents_are_counted_and_counted_back(amount: str, count: int) -> None:
    assert to_cents(Decimal(amount)) == count
    assert from_cents(count) == Decimal(amount)


@given(AMOUNTS, WEIGHTS)
def test_parts_add_up_and_are_whole_cents(amount: Decimal, weights: list[int]) -> None:
    parts = parts_of(amount, cumulated(weights))

    assert sum(parts) == amount
    assert all(part == cents(part) for part in parts)


@given(AMOUNTS, WEIGHTS)
def test_no_cumulated_sum_is_further_than_half_a_cent_from_the_exact_one(amount: Decimal, weights: list[int]) -> None:
    shares = cumulated(weights)

    for share, sum_ in zip(shares, accumulate(parts_of(amount, shares)), strict=True):
        assert abs(Fraction(sum_) - Fraction(amount) * share) <= Fraction(1, 200)


@given(AMOUNTS, st.integers(1, 60))
def test_even_parts_differ_by_a_cent_at_most(amount: Decimal, count: int) -> None:
    parts = parts_of(amount, cumulated([1] * count))

    assert len(parts) == count
    assert max(parts) - min(parts) <= Decimal("0.01")


@pytest.mark.parametrize(
    ("amount", "share", "part"),
    [
        ("100.00", Fraction(2, 3), "66.67"),
        ("100.00", Fraction(1, 3), "33.33"),
        ("0.01", Fraction(1, 2), "0.01"),
        ("0.01", Fraction(49, 100), "0.00"),
        ("130000.50", Fraction(1), "130000.50"),
        ("130000.50", Fraction(0), "0.00"),
        ("3.00", Fraction(5, 2), "7.50"),
    ],
)
def test_a_part_is_exact_and_rounded_half_up_once(amount: str, share: Fraction, part: str) -> None:
    found = part_of(Decimal(amount), share)

    assert found == Decimal(part)
    assert found.as_tuple().exponent == -2


@pytest.mark.parametrize(("euros", "count"), [("130000.50", 13_000_050), ("0.01", 1), ("-3.10", -310), ("0.00", 0)])
def test_euros_are_whole_cents_and_back(euros: str, count: int) -> None:
    assert to_cents(Decimal(euros)) == count
    assert str(from_cents(count)) == euros


def test_the_constants_are_what_their_names_say() -> None:
    assert str(ZERO) == "0.00"
    assert Decimal(1_000_000) * 1_000_000 == LARGEST


def test_what_weighs_nothing_gets_nothing() -> None:
    assert parts_of(Decimal("0.10"), cumulated([0, 1, 0, 2, 0])) == tuple(map(Decimal, ("0", "0.03", "0", "0.07", "0")))


def test_a_last_share_below_the_whole_leaves_the_rest_out() -> None:
    assert parts_of(Decimal(100), [Fraction(1, 4), Fraction(1, 2)]) == (Decimal(25), Decimal(25))


def test_weights_may_be_decimals() -> None:
    assert cumulated([Decimal("0.5"), Decimal("1.5")]) == (Fraction(1, 4), Fraction(1))


@pytest.mark.parametrize("weights", [[], [0], [0, 0]])
def test_nothing_that_weighs_anything_is_refused(weights: list[int]) -> None:
    with refused(ValueError, match="above 0"):
        cumulated(weights)
