"""Which language an environment asks for.

``CLUSTERS_LANG`` wins, then ``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES``, ``LANG``.
"""

import re
from collections.abc import Mapping

from clusters_cli.foundations.text import Language
from clusters_cli.presentation.catalogues import SOURCE, languages

OWN_VARIABLE = "CLUSTERS_LANG"
"""The variable that names the language of the program alone."""
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the first language that an environment asks for and the program speaks, else English."""
    own = _first_spoken(environment.get(OWN_VARIABLE, ""))
    locale = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return own or _first_spoken(locale) or SOURCE


def unknown_language(environment: Mapping[str, str]) -> str | None:
    """Return what ``CLUSTERS_LANG`` names when the program does not speak it; the locale then decides."""
    wanted = environment.get(OWN_VARIABLE, "")
    return wanted if wanted and _first_spoken(wanted) is None else None


def _first_spoken(wanted: str) -> Language | None:
    """Return the first language of a locale such as ``fr_FR.UTF-8`` or of a list ``de:fr`` that the program speaks."""
    known = {language.casefold(): language for language in languages()}
    names = (re.split("[-_.@]", name.strip().casefold())[0] for name in wanted.split(":"))
    return next((known[name] for name in names if name in known), None)
