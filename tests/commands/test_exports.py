"""Tables for programs hold one fact in each column: no words made for people, no dates or values set into a text."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from clusters_cli.foundations.text import Capitalized, Joined, Listed, Text
from clusters_cli.presentation.report import HELD, Cell, WordedOf
from tests.answers import CALLS, answer
from tests.conftest import Cli

IN_WORDS = {
    ("show", "value"): "the place of a seat, a label with its phase: a statement of the registry as one text",
    ("poles-show", "value"): "as of show",
    ("eligibility-dossier", "message"): "a message is a sentence",
    ("dossier-check", "message"): "a message is a sentence",
    ("validate", "message"): "a message is a sentence",
    ("validate", "entity"): "a message names its entry in words",
    ("schemes-list", "agreement"): "a scheme is told in a line",
    ("schemes-list", "instalments"): "a scheme is told in a line",
    ("schemes-list", "source"): "a scheme is told in a line",
    ("explain", "title"): "an explanation is text",
    ("explain", "meaning"): "an explanation is text",
    ("explain", "remedy"): "an explanation is text",
}
"""Columns that hold words, and why."""
Rows = Callable[..., list[dict[str, str]]]


@pytest.fixture
def rows(cli: Cli) -> Rows:
    """Run a command for a program that reads CSV."""

    def read(*arguments: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(cli(*arguments, "-f", "csv").stdout)))

    return read


def is_worded(cell: Cell) -> bool:
    """Return whether a cell is made of words, or sets its value into some."""
    return isinstance(cell, (Text, Joined, Listed, Capitalized)) or (isinstance(cell, WordedOf) and cell.within != HELD)


@pytest.mark.parametrize("name", CALLS)
def test_no_cell_for_a_program_is_made_of_words(name: str) -> None:
    table = answer(name).report.main_table
    worded = {
        column.key
        for row in (table.rows if table else ())
        for column, cell in zip(table.columns if table else (), row, strict=True)
        if is_worded(cell)
    }

    assert worded == {key for call, key in IN_WORDS if call == name}


def test_a_threshold_tells_its_value_its_years_and_its_source_apart(rows: Rows) -> None:
    found = {row["id"]: row for row in rows("criteria")}

    assert found["budget"] | {"note": ""} == {
        "of": "criterion",
        "id": "budget",
        "rank": "2",
        "name": "large enough yearly budget",
        "measure": "budget",
        "unit": "euros",
        "test": "at-least",
        "value": "200000",
        "from": "",
        "to": "",
        "met": "structured",
        "not_met": "seeking-model",
        "unknown": "next",
        "points_to": "",
        "source": "ceser-2023",
        "locator": "part I, 3.D, p. 26",
        "confidence": "",
        "as_of": "2023-04",
        "note": "",
    }
    assert (found["small-team"]["of"], found["small-team"]["points_to"]) == ("sign", "obstacle-a obstacle-b")
    assert (found[""]["of"], found[""]["value"], found[""]["unit"]) == ("borderline", "0.1", "share")


def test_the_law_in_force_tells_parameters_and_regimes_with_their_days_and_references(rows: Rows) -> None:
    found = {row["id"]: row for row in rows("legal", "list", "--as-of", "2026-11-25")}

    intensity, framework = found["cluster-operating-intensity"], found["sa-111723"]
    assert (intensity["entry"], intensity["value"], intensity["unit"]) == ("parameter", "0.5", "share")
    assert (intensity["from"], intensity["to"]) == ("2014-07-01", "2026-12-31")
    assert (intensity["reference"], intensity["article"]) == ("Regulation (EU) 651/2014 (GBER)", "art. 27(9)")
    assert (intensity["confidence"], intensity["checked"], intensity["layer"]) == ("A", "2026-11-26", "program")
    assert (framework["entry"], framework["number"], framework["kind"]) == ("regime", "SA.111723", "framework")
    assert (framework["from"], framework["to"], framework["rests_on"]) == ("2024-01-01", "2026-12-31", "gber-2023")


def test_a_parameter_over_time_has_a_row_for_each_value(rows: Rows) -> None:
    found = rows("legal", "show", "cluster-notification")

    assert [(row["value"], row["from"], row["to"]) for row in found] == [
        ("7500000", "2014-07-01", "2023-06-30"),
        ("10000000", "2023-07-01", "2026-12-31"),
    ]
    assert {(row["id"], row["unit"]) for row in found} == {("cluster-notification", "euros")}


def test_a_value_that_no_text_settles_is_empty_in_the_list_of_a_day_before_it(rows: Rows) -> None:
    found = {row["id"]: row for row in rows("legal", "list", "--as-of", "1990-01-01")}

    assert (found["cluster-operating-intensity"]["value"], found["cluster-operating-intensity"]["from"]) == ("", "")


def test_a_phase_has_a_row_for_each_statement_of_it(rows: Rows) -> None:
    found = rows("poles", "phases")

    periods = [(row["from"], row["to"], row["source"]) for row in found if row["field"] == "period"]
    assert periods[:2] == [("2006", "2008", "prefecture-poles"), ("2005", "2008", "ccomptes-poles-2016")]
    assert {row["phase"] for row in found} >= {"phase-1", "phase-5"}
    first = next(row for row in found if row["field"] == "poles")
    assert (first["value"], first["date"], first["as_of"]) == ("64", "2005", "")
    assert any(row["field"] == "yearly_funding" and row["value"].isdecimal() for row in found)


def test_an_obstacle_has_a_row_for_each_statement_of_it_and_each_proposal_that_answers_it(rows: Rows) -> None:
    found = rows("obstacles", "show", "B")

    assert [row["field"] for row in found[:4]] == ["text", "also", "opinion", "remark"]
    opinion = found[2]
    assert (opinion["of"], opinion["by"], opinion["state"]) == ("B", "CFDT", "comments")
    assert {row["of"] for row in found if row["field"] == "proposal"} >= {"1.1", "2.2"}


def test_the_periods_of_programmes_are_two_dates(rows: Rows) -> None:
    listed = {row["id"]: row for row in rows("programmes", "list")}
    shown = [row for row in rows("programmes", "show", "feder-2021-2027") if row["field"] == "period"]

    assert (listed["rdi-aid"]["from"], listed["rdi-aid"]["to"]) == ("2014-07-01", "2026-12-31")
    assert [(row["from"], row["to"]) for row in shown] == [("2021", "2027")]


def test_a_case_names_the_rules_that_decide_it_and_the_facts_that_lack_by_their_ids(tmp_path: Path, rows: Rows) -> None:
    lower = tmp_path / "lower.yaml"
    lower.write_text("name: lower\nparameters:\n- {id: cluster-operating-intensity, value: 0.05}\n", encoding="utf-8")
    found = {row["id"]: row for row in rows("eligibility", "--parameters", str(lower))}

    assert (found["aerocentre"]["decided_by"], found["aerocentre"]["missing"]) == ("K21", "")
    assert found["area-cvl"]["decided_by"] == ""
    assert "totals.public_aid" in found["area-cvl"]["missing"].split()


def test_a_plan_among_many_tells_each_price_of_its_credit(rows: Rows) -> None:
    asked = ("cashflow", "nekoe", "dream", "--scheme", "annual-60-40", "--rate", "5", "--dailly", "80%")
    found, *_others = rows(*asked, "--dailly-fee", "15", "--quarterly")

    prices = ("interest", "quarterly_charging", "dailly_fee")
    assert sum(float(found[price]) for price in prices) == pytest.approx(float(found["cost"]))
    assert (found["fee"], found["overdraft_commission"], found["dailly_fee"]) == ("", "", "90")
    assert float(found["gap"]) > 0
