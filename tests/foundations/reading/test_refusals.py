"""What a refusal repeats, names and asks, in the reader's own way."""

import pytest

from clusters_cli.foundations.reading.refusals import clipped, echoed, refusal
from clusters_cli.foundations.text import Language, Text, Typed
from clusters_cli.presentation.languages import word
from tests.wording import said


@pytest.mark.parametrize(("language", "shown"), [("en", "130000.50"), ("fr", "130000,50")])
def test_decimals_are_set_apart_as_the_reader_types_them(language: Language, shown: str) -> None:
    assert word(Typed("130000.50"), language) == shown


def test_sixty_characters_are_repeated_and_what_is_longer_is_cut() -> None:
    assert clipped("x" * 60) == "x" * 60
    assert clipped("x" * 61) == "x" * 60 + "…"
    assert echoed("1 OOO") == "'1 OOO'"


def test_a_refusal_names_two_readings_at_most_and_none_twice() -> None:
    assert said(refusal(Text("no"), ("1", "1", "2", "3"), such_as=("9",))) == "no: 1 or 2?"
    assert said(refusal(Text("no"), such_as=("8", "9"))) == "no; write it as 8 or 9"
