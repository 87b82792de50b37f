"""Every answer that uses an entry of the registry's own in place of the program's says so, and no other does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clusters_cli import __version__
from clusters_cli.registry import packaged_registry
from clusters_cli.registry.folders import LAW
from tests.conftest import Cli

SCHEME = """\
schemes:
- id: triennial
  name: {fr: La nôtre, en: Ours}
  status: in-force
  agreement: {years: 3, signature: 03-31, renewal: 01-01}
  payment_delay: 60d
  instalments: [{kind: advance, share: 0.50, anchor: signature}, {kind: balance, share: 0.50, anchor: year-end}]
  source: report
"""
REGIME = """\
aid_regimes:
- id: sa-111723
  number: SA.999999
  name: {en: Ours}
  kind: framework
  rests_on: gber-2023
  from: 2024-01-01
  to: 2026-12-31
  reference: {title: Ours, url: "https://example.org"}
  confidence: B
  checked: 2026-01-01
"""
PROGRAMME = """\
programmes:
- id: plan
  name: {en: The plan}
  kind: aid-regime
  regimes: [sa-111723, sa-58995]
  payment_scheme: [{value: triennial, source: report}]
"""
AWARDED = ("--award-date", "2025-03-31", "--eligible-costs", "100000", "--public-aid", "30000")
OWN_SCHEME = "The registry's own payment scheme triennial stands in place of the program's."
OWN_REGIME = "The registry's own aid regime sa-111723 stands in place of the program's."
REPLACED_SCHEME = {"kind": "scheme", "id": "triennial", "by": "registry", "instead_of": "program"}


def intensity(share: str, identifier: str = "cluster-operating-intensity") -> str:
    return (
        f"parameters:\n- id: {identifier}\n  name: {{en: Ours}}\n  unit: share\n  values:\n"
        f'  - {{value: {share}, from: 2024-01-01, reference: {{title: Ours, url: "https://example.org"}}, '
        "confidence: B, checked: 2026-01-01}\n"
    )


@pytest.fixture
def own(small_registry: Path) -> Callable[..., str]:
    """Write what a registry has of its own beside its one cluster, and return its folder."""

    def write(*sections: str) -> str:
        (small_registry / "programmes.yaml").write_text("".join(sections) or "programmes: []", encoding="utf-8")
        return str(small_registry)

    return write


@pytest.mark.parametrize(
    "command",
    [
        ("schemes", "list"),
        ("schemes", "show", "triennial"),
        ("cashflow", "alpha", "--scheme", "triennial"),
        ("cashflow", "alpha", "--scheme", "all"),
        ("cashflow", "alpha", "--scheme", "triennial", "--delays", "balance=uniform(0,180)", "--draws", "100"),
        ("pool", "--scheme", "triennial"),
        ("pool", "--scheme", "feder", "--scheme", "alpha=triennial"),
        ("credits", "--from", "annual-60-40", "--to", "triennial"),
        ("diagnose", "alpha"),
        ("programmes", "show", "plan"),
        ("audit", "--only", "stale"),
    ],
    ids=" ".join,
)
def test_an_answer_that_uses_a_scheme_of_the_registrys_own_says_so(
    command: tuple[str, ...], own: Callable[..., str], cli: Cli, cli_json: Callable[..., Any]
) -> None:
    place = ("--registry", own(SCHEME, PROGRAMME))

    assert OWN_SCHEME in cli(*command, *place).stdout
    assert REPLACED_SCHEME in cli_json(*command, *place)["data"].get("replaced", ())


@pytest.mark.parametrize(
    "command",
    [
        ("schemes", "show", "feder"),
        ("cashflow", "alpha", "--scheme", "annual-60-40"),
        ("credits", "--from", "annual-60-40", "--to", "annual-30-30-40"),
        ("audit", "--only", "missing"),
    ],
    ids=" ".join,
)
def test_an_answer_that_does_not_use_it_does_not_speak_of_it(
    command: tuple[str, ...], own: Callable[..., str], cli: Cli
) -> None:
    assert "in place of" not in cli(*command, "--registry", own(SCHEME, PROGRAMME)).stdout


@pytest.mark.parametrize(("scheme", "is_said"), [("triennial", True), ("annual-60-40", False)])
def test_a_treasury_says_that_its_grant_is_paid_by_a_scheme_of_the_registrys_own(
    scheme: str, is_said: bool, own: Callable[..., str], cli: Cli
) -> None:
    dossier = Path(own()) / "demo-dossier.yml"
    dossier.write_text(
        "id: demo\naid: {type: operating}\nproject: {start: 2025-01-01, end: 2025-12-31}\n"
        "costs: [{label: Manager, amount: 90000}]\n"
        "resources:\n- {label: Dues, kind: dues, amount: 40000, timing: {on: 2025-02-28}}\n"
        f"- {{label: Grant, kind: region, amount: 50000, status: requested, timing: {{scheme: {scheme}}}}}\n"
        "treasury: {opening_cash: 15000}\n",
        encoding="utf-8",
    )
    result = cli("treasury", str(dossier), "--registry", own(SCHEME))

    assert result.exit_code == 0, result.output
    assert (OWN_SCHEME in result.stdout) is is_said


def test_a_file_of_schemes_says_whose_it_takes_the_place_of(own: Callable[..., str], cli: Cli, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(SCHEME.replace("  source: report\n", ""), encoding="utf-8")
    bare, with_scheme = ("--registry", own()), "in place of the registry's own."

    alone = cli("schemes", "show", "triennial", "--schemes", str(mine), *bare).stdout
    beside = cli("schemes", "show", "triennial", "--schemes", str(mine), "--registry", own(SCHEME)).stdout

    assert "The payment scheme triennial of the file stands in place of the program's." in alone
    assert f"The payment scheme triennial of the file stands {with_scheme}" in beside


def test_eligibility_says_what_the_programs_parameter_would_have_said(
    own: Callable[..., str], cli: Cli, cli_json: Callable[..., Any]
) -> None:
    command = ("eligibility", "alpha", *AWARDED, "--registry", own(intensity("0.40")))
    (case,) = cli_json(*command)["data"]["cases"]

    assert "cluster-operating-intensity stands in place of the program's: 40% instead of 50%." in cli(*command).stdout
    assert case["maximum_grant"] == 40_000
    told = {"kind": "parameter", "id": "cluster-operating-intensity", "by": "registry", "instead_of": "program"}
    assert case["replaced"] == [told]
    read = next(one for item in case["findings"] for one in item["trace"]["parameters"] if one["id"] == told["id"])
    assert (read["layer"], read["instead_of"], read["value"], read["original"]) == (
        "registry",
        "program",
        "0.40",
        "0.50",
    )
    assert not read["overlaid"]


def test_an_own_parameter_that_says_the_same_on_the_day_is_said_to(own: Callable[..., str], cli: Cli) -> None:
    output = cli("eligibility", "alpha", *AWARDED, "--registry", own(intensity("0.50"))).stdout

    assert "cluster-operating-intensity stands in place of the program's, and says the same: 50%." in output


def test_a_day_for_which_the_own_entry_has_no_value_is_unknown_though_the_program_has_one(
    own: Callable[..., str], cli: Cli
) -> None:
    early = ("--award-date", "2021-03-31", *AWARDED[2:])
    result = cli("eligibility", "alpha", *early, "--registry", own(intensity("0.40")))

    assert result.exit_code == 3
    assert "cluster-operating-intensity stands in place of the program's: no value instead of 50%." in result.stdout


def test_a_what_if_stands_in_place_of_the_registrys_own(own: Callable[..., str], cli: Cli, tmp_path: Path) -> None:
    what_if = tmp_path / "what-if.yaml"
    what_if.write_text("name: Less\nparameters: [{id: cluster-operating-intensity, value: 0.25}]\n", encoding="utf-8")
    command = ("eligibility", "alpha", *AWARDED, "--registry", own(intensity("0.40")), "--parameters", str(what_if))
    output = cli(*command).stdout

    assert "What if (Less): cluster-operating-intensity is 25% instead of 40%." in output
    assert "in place of the program's" not in output


def test_eligibility_says_that_the_regime_is_the_registrys_own(own: Callable[..., str], cli: Cli) -> None:
    output = cli("eligibility", "alpha", *AWARDED, "--registry", own(REGIME)).stdout

    assert "SA.999999" in output
    assert OWN_REGIME in output
    assert OWN_REGIME not in cli("eligibility", "alpha", "--award-date", "2022-05-01", "--registry", own(REGIME)).stdout


def test_rule_cases_say_which_law_they_were_tried_with(own: Callable[..., str], cli: Cli) -> None:
    cases = Path(__file__).parent.parent / "cases" / "eligibility.yaml"
    output = cli("test", str(cases), "--registry", own(REGIME, intensity("0.50"))).stdout

    assert OWN_REGIME in output
    assert "The registry's own parameter cluster-operating-intensity stands in place of the program's." in output


@pytest.mark.parametrize(
    ("sections", "words"),
    [
        ((), "(the program)"),
        ((intensity("0.40"),), "(the registry's own, instead of 50%)"),
    ],
)
def test_the_reasoning_of_a_case_says_whose_each_parameter_is(
    sections: tuple[str, ...], words: str, own: Callable[..., str], cli: Cli
) -> None:
    output = cli("eligibility", "alpha", *AWARDED, "--explain", "--registry", own(*sections)).stdout
    read = [line for line in output.splitlines() if "cluster-operating-intensity =" in line]

    assert read
    assert all(line.endswith(words) for line in read)


def test_a_ready_scheme_says_with_which_version_of_the_program_it_came(small_registry: Path, cli: Cli) -> None:
    output = cli("schemes", "show", "triennial", "--registry", str(small_registry)).stdout

    assert f"the program (clusters {__version__})" in output


def test_a_ready_scheme_names_the_region_whose_practice_it_is(
    small_registry: Path, cli_json: Callable[..., Any]
) -> None:
    schemes = cli_json("schemes", "list", "--registry", str(small_registry))["data"]["schemes"]

    practised = {one["id"]: one["status_note"]["en"] for one in schemes if one["id"].startswith("annual")}
    assert all(note.endswith("in Centre-Val de Loire") for note in practised.values())


def test_a_cluster_of_which_the_law_speaks_shows_the_source_by_its_title(small_registry: Path, cli: Cli) -> None:
    clusters = small_registry / "clusters.yaml"
    text = clusters.read_text(encoding="utf-8").replace("source: report", "source: loi-2021-875")
    clusters.write_text(text, encoding="utf-8")

    assert "Loi n° 2021-875" in cli("show", "alpha", "--registry", str(small_registry)).stdout


def test_the_ready_schemes_work_in_a_registry_of_two_files(small_registry: Path, cli: Cli) -> None:
    assert cli("cashflow", "alpha", "--scheme", "triennial", "--registry", str(small_registry)).exit_code == 0


def test_the_ids_of_ready_schemes_are_offered_beside_those_of_the_registry(own: Callable[..., str]) -> None:
    from clusters_cli.registry import names_in

    place = Path(own(SCHEME.replace("id: triennial", "id: ours")))

    ready = [
        *("annual-60-40", "annual-30-30-40", "triennial", "triennial-parts", "feder"),
        *("feder-claims", "interreg-nwe", "horizon-europe", "decret-2018-514", "cpo"),
    ]
    assert list(names_in(place, "schemes")) == [*ready, "ours"]


def test_the_id_of_a_ready_scheme_leads_to_it_though_another_has_that_name(own: Callable[..., str], cli: Cli) -> None:
    place = own(SCHEME.replace("id: triennial", "id: ours").replace("en: Ours", "en: Triennial"))

    assert cli("schemes", "show", "triennial", "--registry", place).stdout.startswith("Three-year agreement")


def test_a_mistyped_id_is_answered_with_the_nearest_of_both(own: Callable[..., str], cli: Cli) -> None:
    result = cli("cashflow", "alpha", "--scheme", "trienial", "--registry", own())

    assert result.exit_code == 2
    assert "did you mean triennial or triennial-parts?" in result.stderr


def test_who_copied_the_law_is_told_once(small_registry: Path, cli: Cli) -> None:
    """A copy of the whole law is valid, says nothing in answers, and is told by validate in one warning."""
    law = "".join(
        (LAW / name).read_text(encoding="utf-8") for name in ("schemes.yaml", "parameters.yaml", "aid_regimes.yaml")
    )
    (small_registry / "programmes.yaml").write_text(law, encoding="utf-8")
    place = ("--registry", str(small_registry))

    validated = cli("validate", *place)
    assert validated.exit_code == 0
    assert validated.output.count("REG250") == 1
    assert "(annual-60-40, annual-30-30-40, triennial, …)" in validated.output
    assert "in place of" not in cli("eligibility", "alpha", *AWARDED, *place).stdout
    assert "in place of" not in cli("schemes", "list", *place).stdout


def test_validate_judges_the_law_of_the_program_itself(cli: Cli) -> None:
    result = cli("validate", str(LAW), str(packaged_registry()))

    assert result.exit_code == 0
    assert f"{LAW}: valid" in result.stdout
