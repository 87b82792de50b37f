"""Names as people type them: compared without case, accents or punctuation, and forgiven when nearly right."""

import difflib
import unicodedata
from collections.abc import Iterable

_LONGEST = 200
"""Characters of a name that is compared with others; comparing takes the square of it."""


def fold(text: str) -> str:
    """Return the text in lower case, without accents, its words joined by single hyphens.

    >>> fold("  Nékoé ")
    'nekoe'
    >>> fold("Les Champs  du Possible")
    'les-champs-du-possible'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return "-".join("".join(char if char.isalnum() else " " for char in plain).split())


def nearest(wanted: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Return the known names most like the one wanted, the nearest first.

    A name that begins with what was typed is near too, however long it is; nothing is near to a text longer than names.
    """
    if len(wanted) > _LONGEST:
        return []
    folded = {fold(name): name for name in known}
    target = fold(wanted)
    close = difflib.get_close_matches(target, folded, n=count, cutoff=0.6)
    begun = [name for name in folded if target and name.startswith(target) and name not in close]
    return [folded[name] for name in (close + begun)[:count]]
