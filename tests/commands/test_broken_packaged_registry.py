"""What helps to mend a broken registry works while the one that comes with the program is broken itself."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clusters_cli.commands.explain.catalogue import catalogue
from clusters_cli.foundations.misfits import UNKNOWN_KEY
from clusters_cli.presentation.languages import word
from clusters_cli.registry.folders import packaged_registry
from clusters_cli.registry.index import names_in
from tests.conftest import Cli

GALLERY = Path(__file__).parent.parent / "gallery"


@pytest.fixture(params=["missing", "empty", "broken"])
def broken(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put a broken registry in the place of the packaged one."""
    folder = tmp_path / "packaged"
    if request.param == "empty":
        folder.mkdir()
    if request.param == "broken":
        shutil.copytree(packaged_registry(), folder)
        for file in folder.glob("*.yaml"):
            file.write_text("a: [", encoding="utf-8")
    monkeypatch.setattr("clusters_cli.registry.folders.PACKAGED", folder)
    monkeypatch.setattr("clusters_cli.registry.folders.IN_CHECKOUT", folder)
    catalogue.cache_clear()
    yield folder
    catalogue.cache_clear()


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        ("classify", "--help"),
        ("explain",),
        ("explain", "REG103"),
        ("explain", "K21"),
        ("schema",),
        ("schema", "clusters"),
        ("validate", str(GALLERY / "base")),
        ("validate", str(GALLERY / "base"), "-f", "sarif"),
    ],
    ids=" ".join,
)
def test_a_command_that_helps_to_mend_it_works(arguments: tuple[str, ...], cli: Cli) -> None:
    done = cli(*arguments)

    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.usefixtures("broken")
def test_the_problems_of_another_registry_are_explained(cli: Cli) -> None:
    run = json.loads(cli("validate", str(GALLERY / "REG101"), "-f", "sarif").stdout)["runs"][0]

    told = {rule["id"]: rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]}
    assert told["REG101"] == word(UNKNOWN_KEY.title, "en")


@pytest.mark.usefixtures("broken")
def test_a_new_registry_can_be_started_and_judged(cli: Cli, tmp_path: Path) -> None:
    assert cli("init", str(tmp_path / "new")).exit_code == 0
    assert cli("validate", "--strict", str(tmp_path / "new")).exit_code == 0
    assert cli("show", "example-health", "--registry", str(tmp_path / "new")).exit_code == 0


def test_the_broken_registry_itself_is_told_and_ends_with_4(cli: Cli, broken: Path) -> None:
    done = cli("list")

    assert done.exit_code == 4
    assert str(broken) in done.stderr


@pytest.mark.usefixtures("broken")
def test_completion_offers_nothing_and_says_nothing() -> None:
    assert dict(names_in(None, "clusters")) == {}
