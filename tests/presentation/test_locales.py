"""Which language an environment asks for; ``qaa`` is kept for private use, and never has a catalogue."""

import pytest

from clusters_cli.foundations.text import Language
from clusters_cli.presentation.locales import language_of, unknown_language


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "qaa_DE.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LC_MESSAGES": "en_GB", "LC_ALL": "fr_BE@euro"}, "fr"),
        ({"LC_ALL": "en_US", "LANGUAGE": "qaa:fr:en"}, "fr"),
        ({"LC_ALL": "fr_FR", "LANGUAGE": ""}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "CLUSTERS_LANG": "en"}, "en"),
        ({"LANG": "en_US", "CLUSTERS_LANG": "FR"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "CLUSTERS_LANG": "klingon"}, "fr"),
    ],
)
def test_the_variable_of_the_program_wins_then_those_of_the_locale(
    environment: dict[str, str], expected: Language
) -> None:
    assert language_of(environment) == expected


def test_only_the_variable_of_the_program_can_name_a_language_that_it_does_not_speak() -> None:
    assert unknown_language({"CLUSTERS_LANG": "qaa"}) == "qaa"
    assert unknown_language({"CLUSTERS_LANG": "qaa:fr"}) is None
    assert unknown_language({"LANG": "qaa_DE.UTF-8"}) is None
