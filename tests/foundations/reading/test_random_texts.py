"""No random text is read as another amount than a second, naively written reader finds."""

import random
from decimal import Decimal

import pytest

from clusters_cli.foundations.reading.amounts import amount
from tests.foundations.reading.naive import naive_amount
from tests.wording import said

CHARACTERS = "0011233456789.,.,'\u2019   \u00a0\u202f"
HINTS = ("?", "write it as", "must not be negative")
ENDS = ("", "", "", "", "€", " €", "k€", " M€", "\u202fMd€", "EUR", " euros", "k", "%", "-", "(", "x", "\u0663")


def random_text(drawn: random.Random) -> str:
    """Return digits and separators, more often in groups of three than chance would have it, and what may follow."""
    if drawn.random() < 0.5:
        return "".join(drawn.choices(CHARACTERS, k=drawn.randint(0, 9))) + drawn.choice(ENDS)
    groups = [
        str(drawn.randint(0, 999)),
        *(f"{drawn.randint(0, 9999):0{drawn.choice((1, 2, 3, 3, 3))}}" for _ in range(drawn.randint(0, 3))),
    ]
    mark, last = drawn.choice(CHARACTERS[13:]), drawn.choice(CHARACTERS[13:])
    figure = (
        mark.join(groups[:-1]) + (last if len(groups) > 1 and drawn.random() < 0.4 else mark) + groups[-1]
        if len(groups) > 1
        else groups[0]
    )
    return drawn.choice(("", "", "", "€", "-")) + figure + drawn.choice(ENDS)


def answer(text: str) -> tuple[Decimal | None, str]:
    """Return the amount that a text is read as, or ``None`` and what its refusal says."""
    try:
        return amount(text), ""
    except ValueError as refusal:
        return None, said(refusal)


def compare(count: int, seed: int) -> tuple[int, int]:
    """Compare the two readers on so many texts; return how many were read and how many refused."""
    drawn = random.Random(seed)
    read = refused = 0
    for _ in range(count):
        text = random_text(drawn)
        expected = naive_amount(text)
        found, said = answer(text)
        assert found == expected, text
        assert found is not None or any(hint in said for hint in HINTS), said
        read, refused = read + (found is not None), refused + (found is None)
    return read, refused


def test_both_readers_agree_on_twenty_thousand_random_texts() -> None:
    read, refused = compare(20_000, seed=1)

    assert read > 2_000
    assert refused > 3_000


@pytest.mark.long
def test_both_readers_agree_on_a_million_random_texts() -> None:
    read, refused = compare(1_000_000, seed=2)

    assert read > 100_000
    assert refused > 100_000
