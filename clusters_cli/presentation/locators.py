"""Where in a source or a law, in a language.

A locator or a reference is written once, in English, since it names parts of texts: ``part I, table of vocations``,
``GBER art. 27(9)``.  The words that any text may hold, and those of the law, have their translation here; a registry
gives its own.  All else in it is a number, a letter or a name.
"""

import re
from functools import cache

from clusters_cli.foundations.text import Language, Locator, Text
from clusters_cli.presentation.catalogues import catalogue

_WORDS = (
    Text("part"),
    Text("annex"),
    Text("chapter"),
    Text("introduction"),
    Text("context"),
    Text("note"),
    Text("recommendation"),
    Text("obstacle"),
    Text("April"),
    Text("and"),
    Text("GBER"),
    Text("CPR"),
    Text("Regulation (EU)"),
    Text("Regulations (EU)"),
    Text("regulation (EU)"),
    Text("as amended by"),
    Text("annexes"),
    Text("French exempted frameworks"),
    Text("not law"),
    Text("DGE-CGET-Régions guide on clusters"),
    Text("Circulaire of 29 September 2015"),
    Text("announcement of 27 March 2023"),
    Text("INTERREG North-West Europe"),
)
_SEPARATOR = Text("; ")


def placed(locator: Locator, language: Language) -> str:
    """Return a locator with the words it is made of in a language."""
    gettext = catalogue(language).gettext
    own = {written: named.in_language(language) for written, named in locator.words.items()}
    words = {**{text.template: gettext(text.template) for text in _WORDS}, **own}
    in_words = _pattern(tuple(words)).sub(lambda found: words[found[0]], locator.written)
    return in_words.replace(_SEPARATOR.template, gettext(_SEPARATOR.template))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds words that stand alone, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
