"""Where in a source or a law, in the reader's language.

A locator or a reference is written once, in English, since it names parts of texts: ``part I, table of vocations``,
``GBER art. 27(9)``.  Its few words have their translation here; all else in it is a number, a letter or a name.
"""

import re
from functools import lru_cache

from clusters_cli.foundations.messages import Language, _


def placed(locator: str, spoken: Language | None = None) -> str:
    """Return a locator with the words it is made of in the reader's language."""
    words = _words(spoken)
    return _pattern().sub(lambda word: words[word[0]], locator).replace("; ", _("; ", spoken))


def _words(spoken: Language | None = None) -> dict[str, str]:
    return {
        "part": _("part", spoken),
        "annex": _("annex", spoken),
        "chapter": _("chapter", spoken),
        "introduction": _("introduction", spoken),
        "context": _("context", spoken),
        "note": _("note", spoken),
        "matrix": _("matrix", spoken),
        "recommendation": _("recommendation", spoken),
        "obstacle": _("obstacle", spoken),
        "table of supported clusters": _("table of supported clusters", spoken),
        "table of pôles": _("table of pôles", spoken),
        "table of members by region": _("table of members by region", spoken),
        "table of vocations": _("table of vocations", spoken),
        "statement of the CFDT group": _("statement of the CFDT group", spoken),
        "statement of the CGT group": _("statement of the CGT group", spoken),
        "statement of": _("statement of", spoken),
        "interview of": _("interview of", spoken),
        "April": _("April", spoken),
        "and": _("and", spoken),
        "GBER": _("GBER", spoken),
        "CPR": _("CPR", spoken),
        "Regulation (EU)": _("Regulation (EU)", spoken),
        "Regulations (EU)": _("Regulations (EU)", spoken),
        "regulation (EU)": _("regulation (EU)", spoken),
        "as amended by": _("as amended by", spoken),
        "annexes": _("annexes", spoken),
        "French exempted frameworks": _("French exempted frameworks", spoken),
        "CESER report of April 2023": _("CESER report of April 2023", spoken),
        "CESER report": _("CESER report", spoken),
        "not law": _("not law", spoken),
        "DGE-CGET-Régions guide on clusters": _("DGE-CGET-Régions guide on clusters", spoken),
        "Circulaire of 29 September 2015": _("Circulaire of 29 September 2015", spoken),
        "announcement of 27 March 2023": _("announcement of 27 March 2023", spoken),
        "INTERREG North-West Europe": _("INTERREG North-West Europe", spoken),
        "file ids": _("file ids", spoken),
        "file id": _("file id", spoken),
    }


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_words(), key=len, reverse=True)))})(?!\w)")
