"""The catalogues of messages, one for each language but English, which is the language of the source."""

import gettext
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from clusters_cli.foundations.text import Language

DOMAIN = "clusters"
LOCALE_DIR = Path(__file__).parent.parent / "locale"
SOURCE: Language = "en"
"""The language in which the messages are written."""


def po_files() -> Mapping[Language, Path]:
    """Return the catalogue of each language as people write it, by the language.

    A folder without one is no language: what was compiled outlives its source when another version is checked out.
    """
    return {file.parent.parent.name: file for file in sorted(LOCALE_DIR.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))}


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages that the program speaks: that of its source, and each that has a catalogue."""
    return (SOURCE, *po_files())


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """Return the messages of the program in a language."""
    return gettext.translation(DOMAIN, LOCALE_DIR, languages=[language], fallback=True)
