"""``clusters validate``: every problem of every file in one run, in the format that people or CI want."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner, Result

from clusters_cli.app import app
from clusters_cli.presentation.formats import formats_for
from clusters_cli.presentation.report_parts import Part
from clusters_cli.registry.folders import packaged_registry

BASE = Path(__file__).parent.parent / "gallery" / "base"
SARIF = json.loads((Path(__file__).parent / "sarif-subset.schema.json").read_text(encoding="utf-8"))
FIELDS = ("code", "level", "file", "line", "column", "path", "entity", "message", "suggestion")
ONE_CLUSTER = "clusters:\n- id: alpha\n  name: Alpha\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small valid registry in the current folder."""
    monkeypatch.chdir(tmp_path)
    registry = tmp_path / "registry"
    registry.mkdir()
    for file in BASE.iterdir():
        (registry / file.name).write_bytes(file.read_bytes())
    return registry


def validate(*arguments: str, named: str | None = None) -> Result:
    return CliRunner().invoke(app, ["validate", *arguments], env={"CLUSTERS_LANG": "en", "CLUSTERS_REGISTRY": named})


def problems(*arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(validate(*arguments, "-f", "json").output)["data"]["problems"]
    return found


def test_the_registry_that_comes_with_the_program_is_valid_without_a_warning() -> None:
    result = validate("--strict", str(packaged_registry()))

    assert result.exit_code == 0, result.output


def test_a_valid_registry_is_said_to_be_valid(folder: Path) -> None:
    assert folder.is_dir()
    assert validate("registry").output == "registry: valid (1 cluster, without a frame, region.yaml)\n"


def test_every_problem_of_every_file_is_told_in_one_run(folder: Path) -> None:
    (folder / "sources.yaml").write_text("sources:\n- {id: report, title: R, kind: reprot}\n", encoding="utf-8")
    (folder / "clusters.yaml").write_text(
        f"{ONE_CLUSTER}  nme: A\n  figures:\n  - {{year: 2021, budget: -5, source: raport}}\n", encoding="utf-8"
    )
    (folder / "poles.yaml").write_text("poles: [\n", encoding="utf-8")

    told = [(problem["code"], Path(str(problem["file"])).name) for problem in problems("registry")]

    assert told == [
        ("REG207", "sources.yaml"),
        ("REG105", "sources.yaml"),
        ("REG101", "clusters.yaml"),
        ("REG103", "clusters.yaml"),
        ("REG203", "clusters.yaml"),
        ("REG003", "poles.yaml"),
    ]


def test_a_problem_holds_the_fields_that_programs_rely_on(folder: Path) -> None:
    (folder / "clusters.yaml").write_text(
        f"{ONE_CLUSTER}  figures:\n  - year: 2021\n    bugdet: 5\n    source: report\n", encoding="utf-8"
    )

    (problem,) = problems("registry")

    assert problem.pop("entity") == "cluster alpha, figures 2021"
    assert problem == {
        "code": "REG101",
        "level": "error",
        "file": "registry/clusters.yaml",
        "line": 6,
        "column": 5,
        "path": "clusters[0].figures[0].bugdet",
        "message": {
            "message": "is not a key known here",
            "template": "is not a key known here",
            "values": {},
        },
        "suggestion": "budget",
    }


@pytest.mark.parametrize("format_", [each.name for each in formats_for(frozenset({Part.TABLE, Part.PROBLEMS}))])
def test_the_format_never_changes_the_exit_code(folder: Path, format_: str) -> None:
    asked = ("-f", format_, "-o", "problems", "--force")
    assert validate("registry", *asked).exit_code == 0
    (folder / "clusters.yaml").write_text("clusters: [{id: alpha}]\n", encoding="utf-8")
    assert validate("registry", *asked).exit_code == 1


def test_a_warning_fails_only_when_strict(folder: Path) -> None:
    (folder / "sources.yaml").write_text("sources:\n- {id: report, title: R, kind: report}\n", encoding="utf-8")

    assert validate("registry").exit_code == 0
    assert "warning REG207" in validate("registry").output
    assert validate("registry", "--strict").exit_code == 1


def test_several_registries_are_examined_in_one_run(folder: Path) -> None:
    (folder.parent / "other").mkdir()

    result = validate("registry", "other", "missing")

    assert result.exit_code == 1
    assert "registry: valid" in result.output
    assert "other/clusters.yaml:1:1: error REG011" in result.output
    assert "missing:1:1: error REG001" in result.output


def test_the_lines_of_problems_and_the_verdict_are_data(folder: Path) -> None:
    (folder / "clusters.yaml").write_text("clusters: [{id: alpha}]\n", encoding="utf-8")

    result = validate("registry")

    assert result.stderr == ""
    assert result.stdout.splitlines() == [
        "registry/clusters.yaml:1:12: error REG102 name: is missing  [cluster alpha]",
        "registry: not valid (1 error)",
    ]


def test_github_annotations_escape_what_would_end_them(folder: Path) -> None:
    (folder / "clusters.yaml").write_text('clusters: [{id: alpha, name: A, "a%,::b": c}]\n', encoding="utf-8")

    first = validate("registry", "-f", "github").output.splitlines()[0]

    assert first.startswith("::error file=registry/clusters.yaml,line=1,col=33,title=REG101::")
    assert "a%25,::b" in first


def test_a_sarif_log_follows_the_standard_and_places_each_result(folder: Path) -> None:
    (folder / "clusters.yaml").write_text(f"{ONE_CLUSTER}  siren: [{{value: '1', source: no}}]\n", encoding="utf-8")

    log = json.loads(validate("registry", "-f", "sarif").output)

    jsonschema.validate(log, SARIF, format_checker=jsonschema.FormatChecker())
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["REG203", "REG224"]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    place = run["results"][0]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "registry/clusters.yaml"
    assert place["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 19}
    assert place["logicalLocations"][0]["name"] == "cluster alpha"


def test_a_sarif_log_without_problems_follows_the_standard_too(folder: Path) -> None:
    assert folder.is_dir()
    log = json.loads(validate("registry", "-f", "sarif").output)

    jsonschema.validate(log, SARIF)
    assert log["runs"][0]["results"] == []


def test_a_sarif_address_of_an_absolute_path_is_an_address(folder: Path) -> None:
    (folder / "clusters.yaml").write_text("clusters: [{id: alpha}]\n", encoding="utf-8")

    log = json.loads(validate(str(folder), "-f", "sarif").output)

    (result,) = log["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("p.sarif", "{"),
        ("p.json", "{"),
        ("p.csv", "level,code"),
        ("p.txt", "registry"),
        ("p.yml", "version"),
        ("p.md", "|"),
    ],
)
def test_the_suffix_of_the_file_chooses_the_format(folder: Path, name: str, first: str) -> None:
    (folder / "clusters.yaml").write_text("clusters: [{id: alpha}]\n", encoding="utf-8")

    assert validate("registry", "-o", name).exit_code == 1
    assert Path(name).read_text(encoding="utf-8").startswith(first)


def test_csv_and_yaml_hold_the_same_problems_as_json(folder: Path) -> None:
    (folder / "clusters.yaml").write_text("clusters: [{id: alpha, nmae: A}]\n", encoding="utf-8")
    expected = problems("registry")

    rows = list(csv.DictReader(validate("registry", "-f", "csv").output.splitlines()))
    document = yaml.safe_load(validate("registry", "-f", "yaml").output)

    assert [row["code"] for row in rows] == [problem["code"] for problem in expected]
    assert set(rows[0]) == set(FIELDS)
    assert document["data"]["problems"] == expected


@pytest.mark.parametrize("asked", [("-f", "sarif"), ("-o", "problems.sarif")])
def test_a_sarif_log_speaks_english_to_everybody(asked: tuple[str, str], folder: Path) -> None:
    (folder / "clusters.yaml").write_text("clusters: [{id: alpha}]\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "clusters_cli", "validate", "registry", *asked],
        env={**os.environ, "CLUSTERS_LANG": "fr", "PYTHONPATH": str(BASE.parent.parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    written = done.stdout or Path("problems.sarif").read_text(encoding="utf-8")

    assert "clusters[0].name: is missing" in written


@pytest.mark.parametrize("place", [".", "data"])
def test_without_a_folder_the_registry_that_stands_here_is_judged(place: str, folder: Path) -> None:
    (folder / "clusters.yaml").write_text("clusters: [{id: alpha}]\n", encoding="utf-8")
    here = folder.parent / place
    for file in list(folder.iterdir()):
        here.mkdir(exist_ok=True)
        file.rename(here / file.name)

    result = validate()

    assert result.exit_code == 1
    assert f"{place}: not valid (1 error)" in result.output


def test_a_registry_that_lost_a_file_is_judged_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "clusters.yaml").unlink()

    assert "clusters.yaml:1:1: error REG011" in validate().output


def test_a_registry_that_is_named_is_judged_whatever_stands_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "clusters.yaml").write_text("clusters: [{id: alpha}]\n", encoding="utf-8")

    assert validate("--registry", str(BASE)).output == f"{BASE}: valid (1 cluster, without a frame, region.yaml)\n"
    assert validate(named=str(BASE)).output == f"{BASE}: valid (1 cluster, without a frame, region.yaml)\n"


def test_the_packaged_registry_never_answers_for_one_that_is_not_found(folder: Path) -> None:
    assert folder.name == "registry"

    result = validate()

    assert (result.exit_code, result.stdout) == (2, "")
    assert "USE117" in result.stderr


def test_all_judges_every_registry_below_and_none_that_others_installed(folder: Path) -> None:
    for place in ("deep/down/one", ".hidden/one", "venv/lib/site-packages/clusters_cli/data"):
        copied = folder.parent / place
        copied.mkdir(parents=True)
        (copied / "sources.yaml").write_bytes((folder / "sources.yaml").read_bytes())

    result = validate("--all")

    verdicts = [line.partition(":")[0] for line in result.output.splitlines() if "valid (" in line]
    assert verdicts == ["deep/down/one", "registry"]
    assert result.exit_code == 1
    assert validate("--all", "registry").output == "registry: valid (1 cluster, without a frame, region.yaml)\n"


def test_all_refuses_a_folder_without_a_registry_beside_one_that_has_some(folder: Path) -> None:
    (folder.parent / "empty").mkdir()

    result = validate("--all", "registry", "empty")

    assert result.exit_code == 2
    assert "no registry is in empty or below it" in result.stderr


@pytest.mark.parametrize("format_", ["github", "sarif"])
def test_what_a_repository_shows_is_named_from_its_root(
    format_: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.parent / ".git").mkdir()
    (folder / "clusters.yaml").write_text("clusters: [{id: alpha}]\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    named = {"github": "file=registry/clusters.yaml,", "sarif": '"uri": "registry/clusters.yaml"'}[format_]

    for typed in (".", str(folder), "../registry"):
        assert named in validate(typed, "-f", format_).output
    assert "\n../registry/clusters.yaml:1:12" in f"\n{validate('../registry').output}"


def test_the_workspace_of_the_job_is_the_root_where_git_left_no_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "clusters.yaml").write_text("clusters: [{id: alpha}]\n", encoding="utf-8")
    monkeypatch.chdir(folder)

    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder.parent))
    assert "file=registry/clusters.yaml," in validate(".", "-f", "github").output
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder / "elsewhere"))
    assert "file=./clusters.yaml," in validate(".", "-f", "github").output
