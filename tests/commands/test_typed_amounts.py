"""Amounts typed as the program prints them mean what they look like, on every command."""

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
