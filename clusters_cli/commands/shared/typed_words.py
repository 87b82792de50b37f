"""Closed words and columns typed on the command line, in the words of any language of the program."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text, labelled

if TYPE_CHECKING:
    from clusters_cli.foundations.words import Vocabulary

UNKNOWN_WORD = Explanation(
    "USE118",
    Text("not one of the words that an option takes"),
    Text("The option takes one of a few words only, in English or in French; what is typed is none of them."),
    Text("Take one of those in the message."),
    example="clusters list --maturity strctured",
)
WordT = TypeVar("WordT", bound="Vocabulary")


def word(kind: type[WordT], text: str, option: str) -> WordT:
    """Read a word of a closed set, as the program prints it in any of its languages.

    Raises:
        UsageError: it is none of them.
    """
    from clusters_cli.commands.shared.printed_words import find_printed
    from clusters_cli.foundations.words import UnknownWordError

    member = find_printed(kind, text)
    if member is None:
        error = UnknownWordError(kind, text)
        hint = Text("did you mean {name}?", name=error.meant) if error.meant else None
        raise UsageError(labelled(option, error.reason), UNKNOWN_WORD, hint=hint)
    return member


def words(kind: type[WordT], texts: Sequence[str] | None, option: str) -> tuple[WordT, ...]:
    """Read the words of a repeatable option; none if it was not given.

    Raises:
        UsageError: one is no word of the set.
    """
    return tuple(word(kind, text, option) for text in texts or ())


def column(text: str) -> str:
    """Read a column of a list: its key, or its heading in any language, with or without its unit.

    Returns:
        The key; what is no column as it was typed, for the list to refuse.
    """
    from clusters_cli.foundations.names import fold
    from clusters_cli.presentation.catalogues import languages
    from clusters_cli.presentation.languages import word as worded
    from clusters_cli.registry import COLUMNS

    headings = [(worded(one.heading, spoken), one.name) for spoken in languages() for one in COLUMNS]
    names = [(heading.partition(" (")[0], name) for heading, name in headings] + [(one.name,) * 2 for one in COLUMNS]
    return {fold(spelling): name for spelling, name in (*headings, *names)}.get(fold(text), text.strip())


def sorting(text: str) -> str:
    """Read the column that a list is sorted by; ``-`` before it is descending."""
    return f"-{column(text[1:])}" if text.startswith("-") else column(text)
