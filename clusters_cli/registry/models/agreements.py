"""Agreements between a funder and a cluster: how long they run, when they are signed, which periods they report on."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any, NamedTuple, Self

from pydantic import ConfigDict, Field, model_validator

from clusters_cli.foundations.dates import add_months, month_ends, months_later
from clusters_cli.foundations.fields import Day
from clusters_cli.foundations.reading.days import DAY, MONTH_DAY
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models.base import Count, Model
from clusters_cli.registry.models.scheme_times import AnyDay, MonthDay, WrittenPeriods, on_day

MOST_MONTHS = 120
_MOST_PERIODS = 120


class AgreementPeriod(NamedTuple):
    """A stretch of time with its own grant, one year or one project: first day, last day, and day of signature."""

    first: date
    last: date
    signature: date


class _Kind(NamedTuple):
    """A kind of agreement, by the key that says how long it runs, and the keys that go with it.

    Attributes:
        length: the key of its length.
        needed: the key without which its dates are not known, and how that is told.
        foreign: the keys that go with another kind only, and why.
    """

    length: str
    needed: tuple[str, Text]
    foreign: Mapping[str, Text]


_RENEWAL = {"renewal": Text("renewal goes with years: a project is signed once")}
_KINDS = (
    _Kind(
        "years",
        ("signature", Text("an agreement of years needs a signature day")),
        {"start": Text("start goes with months: an agreement of years begins with the year")},
    ),
    _Kind("months", ("start", Text("a project needs a start day")), _RENEWAL),
    _Kind("end", ("start", Text("a project needs a start day")), _RENEWAL),
)
"""Either of years, or of a project with its length or its last day; a key that goes with all kinds is in none."""
_IN_FULL: dict[str, Any] = {"pattern": rf"^\s*{DAY}\s*$"}
_OF_EVERY_YEAR: dict[str, Any] = {"pattern": rf"^\s*{MONTH_DAY}\s*$"}
_DATES: dict[str, Any] = {"anyOf": [{"type": "string", **_IN_FULL}, {"type": "array", "items": _IN_FULL}]}
_OF_YEARS: dict[str, Any] = {"signature": _OF_EVERY_YEAR, "periods": {"not": _DATES}}


def _text(pattern: str) -> dict[str, Any]:
    """Return what a JSON Schema says of a number within limits that stands in quotes."""
    return {"pattern": rf"^\s*({pattern})\s*$"}


def _wants_full_start(properties: dict[str, Any]) -> dict[str, Any]:
    """Return what a JSON Schema says of keys in full dates, which need a start in full."""
    return {
        "if": {"properties": properties, "required": list(properties)},
        "then": {"properties": {"start": _IN_FULL}, "required": ["start"]},
    }


class Agreement(Model):
    """What the funder and the cluster sign.

    Either ``years`` (grants of so many years, each with its own instalments), or a project with one grant, of so many
    ``months`` or until its ``end``.

    Attributes:
        years: years that one agreement covers; another is signed when it runs out.
        months: length of the project.
        start: day on which a project starts: of every year, or in full.
        end: last day of the project, in full.
        signature: day of the first year on which it is signed, or of a project in full; that of a project is its start
            when left out. A decision that is notified binds on the day of its notification.
        renewal: day of the following years that counts as signature, when an agreement of several years binds already.
        periods: reporting periods: a length such as ``6m``, lengths in turn, days of every year on which they end, or
            full dates; the last of them always ends with the project, or with each year.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": [kind.length], "not": {"anyOf": [{"required": [key]} for key in kind.foreign]}}
                for kind in _KINDS
            ],
            "dependentRequired": {kind.length: [kind.needed[0]] for kind in _KINDS},
            "allOf": [
                {"if": {"required": ["years"]}, "then": {"properties": _OF_YEARS}},
                {"if": {"required": ["end"]}, "then": {"properties": {"start": _IN_FULL}}},
                _wants_full_start({"signature": {"type": "string", **_IN_FULL}}),
                _wants_full_start({"periods": _DATES}),
            ],
        }
    )

    years: Annotated[Count, Field(ge=1, le=10, json_schema_extra=_text("[1-9]|10"))] | None = None
    months: (
        Annotated[Count, Field(ge=1, le=MOST_MONTHS, json_schema_extra=_text("[1-9][0-9]?|1[01][0-9]|120"))] | None
    ) = None
    start: AnyDay | None = None
    end: Day | None = None
    signature: AnyDay | None = None
    renewal: MonthDay | None = None
    periods: WrittenPeriods | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = [kind for kind in _KINDS if getattr(self, kind.length) is not None]
        if len(kinds) != 1:
            raise RefusedError(Text("needs either years, or months or end of a project"))
        needed, reason = kinds[0].needed
        if getattr(self, needed) is None:
            raise RefusedError(reason)
        for key, reason in kinds[0].foreign.items():
            if getattr(self, key) is not None:
                raise RefusedError(reason, (key,))
        self._check_full_dates()
        return self

    def _check_full_dates(self) -> None:
        """Refuse full dates where nothing says in which year an agreement begins, and those that contradict it."""
        in_full = [key for key in ("signature", "end") if isinstance(getattr(self, key), date)]
        in_full += ["periods"] if self.periods and self.periods.dates else []
        if self.years is not None:
            for key in in_full:
                raise RefusedError(Text("an agreement of years comes back every year: write days MM-DD"), (key,))
            return
        if not isinstance(self.start, date):
            for key in in_full:
                raise RefusedError(Text("a full date needs a start in full, such as 2026-01-01"), (key,))
            return
        _first, last, _signature = self.period(self.start.year, 0)
        if last < self.start:
            raise RefusedError(Text("the project would end on {end}, before it starts", end=str(last)), ("end",))
        if len(month_ends(self.start, last)) > MOST_MONTHS:
            raise RefusedError(Text("a project lasts {most} months at most", most=MOST_MONTHS), ("end",))
        for day in self.periods.dates if self.periods else ():
            if not self.start <= day <= last:
                raise RefusedError(
                    Text(
                        "a claim on {day} lies outside the project, {first} to {last}",
                        day=str(day),
                        first=str(self.start),
                        last=str(last),
                    ),
                    ("periods",),
                )

    @property
    def is_project(self) -> bool:
        """Whether one grant covers a whole project, rather than each year having its own."""
        return self.years is None

    @property
    def is_dated(self) -> bool:
        """Whether it says in full when it begins."""
        return isinstance(self.start, date)

    def period(self, start: int, index: int) -> AgreementPeriod:
        """Return one period of the agreement, or of those that follow it.

        Args:
            start: year in which the first agreement is signed, or the project starts if it does not say so in full.
            index: 0 for the first year; a project has only that one.
        """
        if self.is_project:
            first = self.start if isinstance(self.start, date) else on_day(start, self.start or "01-01")
            return self.project(first, self.last_day(first))
        signed_this_year = index % (self.years or 1) == 0
        day = self.signature if signed_this_year or self.renewal is None else self.renewal
        year = start + index
        return AgreementPeriod(date(year, 1, 1), date(year, 12, 31), _in_year(year, day or "01-01"))

    def last_day(self, first: date) -> date:
        """Return the last day of an agreement that begins on a day: it lasts as long as it is written to."""
        if self.months is not None:
            return add_months(first, self.months) - timedelta(days=1)
        if isinstance(self.start, date) and self.end is not None:
            return add_months(self.end, months_later(self.start, first))
        return date(first.year + (self.years or 1) - 1, 12, 31)

    def project(self, first: date, last: date) -> AgreementPeriod:
        """Return the period of a project that begins and ends on given days."""
        return AgreementPeriod(first, last, _in_year(first.year, self.signature) if self.signature else first)

    def period_ends(self, period: AgreementPeriod) -> tuple[date, ...]:
        """Return the last day of each reporting period.

        Raises:
            RefusedError: the agreement has none, or too many.
        """
        if self.periods is None:
            raise RefusedError(Text("needs reporting periods: write periods under agreement"))
        ends = self.periods.ends(period.first, period.last)
        if len(ends) > _MOST_PERIODS:
            raise RefusedError(Text("more than {most} reporting periods", most=_MOST_PERIODS))
        return ends

    def moved(self, months: int) -> Self:
        """Return it with its full dates so many months later."""
        changes: dict[str, Any] = {
            key: add_months(day, months)
            for key in ("start", "end", "signature")
            if isinstance(day := getattr(self, key), date)
        }
        if self.periods is not None:
            changes["periods"] = self.periods.moved(months)
        return self.model_copy(update=changes)


def _in_year(year: int, day: date | str) -> date:
    return day if isinstance(day, date) else on_day(year, day)
