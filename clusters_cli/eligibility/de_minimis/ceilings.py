"""What may be awarded over three years: the ceiling of a regulation, what of it is used, and when room returns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.eligibility.de_minimis.awards import DeMinimisAward, certain_sum, free_from, possible_sum
from clusters_cli.eligibility.de_minimis.de_minimis_words import DeMinimisRule
from clusters_cli.eligibility.law import InForceOn, Law
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.money import ZERO

CEILING, PERIOD, SGEI_CEILING = "de-minimis", "de-minimis-window", "de-minimis-sgei"
ROLLING = "3-years-rolling"
"""The value of :data:`PERIOD` under which awards are counted day by day; before, tax years were counted."""
SHARED = (DeMinimisRule.GENERAL, DeMinimisRule.FISHERIES)
"""The regulations whose awards count together towards the general ceiling (Regulation (EU) 2023/2831, art. 5(2))."""
CeilingOn = Callable[[date], Decimal | None]
"""The ceiling of a day in euros; ``None`` where the law of that day is not known, or counts otherwise."""


@dataclass(frozen=True, slots=True)
class ReturnedRoom:
    """A day on which an award counts no more.

    Attributes:
        day: the first day without it.
        amount: euros that count no more from that day on.
        headroom: what can be awarded then, in euros, if nothing is awarded meanwhile; ``None`` where no text is known.
    """

    day: date
    amount: Decimal
    headroom: Decimal | None


@in_data(without=("law", "awards", "day"))
@dataclass(frozen=True, slots=True)
class CeilingUse:
    """A ceiling and what of it is used on a day.

    Attributes:
        rules: the regulations whose awards count together.
        law: the law, for the days to come.
        day: the day asked.
        ceiling: the parameter as it stands on that day.
        awards: the awards under these regulations.
        wanted: what is to be awarded on that day, in euros; ``None`` where nothing is asked.
    """

    rules: tuple[DeMinimisRule, ...]
    law: Law
    day: date
    ceiling: InForceOn
    awards: tuple[DeMinimisAward, ...]
    wanted: Decimal | None = None

    @computed
    def limit(self) -> Decimal | None:
        """The ceiling in euros; ``None`` on a day of which no text is known, or that counts by tax years."""
        return self._on(self.day)

    @computed
    def certain(self) -> Decimal:
        """What was certainly awarded over the three years, in euros."""
        return certain_sum(self.awards, self.day)

    @computed
    def possible(self) -> Decimal:
        """What was at most awarded, in euros: with awards of an unknown day, and those that are perhaps told twice."""
        return possible_sum(self.awards, self.day)

    @computed
    def headroom(self) -> Decimal | None:
        """What can be awarded on the day, in euros, if nothing else was; ``None`` where the limit is unknown."""
        return headroom(self.awards, self._on, self.day)

    @computed
    def excess(self) -> Decimal | None:
        """By how much certain awards alone are above the limit, in euros."""
        return None if self.limit is None else max(self.certain - self.limit, ZERO)

    @computed
    def within(self) -> bool | None:
        """Whether what is known, with what is wanted, stays within the limit; ``None`` when it cannot be told."""
        if self.limit is None:
            return None
        wanted = self.wanted or ZERO
        if self.certain + wanted > self.limit:
            return False
        return True if self.possible + wanted <= self.limit else None

    @computed
    def fits_from(self) -> date | None:
        """The first day on which what is wanted has room, if nothing is awarded meanwhile; ``None`` without one."""
        return None if self.wanted is None else room_from(self.awards, self._on, self.day, self.wanted, self._changes())

    @computed
    def returns(self) -> tuple[ReturnedRoom, ...]:
        """The days on which room returns, one for each on which awards count no more."""
        leaving = sorted({free_from(award.last) for award in self.awards if award.may_count_on(self.day)})
        return tuple(
            ReturnedRoom(
                day,
                sum((one.amount for one in self.awards if _leaves(one, self.day, day)), ZERO),
                headroom(self.awards, self._on, day),
            )
            for day in leaving
        )

    def _on(self, day: date) -> Decimal | None:
        if self.law.on(PERIOD, day).value != ROLLING:
            return None
        value = self.law.on(self.ceiling.parameter.id, day).value
        return value if isinstance(value, Decimal) else None

    def _changes(self) -> Iterator[date]:
        for dated in self.ceiling.parameter.values:
            if dated.since is not None:
                yield dated.since


def _leaves(award: DeMinimisAward, asked: date, day: date) -> bool:
    return award.may_count_on(asked) and free_from(award.last) == day


def headroom(awards: Iterable[DeMinimisAward], ceiling_on: CeilingOn, day: date) -> Decimal | None:
    """Return what can be awarded on a day, in euros, never below zero; ``None`` where its ceiling is not known."""
    limit = ceiling_on(day)
    return None if limit is None else max(limit - possible_sum(awards, day), ZERO)


def room_from(
    awards: Sequence[DeMinimisAward],
    ceiling_on: CeilingOn,
    day: date,
    amount: Decimal,
    changes: Iterable[date] = (),
) -> date | None:
    """Return the first day from a day on, on which an amount has room, if nothing is awarded meanwhile.

    Room grows only when an award counts no more, or when the ceiling changes: no other day need be looked at.

    Args:
        awards: those that are known; none is later than the day.
        ceiling_on: the ceiling of each day.
        day: the first day that is looked at.
        amount: euros.
        changes: the days on which the ceiling may change.

    Returns:
        The day; ``None`` where there is none by the law that is known.
    """
    leaving = {free_from(award.last) for award in awards}
    later = sorted(other for other in {*leaving, *changes} if other > day)
    return next((other for other in (day, *later) if _has_room(awards, ceiling_on(other), other, amount)), None)


def _has_room(awards: Sequence[DeMinimisAward], limit: Decimal | None, day: date, amount: Decimal) -> bool:
    return limit is not None and possible_sum(awards, day) + amount <= limit
