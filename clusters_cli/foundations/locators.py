"""Where in a source or a law, in the reader's language.

A locator or a reference is written once, in English, since it names parts of texts: ``part I, table of vocations``,
``GBER art. 27(9)``.  Its few words have their translation here; all else in it is a number, a letter or a name.
"""

import re
from functools import lru_cache

from clusters_cli.foundations.messages import _


def placed(locator: str) -> str:
    """Return a locator with the words it is made of in the reader's language."""
    words = _words()
    return _pattern().sub(lambda word: words[word[0]], locator).replace("; ", _("; "))


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
        "GBER": _("GBER"),
        "CPR": _("CPR"),
        "Regulation (EU)": _("Regulation (EU)"),
        "Regulations (EU)": _("Regulations (EU)"),
        "regulation (EU)": _("regulation (EU)"),
        "as amended by": _("as amended by"),
        "annexes": _("annexes"),
        "French exempted frameworks": _("French exempted frameworks"),
        "CESER report of April 2023": _("CESER report of April 2023"),
        "CESER report": _("CESER report"),
        "not law": _("not law"),
        "DGE-CGET-Régions guide on clusters": _("DGE-CGET-Régions guide on clusters"),
        "Circulaire of 29 September 2015": _("Circulaire of 29 September 2015"),
        "announcement of 27 March 2023": _("announcement of 27 March 2023"),
        "INTERREG North-West Europe": _("INTERREG North-West Europe"),
        "file ids": _("file ids"),
        "file id": _("file id"),
    }


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_words(), key=len, reverse=True)))})(?!\w)")
