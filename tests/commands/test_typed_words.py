"""Closed words on the command line: read in English and in French, as the program prints them."""

import json
from typing import Any

import pytest

from tests.conftest import Cli

PLAN = ("cashflow", "--grant", "130000", "--scheme", "annual-30-30-40")


def answered(cli: Cli, *arguments: str) -> Any:
    in_json = () if arguments[0] == "dossier" else ("-f", "json")
    result = cli(*arguments, *in_json)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)["data"] if in_json else result.stdout


@pytest.mark.parametrize(
    ("english", "french"),
    [
        (("list", "--maturity", "structured"), ("list", "--maturity", "structuré")),
        (("list", "--maturity", "seeking-model"), ("list", "--maturity", "En recherche de modele")),
        (("stats", "--by", "maturity"), ("stats", "--by", "classe")),
        (("stats", "--by", "department"), ("stats", "--by", "Département")),
        ((*PLAN, "--late", "balance=3m"), (*PLAN, "--late", "solde=3mois")),
        ((*PLAN, "--delays", "interim=fixed(30)"), (*PLAN, "--delays", "acompte=fixed(30)")),
        ((*PLAN, "--by", "quarter"), (*PLAN, "--by", "trimestre")),
        (("cashflow", "nekoe", "--scheme", "all"), ("cashflow", "nekoe", "--scheme", "tous")),
        (("list", "--sort", "-founded"), ("list", "--sort", "-création")),
        (("audit", "--only", "stale"), ("audit", "--only", "vérifications anciennes")),
        (("dossier", "new", "nekoe", "--for", "treasury"), ("dossier", "new", "nekoe", "--for", "trésorerie")),
        ((*PLAN, "--spending", "front"), (*PLAN, "--spending", "Plus fortes au début")),
    ],
    ids=lambda arguments: " ".join(arguments[-2:]),
)
def test_a_french_word_asks_what_the_english_one_does(
    english: tuple[str, ...], french: tuple[str, ...], cli: Cli
) -> None:
    assert answered(cli, *french) == answered(cli, *english)


def test_columns_are_named_as_they_are_headed(cli: Cli) -> None:
    french, english = (
        cli("list", "--columns", columns, "-f", "csv").stdout
        for columns in ("nom,adhérents,budget", "name,members,budget")
    )

    assert french == english
    assert english.startswith("name,members,budget\n")


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("list", "--maturity", "strctured"), "structured"),
        (("list", "--maturity", "structurés"), "structuré"),
        (("stats", "--by", "departements"), "département"),
        ((*PLAN, "--late", "soldes=3m"), "solde"),
    ],
    ids=lambda value: " ".join(value[-2:]) if isinstance(value, tuple) else value,
)
def test_a_word_nearly_right_is_answered_with_the_right_one(arguments: tuple[str, ...], meant: str, cli: Cli) -> None:
    result = cli(*arguments)

    assert result.exit_code == 2
    assert f"did you mean {meant}?" in result.stderr
