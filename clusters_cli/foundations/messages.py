"""Text that a person reads, translated by gettext.

English is the language of the source; the locale chooses the catalogue (``CLUSTERS_LANG`` wins, then ``LANGUAGE``,
``LC_ALL``, ``LC_MESSAGES``, ``LANG``).  Machine output never passes through here.
"""

import gettext
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

DOMAIN = "clusters"
LOCALE_DIR = Path(__file__).parent.parent / "locale"

Language = Literal["en", "fr"]

OWN_VARIABLE = "CLUSTERS_LANG"
"""The environment variable that names the language of the program alone."""
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_to_a_program = False


def language() -> Language:
    """Return the language to speak: English to a program, else French if the locale asks for it before English."""
    return "en" if _to_a_program else _of_the_locale()


def speak(*, to_a_program: bool = False) -> None:
    """Choose to whom the program speaks from now on.

    The libraries that use gettext's own functions then speak the same language, from our catalogue.

    Args:
        to_a_program: whether the output is for a program, which always gets English.
    """
    global _to_a_program  # noqa: PLW0603  (a process speaks one language at a time)
    _to_a_program = to_a_program
    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain(DOMAIN, LOCALE_DIR)
    gettext.textdomain(DOMAIN)


def unknown_language() -> str | None:
    """Return what ``CLUSTERS_LANG`` names when the program does not speak it; the locale then decides."""
    wanted = os.environ.get(OWN_VARIABLE, "")
    return wanted if wanted and _first_spoken(wanted) is None else None


@lru_cache(maxsize=1)
def _of_the_locale() -> Language:
    own = _first_spoken(os.environ.get(OWN_VARIABLE, ""))
    locale = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    return own or _first_spoken(locale) or "en"


def _first_spoken(wanted: str) -> Language | None:
    """Return the first language of a locale such as ``fr_FR.UTF-8`` or of a list ``de:fr`` that the program speaks."""
    spoken: dict[str, Language] = {language_.casefold(): language_ for language_ in get_args(Language)}
    names = (re.split("[-_.@]", name.strip().casefold())[0] for name in wanted.split(":"))
    return next((spoken[name] for name in names if name in spoken), None)


@lru_cache(maxsize=2)
def _translations(language_: Language) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE_DIR, languages=[language_], fallback=True)


def _(message: str, spoken: Language | None = None) -> str:
    """Translate a message into the reader's language, or return it as it is."""
    return _translations(spoken or language()).gettext(message)


def labelled(label: object, text: object) -> str:
    """Return a label and what it introduces, with the colon that the reader's language puts between them."""
    return _("{label}: {text}").format(label=label, text=text)


def plural(singular: str, plural_form: str, count: int, spoken: Language | None = None) -> str:
    """Translate a message that depends on a count."""
    return _translations(spoken or language()).ngettext(singular, plural_form, count)
