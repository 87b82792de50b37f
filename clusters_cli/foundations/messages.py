"""Text that a person reads, translated by gettext.

English is the language of the source; the locale chooses the catalogue (``CLUSTERS_LANG`` wins, then ``LANGUAGE``,
``LC_ALL``, ``LC_MESSAGES``, ``LANG``).  Machine output never passes through here.
"""

import gettext
import os
from functools import lru_cache
from pathlib import Path
from typing import Literal

DOMAIN = "clusters"
LOCALE_DIR = Path(__file__).parent.parent / "locale"

Language = Literal["en", "fr"]


@lru_cache(maxsize=1)
def language() -> Language:
    """Return the language of the reader: French if the locale asks for it before English, else English."""
    names = ("CLUSTERS_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((os.environ[name] for name in names if os.environ.get(name)), "")
    for name in wanted.split(":"):
        if name[:2] == "fr":
            return "fr"
        if name[:2] == "en" or name in ("C", "POSIX", "C.UTF-8"):
            return "en"
    return "en"


@lru_cache(maxsize=1)
def _translations() -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE_DIR, languages=[language()], fallback=True)


def _(message: str) -> str:
    """Translate a message into the reader's language, or return it as it is."""
    return _translations().gettext(message)


def plural(singular: str, plural_form: str, count: int) -> str:
    """Translate a message that depends on a count."""
    return _translations().ngettext(singular, plural_form, count)
