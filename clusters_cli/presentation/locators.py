"""Where in a source or a law, in a language.

A locator or a reference is written once, in English, since it names parts of texts: ``part I, table of vocations``,
``GBER art. 27(9)``.  Its few words have their translation here; all else in it is a number, a letter or a name.
"""

import re

from clusters_cli.foundations.text import Language, Text
from clusters_cli.presentation.catalogues import catalogue

_WORDS = (
    Text("part"),
    Text("annex"),
    Text("chapter"),
    Text("introduction"),
    Text("context"),
    Text("note"),
    Text("matrix"),
    Text("recommendation"),
    Text("obstacle"),
    Text("table of supported clusters"),
    Text("table of pôles"),
    Text("table of members by region"),
    Text("table of vocations"),
    Text("statement of the CFDT group"),
    Text("statement of the CGT group"),
    Text("statement of"),
    Text("interview of"),
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
    Text("CESER report of April 2023"),
    Text("CESER report"),
    Text("not law"),
    Text("DGE-CGET-Régions guide on clusters"),
    Text("Circulaire of 29 September 2015"),
    Text("announcement of 27 March 2023"),
    Text("INTERREG North-West Europe"),
    Text("file ids"),
    Text("file id"),
)
_SEPARATOR = Text("; ")
_LONGEST_FIRST = sorted((text.template for text in _WORDS), key=len, reverse=True)
_PATTERN = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?!\w)")


def placed(locator: str, language: Language) -> str:
    """Return a locator with the words it is made of in a language."""
    in_words = catalogue(language).gettext
    words = _PATTERN.sub(lambda found: in_words(found[0]), locator)
    return words.replace(_SEPARATOR.template, in_words(_SEPARATOR.template))
