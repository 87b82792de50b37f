"""The program as a whole: exit codes, envelopes of errors, registries, pipes, and real processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from clusters_cli import __version__
from clusters_cli.commands.shared.run import requested_format
from clusters_cli.foundations.text import all_of
from clusters_cli.presentation.catalogues import languages
from clusters_cli.presentation.formats import named
from clusters_cli.presentation.languages import word
from tests.conftest import Cli


def process(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "clusters_cli", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CLUSTERS_LANG": "en", **variables},
        encoding="utf-8",
    )


def test_the_program_runs_as_a_module() -> None:
    assert process("--version").stdout == f"clusters {__version__}\n"


def test_without_a_command_the_help_is_shown(cli: Cli) -> None:
    result = cli()

    assert result.exit_code == 0
    assert "clusters cashflow nekoe --scheme triennial" in result.stdout


def test_an_unknown_command_is_answered_with_the_nearest(cli: Cli) -> None:
    result = cli("lits")

    assert result.exit_code == 2
    assert "did you mean list?" in result.stderr


def test_an_error_is_told_in_the_envelope_when_json_was_asked_for(cli: Cli) -> None:
    result = cli("show", "aerocenter", "-f", "json")

    answer = json.loads(result.stdout)
    assert result.exit_code == answer["exit_code"] == 2
    assert (answer["status"], answer["data"]) == ("error", None)
    assert answer["errors"][0].keys() == {"code", "message", "position"}


def test_an_unknown_option_too_is_told_in_the_envelope(cli: Cli) -> None:
    assert json.loads(cli("list", "--colums", "a", "--format=json").stdout)["exit_code"] == 2


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["-f", "json"], "json"),
        (["-fcsv"], "csv"),
        (["--format=yaml"], "yaml"),
        (["-f", "pdf"], None),
        (["list"], None),
        (["-o", "a.json"], "json"),
        (["-o", "a.json", "-f", "table"], "table"),
    ],
)
def test_the_format_is_found_on_a_line_that_could_not_be_understood(arguments: list[str], expected: str | None) -> None:
    assert requested_format(arguments) == (named(expected) if expected else None)


@pytest.mark.parametrize("where", ["before", "after", "environment"])
def test_another_registry_can_be_named_before_or_after_the_command_or_in_the_environment(
    where: str, small_registry: Path
) -> None:
    option = ["--registry", str(small_registry)]
    arguments = {"before": [*option, "list"], "after": ["list", *option], "environment": ["list"]}[where]
    variables = {"CLUSTERS_REGISTRY": str(small_registry)} if where == "environment" else {}

    result = process(*arguments, "-f", "csv", "--columns", "id", **variables)

    assert (result.returncode, result.stdout) == (0, "id\nalpha\n")


def test_a_broken_registry_tells_all_its_problems_and_ends_with_4(cli: Cli, small_registry: Path) -> None:
    (small_registry / "sources.yaml").write_text("sources: [{id: A}]\n", encoding="utf-8")
    (small_registry / "clusters.yaml").write_text("clusters: {}\n", encoding="utf-8")

    result = cli("list", "--registry", str(small_registry), "-f", "json")

    answer = json.loads(result.stdout)
    assert result.exit_code == answer["exit_code"] == 4
    assert {error["position"]["file"].rsplit("/")[-1] for error in answer["errors"]} == {
        "sources.yaml",
        "clusters.yaml",
    }
    assert "clusters.yaml:1:" in result.stderr


@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_a_folder_that_is_no_registry_ends_with_4(kind: str, cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / kind
    if kind == "empty":
        folder.mkdir()
    if kind == "file":
        folder.touch()

    result = cli("list", "--registry", str(folder))

    assert result.exit_code == 4
    assert "Traceback" not in result.stderr


def test_a_bug_is_told_in_short_and_its_traceback_only_with_debug(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("broken inside")

    monkeypatch.setattr("clusters_cli.registry.open_listing", broken)

    short, long = cli("list"), cli("list", "--debug")

    assert short.exit_code == long.exit_code == 70
    assert "Traceback" not in short.stderr
    assert "Traceback" in long.stderr
    assert "broken inside" in short.stderr


def test_no_colour_is_asked_for_and_none_is_given() -> None:
    command = f"script -qec \"'{sys.executable}' -m clusters_cli list\" /dev/null"
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1", "TERM": "xterm-256color", "CLUSTERS_LANG": "en"},
        stdin=subprocess.DEVNULL,
    )

    assert "Nékoé" in done.stdout
    assert "\x1b[" not in done.stdout


def test_french_readers_get_french_help_and_programs_always_get_english() -> None:
    assert "Usage\u00a0:" in process("list", "--help", CLUSTERS_LANG="fr").stdout
    assert process("list", "-f", "json", CLUSTERS_LANG="fr").stdout == process("list", "-f", "json").stdout


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"CLUSTERS_LANG": "fr", "LANG": "en_GB.UTF-8"}, "Usage\u00a0:"),
        ({"CLUSTERS_LANG": "FR"}, "Usage\u00a0:"),
        ({"CLUSTERS_LANG": "fr_FR.UTF-8"}, "Usage\u00a0:"),
        ({"CLUSTERS_LANG": "fr-CA"}, "Usage\u00a0:"),
        ({"CLUSTERS_LANG": "EN_GB"}, "Usage: "),
        ({"CLUSTERS_LANG": "qaa", "LANGUAGE": "fr"}, "Usage\u00a0:"),
        ({"CLUSTERS_LANG": "", "LANGUAGE": "qaa:fr:en"}, "Usage\u00a0:"),
        ({"CLUSTERS_LANG": "", "LANGUAGE": "fr:en", "LC_ALL": "en_GB.UTF-8"}, "Usage\u00a0:"),
        ({"CLUSTERS_LANG": "", "LANGUAGE": "", "LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, "Usage\u00a0:"),
        ({"CLUSTERS_LANG": "", "LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "qaa_DE.UTF-8"}, "Usage: "),
        ({"CLUSTERS_LANG": "", "LANGUAGE": "", "LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, "Usage: "),
    ],
)
def test_the_locale_decides_the_language_in_the_usual_order(variables: dict[str, str], expected: str) -> None:
    assert process("list", "--help", **variables).stdout.startswith(expected)


def test_a_language_that_is_not_spoken_is_said_once() -> None:
    told = process("list", CLUSTERS_LANG="qaa", LANGUAGE="en")
    spoken = word(all_of(languages()), "en")

    assert told.returncode == 0
    assert told.stderr == f"CLUSTERS_LANG: there is no language 'qaa', only {spoken}; the locale decides\n"


def test_a_language_that_is_not_spoken_is_said_in_the_language_of_the_locale() -> None:
    told = process("list", CLUSTERS_LANG="qaa", LANGUAGE="fr")

    assert told.stderr.startswith("CLUSTERS_LANG\u00a0: il n’y a pas de langue 'qaa', seulement en")


@pytest.mark.parametrize("spoken", ["fr", "FR", "en_GB.UTF-8", ""])
def test_nothing_is_said_of_a_language_that_is_spoken(spoken: str) -> None:
    assert process("list", CLUSTERS_LANG=spoken).stderr == ""


def test_a_registry_may_be_named_from_the_home_directory(small_registry: Path) -> None:
    home = {"HOME": str(small_registry.parent), "USERPROFILE": str(small_registry.parent)}
    named = f"~/{small_registry.name}"

    assert "Alpha" in process("list", CLUSTERS_REGISTRY=named, **home).stdout
    assert "Alpha" in process("list", f"--registry={named}", **home).stdout
    assert "Alpha" in process(f"--registry={named}", "list", **home).stdout
    assert process("validate", CLUSTERS_REGISTRY=named, **home).returncode == 0


def test_a_terminal_without_utf8_gets_plain_letters_and_a_program_gets_utf8() -> None:
    command = [sys.executable, "-m", "clusters_cli", "list", "--columns", "name,budget"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "CLUSTERS_LANG": "en"}

    for_people = subprocess.run(command, capture_output=True, check=True, env=environment)
    for_programs = subprocess.run([*command, "-f", "csv"], capture_output=True, check=True, env=environment)

    assert b"Aerocentre" in for_people.stdout
    assert "Aérocentre" in for_programs.stdout.decode("utf-8")


def test_an_error_names_its_command_wherever_the_registry_is_given(cli: Cli, small_registry: Path) -> None:
    result = cli("--registry", str(small_registry), "show", "nowhere", "-f", "json")

    assert json.loads(result.stdout)["command"] == "show"
