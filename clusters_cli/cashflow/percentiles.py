"""A figure over many draws: its percentiles, how often it exceeds an amount, and its histogram.

Percentiles are nearest-rank: the smallest figure seen that so many draws in a hundred do not exceed.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from clusters_cli.foundations.money import from_cents

BINS = 12
_LEVELS = (50, 80, 95, 100)

ValueT = TypeVar("ValueT", Decimal, int)


@dataclass(frozen=True, slots=True)
class Percentiles(Generic[ValueT]):
    """A figure over all draws.

    Attributes:
        planned: what it is with the delays of the payment scheme, none of them drawn.
        p50: half of the draws do not exceed it.
        p80: eight draws in ten do not exceed it.
        p95: nineteen draws in twenty do not exceed it.
        largest: the largest seen.
    """

    planned: ValueT
    p50: ValueT
    p80: ValueT
    p95: ValueT
    largest: ValueT


@dataclass(frozen=True, slots=True)
class Bin:
    """How many draws lie from ``low`` (included) to ``high`` (excluded, but for the last bin), in euros."""

    low: Decimal
    high: Decimal
    draws: int


def at_levels(values: NDArray[np.int64]) -> tuple[int, int, int, int]:
    """Return the 50th, 80th and 95th percentile of whole numbers, and the largest."""
    ranks = [-(-level * len(values) // 100) - 1 for level in _LEVELS]
    p50, p80, p95, largest = np.partition(values, ranks)[ranks].tolist()
    return p50, p80, p95, largest


def draws_at_levels(values: NDArray[np.float64]) -> list[int]:
    """Return which draws hold the 50th, 80th and 95th percentile, and the largest value."""
    ranks = [-(-level * len(values) // 100) - 1 for level in _LEVELS]
    found: list[int] = np.argpartition(values, ranks)[ranks].tolist()
    return found


def share_above(values: NDArray[np.int64], limit: int) -> Decimal:
    """Return the share of values above a limit, to the millionth."""
    return round(Decimal(int(np.count_nonzero(values > limit))) / len(values), 6)


def histogram(cents: NDArray[np.int64]) -> tuple[Bin, ...]:
    """Count amounts in bins of equal width; amounts that are all the same make one bin."""
    low, high = int(cents.min()), int(cents.max())
    count = min(BINS, high - low) or 1
    edges = [low + (high - low) * index // count for index in range(count + 1)]
    found = np.bincount(np.searchsorted(edges[1:-1], cents, side="right"), minlength=count).tolist()
    return tuple(
        Bin(from_cents(left), from_cents(right), draws)
        for left, right, draws in zip(edges, edges[1:], found, strict=False)
    )
