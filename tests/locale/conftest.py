"""A French reader in this process."""

import pytest

from clusters_cli.commands.shared.help import speak_to_reader
from clusters_cli.presentation.locales import OWN_VARIABLE


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak French, whatever the locale of the tests."""
    monkeypatch.setenv(OWN_VARIABLE, "fr")
    speak_to_reader("fr")
