"""Lengths of time: days, months and years."""

import re

from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.reading.numbers import LONGEST, MINUS
from clusters_cli.foundations.reading.refusals import echoed, refusal
from clusters_cli.foundations.text import Text

LONGEST_MONTHS, LONGEST_DAYS = 1_200, 36_525
"""A hundred years: no agreement looks further, and the calendar ends in 9999."""
_MONTHS_IN_YEAR = 12


def _in_any_case(words: str) -> str:
    return re.sub("[a-z]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", words)


_DAYS, _MONTHS, _YEARS = map(_in_any_case, ("days?|d|jours?|j", "months?|mois|m", "years?|y|ans?|a"))
_PART = rf"{MINUS}?[0-9]{{1,7}}\s*(?:{_DAYS}|{_MONTHS}|{_YEARS})"
_BARE_DAYS = "(?:0|[1-9][0-9]{0,3}|[12][0-9]{4}|3(?:[0-5][0-9]{3}|6(?:[0-4][0-9]{2}|5(?:[01][0-9]|2[0-5]))))"
_SUM = rf"{_PART}(?:\s*[+]?\s*{_PART})*"
DURATION = rf"(?:{_BARE_DAYS}|{_SUM})"
"""Pattern of a length of time, for Python and for JSON Schema."""
_DURATION = re.compile(rf"0|[1-9][0-9]{{0,6}}|{_SUM}")
_ONE_PART = re.compile(rf"({MINUS}?[0-9]+)\s*(?:({_DAYS})|({_MONTHS})|({_YEARS}))")
_EXAMPLES = ("60d", "6m", "1y")


def duration(text: object) -> Duration:
    """Read a length of time: ``60`` or ``60 jours``, ``6m``, ``1 an``, or a sum such as ``6m 15d``.

    A number alone counts days.

    Raises:
        RefusedError: the text is none, or one of more than a hundred years.
    """
    typed = str(text).strip()
    if len(typed) > LONGEST or not _DURATION.fullmatch(typed):
        reason = Text("{text} is not a duration", text=echoed(typed))
        raise refusal(reason, _meant(typed), such_as=_EXAMPLES)
    read = Duration(days=int(typed)) if typed.isdecimal() else _sum(typed)
    if abs(read.months) > LONGEST_MONTHS or abs(read.days) > LONGEST_DAYS:
        raise refusal(Text("{text} is longer than a hundred years", text=echoed(typed)), such_as=_EXAMPLES)
    return read


def _sum(typed: str) -> Duration:
    days = months = 0
    for number, in_days, in_months, _in_years in _ONE_PART.findall(re.sub(MINUS, "-", typed)):
        if in_days:
            days += int(number)
        else:
            months += int(number) * (1 if in_months else _MONTHS_IN_YEAR)
    return Duration(months, days)


def _meant(typed: str) -> tuple[str, ...]:
    """Return lengths of time with the number of a text that names no unit known here."""
    number = re.match(r"[0-9]{1,3}(?![0-9.,])", typed)
    return (f"{number[0]}d", f"{number[0]}m") if number else ()
