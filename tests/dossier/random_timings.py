"""Timings as a file writes them: what comes back every so often, within days of its own."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from clusters_cli.dossier.line_words import Recurrence
from clusters_cli.dossier.timing import Timing, occurrences

amounts = st.decimals(min_value=0, max_value=10**9, places=2)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def _bounds(start: date, lasting: int) -> dict[str, str]:
    return {"start": start.isoformat(), "end": (start + timedelta(days=lasting)).isoformat()}


def bounded(way: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a timing with a first and a last day of its own, of six months at least."""
    return st.builds(lambda start, lasting: {**way, **_bounds(start, lasting)}, days, st.integers(180, 1500))


_of_the_month = st.none() | st.integers(1, 31)
_ways = st.builds(
    lambda every, day: {"every": every.value} | ({} if day is None else {"day": str(day)}),
    st.sampled_from(Recurrence),
    _of_the_month,
)


def _comes_back(written: dict[str, Any]) -> bool:
    return bool(occurrences(Timing.model_validate(written), date.max, date.min))  # it has days of its own


recurrences: st.SearchStrategy[dict[str, Any]] = _ways.flatmap(bounded).filter(_comes_back)
"""What comes back once at least: a year that ends within a month may not."""
