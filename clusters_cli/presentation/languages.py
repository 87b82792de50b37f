"""Wording: the only place where a text becomes a sentence, in the language it is given."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.text import (
    Bilingual,
    Capitalized,
    Count,
    Dated,
    Euros,
    Joined,
    Language,
    Listed,
    Locator,
    Share,
    Text,
    Typed,
    Value,
    counted,
)
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.presentation import numerals
from clusters_cli.presentation.catalogues import SOURCE, catalogue
from clusters_cli.presentation.locators import placed


def word(value: Value, language: Language) -> str:
    """Return a text, a word of a closed set, or a value that stands in a text, as people read it.

    A name stays as it is.
    """
    if isinstance(value, Vocabulary):
        return word(value.text, language)
    if isinstance(value, (str, int)):
        return str(value)
    if isinstance(value, Text):
        words = _template(value, language)
        return words.format(**{name: word(inner, language) for name, inner in value.values}) if value.values else words
    return _WRITERS.get(type(value), _bilingual)(value, language)


def _template(text: Text, language: Language) -> str:
    spoken = catalogue(language)
    if text.several is not None and text.number is not None:
        return spoken.ngettext(text.template, text.several, _chooser(text.number, language))
    return spoken.pgettext(text.context, text.template) if text.context else spoken.gettext(text.template)


def _chooser(number: int | Decimal, language: Language) -> int:
    """Return the whole number by which a catalogue chooses a form.

    A language that counts nothing as one, as French does, counts 1.5 as one too; others count it as several.
    """
    chosen = getattr(catalogue(language), "plural", _as_in_english)
    several = 2
    return several if number % 1 and chosen(0) == chosen(several) else int(number)


def _as_in_english(number: int) -> int:
    return int(number != 1)


def _bilingual(value: Bilingual, language: Language) -> str:
    return value.in_language(language)


def _listed(value: Listed, language: Language) -> str:
    words = [word(item, language) for item in value.items]
    if value.last is None or len(words) <= 1:
        return ", ".join(words)
    return f"{', '.join(words[:-1])}{word(value.last, language)}{words[-1]}"


def _joined(value: Joined, language: Language) -> str:
    return word(value.by, language).join(word(part, language) for part in value.parts)


def _capitalized(value: Capitalized, language: Language) -> str:
    words = word(value.value, language)
    return words.upper() if value.whole else words[:1].upper() + words[1:]


def _duration(value: Duration, language: Language) -> str:
    """Return a length of time: as options take it in English, ``6m``, in words in other languages, ``6 mois``."""
    if language == SOURCE:
        return str(value)
    months = [counted("{count} month", "{count} months", value.months, count=value.months)] * bool(value.months)
    days = [counted("{count} day", "{count} days", value.days, count=value.days)] * bool(value.days or not value.months)
    return " ".join(word(part, language) for part in (*months, *days))


_WRITERS: Mapping[type, Callable[[Any, Language], str]] = {
    Euros: lambda value, language: numerals.money(value.amount, language),
    Share: lambda value, language: numerals.percent(value.of_one, language),
    Count: lambda value, language: numerals.grouped(f"{Decimal(value.number).normalize():,f}", language),
    date: numerals.day,
    Dated: lambda value, language: numerals.written(value.written, language),
    Duration: _duration,
    Locator: placed,
    Typed: lambda value, language: numerals.grouped(value.digits, language),
    Listed: _listed,
    Joined: _joined,
    Capitalized: _capitalized,
}
"""How each kind of value is written among words."""
