"""Texts that YAML takes for something else unless they stand in quotes, and how they are written then."""

import re

_LONGEST = 300
"""Characters of a line that are looked at; a hint longer than a line helps nobody."""
_KEY = r"[\w-]+"
_IN_BRACES = re.compile(rf"(?P<key>{_KEY}): +(?P<value>(?:(?!, *{_KEY}: )[^{{}}\[\]])+)")
_ON_ITS_LINE = re.compile(rf"^ *(?:- +)*(?P<key>{_KEY}): +(?P<value>.+)$")
_TAKEN_FOR_ELSE = re.compile(r"""[-@`%&*!|>?,"'#]|.*(?:: | #|, )|.*:$""")
"""How a text starts, or what it holds, that YAML reads as more than a text."""


def in_quotes(text: str, offset: int) -> str | None:
    """Return the entry of a mapping at an offset with its value in quotes, as it may be typed in its place.

    Args:
        text: a YAML text.
        offset: where something is wrong with it, in characters.

    Returns:
        The key and the quoted value, ``None`` where quotes change nothing.
    """
    start = max(text.rfind("\n", 0, offset) + 1, offset - _LONGEST)
    end = text.find("\n", offset)
    line = text[start : offset + _LONGEST if end < 0 else min(end, offset + _LONGEST)]
    at = offset - start
    entries = _IN_BRACES.finditer(line) if "{" in line[:at] else filter(None, [_ON_ITS_LINE.match(line)])
    for entry in entries:
        value = entry["value"].strip()
        if entry.start() <= at <= entry.end() and _TAKEN_FOR_ELSE.match(value):
            return f"{entry['key']}: {_quoted(value)}"
    return None


def in_flow(value: str) -> str:
    """Return a text as it is written between braces or brackets: in quotes where it needs them."""
    return _quoted(value) if not value or _TAKEN_FOR_ELSE.match(value) or re.search(r"[\[\]{}]", value) else value


def _quoted(value: str) -> str:
    bare = value[1:-1] if value[:1] in ("'", '"') and value[-1] == value[0] and len(value) > 1 else value
    if not re.search(r'["\\]', bare):
        return f'"{bare}"'
    return "'" + bare.replace("'", "''") + "'"
