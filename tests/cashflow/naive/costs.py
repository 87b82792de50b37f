"""What is planned, spent, accepted and earned."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.cashflow.naive.case import Refused
from tests.cashflow.naive.dates import ONE_DAY, Dated, months_after, rounded

Rhythm = list[tuple[date, Fraction]]
"""The share of the costs spent on each day, exactly."""


def rhythm(first: date, last: date, profile: str) -> Rhythm:
    """Return the costs of a period: on the eve of the same day of every following month, the rest on the last day."""
    begins = [months_after(first, number) for number in range(1, 200)]
    ends = [day - ONE_DAY for day in begins if day - ONE_DAY < last] + [last]
    count = len(ends)
    if profile == "even":
        weights = [Fraction(1)] * count
    elif profile in ("front", "back"):
        weights = [Fraction(number) for number in range(1, count + 1)]
        weights = weights if profile == "back" else weights[::-1]
    else:
        given = [Fraction(weight) for weight in profile.split(",")]
        if len(given) not in (count, 12):
            raise Refused("weights of other months")
        weights = given if len(given) == count else [given[number % 12] for number in range(count)]
    total = sum(weights)
    return [(day, weight / total) for day, weight in zip(ends, weights, strict=True)]


@dataclass
class Costs:
    """The grant of a year, project or part, and the costs it pays a share of, in cents.

    Attributes:
        grant: the grant.
        planned: planned eligible costs.
        rate: the grant's share of the costs.
        actual: the share of the planned costs that is really spent.
        accepted: the share of the planned costs that the final account accepts.
        tolerance: shortfall of the costs below which the grant stays whole.
        rhythm: on which days they are spent.
    """

    grant: int
    planned: Fraction
    rate: Fraction
    actual: Fraction
    accepted: Fraction
    tolerance: Fraction
    rhythm: Rhythm

    def spent(self, day: date) -> Fraction:
        """Return what is spent up to and including a day."""
        return self.planned * self.actual * sum(part for when, part in self.rhythm if when <= day)

    def first_day(self, share: Fraction, *, really: bool = False) -> date | None:
        """Return the first day with such a share of the planned costs spent, or of those really spent.

        A share of nothing is spent with the first cost.
        """
        whole = self.planned * self.actual if really else self.planned
        spent = Fraction(0)
        for day, part in self.rhythm:
            spent += self.planned * self.actual * part
            if part and spent >= share * whole:
                return day
        return None

    def pays_for(self, costs: Fraction) -> Fraction:
        """Return what the grant pays for some of the costs."""
        return min(Fraction(self.grant), self.rate * costs)

    @property
    def earned(self) -> Fraction:
        """What the final account settles."""
        accepted = self.planned * min(self.accepted, self.actual)
        enough = (1 - self.tolerance) * self.planned
        return Fraction(self.grant) if accepted > enough else self.pays_for(accepted)

    def on_the_grant(self) -> Dated:
        """Return what the grant pays of the costs, as they are spent."""
        return self._in_cents(self.pays_for(self.planned * self.actual))

    def in_full(self) -> Dated:
        """Return the whole costs, as they are spent."""
        return self._in_cents(self.planned * self.actual)

    def _in_cents(self, amount: Fraction) -> Dated:
        """Spend whole cents: what is spent up to each day is rounded, so that no cent drifts."""
        whole = rounded(amount)
        parts: Dated = []
        share, before = Fraction(0), 0
        for day, part in self.rhythm:
            share += part
            parts.append((day, rounded(whole * share) - before))
            before = rounded(whole * share)
        return [(day, part) for day, part in parts if part]
