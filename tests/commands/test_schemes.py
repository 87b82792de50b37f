"""``clusters schemes`` shows the payment schemes of the registry and one's own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import Cli

OWN = """\
schemes:
- id: claimed
  name: {en: Paid on claims}
  agreement: {months: 18, start: 04-01}
  payment_delay: 30d
  cap: 0.80
  spending: front
  instalments:
  - {kind: advance, share: 0.50, anchor: start}
  - {kind: interim, share: 0.40, anchor: spending, reached: 0.60, claim: 15d}
  - {kind: balance, share: 0.10, anchor: date, on: 2026-12-31, offset: 2m}
"""


def test_every_scheme_of_the_registry_is_listed(cli: Cli, cli_json: Callable[..., Any]) -> None:
    output = cli("schemes", "list").stdout
    schemes = cli_json("schemes", "list")["data"]["schemes"]

    assert [scheme["id"] for scheme in schemes] == ["annual-60-40", "annual-30-30-40", "triennial", "feder"]
    assert "75% @ signature; 25% @ 31 December + 6m" in output
    assert "3 years, signed 03-31, then 01-01" in output


def test_one_scheme_shows_its_instalments_and_why_its_dates_are_what_they_are(cli: Cli) -> None:
    output = cli("schemes", "show", "triennial").stdout

    assert "75%" in output
    assert "the financial report is due within six months" in output
    assert "loi-2000-321" in output


def test_a_scheme_of_ones_own_stands_beside_the_others(tmp_path: Path, cli: Cli, cli_json: Callable[..., Any]) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(OWN, encoding="utf-8")

    assert cli_json("schemes", "list", "--schemes", str(file))["data"]["schemes"][-1]["id"] == "claimed"
    shown = cli_json("schemes", "show", "Paid on claims", "--schemes", str(file))["data"]["scheme"]
    assert (shown["cap"], shown["spending"], shown["source"]) == (0.8, "front", "own")
    assert shown["instalments"][1]["reached"] == 0.6
    output = cli("schemes", "show", "claimed", "--schemes", str(file)).stdout
    assert "60% of the costs spent" in output
    assert "2026-12-31 + 2m" in output
    assert "project of 18 months from 04-01" in output


def test_an_unknown_scheme_is_answered_with_the_nearest(cli: Cli) -> None:
    result = cli("schemes", "show", "trienial")

    assert result.exit_code == 2
    assert "triennial" in result.stderr
