"""When a cost is paid or a resource received, as a dossier writes it, and the dated parts that this gives.

A line without a timing is spread evenly: equal amounts on the last day of each month of the project, which are counted
from its first day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, model_validator

from clusters_cli.dossier.line_words import Spread
from clusters_cli.foundations.dates import month_end, month_ends
from clusters_cli.foundations.fields import Amount, Day, Identifier, Model, Number
from clusters_cli.foundations.money import cumulated, parts_of
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Listed, Text

CalendarMonth = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$", examples=["2025-03"])]
"""A calendar month, ``YYYY-MM``."""
_WAYS = ("spread", "on", "payments", "months", "scheme")
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
    """When the money of one line moves; exactly one of these is written.

    Attributes:
        spread: ``even``, equal amounts on the last day of each month, from ``start`` to ``end`` (the project's own
            first and last day when left out).
        start: for ``spread``: its first day.
        end: for ``spread``: its last day.
        on: everything on one day.
        payments: the dates and amounts themselves; they add up to the line's amount.
        months: relative weights by month, such as ``{2025-03: 2, 2025-09: 1}``; each part falls on the month's end.
        scheme: id of the payment scheme of the registry by which a grant is paid.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [way]} for way in _WAYS],
            "dependentRequired": {"start": ["spread"], "end": ["spread"]},
        }
    )

    spread: Spread | None = None
    start: Day | None = None
    end: Day | None = None
    on: Day | None = None
    payments: Annotated[tuple[Payment, ...], Field(min_length=1)] | None = None
    months: Annotated[dict[CalendarMonth, Number], Field(min_length=1, json_schema_extra=_SOME_WEIGHT)] | None = None
    scheme: Identifier | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum(getattr(self, way) is not None for way in _WAYS) != 1:
            raise RefusedError(Text("needs exactly one of {ways}", ways=Listed(_WAYS)))
        if (self.start or self.end) and not self.spread:
            raise RefusedError(Text("start and end go with spread: even"))
        if self.start and self.end and self.end < self.start:
            raise RefusedError(Text("ends before it starts"))
        if self.months is not None and not any(self.months.values()):
            raise RefusedError(Text("needs at least one month with a weight above 0"))
        return self


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
        RefusedError: the line is paid by a payment scheme, whose dates the cash flow works out, not this module.
    """
    timing = timing or EVEN
    if timing.scheme is not None:
        raise RefusedError(Text("the dates of a payment scheme are worked out by the cash flow"))
    if timing.on is not None:
        return (DatedPart(timing.on, amount),)
    if timing.payments is not None:
        return tuple(DatedPart(payment.on, payment.amount) for payment in timing.payments)
    if timing.months is not None:
        return _weighted(amount, timing.months)
    ends = month_ends(timing.start or start, timing.end or end)
    return tuple(
        DatedPart(day, part) for day, part in zip(ends, parts_of(amount, cumulated([1] * len(ends))), strict=True)
    )


def _weighted(amount: Decimal, months: Mapping[str, Decimal]) -> tuple[DatedPart, ...]:
    weights = {
        month_end(date.fromisoformat(f"{month}-01")): weight for month, weight in sorted(months.items()) if weight
    }
    parts = parts_of(amount, cumulated(tuple(weights.values())))
    return _on(weights, parts)


def _on(days: Iterable[date], parts: Iterable[Decimal]) -> tuple[DatedPart, ...]:
    return tuple(DatedPart(day, part) for day, part in zip(days, parts, strict=True))
