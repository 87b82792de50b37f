"""What locators name in the sources of a registry has the words that the registry gives it."""

from pathlib import Path

import pytest

from clusters_cli.foundations.text import Language
from clusters_cli.presentation.data import to_data
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import Registry, load_registry
from clusters_cli.registry.profile import profile_of


@pytest.fixture
def located(small_registry: Path) -> Registry:
    """A registry that words the tables of its report, and has a remark in one of them."""
    with (small_registry / "clusters.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "  remarks:\n"
            "  - {topic: work, text: {en: busy}, source: report, locator: 'part II, table of dues, table of seats'}\n"
        )
    with (small_registry / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write("locator_words:\n- {id: table of dues, name: {en: table of dues, fr: tableau des cotisations}}\n")
    return load_registry(small_registry)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "part II, table of dues, table of seats"),
        ("fr", "partie II, tableau des cotisations, table of seats"),
    ],
)
def test_a_locator_is_worded_as_the_registry_says_else_as_it_is_written(
    language: Language, words: str, located: Registry
) -> None:
    (remark,) = located.cluster_by_id["alpha"].remarks

    assert remark.locator is not None
    assert word(remark.locator, language) == words


def test_a_program_gets_a_locator_as_it_is_written(located: Registry) -> None:
    (remark,) = located.cluster_by_id["alpha"].remarks

    assert to_data(remark.locator) == "part II, table of dues, table of seats"


def test_the_words_of_one_registry_are_not_those_of_another(located: Registry, registry: Registry) -> None:
    (remark,) = located.cluster_by_id["alpha"].remarks
    statements = profile_of(registry.cluster_by_id["nekoe"], registry).figures

    assert remark.locator is not None
    assert "table of supported clusters" not in remark.locator.words
    assert {word(one.origin.locator, "fr") for one in statements if one.origin.locator} == {
        "partie I, 2.1.1, tableau des clusters soutenus"
    }
