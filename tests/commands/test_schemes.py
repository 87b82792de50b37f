"""``clusters schemes`` shows the payment schemes of the registry and one's own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.agreements import Agreement
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


def test_every_scheme_of_the_registry_is_listed(registry: Registry, cli: Cli, cli_json: Callable[..., Any]) -> None:
    output = cli("schemes", "list").stdout
    schemes = cli_json("schemes", "list")["data"]["schemes"]

    assert [scheme["id"] for scheme in schemes] == [scheme.id for scheme in registry.schemes.entries]
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
    assert shown["instalments"][1]["reached"] == {"share": 0.6, "of": "costs"}
    output = cli("schemes", "show", "claimed", "--schemes", str(file)).stdout
    assert "60% of the costs spent" in output
    assert "2026-12-31 + 2m" in output
    assert "project of 18 months from 04-01" in output


AGREEMENTS = (
    {"years": 7, "signature": "03-31", "renewal": "01-15"},
    {"months": 18, "start": "04-01", "signature": "03-12", "periods": "6m"},
    {"start": "2026-04-01", "end": "2027-11-30", "signature": "2026-03-12", "periods": "05-31, 12-31"},
)
"""An agreement of each kind, in which everything is written that can be."""


@pytest.mark.parametrize("agreement", AGREEMENTS, ids=["years", "months", "end"])
def test_all_that_an_agreement_says_is_shown(
    agreement: dict[str, Any], tmp_path: Path, cli: Cli, cli_json: Callable[..., Any]
) -> None:
    file = tmp_path / "own.yaml"
    written = ", ".join(f"{key}: {value}" for key, value in agreement.items()).replace("05-31, 12-31", "[05-31, 12-31]")
    file.write_text(
        f"schemes:\n- id: signed\n  name: {{en: Signed}}\n  agreement: {{{written}}}\n  payment_delay: 30d\n"
        "  instalments: [{kind: balance, share: 1, anchor: year-end}]\n",
        encoding="utf-8",
    )
    shown = ("schemes", "show", "signed", "--schemes", str(file))

    words = cli(*shown).stdout
    assert not [key for key, value in agreement.items() if str(value) not in words], (
        "commands/schemes/view.py leaves these out of the words for an agreement"
    )
    told = cli_json(*shown)["data"]["scheme"]["agreement"]
    assert {key: told[key] for key in agreement} == agreement


def test_an_agreement_is_tried_with_all_its_fields() -> None:
    untried = set(Agreement.model_fields).difference(*AGREEMENTS)

    assert not untried, f"{sorted(untried)}: add that to an agreement of AGREEMENTS, and to its words if they lack it"


def test_an_unknown_scheme_is_answered_with_the_nearest(cli: Cli) -> None:
    result = cli("schemes", "show", "trienial")

    assert result.exit_code == 2
    assert "triennial" in result.stderr


def test_a_day_before_an_event_and_a_payment_on_the_day_are_told_as_such(cli: Cli) -> None:
    assert "start - 40d" in cli("schemes", "show", "horizon-europe").stdout
    assert "paid the same day" in cli("schemes", "show", "cpo").stdout
