"""Options in groups: to Typer they are options like any others, to a command one value."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer
from typer.testing import CliRunner

from clusters_cli.commands.cashflow.command import cashflow
from clusters_cli.commands.cashflow.grouped_options import TermOptions
from clusters_cli.commands.shared.credit_options import CreditOptions
from clusters_cli.commands.shared.help import ReaderCommand
from clusters_cli.commands.shared.option_groups import grouped
from tests.conftest import Cli


@dataclass(frozen=True, slots=True)
class Size:
    QUESTION: ClassVar[str] = "How large?"

    width: Annotated[int, typer.Option(help="From left to right.")]
    height: Annotated[int, typer.Option(help="From top to bottom.")] = 2


def draw(arguments: list[str]) -> str:
    app = typer.Typer(rich_markup_mode=None, add_completion=False)

    @app.command(cls=ReaderCommand)
    @grouped
    def command(name: Annotated[str, typer.Argument()] = "a", *, size: Size, loud: bool = False) -> None:
        typer.echo(f"{name} {size} {loud}")

    return CliRunner().invoke(app, arguments).output


def test_a_group_becomes_one_option_for_each_field_and_the_command_gets_it_whole() -> None:
    assert draw(["b", "--width", "3", "--loud"]) == "b Size(width=3, height=2) True\n"
    assert "--width" in draw([])


def test_the_help_lists_the_options_of_a_group_under_its_question() -> None:
    _usage, _arguments, group, others = draw(["--help"]).split(":\n")

    assert "--width" in group
    assert "[default: 2]" in group
    assert "--loud" in others


def test_the_help_of_cash_flow_asks_a_question_for_each_group(cli: Cli) -> None:
    shown = cli("cashflow", "--help").stdout

    sections = [line for line in shown.splitlines() if line and not line.startswith((" ", "Usage"))]
    assert [line[-1] for line in sections] == [":", *"??????", ":"]
    assert shown.index(TermOptions.QUESTION) < shown.index("--actual-cost") < shown.index(CreditOptions.QUESTION)


def test_a_command_that_is_called_with_groups_hands_them_on() -> None:
    assert list(cashflow.__annotations__)[:3] == ["context", "clusters", "exclude"]
