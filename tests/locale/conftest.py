"""A French reader in this process."""

import pytest

from clusters_cli.presentation.locales import OWN_VARIABLE
from clusters_cli.presentation.messages import speak


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak French, whatever the locale of the tests."""
    monkeypatch.setenv(OWN_VARIABLE, "fr")
    speak("fr")
