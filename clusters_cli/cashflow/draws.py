"""Drawing payment delays: one stream of random numbers for each payment of each cluster.

The streams come from Philox, a generator that counts: its n-th number is known from the seed, the name of the payment
and n alone.  A draw therefore never depends on how many are taken at once, nor on which other clusters are drawn.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from clusters_cli.cashflow.delays import Distribution
from clusters_cli.cashflow.instalments import Instalment
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models import InstalmentKind

UNDRAWABLE = Explanation(
    "USE146",
    Text("a way of drawing that makes no sense"),
    Text("The number of draws, the seed or the correlation is out of its range."),
    Text("Type a value within the range of the message, or leave the option out."),
)


Days = NDArray[np.int64]
"""Whole days, one row per instalment and one column per draw."""

MOST_DRAWS = 1_000_000
LARGEST_BLOCK = 4096
"""Draws computed together where memory allows: more make nothing faster."""
_CELLS = 1 << 16
_NUMBERS_PER_COUNT = 4
"""Philox makes its numbers four at a time: a block of draws begins at a multiple of it."""


@in_data(without=("block",))
@dataclass(frozen=True, slots=True)
class Sampling:
    """How delays are drawn.

    Attributes:
        draws: how many times.
        seed: from which the random numbers follow; the same seed gives the same figures.
        correlation: between the delays of one payment to any two clusters, 0 to 1: 0 when each file has its own
            fate, 1 when the funder pays all clusters on the same day.
        block: draws computed together, a multiple of four; a matter of memory that changes no figure, and chosen by
            how much there is to keep of a draw if ``None``.
    """

    draws: int = 10_000
    seed: int = 1
    correlation: Decimal = Decimal(0)
    block: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.draws <= MOST_DRAWS:
            message = Text("--draws must lie between 1 and {most}, found {draws}", most=MOST_DRAWS, draws=self.draws)
            raise UsageError(message, UNDRAWABLE)
        if self.seed < 0:
            raise UsageError(Text("--seed must not be negative, found {seed}", seed=self.seed), UNDRAWABLE)
        if not 0 <= self.correlation <= 1:
            message = Text("--correlation must lie between 0 and 1, found {value}", value=str(self.correlation))
            raise UsageError(message, UNDRAWABLE)

    def blocks(self, bytes_a_draw: int, memory: int) -> Iterator[range]:
        """Yield the draws in blocks, as large as a memory of so many bytes allows."""
        fitting = memory // bytes_a_draw // _NUMBERS_PER_COUNT * _NUMBERS_PER_COUNT
        size = self.block or min(max(fitting, _NUMBERS_PER_COUNT), LARGEST_BLOCK)
        for first in range(0, self.draws, size):
            yield range(first, min(first + size, self.draws))


class _Table:
    """A distribution as arrays; almost every number finds its day by its first sixteen bits."""

    def __init__(self, distribution: Distribution) -> None:
        self.days = np.array(distribution.days, dtype=np.int64)
        self.up_to = np.array(distribution.up_to)
        edges = np.arange(_CELLS + 1) / _CELLS
        self.index = np.searchsorted(self.up_to, edges[:-1], side="right")
        self.mixed = self.index != np.searchsorted(self.up_to, edges[1:], side="left")

    def at(self, numbers: NDArray[np.float64]) -> Days:
        cells = (numbers * _CELLS).astype(np.int64)
        found = self.index[cells]
        (mixed,) = np.nonzero(self.mixed[cells])
        found[mixed] = np.searchsorted(self.up_to, numbers[mixed], side="right")
        return self.days[found]


class Draws:
    """The delays of every payment, drawn block by block.

    Two clusters share the funder's own number for a payment when both take it, each with the probability that is the
    square root of the correlation: their delays then have exactly this correlation, whatever the distribution.
    """

    def __init__(self, delays: Mapping[InstalmentKind, Distribution], sampling: Sampling) -> None:
        self._tables = {kind: _Table(distribution) for kind, distribution in delays.items()}
        self._sampling = sampling
        self._take_common = sqrt(sampling.correlation)
        self._common: dict[str, NDArray[np.float64]] = {}
        self._block = range(0)

    def delays(self, cluster: Identifier | None, payments: Sequence[Instalment], block: range) -> Iterator[Days | None]:
        """Yield for each payment its delay in each draw of a block, ``None`` where nothing is drawn."""
        seen: Counter[tuple[str, InstalmentKind]] = Counter()
        for payment in payments:
            table = self._tables.get(payment.kind)
            name = f"{payment.period}/{payment.kind}/{seen[payment.period, payment.kind]}"
            seen[payment.period, payment.kind] += 1
            yield table.at(self._numbers(cluster or "", name, block)) if table else None

    def _numbers(self, cluster: str, payment: str, block: range) -> NDArray[np.float64]:
        if not self._take_common:
            return self._stream(f"own/{cluster}/{payment}", block)
        if block != self._block:
            self._block, self._common = block, {}
        if payment not in self._common:
            self._common[payment] = self._stream(f"funder/{payment}", block)
        takes = self._stream(f"takes/{cluster}/{payment}", block) < self._take_common
        return np.where(takes, self._common[payment], self._stream(f"own/{cluster}/{payment}", block))

    def _stream(self, name: str, block: range) -> NDArray[np.float64]:
        digest = hashlib.blake2b(f"{self._sampling.seed}/{name}".encode(), digest_size=16).digest()
        philox = np.random.Philox(key=int.from_bytes(digest, "little"))
        philox.advance(block.start // _NUMBERS_PER_COUNT)
        return np.random.Generator(philox).random(len(block))
