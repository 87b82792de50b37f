import pytest

from clusters_cli.foundations.names import fold, nearest

KNOWN = ("aerocentre", "agreen-tech-valley", "area-cvl", "nekoe")


@pytest.mark.parametrize("typed", ["Nékoé", "NEKOE", " nékoe ", "ne\u0301koe\u0301"])
def test_case_accents_and_spaces_do_not_count(typed: str) -> None:
    assert fold(typed) == "nekoe"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cœur d’Hérault", "coeur d'herault"),
        ("Cœur d’Hérault", "COEUR D HERAULT"),
        ("Æther", "aether"),
        ("Les Champs du Possible", "les-champs-du-possible"),
        ("Polepharma", "Pole Pharma"),
        ("S2E2", "S2E2 "),
        ("Éco–Tech", "eco-tech"),
        ("éco\u2011tech", "e\u0301co tech"),
        ("ﬁlière", "filiere"),
        ("l`Atelier", "L´ATELIER"),
        ("Straße", "STRASSE"),
        ("A.R.E.A. (Centre)", "area centre"),
    ],
)
def test_two_spellings_of_a_name_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C++"), ("C", "C#"), ("A&B", "AB"), ("alpha1", "alpha"), ("नि", "न"), ("!", "?")]
)
def test_letters_digits_and_symbols_tell_names_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_name_nearly_right_is_recognised() -> None:
    assert nearest("aerocenter", KNOWN, 1) == ["aerocentre"]


def test_the_beginning_of_a_long_name_is_near_enough() -> None:
    assert nearest("agreen", KNOWN) == ["agreen-tech-valley"]


def test_a_name_like_no_other_has_no_neighbour() -> None:
    assert nearest("zzz", KNOWN) == []
