"""What a shell is offered, asked the way shells ask."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = "from clusters_cli.app import main; main()"


def offered(line: str, *, kind: str = "bash", **variables: str) -> str:
    words = line.split(" ")
    asked = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[kind]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **asked, **variables, "_CLUSTERS_COMPLETE": f"complete_{kind}"},
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("kind", ["bash", "zsh", "fish"])
def test_ids_of_clusters_are_offered(kind: str) -> None:
    assert "nekoe" in offered("clusters show ne", kind=kind)
    assert "aerocentre" not in offered("clusters show ne", kind=kind)


def test_names_stand_beside_ids_where_the_shell_shows_them() -> None:
    assert "Nékoé" in offered("clusters show ne", kind="zsh")


def test_commands_are_offered() -> None:
    assert offered("clusters cl").split() == ["classify"]


def test_ids_of_another_registry_are_offered_without_checking_it(small_registry: Path) -> None:
    (small_registry / "sources.yaml").unlink()

    assert offered("clusters show ", CLUSTERS_REGISTRY=str(small_registry)).split() == ["alpha"]


def test_a_registry_that_cannot_be_read_offers_nothing(tmp_path: Path) -> None:
    assert offered("clusters show ", CLUSTERS_REGISTRY=str(tmp_path / "nowhere")).split() == []
