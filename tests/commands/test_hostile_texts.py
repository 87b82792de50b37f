"""Whatever is typed, names a file or stands in one, nothing that is printed hides, reorders or forges text."""

import csv
import io
import json
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook
from typer.testing import CliRunner

from clusters_cli.app import app, main
from clusters_cli.foundations.hidden import HIDDEN
from clusters_cli.registry import loading
from tests.commands.option_values import FILES, STARTS
from tests.commands.test_option_pairs import OPTIONS, PROGRAM, leaves
from tests.conftest import Cli

HOSTILE = (
    "a\u202eb\u2066c\u200bd\u00ade\u061cf\ufeffg\U000e0041h\x07i\x1b[31mj\x9bk\x7fl\x85m\u2028n\u2029o\rp\n"
    "::error::FORGED|`x`<b>%0A"
)
"""One of each kind: overrides, isolates, zero-width, tags, controls of both sets, separators, a line of its own."""
NEUTRAL = r"a\u202eb\u2066c\u200bd\xade\u061cf\ufeffg\U000e0041h\x07i\x1b[31mj\x9bk\x7fl\x85m\u2028n\u2029o\rp\n::error"
BROKEN = f'sources: "{"".join(f"{chr(92)}U{ord(each):08x}" for each in HOSTILE)}"\nclusters: ["{{", 5]\n'
"""A file that is no registry, and writes the same text as escapes."""


def raw_in(*texts: str) -> list[str]:
    """Return what no output may hold; a byte order mark stands at the start of a file for French spreadsheets."""
    found = [character for text in texts for character in HIDDEN.findall(text.removeprefix("\ufeff"))]
    return [*found, *(line for text in texts for line in text.split("\n") if line.lstrip().startswith("::error::"))]


