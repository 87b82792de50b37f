"""Where the anchors of payment schemes are listed for people, all of them are."""

import re
from pathlib import Path

import pytest

from clusters_cli.foundations.words import read_word
from clusters_cli.registry.models.scheme_words import Anchor

ROOT = Path(__file__).parent.parent.parent
FRENCH = r"^# Ancres\s: ([^.]*)\."
STARTER = ROOT / "clusters_cli" / "registry" / "starter"
LISTED = {
    "docs/cashflow.md": (ROOT / "docs" / "cashflow.md", r"^- `anchor`: ((?:.*\n)*?)- ", r"`{anchor}`"),
    "registry/starter/programmes.yaml": (STARTER / "programmes.yaml", r"^# Anchors: ([^.]*)\.", r"\b{anchor}\b"),
    "registry/starter/fr/programmes.yaml": (STARTER / "fr" / "programmes.yaml", FRENCH, r"\b{anchor}\b"),
}
"""Each file, the passage that lists the anchors, and how one stands in it."""


@pytest.mark.parametrize("name", LISTED)
def test_every_anchor_is_listed(name: str) -> None:
    file, passage, written = LISTED[name]
    found = re.search(passage, file.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, f"{name} lists no anchors"

    missing = [anchor.value for anchor in Anchor if not re.search(written.format(anchor=anchor.value), found[1])]

    assert not missing, f"{name} does not list the anchor {', '.join(missing)}"


def test_the_french_words_beside_the_anchors_are_read_as_these() -> None:
    (listed,) = re.findall(FRENCH, (STARTER / "fr" / "programmes.yaml").read_text(encoding="utf-8"), re.MULTILINE)

    words = re.findall(r"([-\w]+) \(([^)]*)\)", listed)

    assert words
    assert [read_word(Anchor, french).value for _value, french in words] == [value for value, _french in words]
