"""At which stage of fragility the clusters of a class stand, and what is recommended then."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.maturity import stages_of
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import Registry, load_registry
from clusters_cli.registry.models import Maturity
from tests.conftest import Cli


@pytest.mark.parametrize(
    ("maturity", "stage", "recommendation"),
    [
        (Maturity.EMERGING, "impulse", "1"),
        (Maturity.SEEKING_MODEL, "consolidation", "2"),
        (Maturity.STRUCTURED, "development-plus", "3"),
    ],
)
def test_each_class_stands_at_a_stage_for_which_the_report_has_a_recommendation(
    maturity: Maturity, stage: str, recommendation: str, registry: Registry
) -> None:
    (found,) = stages_of({maturity}, registry)

    assert (found.stage.id, [answer.number for answer in found.answers]) == (stage, [recommendation])


def test_which_class_stands_there_is_told_as_a_reading_and_what_answers_it_as_the_report_says(
    registry: Registry,
) -> None:
    for stage in registry.obstacles.stages:
        assert {stated.source for stated in stage.maturity} == {"readings"}
        assert {stated.source for stated in stage.answered_by} == {"ceser-2023"}


def test_a_class_that_cannot_be_told_stands_nowhere(registry: Registry) -> None:
    assert stages_of({None}, registry) == ()


def test_a_registry_has_the_stages_that_its_own_sources_tell(small_registry: Path) -> None:
    assert stages_of(set(Maturity), load_registry(small_registry)) == ()


def test_classify_tells_the_stages_of_the_classes_it_found(cli: Cli, cli_json: Callable[..., Any]) -> None:
    stages = cli_json("classify", "noveco", "aerocentre")["data"]["stages"]

    assert [(stage["maturity"], stage["id"], stage["recommendations"]) for stage in stages] == [
        ("seeking-model", "consolidation", ["recommendation-2"]),
        ("structured", "development-plus", ["recommendation-3"]),
    ]
    lines = cli("classify", "noveco").stdout.splitlines()
    assert any("consolidation" in line and "2, Support clusters over the medium term" in line for line in lines)
    assert not any("Développement +" in line for line in lines)


def test_diagnose_tells_the_stage_of_the_cluster(cli: Cli, cli_json: Callable[..., Any]) -> None:
    told = cli_json("diagnose", "noveco")["data"]

    assert (told["maturity"], told["stage"]["id"]) == ("seeking-model", "consolidation")
    assert "consolidation (seeking a model): readings" in cli("diagnose", "noveco").stdout


def test_diagnose_tells_no_stage_where_the_class_cannot_be_told(cli: Cli, cli_json: Callable[..., Any]) -> None:
    told = cli_json("diagnose", "eden")["data"]

    assert (told["maturity"], told["stage"]) == (None, None)
    assert "Stages of fragility" not in cli("diagnose", "eden").stdout


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("cluster", "id_"),
    [("pixel-players", "impulse"), ("noveco", "consolidation"), ("aerocentre", "development-plus")],
)
def test_every_word_of_a_stage_is_shown(
    cluster: str, id_: str, language: str, registry: Registry, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERS_LANG", language)
    monkeypatch.setenv("COLUMNS", "600")
    output = cli("diagnose", cluster, "--as-of", "2023-04-30").stdout
    (stage,) = (stage for stage in registry.obstacles.stages if stage.id == id_)

    texts = (stage.name, stage.text, *(stated.note for stated in stage.maturity if stated.note))
    assert all(word(text, language) in output for text in texts)
