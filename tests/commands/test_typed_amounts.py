"""Amounts typed as the program prints them mean what they look like, on every command."""

import json
from pathlib import Path

import pytest

from tests.conftest import Cli


def test_thousands_after_a_comma_are_thousands_in_a_quick_answer(cli: Cli) -> None:
    typed = ("eligibility", "nekoe", "--award-date", "2024-05-15", "-f", "json")

    grouped = cli(*typed, "--eligible-costs", "270,000", "--public-aid", "100,000")
    plain = cli(*typed, "--eligible-costs", "270000", "--public-aid", "100000")

    assert grouped.stdout == plain.stdout
    assert grouped.exit_code == plain.exit_code
    assert "135000" in grouped.stdout


@pytest.mark.parametrize(
    ("command", "option", "grouped", "plain"),
    [
        ("cashflow --scheme annual-60-40", "--grant", "130,000", "130000"),
        ("cashflow --grant 130000 --scheme annual-60-40", "--ceiling", "50.000", "50000"),
        ("cashflow --grant 130000 --scheme annual-60-40 --rate 4", "--fee", "1,500", "1500"),
        ("pool --scheme triennial", "--own-cash", "nekoe=20,000", "nekoe=20000"),
        ("classify", "--budget-threshold", "250.000", "250000"),
        ("cashflow --grant 130000 --scheme annual-60-40", "--signed", "31/03", "03-31"),
        ("cashflow --grant 130000 --scheme annual-60-40", "--late", "balance=3mois", "balance=3m"),
        ("cashflow --grant 130000 --scheme annual-60-40", "--payment-delay", "60 jours", "60"),
        ("cashflow --grant 130000 --scheme annual-60-40", "--actual-cost", "85 %", "85"),
        ("eligibility nekoe", "--award-date", "01/07/2023", "2023-07-01"),
    ],
)
def test_both_ways_of_typing_give_the_same_answer(
    cli: Cli, command: str, option: str, grouped: str, plain: str
) -> None:
    one, other = (cli(*command.split(), option, value, "-f", "json") for value in (grouped, plain))

    assert one.stdout == other.stdout
    assert one.exit_code == other.exit_code
    assert one.exit_code in (0, 1, 3)


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--actual-cost", "0,85", "85 % or 0.85 %?"),
        ("--rate", "0.045", "4.5 % or 0.045 %?"),
        ("--fee", "0,5", "0.5 % or 0.5 €?"),
        ("--fee", "150 %", "150% of the credit line is not plausible"),
        ("--correlation", "50", "50 % or 0.5?"),
    ],
)
def test_a_number_that_may_mean_two_things_is_refused(cli: Cli, option: str, value: str, message: str) -> None:
    drawn = ("--delays", "fixed(3)") if option == "--correlation" else ()

    result = cli("cashflow", "--grant", "130000", "--scheme", "annual-60-40", *drawn, option, value)

    assert result.exit_code == 2
    assert message in result.stderr


PROJECT = """
id: typed
aid: {{type: operating, award_date: {award}}}
project: {{start: {start}, end: 2026-01-14}}
costs:
- {{label: Manager, amount: {cost}}}
resources:
- {{label: Region, kind: region, amount: {grant}, status: requested, timing: {{scheme: annual-60-40}}}}
- {{label: Dues, kind: dues, sector: private, amount: {dues}}}
"""


@pytest.mark.parametrize("command", [("eligibility", "--dossier"), ("treasury",)], ids=lambda words: words[0])
def test_a_dossier_typed_as_one_writes_gives_the_answer_of_plain_figures(
    cli: Cli, tmp_path: Path, command: tuple[str, ...]
) -> None:
    file = tmp_path / "project.yaml"
    answers = []
    for figures in (
        {"award": "2025-03-31", "start": "2025-04-15", "cost": "240000", "grant": "120000", "dues": "120000.50"},
        {"award": "31/03/2025", "start": "15/04/2025", "cost": "240 000", "grant": "120 k€", "dues": "'120.000,50'"},
    ):
        file.write_text(PROJECT.format(**figures), encoding="utf-8")
        answers.append(cli(*command, str(file), "-f", "json"))

    plain, typed = (without_traces(answer.stdout) for answer in answers)
    assert typed == plain
    assert {answer.exit_code for answer in answers} <= {0, 1, 3}


def without_traces(printed: str) -> object:
    """What is answered, less the facts as the file writes them."""
    return json.loads(printed, object_hook=lambda found: {key: found[key] for key in found if key != "trace"})
