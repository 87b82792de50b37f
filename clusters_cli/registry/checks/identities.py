"""Two organisations that cannot be two: the same SIREN or SIRET; and two that share a website."""

import re
from collections.abc import Iterator

from clusters_cli.foundations.explanations import Explanation, Level
from clusters_cli.foundations.reading.refusals import clipped
from clusters_cli.foundations.text import Text
from clusters_cli.registry.documents import ORGANISATIONS, Documents, Fault, texts

SHARED_IDENTITY = Explanation(
    "REG230",
    Text("one identity for two organisations"),
    Text("A SIREN is one company and a SIRET one establishment."),
    Text("Correct the number; if both entries are one organisation, keep one of them, with aliases."),
    example=(
        '- {id: alpha, siren: [{value: "732829320", source: report}]}\n'
        '- {id: beta, siren: [{value: "732829320", source: report}]}'
    ),
)


SHARED_WEBSITE = Explanation(
    "REG231",
    Text("one website for two organisations"),
    Text("A website is mostly that of one organisation; two may have a page each on one site."),
    Text(
        "Give each organisation the address of its own page; if both entries are one organisation, keep one of them, "
        "with aliases."
    ),
    example=(
        "- {id: alpha, website: [{value: https://alpha.fr, source: report}]}\n"
        "- {id: beta, website: [{value: https://alpha.fr, source: report}]}"
    ),
    level=Level.WARNING,
)

_SHARED = {"siren": SHARED_IDENTITY, "siret": SHARED_IDENTITY, "website": SHARED_WEBSITE}
"""What tells who an organisation is, and what to say when two have it."""
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
            for key, explanation in _SHARED.items():
                for index, text in texts(entry, key):
                    first = owners.setdefault((key, _plain(key, text)), owner)
                    if first != owner:
                        shown = Text("{value} is already that of {owner}", value=clipped(text), owner=clipped(first))
                        yield Fault(file, (*path, key, index, "value"), explanation, shown)


def _plain(key: str, text: str) -> str:
    """Return an identity without what makes no difference to it."""
    if key != "website":
        return text
    site = _SITE.match(text)
    return site["rest"].casefold() if site else text
