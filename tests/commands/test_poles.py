import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Cli


def test_the_five_poles_france_water_team_and_aquanova_are_listed(cli_json: Callable[..., Any]) -> None:
    poles = {pole["id"]: pole for pole in cli_json("poles", "list")["data"]["poles"]}

    assert len(poles) == 7
    assert (poles["s2e2"]["regional_grant"], poles["s2e2"]["state_grant"]) == (180_000, 56_000)
    assert poles["polymeris"]["regions"][0] == "Centre-Val de Loire"
    assert (poles["france-water-team"]["label"], poles["france-water-team"]["ended"]) == ("not-renewed", "dissolved")
    assert poles["france-water-team"]["regional_grant"] is None
    assert poles["france-water-team"]["supported"] is None
    assert (poles["aquanova"]["label"], poles["aquanova"]["label_date"]) == ("labelled", "2024-01-08")


def test_an_end_that_no_source_dates_has_no_date(cli_json: Callable[..., Any]) -> None:
    poles = {pole["id"]: pole for pole in cli_json("poles", "list")["data"]["poles"]}

    assert poles["france-water-team"]["ended_on"] is None
    assert poles["france-water-team"]["successors"][-1] == "Aquanova"
    assert poles["s2e2"]["ended"] is None


@pytest.mark.parametrize(("day", "marked"), [("2024-01-29", False), ("2024-01-30", True)])
def test_a_pole_is_marked_from_the_day_by_which_its_source_tells_of_its_end(
    day: str, *, marked: bool, cli: Cli
) -> None:
    assert ("France Water Team (dissolved)" in cli("poles", "list", "--as-of", day).stdout) is marked


def test_totals_of_poles_leave_out_what_ended_unless_it_is_asked_for(cli: Cli) -> None:
    said = "Not counted, since merged or dissolved (--with-ended counts them): France Water Team."

    assert said in cli("poles", "list").stdout
    assert said not in cli("poles", "list", "--with-ended").stdout


def test_a_period_that_two_sources_give_is_written_once(cli: Cli) -> None:
    lines = [line for line in cli("poles", "list").stdout.splitlines() if line.startswith("Phase III ")]

    assert [line.count("2013 – 2018") for line in lines] == [1]


def test_totals_say_whose_grant_they_leave_out(cli: Cli) -> None:
    output = cli("poles", "list").stdout

    assert "810,000" in output
    assert "223,000" in output
    assert "no source gives: Aquanova" in output


def test_the_phases_keep_every_count_with_its_source(cli_json: Callable[..., Any]) -> None:
    phases = {phase["id"]: phase for phase in cli_json("poles", "list")["data"]["phases"]}

    assert [(count["poles"], count["source"]) for count in phases["phase-4"]["counts"]] == [
        (55, "ceser-2023"),
        (56, "greenunivers-phase-iv"),
        (54, "dge-phase-v"),
        (56, "journal-aviation-phase-iv"),
        (48, "journal-aviation-phase-iv"),
        (8, "journal-aviation-phase-iv"),
    ]
    assert phases["phase-3"]["counts"] == []
    assert "contradicts" in phases["phase-2"]["counts"][0]["note"]["en"]


@pytest.mark.parametrize("typed", ["vegepolys-valley", "Végépolys Valley", "vegepolys"])
def test_a_pole_is_shown_by_id_name_or_alias(cli: Cli, typed: str) -> None:
    assert cli("poles", "show", typed).stdout.startswith("Végépolys Valley (vegepolys-valley)")


def test_a_pole_shows_its_regions_its_label_and_what_came_after_it(cli_json: Callable[..., Any]) -> None:
    facts = cli_json("poles", "show", "France Water Team")["data"]["pole"]["facts"]
    told = {(fact["field"], fact["value"] and fact["value"]["message"]) for fact in facts}

    assert ("regions", "Centre-Val de Loire, Occitanie, Grand Est") in told
    assert ("label", "not renewed (phase-5, 2023-03-27)") in told
    assert ("federates", "DREAM (Orléans, Centre-Val de Loire, cluster dream of the registry)") in told
    assert ("successor", "Aquanova (2024-05-31, pôle aquanova of the registry)") in told


def test_a_pole_shows_each_grant_with_its_funder_and_year(cli_json: Callable[..., Any]) -> None:
    figures = cli_json("poles", "show", "cosmetic-valley")["data"]["pole"]["figures"]

    assert {(figure["field"], figure["number"], figure["year"]) for figure in figures} == {
        ("regional_grant", 350_000, 2021),
        ("state_grant", 55_000, 2021),
    }


