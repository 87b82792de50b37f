"""Characters that no text of a data file needs, and that hide or reorder what a reader sees.

Bidirectional marks show a line in another order than programs read it (Boucher and Anderson, "Trojan Source", 2021);
zero-width characters make two names look like one; control characters rewrite what a terminal shows; a line break lets
what follows a name stand as a line of its own.
"""

import re
import unicodedata
from collections.abc import Iterator

from clusters_cli.foundations.text import Text

CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
"""Unicode's category Cc, but for the tabs and line ends of a text of several lines; as regular expressions write it."""
INVISIBLE = (
    r"\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
)
"""Formats (Cf), separators of lines and paragraphs (Zl, Zp), and letters that show as nothing, up to U+FFFF."""
_BEYOND = (
    r"\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    r"\ud800-\udfff"
)
"""Those after U+FFFF, and halves of them, which no text may hold alone (Cs)."""

_IN_A_FILE = re.compile(rf"[\x85{INVISIBLE}{_BEYOND}]")
HIDDEN = re.compile(rf"[{CONTROL}{INVISIBLE}{_BEYOND}]")
"""A character that no text may hold, not even one of several lines."""
_IN_A_LINE = re.compile(rf"[\t\n{CONTROL}{INVISIBLE}{_BEYOND}]")
_HALF = re.compile(r"[\ud800-\udfff]")


def hidden_in_file(text: str) -> Iterator[tuple[int, str]]:
    """Yield the characters that a whole file may not hold, comments included, each with its offset.

    Those that a parser of YAML refuses itself are left to it.
    """
    if not text.isascii():
        yield from ((found.start(), found.group()) for found in _IN_A_FILE.finditer(text))


def hidden_in(text: str, *, several_lines: bool = False) -> str | None:
    """Return the first character that a text may not hold, ``None`` if it holds none.

    Args:
        text: a value or a key.
        several_lines: whether it may hold line breaks and tabs, as a block of text does.
    """
    if text.isascii() and text.isprintable():
        return None
    found = (HIDDEN if several_lines else _IN_A_LINE).search(text)
    return found.group() if found else None


def visible(text: str, *, several_lines: bool = False) -> str:
    """Return a text with what hides or reorders it written as Python escapes it, so that it can be shown.

    A byte of a file name that is no UTF-8 is shown as such.

    Args:
        text: what somebody else wrote: a name, a path, an argument, a message that holds one of these.
        several_lines: whether its line breaks and tabs stay, as in a page.
    """
    if text.isascii() and text.isprintable():
        return text
    return (HIDDEN if several_lines else _IN_A_LINE).sub(_escaped, text)


def with_bytes_shown(text: str) -> str:
    """Return a text that can be encoded: a byte of a name that is no UTF-8 is shown as Python escapes it."""
    return _HALF.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    # Python holds a byte that is no UTF-8 as the half of a character, U+DC80 to U+DCFF (PEP 383).
    return ascii(found.group())[1:-1].replace(r"\udc", r"\x")


def told(character: str) -> Text:
    """Say what is wrong with a character that a text may not hold."""
    code = f"U+{ord(character):04X}"
    if character in "\n\r\x85\u2028\u2029":
        return Text("holds a line break ({code}); write it on one line", code=code)
    if unicodedata.category(character) == "Cc":
        return Text("holds the control character {code}; remove it", code=code)
    return Text("holds the character {code}, which hides or reorders text; remove it", code=code)
