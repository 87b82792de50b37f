"""Text: what a room says, before anybody chose the language in which it is read.

A room answers with values.  Where a sentence is part of its answer, it is a template in English and the values that
stand in it; ``presentation.languages`` words it in the language it is given.  The templates are extracted for
translation where they stand, from ``Text(…)``, ``counted(…)`` and ``meant(…)``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from clusters_cli.foundations.dates import Duration

Language = str
"""The code of a language that has a catalogue, such as ``fr``; ``en`` is that of the program's own texts."""
REGISTRY_LANGUAGES: tuple[Language, ...] = ("fr", "en")
"""The languages in which a registry gives its texts."""


class Bilingual(Protocol):
    """A text that a registry gives in the languages it is read in."""

    def in_language(self, language: Language, /) -> str:
        """Return it in a language, or in the one it has."""


@dataclass(frozen=True, slots=True)
class TwoNames:
    """What a registry calls something, in French, in English or in both.

    It is light, where a model of the registry would take long to load.
    """

    fr: str | None
    en: str | None

    def in_language(self, language: Language, /) -> str:
        """Return the name in a language (``fr`` or ``en``), or in the one it has."""
        first, second = (self.fr, self.en) if language == "fr" else (self.en, self.fr)
        return first or second or ""


@dataclass(frozen=True, slots=True)
class Euros:
    """An amount in euros, with its currency."""

    amount: Decimal


@dataclass(frozen=True, slots=True)
class Share:
    """A share of 1, read as a percentage."""

    of_one: Decimal | Fraction


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things, its thousands apart; a plain ``int`` is a year, a line or a rank, and stays together."""

    number: int | Decimal


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, or what data write like one: ``2023-04-30``, ``2023-04``, ``2023-Q2``, ``03-31`` of every year."""

    written: date | str


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a source or a law: ``part I, table of vocations``, ``GBER art. 27(9)``; written once.

    Attributes:
        written: as data write it.
        words: what a registry says in other words to those who read it, such as the names of the tables of a report.
    """

    written: str
    words: Mapping[str, Bilingual] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Joined:
    """Values one after the other, each whole in itself: sentences with a space between them, lines, paragraphs."""

    parts: tuple["Value", ...]
    by: "Text | str" = " "


@dataclass(frozen=True, slots=True)
class Typed:
    """Digits with a decimal point, as the reader types them: with a comma in French."""

    digits: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values in a row, separated by commas; the last one by words, such as `` or ``, where they are given."""

    items: tuple["Value", ...]
    last: "Text | None" = None


@dataclass(frozen=True, slots=True)
class Capitalized:
    """A value that begins with a capital letter, as a line of its own does, or that is written in capitals."""

    value: "Value"
    whole: bool = False


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """A sentence, or a part of one that reads alike in every sentence.

    Attributes:
        template: in English, with the names of its values in braces.
        values: what stands in it, by name and in the order given.
        several: the template for other numbers than one, where a number chooses.
        number: the number that chooses.
        context: what the template means, where it means two things.
    """

    template: str
    values: tuple[tuple[str, "Value"], ...]
    several: str | None
    number: int | Decimal | None
    context: str | None

    def __init__(self, template: str, /, **values: "Value") -> None:
        _set(self, template=template, values=tuple(values.items()), several=None, number=None, context=None)

    def given(self, **values: "Value") -> "Text":
        """Return the text with further values, which whoever wrote its template did not know."""
        whole = Text(self.template, **dict(self.values), **values)
        _set(whole, several=self.several, number=self.number, context=self.context)
        return whole

    def __str__(self) -> str:
        raise TypeError(f"a text is worded in a language, by presentation: {self.template!r}")

    def __format__(self, spec: str) -> str:
        return str(self)


Value = (
    Text
    | Bilingual
    | Euros
    | Share
    | Count
    | date
    | Dated
    | Duration
    | Typed
    | Locator
    | Listed
    | Joined
    | Capitalized
    | str
    | int
)
"""What stands in a template: a name as it is, or a value that every language writes its own way."""
Sentence = Text | Bilingual | Listed | Joined
"""What a person reads: the program's own words, a registry's, names in a row, or several of these."""


def counted(one: str, several: str, number: int | Decimal, /, **values: Value) -> Text:
    """Return a text that depends on a number, which stands in it as ``{count}``."""
    text = Text(one, **{"count": Count(number), **values})
    _set(text, several=several, number=number)
    return text


def in_a_row(items: Iterable["Value"]) -> Joined:
    """Return several values of which each may hold a comma, as they stand in a text: ``a, b; c``."""
    return Joined(tuple(items), Text("; "))


def period(first: date | str | None, last: date | str | None) -> Joined:
    """Return a period as it stands in a cell, with a dash; an open end is ``…``."""
    return Joined((Dated(first or "…"), Dated(last or "…")), " – ")


def one_of(items: Iterable["Value"]) -> Listed:
    """Return several values of which one is meant, as they stand in a text: ``a, b or c``."""
    return Listed(tuple(items), Text(" or "))


def all_of(items: Iterable["Value"]) -> Listed:
    """Return several values of which all are meant, as they stand in a text: ``a, b and c``."""
    return Listed(tuple(items), Text(" and "))


def labelled(label: "Value", text: "Value") -> Text:
    """Return a label and what it introduces, with the colon that the reader's language puts between them."""
    return Text("{label}: {text}", label=label, text=text)


def bracketed(value: "Value", aside: "Value") -> Text:
    """Return a value with something told in brackets behind it: its id, its source, a note."""
    return Text("{value} ({aside})", value=value, aside=aside)


def meant(context: str, template: str, /, **values: Value) -> Text:
    """Return a text whose template means something else elsewhere; the context tells translators which."""
    text = Text(template, **values)
    _set(text, context=context)
    return text


def _set(text: Text, **attributes: object) -> None:
    """Give a frozen text its attributes, while it is made."""
    for name, value in attributes.items():
        object.__setattr__(text, name, value)
