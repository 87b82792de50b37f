"""What a file of payment schemes may say wrong: each fault is told at the key that has it, and nothing is planned."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli

SOUND = """\
schemes:
- id: own
  name: {en: Own}
  agreement: {start: 2026-01-01, end: 2027-12-31, signature: 2026-02-01, periods: 6m}
  payment_delay: 60d
  instalments:
  - {kind: advance, share: 20%, anchor: signature}
  - {kind: interim, share: 100%, of: costs, anchor: period-end}
  - {kind: balance, anchor: project-end, claim: 2m}
"""
ADVANCE = "{kind: advance, share: 20%, anchor: signature}"
CLAIMS = "{kind: interim, share: 100%, of: costs, anchor: period-end}"
BALANCE = "{kind: balance, anchor: project-end, claim: 2m}"
DATES = "agreement: {start: 2026-01-01, end: 2027-12-31, signature: 2026-02-01, periods: 6m}"
FAULTS = (  # what is sound, what stands in its place, the text at which the fault is told, and what is told
    ("payment_delay", "payement_delay", "payement_delay", "is not a key known here (did you mean 'payment_delay'?)"),
    ("anchor: period-end", "anchor: perod-end", "perod-end", "did you mean 'period-end'?"),
    ("of: costs", "of: cost", "cost,", "did you mean 'costs'?"),
    (
        CLAIMS,
        "{kind: interim, share: 90%, anchor: signature, offset: 6m}",
        "- {kind: advance",
        "pay 110% of the grant, more than",
    ),
    (CLAIMS, "{kind: interim, share: 30%, anchor: period-end}", "- {kind: advance", "pay 110% of the grant, more than"),
    (
        f"{CLAIMS}\n  - {BALANCE}",
        "{kind: interim, share: 20%, anchor: period-end}\n  - {kind: balance, share: 60%, anchor: project-end}",
        "- {kind: advance",
        "pay 140% of the grant, more than",
    ),
    (
        f"{CLAIMS}\n  - {BALANCE}",
        "{kind: interim, share: 20%, anchor: period-end}\n  - {kind: balance, share: 10%, anchor: project-end}",
        "- {kind: advance",
        "add up to 100%, found 90%",
    ),
    (
        ADVANCE,
        "{kind: advance, share: 420%, of: period, anchor: signature}",
        "- {kind: advance",
        "pay 105% of the grant, more than",
    ),
    (BALANCE, "{kind: balance, share: 70%, anchor: project-end}", "70%", "leave its share out"),
    (
        f"{CLAIMS}\n  - {BALANCE}",
        "{kind: balance, share: 70%, anchor: project-end}",
        "- {kind: advance",
        "add up to 100%, found 90%",
    ),
    ("payment_delay: 60d", "payment_delay: 60d\n  cap: 110%", "110%", "is not a share between 0 and 1"),
    (ADVANCE, "{kind: balance, share: 20%, anchor: signature}", "balance", "the balance must be the last instalment"),
    (BALANCE, CLAIMS, "100%", "the last instalment pays what is left"),
    (
        CLAIMS,
        "{kind: interim, share: 30%, anchor: date, on: 2028-06-30}",
        "{kind: interim",
        "instalment 2 (interim payment) would be due on 2028-06-30, after the last one on 2027-12-31",
    ),
    (ADVANCE, "{kind: advance, share: 20%, anchor: start}", "{kind: advance", "before the signature on 2026-02-01"),
    (
        CLAIMS,
        "{kind: interim, share: 100%, of: costs, anchor: date, on: 2025-06-30, not_before: {anchor: signature}}",
        "{kind: interim",
        "a claim on 2025-06-30 lies outside the project, 2026-01-01 to 2027-12-31",
    ),
    (
        "periods: 6m",
        "periods: [2026-06-30, 2028-06-30]",
        "[2026-06-30",
        "a claim on 2028-06-30 lies outside the project",
    ),
    ("periods: 6m", "periods: [12-31, 06-30]", "[12-31", "must follow each other"),
    ("periods: 6m", "periods: 0d", "0d", "lasts at least a day"),
    ("periods: 6m", "periods: [6m, 12-31]", "[6m", "do not go together"),
    (", periods: 6m", "", "period-end", "needs reporting periods"),
    ("end: 2027-12-31", "end: 2025-12-31", "2025-12-31", "the project would end on 2025-12-31, before it starts"),
    (
        DATES,
        "agreement: {months: 24, start: 01-01, signature: 2026-02-01, periods: 6m}",
        "2026-02-01",
        "needs a start in full",
    ),
    ("payment_delay: 60d", "payment_delay: 60d\n  recover: {from: 80%, to: 65%}", "65%", "it would never end"),
    (
        "payment_delay: 60d",
        "payment_delay: 60d\n  recover: {from: 65%, to: 120%}",
        "120%",
        "is not a share between 0 and 1",
    ),
    (
        ADVANCE,
        "{kind: advance, share: 20%, anchor: signature, retain: {share: 30%, of: grant}}",
        "{share: 30%",
        "keeps back more",
    ),
    (BALANCE, "{kind: balance, anchor: project-end, retain: 10%}", "10%", "the last instalment pays what is left"),
    (
        ADVANCE,
        "{kind: advance, share: 20%, anchor: signature, retain: {share: 5%, release: {anchor: project-end}}}",
        "{share: 5%",
        "would be released on 2027-12-31, before the balance on 2028-02-29",
    ),
    (
        ADVANCE,
        "{kind: advance, share: 20%, of: costs, anchor: signature}",
        "costs",
        "an advance comes before the costs",
    ),
    (ADVANCE, "{kind: release, share: 20%, anchor: signature}", "release", "write retain on the instalment"),
)


PERIODIC = (  # what stands in the place of all instalments, and what half a year after the other pays
    ("share: 20%, anchor: period-end}", "{kind: balance, share: 20%, anchor: project-end, claim: 2m}", [20_000] * 5),
    (
        "share: 25%, anchor: period-end, cap: 80%}",
        "{kind: balance, anchor: project-end}",
        [20_000, 25_000, 25_000, 10_000, 20_000],
    ),
    (
        "share: 100%, of: period, anchor: period-end}",
        "{kind: balance, anchor: project-end}",
        [20_000] + [25_000] * 3 + [5_000],
    ),
)


@pytest.mark.parametrize(("share", "balance", "amounts"), PERIODIC)
def test_shares_that_are_paid_every_period_are_added_up_as_often(
    share: str, balance: str, amounts: list[int], tmp_path: Path, cli_json: Callable[..., Any]
) -> None:
    written = SOUND.replace(CLAIMS, "{kind: interim, " + share).replace(BALANCE, balance)
    file = tmp_path / "own.yaml"
    file.write_text(written, encoding="utf-8")

    (plan,) = cli_json("cashflow", "--schemes", str(file), "--scheme", "own", "--grant", "100000")["data"]["plans"]

    assert [one["amount"] for one in plan["instalments"]] == amounts


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("délai_de_paiement: 60d", "payment_delay"),
        ("payment_delay: 60d\n  plafond: 80%", "cap"),
        ("payment_delay: 60d\n  récupération: first", "recover"),
        ("payment_delay: 60d\n  taux de cofinancement: 40%", "cofinancing"),
    ],
)
def test_a_french_key_of_a_scheme_is_answered_with_the_key_of_the_file(
    typed: str, key: str, tmp_path: Path, cli: Cli
) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(SOUND.replace("payment_delay: 60d", typed), encoding="utf-8")

    result = cli("cashflow", "--schemes", str(file), "--scheme", "own", "--grant", "100000")

    assert (result.exit_code, result.stdout) == (4, "")
    assert f"did you mean '{key}'?" in result.stderr


@pytest.mark.parametrize(("sound", "broken", "at", "said"), FAULTS)
def test_a_fault_of_a_scheme_is_told_at_its_key(
    sound: str, broken: str, at: str, said: str, tmp_path: Path, cli: Cli
) -> None:
    assert sound in SOUND
    file = tmp_path / "own.yaml"
    file.write_text(SOUND.replace(sound, broken, 1), encoding="utf-8")

    result = cli("cashflow", "--schemes", str(file), "--scheme", "own", "--grant", "100000")

    assert (result.exit_code, result.stdout) == (4, "")
    assert said in result.stderr
    found = re.search(r"own\.yaml:(\d+):(\d+): error", result.stderr)
    assert found
    line = file.read_text(encoding="utf-8").splitlines()[int(found[1]) - 1]
    assert line[int(found[2]) - 1 :].startswith(at)
