"""What a refusal repeats, names and asks, in the reader's own way."""

import pytest

from clusters_cli.foundations.reading.refusals import clipped, echoed, in_readers_way, refusal


@pytest.mark.parametrize(("language", "shown"), [("en", "130000.50"), ("fr", "130000,50")])
def test_decimals_are_set_apart_as_the_reader_types_them(
    language: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clusters_cli.foundations.messages._of_the_locale", lambda: language)

    assert in_readers_way("130000.50") == shown


def test_sixty_characters_are_repeated_and_what_is_longer_is_cut() -> None:
    assert clipped("x" * 60) == "x" * 60
    assert clipped("x" * 61) == "x" * 60 + "…"
    assert echoed("1 OOO") == "'1 OOO'"


def test_a_refusal_names_two_readings_at_most_and_none_twice() -> None:
    assert str(refusal("no", ("1", "1", "2", "3"), such_as=("9",))) == "no: 1 or 2?"
    assert str(refusal("no", such_as=("8", "9"))) == "no; write it as 8 or 9"
