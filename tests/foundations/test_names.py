import pytest

from clusters_cli.foundations.names import fold, nearest

KNOWN = ("aerocentre", "agreen-tech-valley", "area-cvl", "nekoe")


@pytest.mark.parametrize("typed", ["Nékoé", "NEKOE", " nékoe ", "ne\u0301koe\u0301"])
def test_case_accents_and_spaces_do_not_count(typed: str) -> None:
    assert fold(typed) == "nekoe"


def test_a_name_nearly_right_is_recognised() -> None:
    assert nearest("aerocenter", KNOWN, 1) == ["aerocentre"]


def test_the_beginning_of_a_long_name_is_near_enough() -> None:
    assert nearest("agreen", KNOWN) == ["agreen-tech-valley"]


def test_a_name_like_no_other_has_no_neighbour() -> None:
    assert nearest("zzz", KNOWN) == []
