"""When a cost is paid or a resource received, as a dossier writes it, and the dated parts that this gives.

A line without a timing is spread evenly: equal amounts on the last day of each month of the project, which are counted
from its first day.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import count, takewhile
from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, model_validator

from clusters_cli.dossier.line_words import Recurrence, Spread
from clusters_cli.foundations.dates import add_months, month_end, month_ends
from clusters_cli.foundations.fields import Amount, Count, Day, Identifier, Model, Number
from clusters_cli.foundations.money import cumulated, parts_of
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Listed, Text

CalendarMonth = Annotated[str, Field(pattern=r"^(1[89][0-9]{2}|2[01][0-9]{2})-(0[1-9]|1[0-2])$", examples=["2025-03"])]
"""A calendar month, ``YYYY-MM``, of the years of which days are read."""
DayOfMonth = Annotated[Count, Field(ge=1, le=31, json_schema_extra={"pattern": r"^\s*([1-9]|[12][0-9]|3[01])\s*$"})]
"""A day of every month that has it; the last day of a month that has not."""
_WAYS = ("spread", "every", "on", "payments", "months", "scheme", "agreement")
_BOUNDED = ("spread", "every", "scheme")
"""The ways that have a first and a last day, which are those of the project when left out."""
_OF_FUNDERS = ("scheme", "agreement")
NO_GRANT: dict[str, Any] = {
    "not": {"required": ["timing"], "properties": {"timing": {"anyOf": [{"required": [way]} for way in _OF_FUNDERS]}}}
}
"""What a JSON Schema says of a line that is no grant: no payment scheme and no agreement says when its money moves."""
_ZERO = {"anyOf": [{"const": 0}, {"type": "string", "pattern": r"^[\s0.,]*$"}]}
_SOME_WEIGHT: dict[str, Any] = {"not": {"additionalProperties": _ZERO}}


class Payment(Model):
    """A part of a line on a day of its own.

    Attributes:
        on: the day.
        amount: euros.
    """

    on: Day
    amount: Amount


class Timing(Model):
    """When the money of one line moves; exactly one way of saying it is written.

    Attributes:
        spread: ``even``, equal amounts on the last day of each month.
        every: how often the money comes back, in equal amounts: on its ``day``, or on the last day of each period.
        day: for ``every``: the day of the month; a month that does not have it takes its last day.
        start: for ``spread``, ``every`` and ``scheme``: the first day, or that of this grant's own agreement; the
            project's own when left out.
        end: for ``spread``, ``every`` and ``scheme``: the last day, or that of this grant's own agreement; the
            project's own when left out.
        on: everything on one day.
        payments: the dates and amounts themselves; they add up to the line's amount.
        months: relative weights by month, such as ``{2025-03: 2, 2025-09: 1}``; each part falls on the month's end.
        scheme: id of the payment scheme of the registry by which a grant is paid.
        signed: for ``scheme``: the day on which the agreement of this grant was signed.
        agreement: id of the agreement of the dossier's cluster, in the registry, which says when this grant is paid.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [way]} for way in _WAYS],
            "dependentRequired": {"day": ["every"], "signed": ["scheme"]},
            "dependentSchemas": {key: {"anyOf": [{"required": [way]} for way in _BOUNDED]} for key in ("start", "end")},
        }
    )

    spread: Spread | None = None
    every: Recurrence | None = None
    day: DayOfMonth | None = None
    start: Day | None = None
    end: Day | None = None
    on: Day | None = None
    payments: Annotated[tuple[Payment, ...], Field(min_length=1)] | None = None
    months: Annotated[dict[CalendarMonth, Number], Field(min_length=1, json_schema_extra=_SOME_WEIGHT)] | None = None
    scheme: Identifier | None = None
    signed: Day | None = None
    agreement: Identifier | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(getattr(self, way) is not None for way in _WAYS) != 1:
            raise RefusedError(Text("needs exactly one of {ways}", ways=Listed(_WAYS)))
        if (self.start or self.end) and not any(getattr(self, way) for way in _BOUNDED):
            raise RefusedError(Text("start and end go with spread, every or scheme"))
        if self.day is not None and self.every is None:
            raise RefusedError(Text("day goes with every: it is a day of the month"), ("day",))
        if self.signed is not None and self.scheme is None:
            raise RefusedError(Text("signed goes with scheme"), ("signed",))
        if self.start and self.end and self.end < self.start:
            raise RefusedError(Text("ends before it starts"))
        if self.months is not None and not any(self.months.values()):
            raise RefusedError(Text("needs at least one month with a weight above 0"))
        return self

    @property
    def is_of_funder(self) -> bool:
        """Whether a payment scheme or an agreement says when the money comes: the cash flow works its days out."""
        return any(getattr(self, way) is not None for way in _OF_FUNDERS)


