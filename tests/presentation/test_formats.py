"""The register of formats is complete: each is declared, documented, offered where it fits, and refused elsewhere."""

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer

from clusters_cli.app import app
from clusters_cli.foundations.errors import UsageError
from clusters_cli.presentation import formats
from clusters_cli.presentation.formats import Audience, Format, all_formats, formats_for, named, names
from clusters_cli.presentation.formatting import formatted
from clusters_cli.presentation.reader import Reader
from clusters_cli.presentation.report import ReportOf
from clusters_cli.presentation.report_parts import Part
from tests.answers import CALLS, answer
from tests.conftest import Cli
from tests.docs.pages import ROOT
from tests.wording import refused

PAGE = (ROOT / "docs" / "formats.md").read_text("utf-8")
ROWS = {
    name: (re.findall(r"`(.+?)`", suffixes), audience)
    for name, suffixes, audience in re.findall(r"^\| `([a-z-]+)` \|(.*?)\| (\w+) \|", PAGE, re.MULTILINE)
}


@pytest.mark.parametrize("name", names())
def test_a_format_bears_the_name_of_its_module(name: str) -> None:
    assert named(name).name == name


def test_the_page_of_formats_tells_each_with_its_suffixes_and_its_readers() -> None:
    assert {each.name: (list(each.suffixes), each.audience.value) for each in all_formats()} == ROWS


def test_the_french_page_of_formats_lists_the_same_with_the_same_suffixes() -> None:
    page = (ROOT / "docs" / "fr" / "formats.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \|(.*?)\| (personnes|programmes) \|", page, re.MULTILINE)
    words = {"people": "personnes", "programs": "programmes"}

    assert {name: (re.findall(r"`(.+?)`", suffixes), audience) for name, suffixes, audience in rows} == {
        name: (suffixes, words[audience]) for name, (suffixes, audience) in ROWS.items()
    }


def offered(call: str) -> list[str]:
    """Return the formats that the shell is offered for a command line."""
    command: Any = typer.main.get_command(app)
    context = typer.Context(command)
    for word in CALLS[call]:
        if not hasattr(command, "commands") and not hasattr(command, "list_commands"):
            break
        command = command.get_command(context, word)
    option = next(parameter for parameter in command.params if parameter.name == "format_")
    return [item.value for item in option.shell_complete(context, "")]


@pytest.mark.parametrize("call", CALLS)
def test_a_command_offers_the_formats_that_can_hold_its_answer(call: str) -> None:
    assert offered(call) == [each.name for each in formats_for(answer(call).report.parts)]


@pytest.mark.parametrize("format_", all_formats(), ids=lambda each: each.name)
@pytest.mark.parametrize("call", CALLS)
def test_an_answer_is_written_in_each_format_that_can_hold_it_and_refused_in_the_others(
    call: str, format_: Format
) -> None:
    report = answer(call).report

    if format_.can_write(report.parts):
        empty = report.export is not None and not report.export.rows
        assert formatted(report, format_, Reader()) or empty, f"{format_.name} writes nothing, and there are rows"
    else:
        with refused(UsageError, match=f"clusters {report.command} has no .* as {format_.name}"):
            formatted(report, format_, Reader())


def test_a_format_may_write_nothing_where_there_are_no_rows() -> None:
    """Such as one with a line for each row; an answer without any is among those that are tried."""
    assert any((table := answer(call).report.export) and not table.rows for call in CALLS)


@pytest.mark.parametrize("part", Part)
def test_a_report_without_a_part_is_refused_where_a_format_needs_it(part: Part) -> None:
    needing = [each for each in all_formats() if each.needs is part]

    assert needing
    for each in needing:
        with refused(UsageError, match="has no"):
            formatted(ReportOf[str]("nothing", {}), each, Reader())


def test_a_format_typed_nearly_is_hinted_at(cli: Cli) -> None:
    result = cli("list", "-f", "jason")

    assert result.exit_code == 2
    assert "there is no format 'jason'" in result.stderr
    assert "did you mean json?" in result.stderr


def test_the_formats_are_listed_where_none_is_near(cli: Cli) -> None:
    assert f"the formats are {', '.join(names())}" in cli("list", "-f", "?").stderr


def test_help_lists_the_formats_of_a_command(cli: Cli) -> None:
    assert "|geojson|" in cli("list", "--help").stdout
    assert "|sarif|" in cli("validate", "--help").stdout
    assert not re.search("geojson|sarif", cli("show", "--help").stdout)


@pytest.mark.parametrize("page", ["README.md", "README.fr.md"])
def test_the_readme_names_for_programs_only_formats_that_are(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    (sentence,) = re.findall(
        r"`--format json` \((?:or|ou) (.+?)\) (?:writes for programs|écrit pour des programmes)", text
    )

    assert {named(name).audience for name in ["json", *re.findall(r"`([a-z-]+)`", sentence)]} == {Audience.PROGRAMS}


@pytest.mark.parametrize("arguments", [("--format", "ltsv"), ("--output", "list.csv")], ids=" ".join)
def test_a_format_that_declares_nothing_is_a_bug_that_is_told(
    arguments: tuple[str, ...], cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "clusters_cli.presentation.formats.ltsv", ModuleType("ltsv"))
    monkeypatch.setattr(formats, "names", lambda: (*names(), "ltsv"))
    monkeypatch.chdir(tmp_path)

    result = cli("list", *arguments)

    assert result.exit_code == 70
    assert result.stderr.startswith("Error: AttributeError: module 'ltsv' has no attribute 'FORMAT' [BUG700]")
    assert list(tmp_path.iterdir()) == []
