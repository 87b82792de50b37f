"""Values typed behind a name and an equals sign, ``Région=3m``: by the name, each once."""

from collections.abc import Sequence

from clusters_cli.commands.shared.repeats import given_twice
from clusters_cli.commands.shared.values import UNREADABLE_VALUE
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.names import fold
from clusters_cli.foundations.text import Text


def by_name(texts: Sequence[str] | None, option: str, shape: Text) -> dict[str, str]:
    """Split values typed as ``NAME=VALUE``; a name may hold an equals sign, a value does not.

    Args:
        texts: what was typed.
        option: after which.
        shape: how it is written.

    Raises:
        UsageError: one has no name or no value, or a name stands twice.
    """
    found: dict[str, str] = {}
    for text in texts or ():
        name, _equals, value = text.rpartition("=")
        if not name.strip() or not value.strip():
            message = Text("{option}: {text!r} is not {shape}", option=option, text=text, shape=shape)
            raise UsageError(message, UNREADABLE_VALUE)
        if fold(name) in map(fold, found):
            raise given_twice(f"{option} {name.strip()}")
        found[name.strip()] = value.strip()
    return found
