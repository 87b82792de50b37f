"""Aid regimes and legal parameters: dated, referenced, and unknown on a day for which no text is known."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, NamedTuple, NoReturn, Self

from pydantic import ConfigDict, Field, model_validator

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Day, Identifier, Label, Line, Model, Name, Url
from clusters_cli.foundations.money import LARGEST, cents
from clusters_cli.foundations.reading import amounts, days, numbers, shares
from clusters_cli.foundations.reading.refusals import echoed
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Dated, Locator, Text
from clusters_cli.foundations.words import YesOrNo
from clusters_cli.registry.models.law_words import ConfidenceLetter, ParameterUnit, RegimeKind

ParameterFigure = Decimal | int | date | bool | str
"""A value in force, in the type of its unit."""


class _Written(NamedTuple):
    """How a value is read, and what a JSON Schema says of it."""

    read: Callable[[str], ParameterFigure]
    schema: Mapping[str, Any]


def _share(text: str) -> Decimal:
    exact = shares.share(text)
    value = Decimal(exact.numerator) / exact.denominator
    return cents(value) if value == cents(value) else value


def _ratio(text: str) -> Decimal:
    number = numbers.plain_number(text)
    return _refuse(text) if number.is_signed() else number


def _yes_or_no(text: str) -> bool:
    answer = YesOrNo.written().get(text)
    return answer is YesOrNo.YES if answer else _refuse(text)


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)


def _typed(pattern: str, number: str, **limits: int) -> dict[str, Any]:
    longest = {"maxLength": numbers.LONGEST, "maximum": 10**numbers.LONGEST - 1}
    return {"type": [number, "string"], "pattern": rf"^\s*{pattern}\s*$", "minimum": 0, **longest, **limits}


_WHOLE = _Written(numbers.count, _typed(numbers.COUNT, "integer"))
_FIGURES: Mapping[ParameterUnit, _Written] = {
    ParameterUnit.SHARE: _Written(_share, _typed(shares.SHARE, "number", maximum=1)),
    ParameterUnit.EUROS: _Written(
        partial(amounts.amount, decimal_sign="."), _typed(amounts.UNSIGNED_AMOUNT, "number", maximum=int(LARGEST))
    ),
    ParameterUnit.RATIO: _Written(_ratio, _typed(numbers.PLAIN_UNSIGNED, "number")),
    ParameterUnit.YEARS: _WHOLE,
    ParameterUnit.MONTHS: _WHOLE,
    ParameterUnit.DAYS: _WHOLE,
    ParameterUnit.COUNT: _WHOLE,
    ParameterUnit.DATE: _Written(days.day, {"type": "string", "pattern": rf"^\s*{days.DAY}\s*$"}),
    ParameterUnit.YES_NO: _Written(_yes_or_no, {"enum": [*YesOrNo.written(), True, False]}),
    ParameterUnit.TEXT: _Written(str, {}),
}


def _valued_in(unit: ParameterUnit) -> dict[str, Any]:
    """Return what a JSON Schema says of the values of a parameter of a unit."""
    return {
        "if": {"properties": {"unit": {"enum": unit.writings}}, "required": ["unit"]},
        "then": {"properties": {"values": {"items": {"properties": {"value": _FIGURES[unit].schema}}}}},
    }


VALUED: list[Any] = [_valued_in(unit) for unit in ParameterUnit]
"""What a JSON Schema says of the values of a parameter, unit by unit."""


@in_data(title="reference")
class Reference(Model):
    """Where a value or a regime is written.

    Attributes:
        title: the text.
        article: article and paragraph.
        url: where it was read or, for confidence C and D, where to verify it.
    """

    title: Line
    article: Line | None = None
    url: Url

    @property
    def place(self) -> Locator:
        """The text and the article in it, as one place."""
        return Locator(f"{self.title}, {self.article}" if self.article else self.title)


@in_data(spread=("reference",), since="from", until="to")
class InForce(Model):
    """Something that holds from a day to a day.

    Attributes:
        since: first day, ``from`` in the file; none when no source gives it.
        until: last day included, ``to`` in the file; none while it is open.
        reference: where it is written.
        confidence: how far the reading can be trusted.
        checked: when somebody last looked.
        note: what a reader must know of it.
    """

    since: Day | None = Field(default=None, alias="from")
    until: Day | None = Field(default=None, alias="to")
    reference: Reference
    confidence: ConfidenceLetter
    checked: Day
    note: Label | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise RefusedError(Text("ends on {until}, before it begins", until=self.until))
        return self

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def period(self) -> Text:
        """The days on which it is in force, as far as they are known."""
        if self.since and self.until:
            return Text("from {since} to {until}", since=Dated(self.since), until=Dated(self.until))
        if self.since:
            return Text("since {since}", since=Dated(self.since))
        return Text("until {until}", until=Dated(self.until)) if self.until else Text("without known dates")


class DatedValue(InForce):
    """A value of a parameter; none when the texts of that time do not settle it (``note`` says why).

    Attributes:
        value: the value, in the unit of the parameter.
    """

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["value"]}, {"required": ["note"]}]})

    value: Line | None = None


class Parameter(Model):
    """A figure of the law or of a programme, as a dated series.

    Attributes:
        id: what other entries refer to it by.
        name: what it is.
        unit: what its values are.
        values: in the order of time, never two on one day.
    """

    model_config = ConfigDict(json_schema_extra={"allOf": VALUED})

    id: Identifier
    name: Name
    unit: ParameterUnit
    values: Annotated[tuple[DatedValue, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _a_series(self) -> Self:
        for value in self.values:
            if value.value is not None:
                self.figure(value)
            elif value.note is None:
                raise RefusedError(Text("a value left out needs a note that says why"))
        for earlier, later in zip(self.values, self.values[1:], strict=False):
            if earlier.until is None or later.since is None or later.since <= earlier.until:
                raise RefusedError(Text("two values are in force on the same day"))
        return self

    def on(self, day: date) -> DatedValue | None:
        """Return what is in force on a day, or ``None``: never the nearest value."""
        return next((value for value in self.values if value.holds_on(day)), None)

    def figure(self, value: DatedValue) -> ParameterFigure | None:
        """Return a value in the type of the parameter's unit.

        Raises:
            ValueError: it is not written as this unit is.
        """
        if value.value is None:
            return None
        return written_figure(value.value, self.unit)


def written_figure(text: str, unit: ParameterUnit) -> ParameterFigure:
    """Read a parameter's value as its unit wants it.

    Raises:
        ValueError: it is written otherwise.
    """
    try:
        return _FIGURES[unit].read(text)
    except ValueError:
        raise RefusedError(Text("{text} is not a value in {unit}", text=echoed(text), unit=unit)) from None


class AidRegime(InForce):
    """A text under which aid is given: a French framework, or a version of the EU regulation it rests on.

    Attributes:
        id: what other entries refer to it by.
        number: its number, such as ``SA.58995``.
        name: its title.
        kind: ``framework`` for a French exempted framework, ``regulation`` for a version of the GBER.
        rests_on: id of the regulation that a framework was written on.
    """

    id: Identifier
    number: Line
    name: Name
    kind: RegimeKind
    rests_on: Identifier | None = None


def regime_on(regimes: Sequence[AidRegime], day: date) -> AidRegime | None:
    """Return the French framework for an aid awarded on a day, or ``None`` when none is known."""
    return next((regime for regime in regimes if regime.kind is RegimeKind.FRAMEWORK and regime.holds_on(day)), None)
