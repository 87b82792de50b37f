"""The recipes of the page on CI, run step by step in a fresh repository: red if its registry is broken, else green."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.docs.pages import ROOT
from tests.docs.recipes import Runner, recipes

pytestmark = pytest.mark.shells

PAGE = ROOT / "docs" / "ci.md"
RECIPES = list(recipes(PAGE))
(PRE_COMMIT,) = (recipe for recipe in RECIPES if "repos" in recipe)
(GITLAB,) = (recipe for recipe in RECIPES if "registry-warnings" in recipe)
WORKFLOWS = [recipe for recipe in RECIPES if "jobs" in recipe]
(ANNOTATED,) = (recipe for recipe in WORKFLOWS if "upload-sarif" not in str(recipe) and "defaults" not in str(recipe))
(SCANNED,) = (recipe for recipe in WORKFLOWS if "upload-sarif" in str(recipe))
(IN_A_FOLDER,) = (recipe for recipe in WORKFLOWS if "defaults" in str(recipe))
(SCRIPT,) = (recipe for recipe in RECIPES if isinstance(recipe, str))
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

GOOD = ROOT / "tests" / "gallery" / "base"
BROKEN = "clusters:\n- {id: alpha, name: Alpha, bugdet: 5}\n"
PLACE = "my-region/clusters.yaml"
ANNOTATION = f"::error file={PLACE},line=2,col=28,title=REG101::"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A fresh repository with a valid registry, all of it committed."""
    folder = tmp_path / "repository"
    shutil.copytree(GOOD, folder / "my-region")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    return folder


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def runner(repository: Path, tmp_path: Path) -> Runner:
    return Runner(repository, tmp_path / "programs")


def break_it(repository: Path) -> None:
    (repository / PLACE).write_text(BROKEN, encoding="utf-8")


def warn(repository: Path) -> None:
    (repository / "my-region" / "sources.yaml").write_text(
        "sources:\n- {id: report, title: R, kind: report}\n", encoding="utf-8"
    )


def lose_it(repository: Path) -> None:
    shutil.rmtree(repository / "my-region")
    (repository / "my-region").mkdir()


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_a_workflow_is_green_when_the_registry_is_valid(workflow: Mapping[str, Any], runner: Runner) -> None:
    assert runner.github(workflow).green


@pytest.mark.parametrize("spoil", [break_it, lose_it])
@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_a_workflow_goes_red_at_the_validation_of_a_broken_registry(
    workflow: Mapping[str, Any], spoil: Callable[[Path], None], runner: Runner, repository: Path
) -> None:
    spoil(repository)

    outcome = runner.github(workflow)

    first = next(step for step, good in outcome.steps if not good)
    assert first.startswith("clusters validate")
    assert first.endswith("--format github")


@pytest.mark.parametrize("workflow", [ANNOTATED, IN_A_FOLDER, SCANNED])
def test_annotations_name_the_file_from_the_root_of_the_repository(
    workflow: Mapping[str, Any], runner: Runner, repository: Path
) -> None:
    break_it(repository)

    assert ANNOTATION in runner.github(workflow).printed


def test_problems_are_uploaded_although_the_validation_failed(runner: Runner, repository: Path) -> None:
    break_it(repository)

    outcome = runner.github(SCANNED)

    assert outcome.steps[-1] == ("github/codeql-action/upload-sarif@v4", True)
    (run,) = json.loads((repository / "problems.sarif").read_text(encoding="utf-8"))["runs"]
    (result,) = run["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == PLACE


def test_a_step_that_uploads_fails_when_nothing_was_written(runner: Runner) -> None:
    (job,) = SCANNED["jobs"].values()
    without = [step for step in job["steps"] if "--output" not in step.get("run", "")]

    outcome = runner.github({"jobs": {"validate": {"steps": without}}})

    assert outcome.steps[-1] == ("github/codeql-action/upload-sarif@v4", False)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_a_workflow_asks_for_the_permissions_that_its_actions_need_and_no_more(workflow: Mapping[str, Any]) -> None:
    uploads = {"security-events": "write", "actions": "read"} if workflow is SCANNED else {}

    assert workflow["permissions"] == {"contents": "read"} | uploads


@pytest.mark.parametrize(
    ("spoil", "errors_pass", "warnings_pass"),
    [(None, True, True), (warn, True, False), (break_it, False, False), (lose_it, False, False)],
)
def test_gitlab_stops_at_errors_and_points_at_warnings(
    spoil: Callable[[Path], None] | None,
    errors_pass: bool,
    warnings_pass: bool,
    runner: Runner,
    repository: Path,
) -> None:
    if spoil:
        spoil(repository)

    assert runner.script(GITLAB["registry"]["script"]).green is errors_pass
    assert runner.script(GITLAB["registry-warnings"]["script"]).green is warnings_pass
    assert "allow_failure" not in GITLAB["registry"]
    assert GITLAB["registry-warnings"]["allow_failure"] is True


@pytest.mark.parametrize(("spoil", "green"), [(None, True), (break_it, False), (lose_it, False)])
def test_the_script_fails_when_the_registry_is_broken(
    spoil: Callable[[Path], None] | None, green: bool, runner: Runner, repository: Path
) -> None:
    if spoil:
        spoil(repository)

    assert runner.script([SCRIPT]).green is green


def hooked(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the hook as pre-commit does: from the root of the repository, its entry, then the arguments, then no file."""
    program, *entry = HOOK["entry"].split()
    assert program == "clusters"
    return subprocess.run(
        [sys.executable, "-m", "clusters_cli", *entry, *arguments],
        cwd=repository,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


ARGUMENTS = [(), tuple(PRE_COMMIT["repos"][0]["hooks"][0]["args"])]


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_the_hook_judges_the_registries_of_the_repository(arguments: tuple[str, ...], repository: Path) -> None:
    assert hooked(repository, *arguments).returncode == 0
    break_it(repository)

    refused = hooked(repository, *arguments)

    assert refused.returncode == 1
    assert f"{PLACE}:2:28: error REG101" in refused.stdout


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_the_hook_refuses_a_commit_that_only_deletes_a_file(arguments: tuple[str, ...], repository: Path) -> None:
    git(repository, "rm", "--quiet", "--force", PLACE)

    refused = hooked(repository, *arguments)

    assert refused.returncode == 1
    assert f"{PLACE}:1:1: error REG011" in refused.stdout
    assert (HOOK["always_run"], HOOK["pass_filenames"]) == (True, False)


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_the_hook_refuses_a_repository_without_a_registry(arguments: tuple[str, ...], repository: Path) -> None:
    lose_it(repository)

    refused = hooked(repository, *arguments)

    assert refused.returncode == 2
    assert "no registry is in" in refused.stderr


def test_the_page_names_the_hook_that_there_is() -> None:
    assert PRE_COMMIT["repos"][0]["hooks"][0]["id"] == HOOK["id"]
