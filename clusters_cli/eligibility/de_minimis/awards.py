"""De minimis awards, and the three years over which they are counted.

"Any period of three years" (Regulation (EU) 2023/2831, art. 3(2)) is counted day by day: the period that ends on a day
begins on the day after the same date three years before.  An award of 31 March 2024 counts through 30 March 2027; one
of 29 February 2024 through 28 February 2027.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from clusters_cli.eligibility.de_minimis.de_minimis_words import AwardSource, DeMinimisRule
from clusters_cli.eligibility.de_minimis.undertakings import Undertaking
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.money import ZERO

PERIOD_MONTHS = 36
ONE_DAY = timedelta(days=1)


def period_start(day: date) -> date:
    """Return the first day of the three years that end on a day.

    >>> period_start(date(2027, 3, 30)), period_start(date(2027, 2, 28))
    (datetime.date(2024, 3, 31), datetime.date(2024, 2, 29))
    """
    return add_months(day, -PERIOD_MONTHS) + ONE_DAY


def free_from(awarded: date) -> date:
    """Return the first day on which an award counts no more.

    >>> free_from(date(2024, 3, 31)), free_from(date(2024, 2, 29))
    (datetime.date(2027, 3, 31), datetime.date(2027, 3, 1))
    """
    later = add_months(awarded, PERIOD_MONTHS)
    return later if period_start(later) > awarded else later + ONE_DAY


@in_data(without=("first",), told_first="first")
@dataclass(frozen=True, slots=True)
class DeMinimisAward:
    """An award of de minimis aid, as somebody tells of it.

    Attributes:
        first: the day of the act that gave the right to it, or the first on which that may have been; the first day of
            the calendar where nothing is told of it.
        last: the same day, or the last on which that may have been.
        amount: euros, as gross grant equivalent.
        rule: the regulation on which it rests.
        undertaking: who received it.
        source: who tells of it first.
        also: who else tells of the same award.
        authority: who gave it, where that is told.
        place: where it is written: file, line and column, an option, or a source of the registry.
        may_repeat: whether it is perhaps one that another source tells of already.
    """

    first: date
    last: date
    amount: Decimal
    rule: DeMinimisRule
    undertaking: Undertaking
    source: AwardSource
    also: tuple[AwardSource, ...] = ()
    authority: str | None = None
    place: str | None = None
    may_repeat: bool = False

    @computed
    def told_first(self) -> date | None:
        """The first day on which it may have been awarded, ``None`` where nothing is told of it."""
        return None if self.first == date.min else self.first

    @property
    def day(self) -> date | None:
        """The day of the act, ``None`` where only a year or a period is known."""
        return self.first if self.first == self.last else None

    def surely_counts_on(self, day: date) -> bool:
        """Whether it is certainly among the awards of the three years that end on a day."""
        return not self.may_repeat and period_start(day) <= self.first and self.last <= day

    def may_count_on(self, day: date) -> bool:
        """Whether it is perhaps among the awards of the three years that end on a day."""
        return period_start(day) <= self.last and self.first <= day

    def is_told_by(self, other: "DeMinimisAward") -> bool:
        """Whether another source certainly tells of the same award."""
        alike = (self.rule, self.amount, self.first, self.last) == (other.rule, other.amount, other.first, other.last)
        return alike and self.undertaking.is_surely(other.undertaking)

    def is_perhaps_told_by(self, other: "DeMinimisAward") -> bool:
        """Whether another source perhaps tells of the same award: nothing that is told tells the two apart."""
        alike = (self.rule, self.amount) == (other.rule, other.amount)
        overlap = self.first <= other.last and other.first <= self.last
        return alike and overlap and self.undertaking.may_be(other.undertaking)


def gathered(sources: Iterable[Sequence[DeMinimisAward]]) -> tuple[DeMinimisAward, ...]:
    """Return the awards that several sources tell of, each once, in the order of their days.

    Within a source two awards that are alike are two.  An award of a later source is one of an earlier source where all
    that is told agrees; where nothing tells the two apart, it is kept as one that may repeat another.

    Args:
        sources: what each of them tells, the one that tells most first.
    """
    known: list[DeMinimisAward] = []
    for told in sources:
        known = _with_another_source(known, told)
    return tuple(sorted(known, key=lambda award: (award.first, award.last)))


def _with_another_source(known: Sequence[DeMinimisAward], told: Sequence[DeMinimisAward]) -> list[DeMinimisAward]:
    result, free = list(known), set(range(len(known)))
    unmatched: list[DeMinimisAward] = []
    for award in told:
        same = next((index for index in sorted(free) if result[index].is_told_by(award)), None)
        if same is None:
            unmatched.append(award)
            continue
        free.remove(same)
        result[same] = replace(result[same], also=(*result[same].also, award.source))
    for award in unmatched:
        like = next((index for index in sorted(free) if result[index].is_perhaps_told_by(award)), None)
        if like is not None:
            free.remove(like)
        result.append(replace(award, may_repeat=award.may_repeat or like is not None))
    return result


def certain_sum(awards: Iterable[DeMinimisAward], day: date) -> Decimal:
    """Return what was certainly awarded over the three years that end on a day, in euros."""
    return sum((award.amount for award in awards if award.surely_counts_on(day)), ZERO)


def possible_sum(awards: Iterable[DeMinimisAward], day: date) -> Decimal:
    """Return what was at most awarded over the three years that end on a day, in euros, by what is known."""
    return sum((award.amount for award in awards if award.may_count_on(day)), ZERO)
