"""Where in a source, in the reader's language.

A locator is written once, in English, since it names parts of a text: ``part I, 2.1.1, table of vocations``.  Its few
words have their translation here; everything else in it is a number, a letter or a name.
"""

import re
from functools import lru_cache

from clusters_cli.foundations.messages import _


def placed(locator: str) -> str:
    """Return a locator with the words it is made of in the reader's language."""
    return _pattern().sub(lambda word: _words()[word[0]], locator)


def _words() -> dict[str, str]:
    return {
        "part": _("part"),
        "annex": _("annex"),
        "chapter": _("chapter"),
        "introduction": _("introduction"),
        "context": _("context"),
        "note": _("note"),
        "matrix": _("matrix"),
        "recommendation": _("recommendation"),
        "obstacle": _("obstacle"),
        "table of supported clusters": _("table of supported clusters"),
        "table of pôles": _("table of pôles"),
        "table of members by region": _("table of members by region"),
        "table of vocations": _("table of vocations"),
        "statement of the CFDT group": _("statement of the CFDT group"),
        "statement of the CGT group": _("statement of the CGT group"),
        "statement of": _("statement of"),
        "interview of": _("interview of"),
        "April": _("April"),
        "and": _("and"),
        "file ids": _("file ids"),
        "file id": _("file id"),
    }


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_words(), key=len, reverse=True))})\b")
