from pathlib import Path

import pytest

from clusters_cli.foundations.errors import InvalidDataError, UnusableFileError
from clusters_cli.foundations.explanations import Level
from clusters_cli.presentation.worded_problems import on_a_line
from clusters_cli.registry.loading import examine, load_registry
from tests.wording import refused


def test_the_smallest_registry_is_valid(small_registry: Path) -> None:
    loaded = load_registry(small_registry)

    assert [cluster.id for cluster in loaded.clusters.clusters] == ["alpha"]
    assert loaded.reference == "report"


def test_all_problems_of_all_files_come_in_one_run(small_registry: Path) -> None:
    (small_registry / "sources.yaml").write_text(
        "sources:\n- {id: report, titel: A report, kind: report}\n", encoding="utf-8"
    )
    (small_registry / "clusters.yaml").write_text(
        "clusters:\n- id: Alpha\n  name: Alpha\n  figures:\n  - {year: 2021, budget: -5, source: raport}\n",
        encoding="utf-8",
    )

    _registry, problems = examine(small_registry)

    assert {problem.code for problem in problems} >= {"REG101", "REG102", "REG103", "REG106", "REG203"}


def test_a_problem_is_located_and_names_its_entity(small_registry: Path) -> None:
    text = (small_registry / "clusters.yaml").read_text(encoding="utf-8")
    (small_registry / "clusters.yaml").write_text(text.replace("100000", "-5"), encoding="utf-8")

    _registry, problems = examine(small_registry)

    assert on_a_line(problems[0], "en") == (
        f"{small_registry}/clusters.yaml:5:26: error REG103 budget: must not be negative, found -5"
        "  [cluster alpha, figures 2021]"
    )


def test_a_misspelt_key_or_source_gets_a_suggestion(small_registry: Path) -> None:
    text = (small_registry / "clusters.yaml").read_text(encoding="utf-8")
    wrong = text.replace("budget", "budgte").replace("source: report", "source: reprot")
    (small_registry / "clusters.yaml").write_text(wrong, encoding="utf-8")

    _registry, problems = examine(small_registry)

    assert {problem.suggestion for problem in problems} == {"budget", "report"}


@pytest.mark.parametrize("name", ["sources.yaml", "clusters.yaml"])
def test_a_registry_needs_its_sources_and_clusters(name: str, small_registry: Path) -> None:
    (small_registry / name).unlink()

    with pytest.raises(InvalidDataError) as caught:
        load_registry(small_registry)

    assert "REG011" in {problem.code for problem in caught.value.problems}


def test_a_folder_that_does_not_exist_is_no_registry(tmp_path: Path) -> None:
    with refused(UnusableFileError, match="does not exist"):
        load_registry(tmp_path / "nowhere")


def test_a_file_is_no_registry(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with refused(UnusableFileError, match="not a folder"):
        load_registry(tmp_path / "file")


@pytest.mark.parametrize(
    ("file", "sound", "odd"),
    [("sources.yaml", "reference: true", "reference: 007"), ("clusters.yaml", "year: 2021", "year: 02021")],
)
def test_a_warning_about_the_way_of_writing_hides_no_error_at_its_place(
    small_registry: Path, file: str, sound: str, odd: str
) -> None:
    text = (small_registry / file).read_text(encoding="utf-8")
    (small_registry / file).write_text(text.replace(sound, odd), encoding="utf-8")

    registry, problems = examine(small_registry)

    assert registry is None
    assert {(problem.code, problem.level) for problem in problems} >= {
        ("REG012", Level.WARNING),
        ("REG103", Level.ERROR),
    }


@pytest.mark.parametrize("word", ["true", "yes"])
def test_two_sources_cannot_both_be_the_reference_however_that_is_written(small_registry: Path, word: str) -> None:
    entry = "- {{id: {id}, title: A report, kind: report, reference: {word}}}\n"
    entries = entry.format(id="report", word="true") + entry.format(id="study", word=word)
    (small_registry / "sources.yaml").write_text(f"sources:\n{entries}", encoding="utf-8")

    registry, problems = examine(small_registry)

    assert registry is None
    assert [problem.code for problem in problems] == ["REG206"]
