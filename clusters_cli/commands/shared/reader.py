"""The reader of this run: whoever typed the command, whose language is chosen once, when the run begins.

Answers are values, and are worded in a language that is passed on.  Only Typer keeps texts of its own, the help of
commands and options: they are marked with ``_`` where they stand, and translated when a reader asks for help.
"""

from contextvars import ContextVar

from clusters_cli.foundations.text import Language
from clusters_cli.presentation.catalogues import SOURCE, catalogue

_LANGUAGE: ContextVar[Language] = ContextVar("language", default=SOURCE)


def read_in(language: Language) -> None:
    """Choose the language of the reader."""
    _LANGUAGE.set(language)


def language() -> Language:
    """Return the language of the reader."""
    return _LANGUAGE.get()


def _(text: str) -> str:
    """Mark a text of a help, in English, which is translated for each reader."""
    return text


def translated(text: str) -> str:
    """Return a marked text in the language of the reader."""
    return catalogue(language()).gettext(text)
