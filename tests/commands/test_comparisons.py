"""What comparisons say in words is what their table shows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import Cli

CliJson = Callable[..., Any]

DISAGREEING = """\
schemes:
- id: early
  name: {en: Half at the start and half very late}
  agreement: {years: 1, signature: 01-01}
  payment_delay: 0
  instalments:
  - {kind: advance, share: 0.50, anchor: signature}
  - {kind: balance, share: 0.50, anchor: year-end, offset: 24m}
- id: late
  name: {en: All at the end}
  agreement: {years: 1, signature: 01-01}
  payment_delay: 0
  instalments:
  - {kind: balance, share: 1, anchor: year-end}
"""


def test_schemes_that_pay_different_totals_are_not_compared_in_words(cli: Cli) -> None:
    output = cli("cashflow", "--grant", "130000", "--scheme", "annual-60-40", "--scheme", "feder").stdout

    assert "The schemes do not pay the same total" in output
    assert "than annual-60-40" not in output


def test_a_higher_peak_with_fewer_euro_days_is_told_without_a_verdict(tmp_path: Path, cli: Cli) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(DISAGREEING, encoding="utf-8")
    arguments = ("--schemes", str(own), "--scheme", "early", "--scheme", "late", "--grant", "120000", "--years", "1")
    output = cli("cashflow", *arguments).stdout

    assert "late beside early: a peak €60,000 higher, but" in output
    assert "fewer euro-days" in output
    assert "than early" not in output
