"""From when until when something lasts, as its sources say, and whether it is open on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.dates import add_months, first_day, last_day
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.models.base import Identifier, PartialDate, Period
from clusters_cli.registry.queries import preferred

SOON_MONTHS = 6
"""Months before its end in which one must know what comes next, by our own convention: the call for phase V of the
pôles was launched on 2 August 2022, five months before phase IV ended."""


class Standing(Vocabulary):
    """Whether something that lasts for a time is open on a day."""

    OPEN = "open", Text("open"), "ouvert"
    TO_COME = "to-come", Text("to come"), "à venir"
    ENDED = "ended", Text("ended"), "terminé"
    UNKNOWN = "unknown", Text("unknown"), "inconnu"


@in_data(spread=("period",))
@dataclass(frozen=True, slots=True)
class OtherPeriod:
    """A period that another source gives, and by which it stands otherwise."""

    standing: Standing
    period: Period


@in_data(without=("start", "end", "day"))
@dataclass(frozen=True, slots=True)
class Lifetime:
    """How long something lasts, seen from a day.

    Attributes:
        start: from when, as precisely as it is known; ``None`` if no source says.
        end: until when; an end that no source gives leaves it open as far as known.
        day: the day asked.
        disputed: what other sources say, where it would stand otherwise.
    """

    start: PartialDate | None
    end: PartialDate | None
    day: date
    disputed: tuple[OtherPeriod, ...] = ()

    @computed
    def first_day(self) -> date | None:
        """Its first day."""
        return first_day(self.start) if self.start else None

    @computed
    def last_day(self) -> date | None:
        """Its last day."""
        return last_day(self.end) if self.end else None

    @computed
    def standing(self) -> Standing:
        """Whether it is open on the day asked."""
        if self.first_day is None and self.last_day is None:
            return Standing.UNKNOWN
        if self.last_day is not None and self.last_day < self.day:
            return Standing.ENDED
        return Standing.TO_COME if self.first_day is not None and self.day < self.first_day else Standing.OPEN

    @computed
    def days_left(self) -> int | None:
        """Days from the day asked to its last one; ``None`` if it is not open or its end is unknown."""
        if self.last_day is None or self.standing is not Standing.OPEN:
            return None
        return (self.last_day - self.day).days

    @computed
    def ends_soon(self) -> bool:
        """Whether it is open and ends within six months."""
        last = self.last_day
        return self.standing is Standing.OPEN and last is not None and last <= add_months(self.day, SOON_MONTHS)


def lifetime(periods: Sequence[Period], reference: Identifier | None, day: date) -> Lifetime:
    """Return how long something lasts by the periods that sources give, seen from a day.

    Each end is that of the reference source, else of the latest that gives it: what one leaves open another may know.

    Args:
        periods: what each source says.
        reference: id of the reference source.
        day: the day asked.
    """
    chosen = preferred(periods, reference)
    if chosen is None:
        return Lifetime(None, None, day)
    fitting = [one for one in periods if _fit(chosen.start or one.start, chosen.end or one.end)]
    begun = preferred([one for one in fitting if one.start], reference)
    ended = preferred([one for one in fitting if one.end], reference)
    start = chosen.start or (begun.start if begun else None)
    end = chosen.end or (ended.end if ended else None)
    found = Lifetime(start, end, day)
    return Lifetime(start, end, day, disputed_by(found, periods))


def _fit(start: PartialDate | None, end: PartialDate | None) -> bool:
    return not (start and end) or first_day(start) <= last_day(end)


def disputed_by(found: Lifetime, periods: Iterable[Period]) -> tuple[OtherPeriod, ...]:
    """Return the periods by which something stands otherwise than was found; what is left open contradicts nothing."""
    standings = ((Lifetime(one.start or found.start, one.end or found.end, found.day).standing, one) for one in periods)
    return tuple(OtherPeriod(standing, one) for standing, one in standings if standing is not found.standing)
