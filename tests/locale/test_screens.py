"""What a French reader sees holds no English word, apart from ids, names and titles of sources."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.text import Locator
from clusters_cli.presentation.languages import word
from clusters_cli.presentation.locators import placed
from clusters_cli.registry.loading import Registry
from tests.commands.test_program import process
from tests.conftest import Cli

_WORDS = """
the of and is are was with which that this from for not must has have when where what who found unknown missing needs
year years month months day days grant grants due paid given known yes high medium low share amount balance advance
interim members team seat founded value fact rule funder law case needed nothing none file folder more
less than by at in
"""
ENGLISH = frozenset(_WORDS.split())
"""Words that stand in nearly every English sentence or heading of the program and in no French one."""
_TITLES = re.compile(
    r"https?://\S+|--[a-z-]+|\b[a-z0-9]+(?:-[a-z0-9]+)+\b|[a-z_]+\.[a-z_]+|« [^»]* »|\b[a-z]+_[a-z_]+\b"
)


def english_words(screen: str) -> set[str]:
    """The English words of a screen, those of ids, options, addresses and quotations left out."""
    return set(re.findall(r"\b[a-zé]+", _TITLES.sub(" ", screen))) & ENGLISH


SCREENS = (
    "list",
    "classify --explain",
    "diagnose noveco",
    "cashflow nekoe --scheme annual-30-30-40 --late balance=3m --actual-cost 90 --rate 4 --by quarter --chart",
    "cashflow --scheme triennial --scheme annual-60-40 --max-peak 100000",
    "credits --from annual-60-40 --to triennial",
    "pool --scheme annual-30-30-40 --rate 4",
    "eligibility nekoe --award-date 2023-03-31 --eligible-costs 270000 --public-aid 100000",
    "eligibility",
    "minimis 732829320 --award 2025-03-31=20000 --amount 300000",
    "minimis nekoe --annex",
    "poles list",
    "poles phases",
    "criteria",
    "region",
    "legal show SA.111723",
    "audit --only claims --explain",
    "networks list",
    "networks show france-clusters",
    "sources show ceser-2023",
    "obstacles list",
    "obstacles show B",
    "recommendations list",
    "recommendations show 2",
    "programmes list",
    "programmes match nekoe",
    "schemes list",
    "schemes show triennial",
    "stats",
    "audit --only claims --only missing",
    "explain",
    "explain K21",
    "schema",
    "validate",
    "--help",
    "classify --help",
    "credits --help",
    "dossier new --help",
    "poles shwo",
)
MISTAKES = (
    "lst",
    "list --format jason",
    "list --output",
    "list a b",
    "list --colums a",
    "show",
    "show nekoo",
    "cashflow nekoe",
    "cashflow nekoe --scheme triennial --years x",
    "cashflow nekoe --scheme triennial --grant lots",
    "credits --from feder --to triennial --switch 1",
    "validate nowhere",
    "explain REG999",
)
_RUN_ALL = """
import json, sys
from typer.testing import CliRunner
from clusters_cli.app import app
lines = json.load(sys.stdin)
json.dump({line: CliRunner().invoke(app, line.split()).output for line in lines}, sys.stdout)
"""


@pytest.fixture(scope="module")
def shown() -> dict[str, str]:
    """What one French process shows for every command line: a process speaks one language."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN_ALL],
        input=json.dumps([*SCREENS, *MISTAKES]),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CLUSTERS_LANG": "fr", "COLUMNS": "200", "PYTHONUTF8": "1"},
    )
    screens: dict[str, str] = json.loads(done.stdout)
    return screens


@pytest.mark.parametrize("line", [*SCREENS, *MISTAKES])
def test_what_a_french_reader_sees_is_french(line: str, shown: dict[str, str]) -> None:
    assert shown[line]
    assert english_words(shown[line]) == set()


@pytest.mark.parametrize(
    "text", ["a: [1, 2", 'a: "b', "a: b: c", "- a\nb: c", "@a", "a: {x: 1", "a:\n\tb: 1", '"a" b', "a: |x\n b", "*"]
)
def test_the_syntax_of_yaml_is_told_in_french(text: str, french: None) -> None:
    del french
    (problem, *_others) = parse_yaml(text, "a.yaml").problems

    assert english_words(word(problem.message, "fr")) == set()


def test_the_places_of_the_sources_are_told_in_french(registry: Registry) -> None:
    locators = set(re.findall(r"locator=Locator\(written='([^']*)'\)", repr(registry)))
    words = {phrase.id: phrase.name for phrase in registry.sources.locator_words}

    assert len(locators) > 50
    assert {word for locator in locators for word in english_words(placed(Locator(locator, words), "fr"))} == set()


@pytest.mark.parametrize(
    "arguments",
    [
        "show aerocentre -f json",
        "diagnose noveco -f yaml",
        "eligibility nekoe --award-date 2023-03-31 --eligible-costs 270000 --public-aid 100000 --explain -f json",
        "audit -f json",
        "explain REG103 -f json",
        "show nekoo -f json",
    ],
)
def test_a_program_gets_the_same_whatever_the_language_of_its_user(arguments: str) -> None:
    french, english = (process(*arguments.split(), CLUSTERS_LANG=language).stdout for language in ("fr", "en"))

    assert french
    assert french == english


def test_a_workbook_is_written_for_its_reader(tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"

    process("cashflow", "nekoe", "--scheme", "triennial", "-o", str(file), CLUSTERS_LANG="fr")

    assert "Versements" in load_workbook(file).sheetnames


def test_the_questions_of_a_help_are_asked_in_french(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERS_LANG", "fr")
    shown = cli("cashflow", "--help").stdout

    assert "\nQuelles subventions" in shown
    assert "Which grants?" not in shown


@pytest.mark.parametrize("folder", ["", "new"], ids=["a folder without a name", "a new registry"])
def test_a_new_registry_is_told_in_french(
    folder: str, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERS_LANG", "fr")
    monkeypatch.chdir(tmp_path)

    assert english_words(cli("init", folder).output) == set()
