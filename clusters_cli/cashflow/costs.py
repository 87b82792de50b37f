"""The costs of a year or a project: planned, spent, accepted, and what of the grant they justify."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from clusters_cli.cashflow.advance import Flow
from clusters_cli.foundations.money import parts_of, rounded


class Progress(NamedTuple):
    """The exact share of the costs that is spent up to a day and on it."""

    day: date
    share: Fraction


@dataclass(frozen=True, slots=True)
class Costs:
    """The eligible costs that a grant pays a share of; amounts are exact euros.

    Attributes:
        grant: euros awarded.
        planned: the costs that the agreement foresees.
        rate: the grant's share of them.
        actual: share of the planned costs that is really spent.
        accepted: share of the planned costs that the final account is accepted for.
        tolerance: shortfall of the costs below which the grant stays whole.
        progress: how far the costs really spent are, on each day on which some are.
    """

    grant: Decimal
    planned: Fraction
    rate: Fraction
    actual: Fraction
    accepted: Fraction
    tolerance: Fraction
    progress: tuple[Progress, ...]

    def done(self, day: date) -> Fraction:
        """Return the share of the planned costs that is spent up to a day and on it."""
        index = bisect_right(self.progress, day, key=lambda one: one.day)
        return self.actual * self.progress[index - 1].share if index else Fraction(0)

    def spent(self, day: date) -> Fraction:
        """Return what is spent up to a day and on it."""
        return self.planned * self.done(day)

    def justified(self, spent: Fraction) -> Fraction:
        """Return what of the grant some costs justify."""
        return min(Fraction(self.grant), self.rate * spent)

    def reached(self, share: Fraction) -> date | None:
        """Return the first day on which such a share of the planned costs is spent; the first cost for a share of 0."""
        return self._first(share / self.actual)

    def reached_of_actual(self, share: Fraction) -> date | None:
        """Return the first day on which such a share of the costs really spent is."""
        return self._first(share)

    def _first(self, share: Fraction) -> date | None:
        return next((one.day for one in self.progress if one.share >= share and one.share), None)

    @property
    def share(self) -> Fraction:
        """What the grant pays of the planned costs: its rate, or less where it is too small for that."""
        return self.justified(self.planned) / self.planned if self.planned else Fraction(1)

    @property
    def earned(self) -> Fraction:
        """What the final account brings: the whole grant within the tolerance, else the rate on the costs accepted."""
        if self.accepted > 1 - self.tolerance:
            return Fraction(self.grant)
        return self.justified(self.planned * self.accepted)

    @property
    def spending(self) -> tuple[Flow, ...]:
        """What the grant pays of the costs, as they are spent; a part below a cent is spent with a later one."""
        return self._spread(self.justified(self.planned * self.actual))

    @property
    def whole_spending(self) -> tuple[Flow, ...]:
        """The whole costs, as they are spent."""
        return self._spread(self.planned * self.actual)

    def _spread(self, whole: Fraction) -> tuple[Flow, ...]:
        parts = parts_of(rounded(whole), (one.share for one in self.progress))
        return tuple(Flow(one.day, part) for one, part in zip(self.progress, parts, strict=True) if part)
