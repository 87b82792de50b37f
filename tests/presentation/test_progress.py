"""The progress bar of long work."""

import io
import sys

import pytest

from clusters_cli.presentation.progress import progress


class Terminal(io.StringIO):
    """Standard error that a person watches."""

    def isatty(self) -> bool:
        return True


def test_long_work_shows_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", watched := Terminal())
    with progress("Drawing delays", 100, long=True) as told:
        assert told is not None
        told(40)
        told(60)

    assert "Drawing delays" in watched.getvalue()


def test_short_work_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", watched := Terminal())
    with progress("Drawing delays", 100, long=False) as told:
        assert told is None

    assert watched.getvalue() == ""


def test_nobody_watching_means_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", piped := io.StringIO())
    with progress("Drawing delays", 100, long=True) as told:
        assert told is None

    assert piped.getvalue() == ""
