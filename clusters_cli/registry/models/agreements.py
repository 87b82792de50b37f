"""Agreements between a funder and a cluster: how long they run, and when they are signed."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from clusters_cli.foundations.dates import Duration, add_months
from clusters_cli.foundations.reading.days import MONTH_DAY, month_day
from clusters_cli.foundations.reading.durations import DURATION, LONGEST_DAYS, duration
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models.base import Count, Model


def _written_duration(text: object) -> Duration:
    if isinstance(text, Duration):
        return text
    if isinstance(text, str):
        return duration(text)
    raise RefusedError(Text("must be a length of time such as 60d, found {found}", found=type(text).__name__))


def _written_month_day(text: object) -> str:
    if isinstance(text, str):
        return month_day(text)
    raise RefusedError(Text("must be a day of every year such as 03-31, found {found}", found=type(text).__name__))


MonthDay = Annotated[
    str,
    BeforeValidator(_written_month_day),
    Field(examples=["03-31"], json_schema_extra={"type": "string", "pattern": rf"^\s*{MONTH_DAY}\s*$"}),
]
"""A day of any year, ``MM-DD`` or ``DD/MM``; held as ``MM-DD``."""

_DurationText = Annotated[str, Field(pattern=rf"^\s*{DURATION}\s*$", json_schema_extra={"maximum": LONGEST_DAYS})]
WrittenDuration = Annotated[
    Duration,
    BeforeValidator(_written_duration, json_schema_input_type=_DurationText),
    Field(examples=["60d", "6m"]),
]


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
        foreign: the keys that go with the other kind only, and why.
    """

    length: str
    needed: tuple[str, Text]
    foreign: Mapping[str, Text]


_KINDS = (
    _Kind(
        "years",
        ("signature", Text("an agreement of years needs a signature day")),
        {"start": Text("start goes with months: an agreement of years begins with the year")},
    ),
    _Kind(
        "months",
        ("start", Text("a project needs a start day")),
        {"renewal": Text("renewal goes with years: a project is signed once")},
    ),
)
"""Either of years or of months; a key that goes with both kinds is in neither of them."""


def _text(pattern: str) -> dict[str, Any]:
    """Return what a JSON Schema says of a number within limits that stands in quotes."""
    return {"pattern": rf"^\s*({pattern})\s*$"}


class Agreement(Model):
    """What the funder and the cluster sign.

    Either ``years`` (grants of so many years, each with its own instalments) or ``months`` (one project, one grant).

    Attributes:
        years: years that one agreement covers; another is signed when it runs out.
        months: length of the project.
        signature: day of the first year on which it is signed; that of a project is its start when left out.
        renewal: day of the following years that counts as signature, when an agreement of several years binds already.
        start: day on which a project starts.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [
                {"required": [kind.length], "not": {"anyOf": [{"required": [key]} for key in kind.foreign]}}
                for kind in _KINDS
            ],
            "dependentRequired": {kind.length: [kind.needed[0]] for kind in _KINDS},
        }
    )

    years: Annotated[Count, Field(ge=1, le=10, json_schema_extra=_text("[1-9]|10"))] | None = None
    months: Annotated[Count, Field(ge=1, le=120, json_schema_extra=_text("[1-9][0-9]?|1[01][0-9]|120"))] | None = None
    signature: MonthDay | None = None
    renewal: MonthDay | None = None
    start: MonthDay | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.years is None) == (self.months is None):
            raise RefusedError(Text("needs either years or months, not both"))
        for kind in (kind for kind in _KINDS if getattr(self, kind.length) is not None):
            needed, reason = kind.needed
            if getattr(self, needed) is None:
                raise RefusedError(reason)
            for key, reason in kind.foreign.items():
                if getattr(self, key) is not None:
                    raise RefusedError(reason)
        return self

    def period(self, start: int, index: int) -> AgreementPeriod:
        """Return one period of the agreement, or of those that follow it.

        Args:
            start: year in which the first agreement is signed, or the project starts.
            index: 0 for the first year; a project has only that one.
        """
        if self.months is not None:
            first = on_day(start, self.start or "01-01")
            return self.project(first, add_months(first, self.months) - timedelta(days=1))
        signed_this_year = index % (self.years or 1) == 0
        day = self.signature if signed_this_year or self.renewal is None else self.renewal
        year = start + index
        return AgreementPeriod(date(year, 1, 1), date(year, 12, 31), on_day(year, day or "01-01"))

    def project(self, first: date, last: date) -> AgreementPeriod:
        """Return the period of a project that begins and ends on given days."""
        return AgreementPeriod(first, last, on_day(first.year, self.signature) if self.signature else first)


def on_day(year: int, day: MonthDay) -> date:
    """Return a day of a year, written ``MM-DD``."""
    return date(year, int(day[:2]), int(day[3:]))
