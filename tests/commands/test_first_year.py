"""Plans start in the year of the day asked, unless another first year is typed; the answer says which and why."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.option_values import FILES
from tests.conftest import Cli

CliJson = Callable[..., Any]

PLAN = ("cashflow", "--grant", "130000", "--scheme", "annual-60-40")
POOL = ("pool", "nekoe", "--scheme", "triennial")
CHANGE = ("credits", "nekoe", "--from", "annual-60-40", "--to", "triennial")


def _assumed(plan: dict[str, Any], about: str = "first-year") -> tuple[str, bool]:
    (assumption,) = (one for one in plan["assumptions"] if one["about"] == about)
    return assumption["value"], assumption["changed"]


@pytest.mark.parametrize(("day", "year"), [("2026-11-25", "2026"), ("2031-01-01", "2031"), ("31/12/2024", "2024")])
def test_a_plan_starts_in_the_year_of_the_day_asked(day: str, year: str, cli_json: CliJson) -> None:
    found = cli_json(*PLAN, "--as-of", day)
    (plan,) = found["data"]["plans"]

    assert plan["months"][0]["month"] == f"{year}-01"
    assert _assumed(plan) == (year, False)
    assert found["as_of"].startswith(year)


def test_a_first_year_that_is_typed_stands_over_the_day_asked(cli_json: CliJson) -> None:
    found = cli_json(*PLAN, "--start", "2023")
    (plan,) = found["data"]["plans"]

    assert plan["months"][0]["month"] == "2023-01"
    assert _assumed(plan) == ("2023", True)
    assert found["as_of"] is None


def test_a_project_starts_in_the_year_of_the_day_asked_too(cli_json: CliJson) -> None:
    project = ("cashflow", "--grant", "500000", "--scheme", "feder")
    (assumed,) = cli_json(*project)["data"]["plans"]
    (typed,) = cli_json(*project, "--start", "2023")["data"]["plans"]

    assert _assumed(assumed, "start") == ("2026-01-01", False)
    assert _assumed(typed, "start") == ("2023-01-01", True)


def test_people_read_where_the_first_year_comes_from(cli: Cli) -> None:
    assert "- first year: 2026, that of the day asked, 2026-11-25\n" in cli(*PLAN).stdout
    assert "- first year: 2023 (instead of the year of the day asked)\n" in cli(*PLAN, "--start", "2023").stdout


def test_a_shared_treasury_starts_in_the_year_of_the_day_asked(cli_json: CliJson) -> None:
    then, typed = (cli_json(*POOL, *options) for options in ((), ("--start", "2023")))

    assert [found["data"]["pools"][0]["curve"][0]["day"][:4] for found in (then, typed)] == ["2026", "2023"]
    assert [found["as_of"] for found in (then, typed)] == ["2026-11-25", "2026-11-25"]


def test_a_change_of_scheme_comes_in_the_year_of_the_day_asked(cli_json: CliJson) -> None:
    found = cli_json(*CHANGE, "--as-of", "2030-06-01")

    assert (found["data"]["switch"], found["as_of"]) == (2030, "2030-06-01")
    assert _assumed({"assumptions": found["data"]["assumptions"]["triennial"]}) == ("2030", False)
    assert cli_json(*CHANGE, "--switch", "2024")["data"]["switch"] == 2024


@pytest.mark.parametrize("year", ["1990", "2100"])
def test_the_first_and_the_last_year_that_can_be_asked_give_an_answer(year: str, cli_json: CliJson) -> None:
    assert cli_json(*PLAN, "--start", year)["exit_code"] == 0
    assert cli_json(*CHANGE, "--switch", year)["exit_code"] == 0
    assert cli_json(*POOL, "--as-of", f"{year}-06-01")["exit_code"] == 0


@pytest.mark.parametrize(
    ("question", "option"),
    [(PLAN, "--start"), (POOL, "--start"), (CHANGE, "--switch")],
    ids=["cashflow", "pool", "credits"],
)
@pytest.mark.parametrize("year", ["1989", "2101"])
def test_another_year_is_refused_by_the_name_of_its_option(
    question: tuple[str, ...], option: str, year: str, cli: Cli
) -> None:
    result = cli(*question, option, year)

    assert result.exit_code == 2
    assert f"{option}: {year} is not between 1990 and 2100" in result.stderr


@pytest.mark.parametrize(
    "typed",
    [
        (*PLAN, "--start", "2023"),
        (*CHANGE, "--grant", "130000", "--switch", "2024"),
        ("treasury", "project.yaml"),
    ],
    ids=["cashflow", "credits", "dossier"],
)
def test_a_day_on_which_nothing_depends_is_refused(
    typed: tuple[str, ...], cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "project.yaml").write_text(FILES["project.yaml"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = cli(*typed, "--as-of", "2025-01-01")

    assert result.exit_code == 2
    assert "--as-of" in result.stderr


@pytest.mark.parametrize("question", [("cashflow", "--scheme", "triennial"), POOL, CHANGE], ids=lambda words: words[0])
def test_old_grants_are_said_to_be_old_on_the_day_asked(question: tuple[str, ...], cli: Cli) -> None:
    old, recent = (cli(*question, "--as-of", day).stdout for day in ("2026-11-25", "2024-12-31"))

    assert "Figures more than 3 years old on 2026-11-25: grant of the Région of 2021, 5 years ago" in old
    assert "years old on" not in recent


def test_programs_read_how_old_a_grant_is(cli_json: CliJson) -> None:
    (plan,) = cli_json("cashflow", "nekoe", "--scheme", "triennial")["data"]["plans"]
    (pooled,) = cli_json(*POOL)["data"]["grants"]

    assert (plan["grant_source"]["year"], plan["grant_source"]["age"]) == (2021, 5)
    assert (pooled["cluster"], pooled["year"], pooled["age"], pooled["source"]) == ("nekoe", 2021, 5, "ceser-2023")
