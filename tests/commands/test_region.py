"""What the frame of a registry changes in answers, and what a registry without one does not get."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.registry.folders import packaged_registry
from tests.conftest import Cli

OURS = ("Centre", "CESER", "Dév’Up", "50/50")
"""Words of the packaged registry that no answer about another one may hold."""
RULE = (
    "rules: [{id: public-share-max, name: {en: Sixty forty}, whose: Région Bretagne, unit: share, "
    "values: [{value: 60 %, confidence: A, checked: 2025-01-01, "
    "reference: {title: Rules, url: 'https://example.org'}}]}]\n"
)
DOSSIER = """\
id: demo
aid: {type: operating, basis: article-27, award_date: 2025-03-31}
project: {start: 2025-01-01, end: 2025-12-31}
costs: [{label: Manager, purpose: animation, nature: personnel, amount: 100000}]
resources:
- {label: Région, kind: region, amount: 55000, status: requested}
- {label: Dues, kind: dues, sector: private, amount: 45000}
"""


@pytest.fixture
def breton(small_registry: Path) -> Path:
    """A small registry of another Région, with a frame of its own."""
    departments = ", ".join(f'{{number: "{number}", name: N, source: report}}' for number in ("22", "29"))
    frame = f'name: Bretagne\ninsee: [{{value: "53", source: report}}]\ndepartments: [{departments}]\n'
    (small_registry / "region.yaml").write_text(frame + RULE, encoding="utf-8")
    (small_registry / "dossier.yml").write_text(DOSSIER, encoding="utf-8")
    return small_registry


def findings(cli_json: Callable[..., Any], folder: Path, *more: str) -> dict[str, Any]:
    answer = cli_json("eligibility", "--dossier", str(folder / "dossier.yml"), "--registry", str(folder), *more)
    return {finding["rule"]: finding for finding in answer["data"]["cases"][0]["findings"]}


def test_the_frame_is_shown_with_its_agencies_and_whose_rules_they_are(cli: Cli) -> None:
    shown = cli("region").stdout

    for told in ("Centre-Val de Loire", "FRB0", "Loir-et-Cher", "Emmanuel Vasseneix", "annual-30-30-40"):
        assert told in shown
    assert [line.split()[0] for line in shown.splitlines() if "CESER Centre-Val de Loire  " in line] == [
        "agreement-years"
    ]


def test_a_registry_without_a_frame_says_how_to_get_one_and_is_no_error(cli: Cli, small_registry: Path) -> None:
    told = cli("region", "--registry", str(small_registry))
    validated = cli("validate", "--strict", str(small_registry))

    assert told.exit_code == validated.exit_code == 0
    assert "clusters init writes it" in told.stdout
    assert "without a frame, region.yaml" in validated.output


def test_departments_without_a_cluster_are_counted_and_list_none(
    cli: Cli, cli_json: Callable[..., Any], breton: Path
) -> None:
    groups = cli_json("stats", "--by", "department", "--registry", str(breton))["data"]["groups"]
    empty = cli_json("list", "--department", "29", "--registry", str(breton))

    assert [(group["key"], group["clusters"]) for group in groups] == [("22", 0), ("29", 0), (None, 1)]
    assert groups[0]["totals"]["budget"] == {"total": 0, "known": 0, "missing": 0, "years": []}
    assert (empty["exit_code"], empty["data"]["clusters"]) == (0, [])
    assert cli("list", "--department", "29", "--registry", str(breton)).exit_code == 0


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("44", "no cluster has its seat in 44, nor is it a department of the Région"),
        ("Lozère", "no cluster has its seat in Lozère"),
        ("96", "there is no department '96'"),
    ],
)
def test_a_department_of_another_region_or_of_nowhere_is_refused(typed: str, told: str, cli: Cli, breton: Path) -> None:
    refused = cli("list", "--department", typed, "--registry", str(breton))

    assert refused.exit_code == 2
    assert told in refused.stderr
    assert "known are 22, 29" in refused.stderr


def test_a_rule_of_the_funder_is_that_of_the_frame_and_named_as_its_own(
    cli: Cli, cli_json: Callable[..., Any], breton: Path
) -> None:
    balance = findings(cli_json, breton)["K28"]
    arguments = ("eligibility", "--dossier", str(breton / "dossier.yml"), "--registry", str(breton))

    assert (balance["outcome"], balance["limit"], balance["whose"]) == ("pass", 60_000, "Région Bretagne")
    assert balance["reference"] == "Rules; not law"
    for shown in (cli(*arguments).stdout, cli(*arguments, "--explain").stdout):
        assert "base of Sixty forty (Région Bretagne)" in shown
        assert "Public-private balance (Région Bretagne)" in shown
        assert not [word for word in OURS if word in shown]


def test_a_registry_without_the_rule_is_asked_nothing_of_it(
    cli: Cli, cli_json: Callable[..., Any], breton: Path
) -> None:
    (breton / "region.yaml").unlink()
    arguments = ("eligibility", "--dossier", str(breton / "dossier.yml"), "--registry", str(breton))

    assert findings(cli_json, breton).keys() & {"K28", "K29"} == set()
    for shown in (cli(*arguments).output, cli(*arguments, "--explain").output):
        assert "tolerance" not in shown
        assert not [word for word in OURS if word in shown]


def test_the_tolerance_of_the_frame_widens_its_limit_and_the_dossiers_replaces_it(
    cli_json: Callable[..., Any], breton: Path
) -> None:
    frame = (breton / "region.yaml").read_text(encoding="utf-8")
    tolerance = (
        RULE.removeprefix("rules: [").replace("public-share-max", "public-share-tolerance").replace("60 %", "5 %")
    )
    (breton / "region.yaml").write_text(frame.replace("rules: [", f"rules: [{tolerance[:-2]}, "), encoding="utf-8")
    stated = findings(cli_json, breton)["K28"]["limit"]
    (breton / "dossier.yml").write_text(DOSSIER + "balance_tolerance: 1 %\n", encoding="utf-8")

    assert (stated, findings(cli_json, breton)["K28"]["limit"]) == (65_000, 61_000)


def test_a_what_if_replaces_a_rule_of_the_funder_too(cli_json: Callable[..., Any], breton: Path) -> None:
    (breton / "what-if.yml").write_text(
        "name: half\nparameters: [{id: public-share-max, value: 0.5}]\n", encoding="utf-8"
    )

    balance = findings(cli_json, breton, "--parameters", str(breton / "what-if.yml"))["K28"]

    assert (balance["outcome"], balance["limit"]) == ("fail", 50_000)


def test_only_ceser_asks_for_agreements_of_three_years(cli_json: Callable[..., Any], breton: Path) -> None:
    asked = findings(cli_json, breton)["K48"]["message"]["message"]
    dossier = ("eligibility", "--dossier", str(breton / "dossier.yml"))
    (ours,) = (one for one in cli_json(*dossier)["data"]["cases"][0]["findings"] if one["rule"] == "K48")

    assert asked == "at most 4 years"
    assert ours["message"]["message"] == "one year at most; CESER Centre-Val de Loire asks for agreements of 3 years"
    assert ours["whose"] == "CESER Centre-Val de Loire"


@pytest.mark.parametrize("command", ["cashflow", "pool"])
def test_the_default_scheme_of_the_region_is_taken_and_said(
    command: str, cli: Cli, cli_json: Callable[..., Any]
) -> None:
    taken, typed = cli_json(command, "nekoe"), cli_json(command, "nekoe", "--scheme", "annual-30-30-40")

    assert taken["data"].pop("default_scheme")["value"] == "annual-30-30-40"
    assert typed["data"].pop("default_scheme") is None
    assert taken["data"] == typed["data"]
    assert "Assumed: annual-30-30-40, the default payment scheme of Centre-Val de Loire" in cli(command, "nekoe").stdout


@pytest.mark.parametrize("command", ["cashflow", "pool"])
def test_without_a_default_a_scheme_must_be_typed(command: str, cli: Cli, breton: Path) -> None:
    refused = cli(command, "--registry", str(breton))

    assert refused.exit_code == 2
    assert "a payment scheme is needed" in refused.stderr


def test_an_explanation_of_a_rule_holds_no_value_of_one_region(cli: Cli) -> None:
    shown = cli("explain", "K28").stdout

    assert "In the frame of a registry (clusters region): public-share-max, public-share-tolerance." in shown
    assert not [word for word in OURS if word in shown]


def test_a_list_may_ask_for_the_departments_of_the_frame_and_of_seats(cli: Cli, breton: Path) -> None:
    ours, theirs = (
        cli("list", "--department", "nowhere", *more).stderr.partition("known are ")[2].partition(" [")[0].split(", ")
        for more in ((), ("--registry", str(breton)))
    )

    assert theirs == ["22", "29"]
    assert set(ours) >= {"18", "28", "36", "37", "41", "45"}
    assert "49" not in ours


def test_no_text_of_the_program_holds_what_belongs_to_the_packaged_region() -> None:
    """What docstrings tell of sources, and the examples of a help, are no texts of answers."""
    package = packaged_registry().parent / "clusters_cli"
    own = ("Région Centre", "Dév’Up", "CESER", "annual-30-30-40")
    found = []
    for file in package.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told]
        found += [(file.name, word) for text in texts for word in own if word in str(text.value)]

    assert found == []


def test_a_cluster_that_was_merged_by_the_day_is_marked_and_not_counted(cli: Cli) -> None:
    def shown(day: str) -> str:
        return cli("region", "--as-of", day).stdout

    before, after = shown("2024-05-30"), shown("2024-05-31")

    assert "DREAM (merged in 2024)" in after
    assert "DREAM (merged in 2024)" not in before
    (loiret_before,), (loiret_after,) = (
        [line.split()[2] for line in told.splitlines() if line.startswith("45 ")] for told in (before, after)
    )
    assert (loiret_before, loiret_after) == ("5", "4")
