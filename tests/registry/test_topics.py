"""The topics of remarks have the words that the registry gives them."""

from pathlib import Path

import pytest

from clusters_cli.foundations.text import Language
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import Registry, load_registry
from clusters_cli.registry.profile import profile_of


@pytest.fixture
def remarked(small_registry: Path) -> Registry:
    """A registry with a remark on a topic that it words, and one on a topic that it does not."""
    with (small_registry / "clusters.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "  remarks:\n"
            "  - {topic: work, text: {en: busy}, source: report}\n"
            "  - {topic: Kurzarbeit, text: {en: rare}, source: report}\n"
        )
    with (small_registry / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write("topics:\n- {id: work, name: {en: work in common, fr: travaux communs}}\n")
    return load_registry(small_registry)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", {"work in common", "Kurzarbeit"}), ("fr", {"travaux communs", "Kurzarbeit"})],
)
def test_a_topic_is_called_as_the_registry_says_else_as_it_is_written(
    language: Language, words: set[str], remarked: Registry
) -> None:
    facts = profile_of(remarked.cluster_by_id["alpha"], remarked).facts

    assert {word(fact.name, language) for fact in facts} == words


def test_every_topic_of_the_packaged_registry_has_words(registry: Registry) -> None:
    organisations = (*registry.clusters.clusters, *registry.poles.poles)
    named = [fact for one in organisations for fact in profile_of(one, registry).facts]

    assert not [fact.field for fact in named if isinstance(fact.name, str)]
