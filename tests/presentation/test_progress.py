"""The progress bar of long work."""

import io
import sys
from collections.abc import Callable

import pytest

from clusters_cli.presentation.progress import progress


class Terminal(io.StringIO):
    """Standard error that a person watches."""

    def isatty(self) -> bool:
        return True


def clock(*seconds: float) -> Callable[[], float]:
    """Return a clock that tells these times one after the other."""
    return iter(seconds).__next__


def test_work_that_lasts_two_seconds_shows_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", watched := Terminal())
    with progress("Drawing delays", "en", 100, clock(0, 1.9, 2)) as told:
        assert told is not None
        told(40)
        before = watched.getvalue()
        told(20)
        told(40)

    assert before == ""
    assert "Drawing delays" in watched.getvalue()
    assert "100%" in watched.getvalue()


def test_the_bar_is_cleared_at_the_end_of_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", watched := Terminal())
    monkeypatch.setenv("TERM", "xterm")
    with progress("Drawing delays", "en", 100, clock(0, 2)) as told:
        assert told is not None
        told(40)

    assert watched.getvalue().endswith("\x1b[1A\x1b[2K")


def test_short_work_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", watched := Terminal())
    with progress("Drawing delays", "en", 100, clock(0, 1.9)) as told:
        assert told is not None
        told(100)

    assert watched.getvalue() == ""


def test_nobody_watching_means_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", piped := io.StringIO())
    with progress("Drawing delays", "en", 100, clock(0, 2)) as told:
        assert told is None

    assert piped.getvalue() == ""