def typed_lines() -> Iterator[tuple[str, ...]]:
    """Yield each command with a hostile text in the place of each argument, and of the value of each option."""
    commands = dict(leaves(PROGRAM))
    for name, options in OPTIONS.items():
        start = next(start.words for start in STARTS if f"{start.line} ".startswith(f"{name} "))
        arguments = range(len(name.split()), len(start))
        yield from ((*start[:place], HOSTILE, *start[place + 1 :]) for place in arguments)
        valued = {max(each.opts, key=len) for each in commands[name].params if not getattr(each, "is_flag", False)}
        yield from ((*start, f"{option}={HOSTILE}") for option in options if option in valued)
    yield from (("list", f"--{HOSTILE}"), (HOSTILE,), ("list", HOSTILE), ("--registry", HOSTILE, "list"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one; registries are read once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(loading, "load_registry", lru_cache(loading.load_registry))
    return tmp_path


def test_no_argument_is_printed_raw(cli: Cli, here: Path) -> None:
    for name, text in FILES.items():
        (here / name).write_text(text, encoding="utf-8")
    faults = []
    for words in typed_lines():
        line = [word.replace("{folder}", ".").replace("{fresh}", "fresh") for word in words]
        result = cli(*line, "--format=json")
        if result.exit_code == 70 or raw_in(result.stdout, result.stderr):
            faults.append((line, result.exit_code, result.output))

    assert not faults


@pytest.mark.parametrize("format_", ["text", "github", "sarif", "table", "json", "yaml", "csv", "tsv", "markdown"])
def test_neither_the_name_of_a_file_nor_what_it_holds_is_printed_raw(format_: str, cli: Cli, here: Path) -> None:
    folder = here / HOSTILE
    folder.mkdir()
    (folder / "clusters.yaml").write_text(BROKEN, encoding="utf-8")
    (folder / "sources.yaml").write_text(f"sources: # {HOSTILE}\n- {{id: {HOSTILE}}}\n", encoding="utf-8", newline="")
    lines: list[tuple[str, ...]] = [("validate", HOSTILE, f"--format={format_}")]
    if format_ not in ("text", "github", "sarif"):
        lines += [("dossier", "check", f"{HOSTILE}/clusters.yaml", f"--format={format_}")]

    for line in lines:
        result = cli(*line)
        assert cli(*line, f"--output={HOSTILE}-answer").exit_code == result.exit_code == 1
        written = Path(f"{HOSTILE}-answer").read_bytes().decode("utf-8")
        Path(f"{HOSTILE}-answer").unlink()
        assert raw_in(result.stdout, result.stderr, written) == []


@pytest.mark.parametrize("name", [HOSTILE, "caf\udce9"])
def test_programs_read_a_name_back_from_its_escapes(name: str, cli: Cli, here: Path) -> None:
    (here / name).write_text("[", encoding="utf-8")

    in_json = json.loads(cli("dossier", "check", name, "-f", "json").stdout)
    in_yaml = yaml.safe_load(cli("dossier", "check", name, "-f", "yaml").stdout)

    assert in_json == in_yaml
    assert in_json["data"]["problems"][0]["file"] == name.replace("\udce9", r"\xe9")


def test_people_see_what_hides_as_escapes_on_one_line(cli: Cli) -> None:
    assert cli("show", HOSTILE).stderr.startswith(f"Error: there is no cluster '{NEUTRAL}")


def test_no_variable_of_the_environment_is_printed_raw(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("CLUSTERS_LANG", "CLUSTERS_REGISTRY", "GITHUB_WORKSPACE"):
        monkeypatch.setenv(name, HOSTILE)
    monkeypatch.setattr(sys, "argv", ["clusters", "list"])

    with pytest.raises(SystemExit):
        main()

    told = capfd.readouterr().err
    assert told.count(NEUTRAL) == 2
    assert raw_in(told) == []


def test_a_new_dossier_holds_the_name_of_its_file_in_a_comment_only(cli: Cli, here: Path) -> None:
    cli("dossier", "new", "nekoe", "-o", "plain.yaml")
    assert cli("dossier", "new", "nekoe", "-o", HOSTILE).exit_code == 0
    text = (here / HOSTILE).read_text(encoding="utf-8")

    assert raw_in(text) == []
    assert yaml.safe_load(text) == yaml.safe_load((here / "plain.yaml").read_text(encoding="utf-8"))


NOT_UTF_8 = "caf\udce9"
"""A name that the file system holds as bytes which are no UTF-8, as Python hands it on."""


@pytest.mark.parametrize("suffix", [".csv", ".json", ".md", ".txt", ".xlsx", ".yaml", ".geojson"])
def test_a_file_whose_name_is_no_utf_8_is_written(suffix: str, cli: Cli, here: Path) -> None:
    assert cli("list", "-o", f"{NOT_UTF_8}{suffix}").exit_code == 0
    assert (here / f"{NOT_UTF_8}{suffix}").stat().st_size
    refused = cli("list", "-o", f"{NOT_UTF_8}{suffix}")
    assert (refused.exit_code, refused.stderr.partition(";")[0]) == (2, rf"Error: caf\xe9{suffix} exists")


@pytest.fixture(scope="module")
def odd_names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a registry and a broken file whose names are no UTF-8."""
    folder = tmp_path_factory.mktemp("names")
    (folder / f"{NOT_UTF_8}.yaml").write_text("[", encoding="utf-8")
    CliRunner().invoke(app, ("init", str(folder / NOT_UTF_8)))
    return folder


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("init NAME --force", 0, r"to caf\xe9."),
        ("validate NAME", 0, r"caf\xe9: valid"),
        ("validate NAME.yaml -f sarif", 1, "caf%E9.yaml"),
        ("validate NAME-missing -f json", 1, r"caf\\xe9-missing"),
        ("list --registry NAME -f json", 0, "{"),
        ("list --registry NAME-missing -f json", 4, r"caf\xe9-missing"),
        ("dossier check NAME.yaml", 1, r"caf\xe9.yaml:2:1:"),
        ("dossier check NAME-missing", 1, r"caf\xe9-missing:1:1: error REG001 does not exist"),
        ("eligibility --dossier NAME.yaml", 4, r"caf\xe9.yaml:2:1:"),
        ("eligibility --parameters NAME.yaml -f yaml", 4, r"caf\xe9.yaml:2:1:"),
        ("cashflow nekoe --scheme feder --schemes NAME.yaml", 4, r"caf\xe9.yaml:2:1:"),
        ("test NAME.yaml", 1, r"caf\xe9.yaml:2:1:"),
        ("list -o NAME-missing/a.csv", 4, r"caf\xe9-missing/a.csv cannot be written"),
        ("list -o a.NAME", 2, r"a.caf\xe9"),
        ("show NAME -f json", 2, "there is no cluster"),
    ],
)
def test_a_path_that_is_no_utf_8_is_read_as_any_other_and_told_with_its_bytes(
    line: str, code: int, told: str, cli: Cli, odd_names: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(odd_names)

    result = cli(*line.replace("NAME", NOT_UTF_8).split())

    assert result.exit_code == code
    assert told in result.output


MARKUP = '=cmd|"/c calc"!A1 <img src=x> &lt; `code` *bold* [link](http://example.org)'


@pytest.fixture
def marked_up(small_registry: Path) -> Path:
    file = small_registry / "clusters.yaml"
    text = file.read_text(encoding="utf-8").replace("name: Alpha", f"name: '{MARKUP}'")
    file.write_text(text, encoding="utf-8")
    return small_registry


def test_a_name_that_is_markup_or_a_formula_stays_a_text_in_every_format(cli: Cli, marked_up: Path) -> None:
    def written(format_: str) -> str:
        return str(cli("list", "--columns=name", "--registry", str(marked_up), "-f", format_).stdout)

    assert MARKUP in written("table")
    assert written("markdown").splitlines()[2] == (
        r'| =cmd\|"/c calc"!A1 &lt;img src=x> &amp;lt; \`code\` \*bold* [link\](http://example.org) |'
    )
    for format_, delimiter in (("csv", ","), ("csv-fr", ";"), ("tsv", "\t")):
        rows = csv.reader(io.StringIO(written(format_)), delimiter=delimiter)
        assert f"'{MARKUP}" in [cell for row in rows for cell in row]
    assert json.loads(written("json"))["data"]["clusters"][0]["name"] == MARKUP


def test_a_workbook_holds_it_as_a_text_that_stays_one_when_it_is_edited(cli: Cli, marked_up: Path, here: Path) -> None:
    cli("list", "--columns=name", "--registry", str(marked_up), "-o", "a.xlsx")
    cell = load_workbook(here / "a.xlsx").worksheets[0]["A2"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == (MARKUP, "s", True)
