"""A French reader in this process."""

import pytest


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak French, whatever the locale of the tests."""
    monkeypatch.setattr("clusters_cli.foundations.messages._of_the_locale", lambda: "fr")
