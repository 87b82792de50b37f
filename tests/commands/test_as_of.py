"""The day on which a question is asked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer

from clusters_cli.app import app
from clusters_cli.commands.shared import asked_day
from tests.commands.test_option_pairs import leaves
from tests.conftest import Cli

CliJson = Callable[..., Any]

QUESTIONS = (
    ("audit",),
    ("cashflow", "nekoe", "--scheme", "triennial"),
    ("classify", "nekoe"),
    ("credits", "nekoe", "--from", "annual-60-40", "--to", "triennial"),
    ("diagnose", "nekoe"),
    ("eligibility", "nekoe", "--award-date", "2023-03-31"),
    ("eligibility",),
    ("list",),
    ("minimis", "nekoe", "--award", "2024-01-31=20000"),
    ("legal", "list"),
    ("poles", "list"),
    ("poles", "show", "s2e2"),
    ("pool", "nekoe", "--scheme", "triennial"),
    ("programmes", "list"),
    ("programmes", "match", "--programme", "pia-4"),
    ("programmes", "match", "nekoe"),
    ("programmes", "show", "pia-4"),
    ("region",),
    ("stats",),
    ("treasury", "alpha", "--registry", str(Path(__file__).parent.parent / "docs" / "asked" / "own-law")),
    ("validate",),
)
"""Questions whose answers depend on the day."""


def test_every_command_that_asks_as_of_a_day_is_among_them() -> None:
    def takes_a_day(command: Any) -> bool:
        return any("--as-of" in parameter.opts for parameter in command.params)

    asking = {name for name, command in leaves(typer.main.get_command(app)) if takes_a_day(command)}

    assert asking == {name for name in asking if any(" ".join(one).startswith(name) for one in QUESTIONS)}


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_an_answer_that_depends_on_the_day_says_it(question: tuple[str, ...], cli_json: CliJson) -> None:
    assert cli_json(*question, "--as-of", "2024-02-29")["as_of"] == "2024-02-29"


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_people_are_told_the_day_too(question: tuple[str, ...], cli: Cli) -> None:
    assert "2024-02-29" in cli(*question, "--as-of", "2024-02-29").stdout or question == ("validate",)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_variable_gives_the_day_unless_an_option_does(
    question: tuple[str, ...], cli_json: CliJson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(asked_day.VARIABLE, "31/12/2025")

    assert cli_json(*question)["as_of"] == "2025-12-31"
    assert cli_json(*question, "--as-of", "2024-02-29")["as_of"] == "2024-02-29"


def test_the_day_is_today_where_nobody_gives_one(cli_json: CliJson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(asked_day.VARIABLE)
    monkeypatch.setattr(asked_day, "today", lambda: date(2031, 5, 6))

    assert cli_json("audit")["as_of"] == "2031-05-06"


@pytest.mark.parametrize("day", ["1989-12-31", "2101-01-01"])
def test_a_day_on_which_nobody_asks_is_refused(day: str, cli: Cli) -> None:
    result = cli("audit", "--as-of", day)

    assert result.exit_code == 2
    assert f"--as-of: {day} is not between 1990-01-01 and 2100-12-31" in result.stderr


@pytest.mark.parametrize("day", ["1990-01-01", "2100-12-31"])
def test_the_first_and_the_last_day_can_be_asked(day: str, cli_json: CliJson) -> None:
    assert cli_json("audit", "--as-of", day)["as_of"] == day


def test_a_variable_that_holds_no_day_is_named(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(asked_day.VARIABLE, "31/02/2025")
    result = cli("audit")

    assert result.exit_code == 2
    assert "February 2025 has 28 days" in result.stderr
    assert asked_day.VARIABLE in result.stderr


def test_what_lies_after_the_day_asked_is_to_come(small_registry: Path, cli: Cli) -> None:
    with (small_registry / "clusters.yaml").open("a", encoding="utf-8") as file:
        file.write("  support:\n  - {funder: Région, supported: yes, since: 2025-06-30, source: report}\n")

    assert "REG227" in cli("validate", str(small_registry), "--as-of", "2025-01-31").stdout
    assert "REG227" not in cli("validate", str(small_registry), "--as-of", "2025-07-31").stdout


def test_a_quick_answer_without_a_date_is_one_of_the_day_asked(
    cli_json: CliJson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(asked_day.VARIABLE, "2023-05-31")

    assert cli_json("eligibility", "nekoe")["data"]["cases"][0]["regime"] == "SA.58995"
    assert cli_json("eligibility", "nekoe", "--as-of", "2025-12-31")["data"]["cases"][0]["regime"] == "SA.111723"


def test_a_list_shows_the_classes_of_the_day(cli_json: CliJson) -> None:
    def classes(day: str) -> dict[str, tuple[str, str]]:
        clusters = cli_json("list", "--as-of", day)["data"]["clusters"]
        return {cluster["id"]: (cluster["maturity"], cluster["stated"]) for cluster in clusters}

    assert classes("2023-04-30")["pixel-players"] == ("emerging", "emerging")
    assert classes("2026-11-25")["pixel-players"] == ("structured", "emerging")


def test_a_filter_of_a_list_looks_at_the_classes_of_the_day(cli_json: CliJson) -> None:
    then = cli_json("list", "--maturity", "emerging", "--as-of", "2023-04-30")["data"]["clusters"]
    now = cli_json("list", "--maturity", "emerging", "--as-of", "2026-11-25")["data"]["clusters"]

    assert [cluster["id"] for cluster in then] == [
        *("digital-loire-valley", "healthcare-loire-valley", "pixel-players", "cygo")
    ]
    assert now == []


def test_the_portfolio_counts_the_classes_of_the_day(cli_json: CliJson) -> None:
    def counted(day: str) -> dict[str | None, int]:
        groups = cli_json("stats", "--by", "maturity", "--as-of", day)["data"]["groups"]
        return {group["key"]: group["clusters"] for group in groups}

    assert counted("2023-04-30")["emerging"] == 4
    assert "emerging" not in counted("2026-11-25")
