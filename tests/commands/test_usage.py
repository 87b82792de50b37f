"""What Typer finds wrong with a command line is said in our own words; a phrase that Typer changes is noticed here."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
import typer

from clusters_cli.commands.shared import usage
from clusters_cli.commands.shared.help import OF_TYPER
from clusters_cli.commands.shared.usage import usage_message
from clusters_cli.presentation.languages import word
from tests.conftest import Cli


class Choice(StrEnum):
    """One of two words."""

    LEFT = "left"
    RIGHT = "right"


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
group = typer.Typer(rich_markup_mode=None)
app.add_typer(group, name="group")


@app.command()
def one(
    *,
    choice: Choice = Choice.LEFT,
    flag: Annotated[bool, typer.Option("--flag")] = False,
    whole: int = 0,
    number: float = 0,
    few: Annotated[int, typer.Option(min=1, max=3)] = 1,
) -> None:
    """Take an option of each kind."""
    del choice, flag, whole, number, few


@group.command()
def inner() -> None:
    """Stand in a group."""


@group.command()
def other() -> None:
    """Stand beside another."""


MISTAKES = {
    "one --choice up": "--choice: 'up' is not one of 'left', 'right'",
    "one --whole": "--whole needs a value",
    "one --flag=yes": "--flag takes no value",
    "one a b": "nothing takes a b",
    "group": "a command is missing",
    "one --whole x": "--whole: must be a whole number",
    "one --number x": "--number: must be a number",
    "one --few 0": "--few: must be at least 1",
    "one --few 4": "--few: must be at most 3",
    "one --wohle 1": "there is no option --wohle (perhaps --help, --whole)",
}


def refused(line: str) -> typer.exceptions.TyperException:
    with pytest.raises(typer.exceptions.TyperException) as caught:
        typer.main.get_command(app).main(line.split(), prog_name="try", standalone_mode=False)
    return caught.value


@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_that_typer_finds_is_told_in_our_words(line: str) -> None:
    assert word(usage_message(refused(line)), "en") == MISTAKES[line]


def test_every_phrase_of_typer_that_is_looked_for_is_one_that_typer_says() -> None:
    said = [refused(line).message.rstrip(".") for line in MISTAKES]
    phrases = usage._phrases()  # noqa: SLF001  (each of them must be met)

    assert [phrase for phrase in phrases if not any(re.fullmatch(phrase, text, re.DOTALL) for text in said)] == []


def test_an_unknown_command_of_a_group_is_answered_like_one_of_the_program(cli: Cli) -> None:
    assert cli("poles", "shwo").stderr == "Error: there is no command 'shwo' [USE102]\nHint: did you mean show?\n"
    assert "clusters poles --help lists the commands" in cli("poles", "zzzzz").stderr


@pytest.mark.parametrize("words", OF_TYPER)
def test_the_words_of_help_that_we_translate_are_still_those_of_typer(words: str) -> None:
    sources = Path(typer.__file__).parent.rglob("*.py")

    assert any(words in file.read_text(encoding="utf-8") for file in sources)
