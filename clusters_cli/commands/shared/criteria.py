"""Measures and criteria in words: what was found, against what, and by how far."""

from decimal import ROUND_DOWN, Decimal
from typing import assert_never

from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import (
    Capitalized,
    Count,
    Euros,
    Joined,
    Share,
    Text,
    Value,
    bracketed,
    counted,
    in_a_row,
)
from clusters_cli.maturity import Unit
from clusters_cli.presentation.cells import UNKNOWN
from clusters_cli.presentation.report import HELD, Kind, Worded
from clusters_cli.registry.models import Confidence, Source, Sourced, ThresholdTest

_TENTH_OF_A_PERCENT = Decimal("0.001")
_TENTH = Decimal("0.1")
_KINDS = {Unit.SHARE: Kind.SHARE, Unit.EUROS: Kind.MONEY}


def measured(value: Decimal | None, unit: Unit) -> Value:
    """Return a value with its unit: euros, a share, years, months, people, full-time equivalents, or a bare count."""
    if value is None:
        return UNKNOWN
    if unit is Unit.EUROS:
        return Euros(value)
    shown = _rounded(value, unit)
    return Share(shown) if unit is Unit.SHARE else _with_unit(shown, unit, Count(shown))


def _rounded(value: Decimal, unit: Unit) -> Decimal:
    """Return a share in tenths of a percent, an age in whole tenths of a year, anything else as it is."""
    match unit:
        case Unit.SHARE:
            return value.quantize(_TENTH_OF_A_PERCENT)
        case Unit.YEARS:
            return value.quantize(_TENTH, rounding=ROUND_DOWN)
        case Unit.MONTHS | Unit.EUROS | Unit.PEOPLE | Unit.FTE | Unit.COUNT:
            return value
        case _:
            assert_never(unit)


def _with_unit(value: Decimal, unit: Unit, written: Value) -> Value:
    """Return a value as it is written, with the unit that is counted in."""
    match unit:
        case Unit.YEARS:
            return counted("{count} year", "{count} years", value, count=written)
        case Unit.MONTHS:
            return counted("{count} month", "{count} months", value, count=written)
        case Unit.PEOPLE:
            return counted("{count} person", "{count} people", value, count=written)
        case Unit.FTE:
            return Text("{count} FTE", count=written)
        case Unit.COUNT | Unit.EUROS | Unit.SHARE:
            return written
        case _:
            assert_never(unit)


def measurement(value: Decimal | None, unit: Unit, within: Text | None = None) -> Worded | None:
    """Return a value with its unit as a cell, which a workbook holds as a number.

    Args:
        value: the value; ``None`` is unknown.
        unit: see :func:`measured`.
        within: the words around it and its unit, with a place for ``{value}``, such as the year it is of.
    """
    if value is None:
        return None
    shown = _rounded(value, unit)
    held = _with_unit(shown, unit, HELD)
    return Worded(shown, _KINDS.get(unit, Kind.COUNT), within.given(value=held) if within else held)


def found(value: Decimal | None, unit: Unit, year: int | None) -> Value:
    """Return what was found and the year it is of."""
    if value is None or year is None:
        return measured(value, unit)
    return _of_year(unit, year).given(value=measured(value, unit))


def standing(value: Decimal, limit: Decimal, unit: Unit) -> Text:
    """Return where a value stands from a threshold."""
    if value == limit:
        return Text("at the threshold")
    message = Text("{distance} above {limit}") if value > limit else Text("{distance} below {limit}")
    return message.given(distance=measured(abs(value - limit), unit), limit=measured(limit, unit))


def found_cell(value: Decimal | None, unit: Unit, year: int | None) -> Worded | None:
    """Return what was found and the year it is of, as a cell."""
    if value is None or year is None:
        return measurement(value, unit)
    return measurement(value, unit, _of_year(unit, year))


def _of_year(unit: Unit, year: int) -> Text:
    """Return the words around what was found that tell the year it is of, or the one of a creation."""
    message = Text("{value} (created in {year})") if unit is Unit.YEARS else Text("{value} ({year})")
    return message.given(year=year)


def margin(value: Decimal | None, unit: Unit) -> Worded | None:
    """Return a distance from a threshold with its sign: plus on the side that meets it."""
    return measurement(value, unit, None if value is not None and value < 0 else Text("+{value}"))


def threshold(test: ThresholdTest, value: Decimal | None, unit: Unit) -> Value:
    """Return what was asked for, such as ``≥ €200,000``."""
    if value is None:
        return UNKNOWN
    return Joined((test.sign, measured(value, unit)))


def source_words(origin: Sourced | None) -> Value | None:
    """Return who states a figure and, for one found outside the reference source, how far it can be trusted."""
    if origin is None:
        return None
    if origin.confidence is None:
        return origin.source
    return bracketed(origin.source, _trust(origin.confidence))


def _trust(confidence: Confidence) -> Text:
    match confidence:
        case Confidence.HIGH:
            return Text("high confidence")
        case Confidence.MEDIUM:
            return Text("medium confidence")
        case Confidence.LOW:
            return Text("low confidence")
        case _:
            assert_never(confidence)


def lent_by(lender: Source) -> Text:
    """Return that the criteria come with the program, and from which source they were made."""
    return Text(
        "This registry has no maturity.yaml: the criteria are those that come with the program, made from {title} "
        "({publisher}).",
        title=lender.title,
        publisher=lender.publisher or lender.id,
    )


def threshold_words(name: Value, origin: Sourced | None) -> Text:
    """Return where a threshold is written, and the note that goes with it."""
    label = Capitalized(name)
    if origin is None:
        return Text("{name}: threshold given by an option.", name=label)
    where = origin.citation
    return Text("{name}: {origin}.", name=label, origin=in_a_row((where, origin.note)) if origin.note else where)


def answer_words(outcome: Outcome) -> Text:
    """Return what a criterion says, in words."""
    match outcome:
        case Outcome.PASS:
            return Text("met")
        case Outcome.FAIL:
            return Text("not met")
        case Outcome.WARN:
            return Text("to look at")
        case Outcome.UNKNOWN:
            return Text("unknown")
        case Outcome.NOT_APPLICABLE:
            return Text("not asked")
        case _:
            assert_never(outcome)
