"""Where the anchors of payment schemes are listed for people, all of them are."""

import re
from pathlib import Path

import pytest

from clusters_cli.foundations.text import Language
from clusters_cli.foundations.words import read_word
from clusters_cli.presentation.locales import OWN_VARIABLE
from clusters_cli.registry.models.scheme_words import Anchor
from tests.conftest import Cli

PAGE = Path(__file__).parent.parent.parent / "docs" / "cashflow.md"


def test_the_page_lists_every_anchor() -> None:
    found = re.search(r"^- `anchor`: ((?:.*\n)*?)- ", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, "docs/cashflow.md lists no anchors"

    missing = [anchor.value for anchor in Anchor if f"`{anchor.value}`" not in found[1]]

    assert not missing, f"docs/cashflow.md does not list the anchor {', '.join(missing)}"


@pytest.mark.parametrize(("language", "label"), [("en", "Anchors:"), ("fr", "Ancres\u00a0:")])
def test_a_new_registry_lists_every_anchor_with_words_that_are_read_as_it(
    language: Language, label: str, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OWN_VARIABLE, language)
    assert cli("init", str(tmp_path / "mine")).exit_code == 0
    (line,) = (
        line
        for line in (tmp_path / "mine" / "programmes.yaml").read_text(encoding="utf-8").splitlines()
        if line.startswith(f"# {label}")
    )

    listed = re.findall(r"([-\w]+)(?: \(([^)]*)\))?[,.]", line)

    assert [value for value, _words in listed] == [anchor.value for anchor in Anchor]
    assert [read_word(Anchor, words or value).value for value, words in listed] == [value for value, _words in listed]
