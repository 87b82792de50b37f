"""Lines of the treasury of any kind, dated in any way, as a file writes them."""

from typing import Any

from hypothesis import strategies as st

from clusters_cli.dossier.cash_words import CashKind, Direction
from clusters_cli.dossier.line_words import Recurrence
from tests.dossier.random_timings import amounts, bounded, days, recurrences


def _written(kind: CashKind, direction: Direction, money: dict[str, str], timing: dict[str, Any]) -> dict[str, Any]:
    either_way = {"direction": direction.value} if kind.is_financing else {}
    return {"label": "A line", "kind": kind.value, **either_way, **money, "timing": timing}


_kinds, _directions = st.sampled_from(CashKind), st.sampled_from(Direction)
_in_all = st.fixed_dictionaries({"amount": amounts.map(str)})
_each = st.fixed_dictionaries({"each": amounts.map(str)})
_once = days.map(lambda day: {"on": day.isoformat()})
_as_long_as_the_plan = st.integers(1, 31).map(lambda day: {"every": Recurrence.MONTH.value, "day": str(day)})

cash_lines: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(_written, _kinds, _directions, _in_all, _once | bounded({"spread": "even"}) | recurrences),
    st.builds(_written, _kinds, _directions, _each, recurrences | _as_long_as_the_plan),
)
