"""Two organisations that cannot be two: the same SIREN or SIRET; and two that share a website."""

import re
from collections.abc import Iterator

from clusters_cli.foundations.problems import Level
from clusters_cli.foundations.reading.refusals import clipped
from clusters_cli.foundations.text import Text
from clusters_cli.registry.documents import ORGANISATIONS, Documents, Fault, texts

_LEVELS = {"siren": Level.ERROR, "siret": Level.ERROR, "website": Level.WARNING}
"""A company or an establishment is one organisation; two may have a page on one site."""
_SITE = re.compile(r"^(?:https?://)?(?:www\.)?(?P<rest>.*?)/*$", re.IGNORECASE)


def repeated_identities(documents: Documents) -> Iterator[Fault]:
    """Yield what tells who an organisation is and is already said of another one of its file.

    A pôle and a cluster may be one organisation: they stand in two files.
    """
    for file, section in ORGANISATIONS:
        owners: dict[tuple[str, str], str] = {}
        for path, entry in documents.entries(file, section):
            owner = entry.get("id")
            if not isinstance(owner, str):
                continue
            for key, level in _LEVELS.items():
                for index, text in texts(entry, key):
                    first = owners.setdefault((key, _plain(key, text)), owner)
                    if first != owner:
                        shown = Text("{value} is already that of {owner}", value=clipped(text), owner=clipped(first))
                        yield Fault(file, (*path, key, index, "value"), "REG230", shown, level=level)


def _plain(key: str, text: str) -> str:
    """Return an identity without what makes no difference to it."""
    if key != "website":
        return text
    site = _SITE.match(text)
    return site["rest"].casefold() if site else text
