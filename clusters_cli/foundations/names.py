"""Names as people type them: compared without what nobody types twice alike, and forgiven when nearly right."""

import difflib
import unicodedata
from collections.abc import Iterable

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""How an id is written: kebab-case ASCII, which no shell takes for anything else."""
_LONGEST = 200
"""Characters of a name that is compared with others; comparing takes the square of it."""
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t"})
"""Letters that Unicode does not take apart, and that a keyboard may lack."""
_APOSTROPHES = "\u02b9\u02bb\u02bc\u02bd\u02c8\u2032\u2212"
"""What stands for an apostrophe, and the minus sign for a dash, in categories of their own."""
_TELLING = "#%&*@"
"""Punctuation that tells two names apart, as symbols such as ``+`` do."""


class _Significant(dict[int, int | None]):
    """Keeps the characters that count in a name and drops the others; each is judged once."""

    def __missing__(self, code: int) -> int | None:
        character = chr(code)
        category = unicodedata.category(character)
        dropped = category[0] in "PZMC" or category == "Sk" or character in _APOSTROPHES
        self[code] = kept = None if dropped and character not in _TELLING and category != "Mc" else code
        return kept


_SIGNIFICANT = _Significant()


def fold(text: str) -> str:
    """Return what two spellings of a name have in common: by it names are looked up and found to be the same.

    Case, accents, ligatures, apostrophes, dashes, spaces and other punctuation make no difference, nor whether a
    letter and its accent are one character or two.  Symbols do: ``C++`` is not ``C``.

    >>> fold("  Nékoé ")
    'nekoe'
    >>> fold("Les Champs  du Possible") == fold("les-champs-du-possible")
    True
    >>> fold("Cœur d’Hérault") == fold("coeur d'herault")
    True
    """
    letters = unicodedata.normalize("NFKD", text).casefold().translate(_LIGATURES)
    return unicodedata.normalize("NFKD", letters).translate(_SIGNIFICANT) or text.strip()


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
