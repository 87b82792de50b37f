"""Measures and criteria in words: what was found, against what, and by how far."""

from decimal import Decimal
from typing import assert_never

from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.text import Euros, Locator, Share
from clusters_cli.maturity import Unit
from clusters_cli.presentation.cells import UNKNOWN
from clusters_cli.presentation.messages import _, labelled, language, plural, spoken
from clusters_cli.presentation.numerals import grouped
from clusters_cli.presentation.report import Kind, Worded
from clusters_cli.registry.models import Confidence, Sourced, Test

_TENTH_OF_A_PERCENT = Decimal("0.001")


def measured(value: Decimal | None, unit: Unit) -> str:
    """Return a value with its unit: euros, a share, years, months, people, full-time equivalents, or a bare count."""
    if value is None:
        return UNKNOWN
    if unit is Unit.EUROS:
        return spoken(Euros(value))
    if unit is Unit.SHARE:
        return spoken(Share(value.quantize(_TENTH_OF_A_PERCENT)))
    return _counted(value, unit)


def _counted(value: Decimal, unit: Unit) -> str:
    return _counted_words(value, unit).format(count=grouped(f"{value.normalize():,f}", language()))


def _counted_words(value: Decimal, unit: Unit) -> str:
    many = 1 if value == 1 else 2
    match unit:
        case Unit.YEARS:
            return plural("{count} year", "{count} years", many)
        case Unit.MONTHS:
            return plural("{count} month", "{count} months", many)
        case Unit.PEOPLE:
            return plural("{count} person", "{count} people", many)
        case Unit.FTE:
            return _("{count} FTE")
        case Unit.COUNT | Unit.EUROS | Unit.SHARE:
            return "{count}"
        case _:
            assert_never(unit)


def measurement(value: Decimal | None, unit: Unit, *, before: str = "", after: str = "") -> Worded | None:
    """Return a value with its unit as a cell, which a workbook holds as a number.

    Args:
        value: the value; ``None`` is unknown.
        unit: see :func:`measured`.
        before: words before it, such as a sign.
        after: words behind it, such as the year it is of.
    """
    if value is None:
        return None
    if unit is Unit.SHARE:
        return Worded(value.quantize(_TENTH_OF_A_PERCENT), Kind.SHARE, before, after)
    if unit is Unit.EUROS:
        return Worded(value, Kind.MONEY, before, after)
    head, _digits, tail = _counted_words(value, unit).partition("{count}")
    return Worded(value, Kind.COUNT, before + head, tail + after)


def found(value: Decimal | None, unit: Unit, year: int | None) -> str:
    """Return what was found and the year it is of."""
    if value is None or year is None:
        return measured(value, unit)
    message = _("{value} (created in {year})") if unit is Unit.YEARS else _("{value} ({year})")
    return message.format(value=measured(value, unit), year=year)


def standing(value: Decimal, limit: Decimal, unit: Unit) -> str:
    """Return where a value stands from a threshold."""
    if value == limit:
        return _("at the threshold")
    message = _("{distance} above {limit}") if value > limit else _("{distance} below {limit}")
    return message.format(distance=measured(abs(value - limit), unit), limit=measured(limit, unit))


def found_cell(value: Decimal | None, unit: Unit, year: int | None) -> Worded | None:
    """Return what was found and the year it is of, as a cell."""
    if value is None or year is None:
        return measurement(value, unit)
    message = _("{value} (created in {year})") if unit is Unit.YEARS else _("{value} ({year})")
    before, _value, after = message.partition("{value}")
    return measurement(value, unit, before=before.format(year=year), after=after.format(year=year))


def margin(value: Decimal | None, unit: Unit) -> Worded | None:
    """Return a distance from a threshold with its sign: plus on the side that meets it."""
    return measurement(value, unit, before="" if value is not None and value < 0 else "+")


def threshold(test: Test, value: Decimal | None, unit: Unit) -> str:
    """Return what was asked for, such as ``≥ €200,000``."""
    if value is None:
        return UNKNOWN
    return f"{test.sign} {measured(value, unit)}"


def source_words(origin: Sourced | None) -> str | None:
    """Return who states a figure and, for one found outside the reference source, how far it can be trusted."""
    if origin is None:
        return None
    return f"{origin.source} ({_trust(origin.confidence)})" if origin.confidence else origin.source


def _trust(confidence: Confidence) -> str:
    match confidence:
        case Confidence.HIGH:
            return _("high confidence")
        case Confidence.MEDIUM:
            return _("medium confidence")
        case Confidence.LOW:
            return _("low confidence")
        case _:
            assert_never(confidence)


def threshold_words(name: str, origin: Sourced | None) -> str:
    """Return where a threshold is written, and the note that goes with it."""
    label = name[:1].upper() + name[1:]
    if origin is None:
        return _("{name}: threshold given by an option.").format(name=label)
    where = ", ".join(part for part in (origin.source, spoken(Locator(origin.locator or ""))) if part)
    note = origin.note.in_language(language()) if origin.note else ""
    return labelled(label, _("; ").join(part for part in (where, note) if part) + ".")


def origin_data(origin: Sourced | None) -> dict[str, str | None]:
    """Return who states a figure, for programs."""
    return {
        "source": origin.source if origin else None,
        "locator": origin.locator if origin else None,
        "confidence": origin.confidence if origin else None,
    }


def answer_words(outcome: Outcome) -> str:
    """Return what a criterion says, in words."""
    match outcome:
        case Outcome.PASS:
            return _("met")
        case Outcome.FAIL:
            return _("not met")
        case Outcome.WARN:
            return _("to look at")
        case Outcome.UNKNOWN:
            return _("unknown")
        case Outcome.NOT_APPLICABLE:
            return _("not asked")
        case _:
            assert_never(outcome)
