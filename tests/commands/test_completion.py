"""What a shell is offered, asked the way shells ask."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from clusters_cli.app import app
from clusters_cli.foundations.hidden import HIDDEN

PROGRAM = "from clusters_cli.app import main; main()"


def asked(line: str, kind: str) -> dict[str, str]:
    """Return the variables by which a shell asks; bash breaks words at equals signs."""
    words = [word for word in re.split(" |(=)", line) if word is not None]
    if words[-2:] == ["=", ""]:
        words.pop()
    of_the_shell = {
        "bash": {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }
    return {**of_the_shell[kind], "_CLUSTERS_COMPLETE": f"complete_{kind}"}


def offered(line: str, *, kind: str = "bash", **variables: str) -> str:
    done = CliRunner().invoke(app, env={**asked(line, kind), **variables})
    assert done.stderr == ""
    return done.stdout


def test_a_process_answers_a_shell_and_says_nothing_else() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **asked("clusters show nek", "bash"), "CLUSTERS_LANG": "qaa"},
    )

    assert (done.stdout, done.stderr) == ("nekoe\n", "")


@pytest.mark.parametrize("asked_with", [{}, {"COMP_CWORD": "1"}, {"COMP_CWORD": "x", "COMP_WORDS": "clusters"}])
def test_what_no_shell_asks_is_answered_without_an_error(asked_with: dict[str, str]) -> None:
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("COMP_")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**surroundings, "_CLUSTERS_COMPLETE": "complete_bash", **asked_with},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stderr, done.returncode) == ("", 0)


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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("list --maturity ", {"emerging", "seeking-model", "structured"}),
        ("list --columns bud", {"budget"}),
        ("list --columns name,m", {"name,maturity", "name,members"}),
        ("list --columns members,m", {"members,maturity"}),
        ("list --sort founded", {"founded"}),
        ("list --department 3", {"36", "37"}),
        ("list --domain heal", {"health"}),
        ("list --format js", {"json"}),
        ("stats --by d", {"department", "domain"}),
        ("cashflow --by ", {"month", "quarter", "year"}),
        ("cashflow --spending f", {"front"}),
        ("cashflow --day-count ", {"365", "360"}),
        ("cashflow --late b", {"balance="}),
        ("cashflow --delays ", {"advance=", "interim=", "balance=", "release="}),
        ("cashflow --scheme al", {"all"}),
        ("pool --own-cash nek", {"nekoe="}),
        ("pool --signed nek", {"nekoe="}),
        ("credits --from tri", {"triennial", "triennial-parts"}),
        ("credits --to tri", {"triennial", "triennial-parts"}),
        ("schemes show tri", {"triennial", "triennial-parts"}),
        ("schema clus", {"clusters"}),
        ("legal show sa-1", {"sa-111723"}),
        ("networks show ", {"france-clusters", "french-fab-cvl"}),
        ("sources show ceser-", {"ceser-2023", "ceser-page"}),
        ("poles phases phase-4", {"phase-4"}),
        ("obstacles show ", {"A", "B", "C", "D", "E", "F"}),
        ("recommendations show 1", {"1", "1.1", "1.2", "1.3", "1.4", "1.5"}),
        ("explain REG20", {"REG201", "REG202", "REG203", "REG204", "REG205", "REG206", "REG207", "REG208", "REG209"}),
        ("dossier new --for e", {"eligibility"}),
    ],
)
def test_closed_words_are_offered(line: str, expected: set[str]) -> None:
    assert {entry.partition("\t")[0] for entry in offered(f"clusters {line}", kind="fish").splitlines()} == expected


@pytest.mark.parametrize(
    ("line", "bash", "others"),
    [
        ("cashflow --scheme=hor", "horizon-europe", "--scheme=horizon-europe"),
        ("pool --scheme nekoe=hor", "horizon-europe", "nekoe=horizon-europe"),
        ("pool --scheme=nekoe=hor", "horizon-europe", "--scheme=nekoe=horizon-europe"),
        ("list --maturity=eme", "emerging", "--maturity=emerging"),
        ("stats --by=dom", "domain", "--by=domain"),
    ],
)
def test_a_value_after_an_equals_sign_is_offered_as_the_shell_puts_it_in_place(
    line: str, bash: str, others: str
) -> None:
    assert offered(f"clusters {line}").split() == [bash]
    assert offered(f"clusters {line}", kind="fish").partition("\t")[0].strip() == others
    assert f'"{others}"' in offered(f"clusters {line}", kind="zsh")


def test_nothing_typed_after_an_equals_sign_offers_all_values() -> None:
    assert offered("clusters list --maturity=").split() == ["emerging", "seeking-model", "structured"]


def test_the_registry_of_the_environment_may_stand_in_the_home_directory(small_registry: Path) -> None:
    home = {"HOME": str(small_registry.parent), "USERPROFILE": str(small_registry.parent)}

    assert offered("clusters show ", CLUSTERS_REGISTRY=f"~/{small_registry.name}", **home).split() == ["alpha"]


@pytest.mark.parametrize("kind", ["bash", "zsh", "fish"])
def test_an_unchecked_registry_offers_no_command_of_a_shell_and_shows_no_hidden_text(kind: str, tmp_path: Path) -> None:
    entries = [
        {"id": "good", "name": "a\u202eb\x1b[31mc\nd"},
        {"id": "x; rm -rf ~", "name": "n"},
        {"id": "a\nb", "name": "n"},
    ]
    (tmp_path / "clusters.yaml").write_text(f"clusters: {json.dumps(entries)}", encoding="utf-8")

    told = offered("clusters show ", kind=kind, CLUSTERS_REGISTRY=str(tmp_path))

    assert "good" in told
    assert kind == "bash" or r"a\u202eb\x1b[31mc\nd" in told.replace(r"\\", "\\")
    assert "rm" not in told
    assert not HIDDEN.findall(told)
