"""The catalogues of messages, one for each language but English, which is the language of the source."""

import gettext
from functools import lru_cache
from pathlib import Path

from clusters_cli.foundations.text import Language

DOMAIN = "clusters"
LOCALE_DIR = Path(__file__).parent.parent / "locale"


@lru_cache(maxsize=4)
def catalogue(language: Language) -> gettext.NullTranslations:
    """Return the messages of the program in a language."""
    return gettext.translation(DOMAIN, LOCALE_DIR, languages=[language], fallback=True)
