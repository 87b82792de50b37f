from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import (
    LARGEST,
    ZERO,
    cents,
    from_cents,
    part_of,
    split,
    split_by_weights,
    split_evenly,
    to_cents,
)

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


@pytest.mark.parametrize(
    ("shares", "parts"),
    [
        (["1"], ["100.01"]),
        (["0.5", "0.5"], ["50.01", "50.00"]),
        (["0.333", "0.333", "0.334"], ["33.30", "33.30", "33.41"]),
        (["0", "1"], ["0.00", "100.01"]),
    ],
)
def test_the_last_part_of_a_split_takes_the_remainder(shares: list[str], parts: list[str]) -> None:
    assert split(Decimal("100.01"), list(map(Decimal, shares))) == tuple(map(Decimal, parts))


def test_what_is_refused_of_shares_tells_their_sum() -> None:
    with pytest.raises(UsageError, match=r"found 1\.1"):
        split(Decimal(100), [Decimal("0.5"), Decimal("0.6")])
    with pytest.raises(UsageError, match="found 0"):
        split(Decimal(100), [])


@pytest.mark.parametrize(
    ("amount", "count", "parts"),
    [
        ("100.00", 1, ["100.00"]),
        ("100.00", 3, ["33.33", "33.33", "33.34"]),
        ("200.00", 3, ["66.67", "66.67", "66.66"]),
    ],
)
def test_even_parts_are_rounded_and_the_last_makes_up_for_it(amount: str, count: int, parts: list[str]) -> None:
    assert split_evenly(Decimal(amount), count) == tuple(map(Decimal, parts))


@pytest.mark.parametrize(
    ("weights", "parts"),
    [
        ([1], ["100.00"]),
        ([1, 1, 1], ["33.33", "33.33", "33.34"]),
        ([2, 1, 0], ["66.67", "33.33", "0.00"]),
        ([0, 2, 1, 0, 0], ["0.00", "66.67", "33.33", "0.00", "0.00"]),
        ([1, 3], ["25.00", "75.00"]),
    ],
)
def test_the_last_part_that_weighs_anything_takes_the_remainder(weights: list[int], parts: list[str]) -> None:
    assert split_by_weights(Decimal(100), list(map(Decimal, weights))) == tuple(map(Decimal, parts))


@pytest.mark.parametrize("weights", [[], [0], [0, 0]])
def test_weights_of_which_none_weighs_anything_are_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="at least one weight above 0"):
        split_by_weights(Decimal(100), list(map(Decimal, weights)))


def test_the_constants_are_what_their_names_say() -> None:
    assert str(ZERO) == "0.00"
    assert Decimal(1_000_000) * 1_000_000 == LARGEST
