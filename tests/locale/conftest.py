"""A French reader in this process, and the tool that keeps the catalogues."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent.parent))  # for tools/, which is no part of the installed program


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak French, whatever the locale of the tests."""
    monkeypatch.setattr("clusters_cli.foundations.messages._of_the_locale", lambda: "fr")
