"""A key or a shape that a French person types is answered with what to type."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import examine

Spoil = Callable[[str, str, str], Path]


@pytest.mark.parametrize(
    ("typed", "old", "key"),
    [
        ("annee: 2021, members", "year: 2021, members", "year"),
        ("année: 2021, members", "year: 2021, members", "year"),
        ("adherents: 10", "members: 10", "members"),
        ("adhérents: 10", "members: 10", "members"),
        ("siege:", "seat:", "seat"),
        ("Siège:", "seat:", "seat"),
        ("domaine:", "domain:", "domain"),
        ("nom: Alpha", "name: Alpha", "name"),
        ("valeur: health", "value: health", "value"),
        ("financeur: Région", "funder: Région", "funder"),
        ("subvention: 1000", "regional_grant: 1000", "regional_grant"),
    ],
)
def test_a_french_key_is_answered_with_the_key_of_the_glossary(spoiled: Spoil, typed: str, old: str, key: str) -> None:
    _registry, problems = examine(spoiled("clusters.yaml", old, typed))

    assert [problem.suggestion for problem in problems if problem.code == "REG101"] == [key]


@pytest.mark.parametrize(
    ("written", "example"),
    [
        ("seat: tours", "seat: [{value: tours, source: …}]"),
        ("aliases: Al, pha", 'aliases: ["Al, pha"]'),
        ("activity: [{value: Santé, source: report}]", "value: {fr: Santé}"),
    ],
)
def test_a_text_in_place_of_a_list_or_a_mapping_is_answered_with_an_example(
    spoiled: Spoil, written: str, example: str
) -> None:
    _registry, problems = examine(spoiled("clusters.yaml", "  name: Beta", f"  name: Beta\n  {written}"))

    assert [word(problem.message, "en").partition("; write it as ")[2] for problem in problems] == [example]
