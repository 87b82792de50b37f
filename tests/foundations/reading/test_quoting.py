"""Without quotes, a figure of a YAML file must be the same number to every program."""

from decimal import Decimal

import pytest

from clusters_cli.foundations.fields import Amount, Model
from clusters_cli.foundations.strict_yaml import parse_yaml
from clusters_cli.foundations.validation import check
from clusters_cli.presentation.languages import word


class Holder(Model):
    """A file that holds one amount."""

    amount: Amount


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("130000", 130000),
        ('"130.000"', 130000),
        ("'130.000'", 130000),
        ("240 000", 240000),
        ("130.5", Decimal("130.5")),
    ],
)
def test_an_amount_is_read_in_quotes_or_as_plain_digits(written: str, value: Decimal) -> None:
    holder, problems = check(parse_yaml(f"amount: {written}\n", "x.yaml"), Holder)

    assert problems == ()
    assert holder == Holder(amount=Decimal(value))


def test_an_amount_that_other_programs_read_otherwise_is_refused_without_quotes() -> None:
    holder, problems = check(parse_yaml("amount: 130.000\n", "x.yaml"), Holder)

    assert holder is None
    assert [word(problem.message, "en") for problem in problems] == [
        "'130.000' is another number to other programs: write 130000, or put it in quotes"
    ]


def test_a_quoted_key_is_plain_text() -> None:
    assert [type(key) for key in parse_yaml('"2021": x\n', "x.yaml").data] == [str]
