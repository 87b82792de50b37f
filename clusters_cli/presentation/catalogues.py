"""The catalogues of messages, one for each language but English, which is the language of the source."""

import gettext
from functools import cache
from pathlib import Path

from clusters_cli.foundations.text import Language

DOMAIN = "clusters"
LOCALE_DIR = Path(__file__).parent.parent / "locale"
SOURCE: Language = "en"
"""The language in which the messages are written."""


@cache
def languages() -> tuple[Language, ...]:
    """Return the languages that the program speaks: that of its source, and each that has a catalogue."""
    return (SOURCE, *sorted(file.parent.parent.name for file in LOCALE_DIR.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")))


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """Return the messages of the program in a language."""
    return gettext.translation(DOMAIN, LOCALE_DIR, languages=[language], fallback=True)