EVEN = Timing(spread="even")
"""What a line without a timing means."""


@dataclass(frozen=True, slots=True)
class DatedPart:
    """An amount in euros that moves on a day."""

    on: date
    amount: Decimal


def dated_parts(amount: Decimal, timing: Timing | None, start: date, end: date) -> tuple[DatedPart, ...]:
    """Return the dated parts of a line; they add up to its amount.

    Args:
        amount: euros of the whole line.
        timing: as written, ``None`` when the line has none.
        start: first day of the project.
        end: last day of the project.

    Raises:
        RefusedError: the line is paid by a payment scheme or an agreement, whose dates the cash flow works out, not
            this module; or it comes back every so often, and not even once in this time.
    """
    timing = timing or EVEN
    if timing.is_of_funder:
        raise RefusedError(Text("the dates of a payment scheme are worked out by the cash flow"))
    if timing.on is not None:
        return (DatedPart(timing.on, amount),)
    if timing.payments is not None:
        return tuple(DatedPart(payment.on, payment.amount) for payment in timing.payments)
    if timing.months is not None:
        return _weighted(amount, timing.months)
    if timing.every is not None:
        days = occurrences(timing, start, end)
        if not days:
            raise RefusedError(Text("never comes back between its first and its last day"))
        return _evenly(amount, days)
    return _evenly(amount, month_ends(timing.start or start, timing.end or end))


def occurrences(timing: Timing, start: date, end: date) -> tuple[date, ...]:
    """Return the days on which money comes back, in order; none where no day is left between the first and the last.

    With a day of the month they are the first such day from the start on, then one every period.  Without one they are
    the last days of the periods, which are whole months, the first that of the start; a last period that the end cuts
    short ends with the month of the end.  A day after the end is not taken.

    Args:
        timing: as written; it says how often.
        start: first day, where it has none of its own.
        end: last day, where it has none of its own.

    Raises:
        RefusedError: it does not say how often.

    >>> quarters = Timing(every="quarter", day=5)
    >>> [day.isoformat() for day in occurrences(quarters, date(2025, 1, 15), date(2025, 12, 31))]
    ['2025-02-05', '2025-05-05', '2025-08-05', '2025-11-05']
    """
    if timing.every is None:
        raise RefusedError(Text("needs every: how often the money comes back"))
    first, last = timing.start or start, timing.end or end
    if last < first:
        return ()
    if timing.day is None:
        days = _period_ends(first, last, timing.every.months)
    else:
        days = _days_of_month(first, timing.day, timing.every.months)
    return tuple(takewhile(lambda day: day <= last, days))


def _days_of_month(first: date, of_month: int, step: int) -> Iterator[date]:
    """Yield a day of the month from a first day on, every so many months."""
    this_month = _day_of(first, of_month)
    begins = first if this_month >= first else add_months(first.replace(day=1), 1)
    return (_day_of(add_months(begins.replace(day=1), months), of_month) for months in count(0, step))


def _day_of(month: date, of_month: int) -> date:
    """Return a day of a month, its last one where it has no such day."""
    return month.replace(day=min(of_month, month_end(month).day))


def _period_ends(first: date, last: date, step: int) -> Iterator[date]:
    """Yield the last day of each period of so many months; that which reaches beyond the last month ends with it."""
    of_last_month = month_end(last)
    whole = (month_end(add_months(first.replace(day=1), months)) for months in count(step - 1, step))
    yield from (end for end in takewhile(lambda end: end < of_last_month, whole))
    yield of_last_month


def _evenly(amount: Decimal, days: tuple[date, ...]) -> tuple[DatedPart, ...]:
    return _on(days, parts_of(amount, cumulated([1] * len(days))))


def _weighted(amount: Decimal, months: Mapping[str, Decimal]) -> tuple[DatedPart, ...]:
    weights = {
        month_end(date.fromisoformat(f"{month}-01")): weight for month, weight in sorted(months.items()) if weight
    }
    parts = parts_of(amount, cumulated(tuple(weights.values())))
    return _on(weights, parts)


def _on(days: Iterable[date], parts: Iterable[Decimal]) -> tuple[DatedPart, ...]:
    return tuple(DatedPart(day, part) for day, part in zip(days, parts, strict=True))
