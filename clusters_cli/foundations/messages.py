"""Text that a person reads, translated by gettext.

English is the language of the source; the locale chooses the catalogue.  Machine output never passes through here.
"""

import gettext
from functools import lru_cache
from pathlib import Path

DOMAIN = "clusters"
LOCALE_DIR = Path(__file__).parent.parent / "locale"


@lru_cache(maxsize=1)
def _translations() -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE_DIR, fallback=True)


def _(message: str) -> str:
    """Translate a message into the reader's language, or return it as it is."""
    return _translations().gettext(message)


def plural(singular: str, plural_form: str, count: int) -> str:
    """Translate a message that depends on a count."""
    return _translations().ngettext(singular, plural_form, count)
