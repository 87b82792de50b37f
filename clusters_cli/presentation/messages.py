"""What the commands and their views say, in the language of the run.

Rooms answer with texts, and :mod:`clusters_cli.presentation.languages` words them in the language it is given.  A
command speaks to one reader, whose language is chosen once, when the run begins.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from clusters_cli.foundations.text import Language, Value
from clusters_cli.presentation.catalogues import SOURCE, catalogue
from clusters_cli.presentation.languages import word

_OF_THE_RUN: ContextVar[Language] = ContextVar("language", default=SOURCE)


def speak(language: Language) -> None:
    """Choose the language of the run."""
    _OF_THE_RUN.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak a language for a while."""
    before = _OF_THE_RUN.set(language)
    try:
        yield
    finally:
        _OF_THE_RUN.reset(before)


def language() -> Language:
    """Return the language of the run."""
    return _OF_THE_RUN.get()


def spoken(value: Value | None) -> str:
    """Return a text, or a value that stands among words, in the language of the run; nothing for no text."""
    return "" if value is None else word(value, language())


def _(message: str) -> str:
    """Translate a message into the language of the run, or return it as it is."""
    return catalogue(language()).gettext(message)


def plural(singular: str, plural_form: str, count: int) -> str:
    """Translate a message that depends on a count."""
    return catalogue(language()).ngettext(singular, plural_form, count)


def labelled(label: object, text: object) -> str:
    """Return a label and what it introduces, with the colon that the reader's language puts between them."""
    return _("{label}: {text}").format(label=label, text=text)
