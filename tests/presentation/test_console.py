"""A terminal never breaks a line inside an amount."""

from io import StringIO

import pytest

from clusters_cli.presentation.formats.table import to_terminal
from clusters_cli.presentation.report import ColumnOf, ReportOf, TableOf

AMOUNT = "1\u202f300\u202f000\u202f€"


@pytest.mark.parametrize("width", range(14, 60, 3))
def test_what_no_break_spaces_hold_together_stays_together(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    sentence = f"la Région verse {AMOUNT} et l’État {AMOUNT} chaque année"
    table = TableOf("t", (ColumnOf("a", "Ce qui est versé"),), ((sentence,),))
    stream = StringIO()

    to_terminal(ReportOf("t", {}, tables=(table,), notes=(sentence,)), stream, "en")

    assert stream.getvalue().count(AMOUNT) == 4
