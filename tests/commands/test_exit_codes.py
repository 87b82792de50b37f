"""Every command ends with the code that its help and the README promise, in each of its main situations."""

import re
import shlex
import shutil
import textwrap
from functools import lru_cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from clusters_cli.app import app
from clusters_cli.registry import loading
from clusters_cli.registry.loading import packaged_registry
from tests.commands import option_values
from tests.commands.exit_codes import ANSWERS, FILES, JUDGES, MISTAKES, NO, UNREADABLE, WRONG, YES
from tests.commands.test_option_pairs import OPTIONS, PROGRAM, leaves
from tests.conftest import Cli

CASES = Path(__file__).parent.parent / "cases" / "eligibility.yaml"
START = {command: next(line for line in ANSWERS if f"{line} ".startswith(f"{command} ")) for command in OPTIONS}
"""A command line of each command that answers."""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with sound and broken files and registries."""
    made = tmp_path_factory.mktemp("codes")
    for name, text in {**option_values.FILES, **FILES, "eligible.yaml": _eligible()}.items():
        (made / name).write_text(text, encoding="utf-8")
    for name in ("registry", "broken", "frameless"):
        shutil.copytree(packaged_registry(), made / name, ignore=shutil.ignore_patterns("index.json", "schemas"))
    (made / "frameless" / "region.yaml").unlink()
    (made / "folder.json").mkdir()
    (made / "broken" / "clusters.yaml").write_text("clusters: [\n", encoding="utf-8")
    return made


@pytest.fixture
def folder(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shared folder, seen from an empty one; registries are read once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(loading, "load_registry", _load_once)
    return shared


_load_once = lru_cache(loading.load_registry)


def _eligible() -> str:
    """Return the dossier without a fault that the rule cases start from."""
    text = CASES.read_text(encoding="utf-8")
    return textwrap.dedent(text[text.index("dossier:\n") + len("dossier:\n") : text.index("\ncases:")])


def _code(line: str, folder: Path) -> int:
    result = CliRunner().invoke(app, shlex.split(line.replace("{folder}", str(folder))))
    assert "Traceback" not in result.stderr
    return result.exit_code


@pytest.mark.parametrize(("line", "code"), ANSWERS.items(), ids=ANSWERS)
def test_a_command_ends_with_the_code_that_its_answer_means(line: str, code: int, folder: Path) -> None:
    assert _code(line, folder) == code


@pytest.mark.parametrize("line", MISTAKES)
def test_a_wrong_command_line_ends_with_2(line: str, folder: Path) -> None:
    wrong = [line] if line else [f"{command} --no-such-option" for command in OPTIONS]

    assert {each: _code(each, folder) for each in wrong} == dict.fromkeys(wrong, WRONG)


@pytest.mark.parametrize("command", [command for command, options in OPTIONS.items() if "--registry" in options])
@pytest.mark.parametrize("registry", ["broken", "nowhere"])
def test_a_registry_that_cannot_be_read_ends_with_4_and_with_1_where_it_is_judged(
    command: str, registry: str, folder: Path
) -> None:
    line = "validate" if command == "validate" else START[command]
    expected = NO if command == "validate" else UNREADABLE

    assert _code(f"{line} --registry {{folder}}/{registry}", folder) == expected


@pytest.mark.parametrize("command", [command for command, options in OPTIONS.items() if "--output" in options])
def test_an_answer_that_cannot_be_written_ends_with_4_and_leaves_nothing(command: str, folder: Path) -> None:
    for place in ("nowhere/a.json", "{folder}/broken.yaml/a.json", f"{'n' * 251}.json", "{folder}/folder.json"):
        assert _code(f"{START[command]} --output {place}", folder) == UNREADABLE, place
        assert _code(f"{START[command]} --output {place} --force", folder) == UNREADABLE, place
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("command", OPTIONS)
def test_an_interruption_ends_with_130(command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    found = dict(leaves(PROGRAM))[command]
    monkeypatch.setattr(type(found), "invoke", interrupt)

    assert _code(START[command], folder) == 130


@pytest.mark.parametrize("command", OPTIONS)
def test_every_code_that_a_help_names_is_tried(command: str, cli: Cli) -> None:
    told = " ".join(cli(*command.split(), "--help").stdout.split())
    promised = {
        int(code) for sentence in re.findall(r"[Ee]xits? [^.:]*", told) for code in re.findall(r"\b\d\b", sentence)
    }
    tried = {code for line, code in ANSWERS.items() if f"{line} ".startswith(f"{command} ")}

    assert YES in tried
    assert promised <= tried
    assert tried - {YES, UNREADABLE} <= promised or command in JUDGES, (
        "its help names each code that an answer may have"
    )