def test_csv_has_one_line_per_pole(cli: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("poles", "list", "-f", "csv").stdout)))

    assert len(rows) == 7
    assert rows[1]["regions"] == "Centre-Val de Loire; Pays de la Loire; Nouvelle-Aquitaine"


def test_a_miss_is_answered_with_the_nearest(cli: Cli) -> None:
    result = cli("poles", "show", "cosmetic valey")

    assert result.exit_code == 2
    assert "did you mean cosmetic-valley?" in result.stderr


def test_poles_alone_prints_its_help(cli: Cli) -> None:
    result = cli("poles")

    assert result.exit_code == 0
    assert "list" in result.stdout
    assert "show" in result.stdout


def test_a_label_near_its_end_is_told_with_the_days_left_and_what_is_known_of_the_next_call(cli: Cli) -> None:
    output = cli("poles", "list").stdout

    assert "The label ends on 2026-12-31, in 36 days: Cosmetic Valley, S2E2, Polymeris" in output
    assert "Phase V: no call for a next phase was found (searches-2026, 2026-11-25)" in output


def test_a_label_far_from_its_end_is_no_warning(cli: Cli) -> None:
    output = cli("poles", "list", "--as-of", "2025-01-01").stdout

    assert "The label ends" not in output
    assert "no call for a next phase" not in output


def test_a_label_is_not_shown_after_its_end(cli: Cli, cli_json: Callable[..., Any]) -> None:
    asked = ("poles", "list", "--as-of", "2027-01-01")

    assert {pole["label_standing"] for pole in cli_json(*asked)["data"]["poles"]} == {"ended"}
    assert "The label ended on 2026-12-31: Cosmetic Valley" in cli(*asked).stdout


@pytest.mark.parametrize(
    ("pole", "day", "said"),
    [
        ("s2e2", "2004-12-31", "No decision on its label is known."),
        ("s2e2", "2022-12-31", "Labelled, as far as known."),
        ("s2e2", "2026-11-25", "Labelled until 2026-12-31."),
        ("s2e2", "2027-01-01", "Not labelled: the label ended on 2026-12-31."),
        ("france-water-team", "2023-12-31", "Not labelled: the label was not renewed."),
        (
            "france-water-team",
            "2024-01-30",
            "Ended (dissolved), followed by Aqua-Valley, DREAM Eau & Milieux - Hydreos, Aquanova.",
        ),
    ],
)
def test_a_pole_is_shown_with_the_label_of_the_day(pole: str, day: str, said: str, cli: Cli) -> None:
    assert cli("poles", "show", pole, "--as-of", day).stdout.splitlines()[1] == said


def test_the_data_of_a_pole_tell_its_label(cli_json: Callable[..., Any]) -> None:
    told = cli_json("poles", "show", "aquanova")["data"]["pole"]

    assert (told["label"], told["label_phase"], told["label_standing"]) == ("labelled", "phase-5", "open")
    assert (told["label_until"], told["label_days_left"], told["label_ends_soon"]) == ("2026-12-31", 36, True)


@pytest.mark.parametrize(
    "told",
    [
        "€0 (finance bill for 2026, without these 9 M€",
        "€9,000,000 (finance law for 2024)",
        "since 2023 the Régions manage the pôles; the State's services have left the governing bodies",
        "an amendment of the finance committee of the Senate asks for the money of these 9 M€",
        "no call for a next phase was found",
        "Phase V (jde-phase-v): ASTech, Fibres-Energivie, EuraMaterials, Team2",
    ],
)
def test_a_phase_is_shown_statement_by_statement(cli: Cli, told: str) -> None:
    assert told in cli("poles", "phases", "Phase V").stdout


def test_the_phases_are_shown_together_or_one_by_one(cli_json: Callable[..., Any]) -> None:
    every, one = cli_json("poles", "phases")["data"]["phases"], cli_json("poles", "phases", "phase-3")["data"]["phases"]

    assert [phase["id"] for phase in every] == [f"phase-{number}" for number in range(1, 6)]
    assert one == [every[2]]


def test_what_is_unknown_of_a_phase_is_said(cli: Cli) -> None:
    assert "the report does not mention phase III" in cli("poles", "phases").stdout


def test_a_phase_that_does_not_exist_is_answered_with_the_nearest(cli: Cli) -> None:
    result = cli("poles", "phases", "phase-6")

    assert result.exit_code == 2
    assert "did you mean phase-" in result.stderr
