"""Closed words typed back as the program prints them, in a language whose words stand in its catalogue alone."""

from typing import TypeVar

from clusters_cli.foundations.names import fold
from clusters_cli.foundations.words import Vocabulary, find_word
from clusters_cli.presentation.catalogues import languages
from clusters_cli.presentation.languages import word

WordT = TypeVar("WordT", bound=Vocabulary)


def find_printed(kind: type[WordT], typed: str) -> WordT | None:
    """Return the word that a person means: in English and in French as all readers take it, else as it is printed."""
    printed = (member for spoken in languages() for member in kind if fold(word(member, spoken)) == fold(typed))
    return find_word(kind, typed) or next(printed, None)


def in_known_words(kind: type[Vocabulary], typed: str) -> str:
    """Return a text that rooms read themselves, with its value in place of a word that they do not know."""
    if find_word(kind, typed):
        return typed
    return find_printed(kind, typed) or typed
