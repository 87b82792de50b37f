"""What comparisons say in words is what their table shows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.option_values import FILES
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


@pytest.fixture
def project(tmp_path: Path) -> str:
    file = tmp_path / "project.yaml"
    file.write_text(FILES["project.yaml"], encoding="utf-8")
    return str(file)


def test_a_dossier_is_compared_by_the_figures_of_its_table(project: str, cli: Cli, cli_json: CliJson) -> None:
    arguments = ("cashflow", "--dossier", project, "--scheme", "annual-60-40", "--scheme", "triennial", "--rate", "4")
    first, other = cli_json(*arguments)["data"]["treasury"]

    for figure in ("lowest", "negative_days", "cost", "closing"):
        assert other["difference"][figure] == pytest.approx(other[figure] - first[figure])
    higher = f"{other['lowest'] - first['lowest']:,.2f}".removesuffix(".00")
    fewer = first["negative_days"] - other["negative_days"]
    said = f"triennial beside annual-60-40: a lowest point €{higher} higher, {fewer} days fewer below zero, a credit "
    assert said in cli(*arguments).stdout


def test_a_dossier_of_several_grants_has_one_sentence_for_each_other_scheme(project: str, cli: Cli) -> None:
    file = Path(project)
    second = "- {label: Another, kind: region, amount: 6000, status: granted, timing: {scheme: annual-60-40}}\n"
    file.write_text(file.read_text(encoding="utf-8").replace("treasury:", f"{second}treasury:"), encoding="utf-8")
    output = cli("cashflow", "--dossier", project, "--scheme", "annual-60-40", "--scheme", "triennial").stdout

    assert output.count(" beside ") == 1
    assert "annual-60-40 costs" not in output


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
