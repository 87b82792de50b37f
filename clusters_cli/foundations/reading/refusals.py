"""How a reader refuses a text: what is wrong with it, and what was perhaps meant."""

from collections.abc import Iterable

from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, Value, one_of

_LONGEST_ECHO = 60
"""Characters of a text that a message repeats; no id is longer."""
_MOST_READINGS = 2
"""Readings that a message names; with more of them it would be a riddle."""


def echoed(text: object) -> str:
    """Return a text as messages repeat it: in quotes, cut where it is too long."""
    return repr(clipped(text))


def clipped(text: object) -> str:
    """Return a text as messages name it: cut where it is too long."""
    typed = str(text)
    return typed if len(typed) <= _LONGEST_ECHO else f"{typed[:_LONGEST_ECHO]}…"


def refusal(reason: Text, meant: Iterable[Value] = (), *, such_as: Iterable[Value]) -> RefusedError:
    """Return the error that refuses a text.

    Args:
        reason: what is wrong, with what was found.
        meant: what was perhaps meant, typed so that the reader takes it; the same reading may come twice.
        such_as: how such a value is typed, when nothing tells what was meant.
    """
    readings = tuple(dict.fromkeys(meant))[:_MOST_READINGS]
    if readings:
        return RefusedError(Text("{reason}: {readings}?", reason=reason, readings=one_of(readings)))
    return RefusedError(Text("{reason}; write it as {examples}", reason=reason, examples=one_of(such_as)))
