"""What stands for a character that a stream's encoding cannot hold: never a question mark, which says nothing.

Terminals of Windows speak cp850 or cp1252, which have no narrow no-break space and no blocks; ``LC_ALL=C`` may leave
ASCII.  Python asks the handler of errors registered here for each character it cannot write; nothing else does, so
that texts and files keep their characters.
"""

import codecs
import unicodedata

READABLE = "clusters.readable"
"""Name of the handler of errors, for streams that people read."""

_ALIKE = (
    ("█", "#"),
    ("░", "."),
    ("│", "|"),
    ("─‐‑‒–—−", "-"),
    ("├└", "+"),
    ("◄", "<"),
    ("‘’", "'"),
    ("“”«»", '"'),
    ("●", "*"),
    ("○◌", "o"),
    ("€", "EUR"),
    ("≥", ">="),
    ("≤", "<="),
    ("≈", "~"),
    ("→", "->"),
    ("×", "x"),
    ("°", "o"),
    ("·•", "-"),
    ("©", "(c)"),
    ("œ", "oe"),
    ("Œ", "OE"),
    ("æ", "ae"),
    ("Æ", "AE"),
    ("ß", "ss"),
    ("ø", "o"),
    ("Ø", "O"),
    ("đ", "d"),
    ("ð", "d"),
    ("ł", "l"),
    ("Ł", "L"),
    ("ı", "i"),
    ("þ", "th"),
)
"""Characters that Unicode takes no further apart, and what reads alike: one character where columns stand below it."""
_STAND_INS = {character: stand_in for characters, stand_in in _ALIKE for character in characters}
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))


def stand_in(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for the characters that could not be encoded, and where to go on: a handler for ``codecs``.

    What has neither a stand-in nor plain letters, such as a name in another script, becomes an escape of Python's.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    refused = error.object[error.start : error.end]
    return "".join(_stand_in(character) for character in refused), error.end


def as_held(text: str, encoding: str) -> str:
    """Return a text as it reads once it has been written in an encoding."""
    return text.encode(encoding, READABLE).decode(encoding)


def _stand_in(character: str) -> str:
    plain = "".join(part for part in unicodedata.normalize("NFKD", character) if part not in _ACCENTS)
    if plain.isascii():
        return plain
    return _STAND_INS.get(plain) or character.encode("ascii", "backslashreplace").decode("ascii")


codecs.register_error(READABLE, stand_in)
