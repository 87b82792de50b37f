import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Cli

EXPECTED = {
    "rdi-aid",
    "feder-2014-2020",
    "feder-2021-2027",
    "interreg-nwe",
    "pia-4",
    "france-2030",
    "grappes",
    "ardan-cvl",
    "interclustering",
    "aid-in-kind",
    "service-purchases",
}


def test_every_programme_is_listed(cli_json: Callable[..., Any]) -> None:
    programmes = {one["id"]: one for one in cli_json("programmes", "list")["data"]["programmes"]}

    assert set(programmes) >= EXPECTED
    assert len(programmes["pia-4"]["strands"]) == 20
    assert len(programmes["france-2030"]["strands"]) == 10
    assert programmes["rdi-aid"]["rates"][0]["share"] == 0.5


def test_csv_holds_one_line_per_programme(cli: Cli) -> None:
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(cli("programmes", "list", "-f", "csv").stdout))}

    assert rows["interreg-nwe"]["total"] == "310000000"
    assert (rows["pia-4"]["from"], rows["pia-4"]["to"]) == ("2022", "2027")
    assert rows["feder-2021-2027"]["payment_scheme"] == "feder"
    assert rows["ardan-cvl"]["total"] == ""


@pytest.mark.parametrize(
    ("programme", "report", "other"),
    [
        ("interreg-nwe", "€310,000,000", "€310,480,455 (acrosslimits-nwe)"),
        ("pia-4", "2022 – 2027", "2021 – 2025 (vipress-pia4)"),
        ("feder-2021-2027", "€9,100,000,000", "€9,070,000,000 (partnership-agreement)"),
    ],
)
def test_the_value_of_the_report_stands_beside_the_others(cli: Cli, programme: str, report: str, other: str) -> None:
    lines = cli("programmes", "show", programme).stdout.splitlines()

    assert any(report in line and other in line for line in lines)


def test_a_programme_shows_its_terms_and_what_is_unknown(cli: Cli) -> None:
    output = cli("programmes", "show", "INTERREG").stdout

    assert "at most 60% of: costs of the project" in output
    assert "Irlande, Belgique" in output
    assert "no payment rule read" in output


def test_the_regimes_of_the_rdi_aid_are_shown_with_their_dates(cli: Cli) -> None:
    assert "SA.58995, 2021-01-01 – 2023-12-31" in cli("programmes", "show", "rdi-aid").stdout


def test_match_gives_the_reasons_and_the_terms(cli_json: Callable[..., Any]) -> None:
    cluster = cli_json("programmes", "match", "polepharma")["data"]["clusters"][0]
    programmes = {one["id"]: one for one in cluster["programmes"]}

    direct = programmes["france-2030"]["reasons"][0]
    assert (direct["basis"], direct["strand"], direct["source"]) == ("direct", "biomedicines", "ceser-2023")
    assert [reason["basis"] for reason in programmes["grappes"]["reasons"]] == ["received"]
    assert programmes["rdi-aid"]["payment_schemes"][0]["value"] == "annual-30-30-40"
    assert "pole-grants" not in programmes


def test_a_cluster_the_region_does_not_support_has_no_rdi_aid(cli_json: Callable[..., Any]) -> None:
    cluster = cli_json("programmes", "match", "lorias")["data"]["clusters"][0]

    assert "rdi-aid" not in {one["id"] for one in cluster["programmes"]}


def test_match_says_that_lost_links_are_no_no(cli: Cli) -> None:
    output = cli("programmes", "match", "dream").stdout

    assert "unknown (lost)" in output
    assert "they are not a no" in output


def test_the_matrix_tells_direct_from_related_without_colour(cli: Cli) -> None:
    line = next(
        line for line in cli("programmes", "match", "--programme", "france-2030").stdout.splitlines() if "Aéro" in line
    )

    assert line.split()[1:] == ["?", "?", "?", "○", "●", "?", "?", "?", "○", "?"]


def test_the_matrix_exports_words(cli: Cli) -> None:
    printed = cli("programmes", "match", "aerocentre", "cygo", "--programme", "france-2030", "-f", "csv").stdout
    rows = {row["cluster"]: row for row in csv.DictReader(io.StringIO(printed))}

    assert rows["aerocentre"]["low-carbon-aircraft"] == "direct"
    assert rows["aerocentre"]["seabed"] == "lost"
    assert set(rows["cygo"].values()) == {"cygo", ""}


@pytest.mark.parametrize("arguments", [("match",), ("match", "--programme", "grappes"), ("show", "francee-2030")])
def test_what_cannot_be_shown_is_said(cli: Cli, arguments: tuple[str, ...]) -> None:
    result = cli("programmes", *arguments)

    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert "Hint: " in result.stderr


@pytest.mark.parametrize("format_", ["json", "yaml", "csv", "tsv", "markdown", "table"])
@pytest.mark.parametrize(
    "arguments", [("list",), ("show", "pia-4"), ("match", "nekoe"), ("match", "--programme", "france-2030")]
)
def test_every_answer_comes_in_every_format(cli: Cli, arguments: tuple[str, ...], format_: str) -> None:
    assert cli("programmes", *arguments, "-f", format_).exit_code == 0


@pytest.mark.parametrize(
    ("day", "standing"),
    [("2020-12-31", "to-come"), ("2021-01-01", "open"), ("2027-12-31", "open"), ("2028-01-01", "ended")],
)
def test_a_programme_is_open_or_not_as_of_the_day(day: str, standing: str, cli_json: Callable[..., Any]) -> None:
    listed = {one["id"]: one for one in cli_json("programmes", "list", "--as-of", day)["data"]["programmes"]}
    shown = cli_json("programmes", "show", "feder-2021-2027", "--as-of", day)["data"]["programme"]

    assert listed["feder-2021-2027"]["standing"] == shown["standing"] == standing
    assert (shown["first_day"], shown["last_day"]) == ("2021-01-01", "2027-12-31")


def test_programmes_are_chosen_by_how_they_stand(cli_json: Callable[..., Any]) -> None:
    def ids(*standings: str) -> list[str]:
        options = [option for standing in standings for option in ("--standing", standing)]
        return [one["id"] for one in cli_json("programmes", "list", *options)["data"]["programmes"]]

    assert ids("terminé") == ["feder-2014-2020", "france-relance", "grappes", "interclustering"]
    assert ids("open", "ended", "unknown") == ids()
    assert ids("to-come") == []


def test_a_programme_for_which_sources_disagree_says_so(cli: Cli) -> None:
    output = cli("programmes", "list").stdout

    assert "open (disputed)" in next(line for line in output.splitlines() if line.startswith("pia-4"))
    assert "pia-4: ended according to vipress-pia4 (2021 – 2025)" in output


def test_a_programme_that_rests_on_aid_regimes_lasts_as_long_as_they_do(cli: Cli, cli_json: Callable[..., Any]) -> None:
    shown = cli_json("programmes", "show", "rdi-aid")["data"]["programme"]

    assert (shown["standing"], shown["last_day"], shown["days_left"]) == ("open", "2026-12-31", 36)
    assert "rdi-aid ends on 2026-12-31, in 36 days." in cli("programmes", "show", "rdi-aid").stdout


def test_a_match_marks_what_has_ended(cli: Cli, cli_json: Callable[..., Any]) -> None:
    found = cli_json("programmes", "match", "polepharma")["data"]["clusters"][0]["programmes"]
    rows = list(csv.DictReader(io.StringIO(cli("programmes", "match", "polepharma", "-f", "csv").stdout)))

    assert {one["id"]: one["standing"] for one in found}["feder-2014-2020"] == "ended"
    assert [row["standing"] for row in rows][-3:] == ["ended"] * 3


def test_the_matrix_of_a_programme_says_how_it_stands(cli: Cli, cli_json: Callable[..., Any]) -> None:
    asked = ("programmes", "match", "--programme", "pia-4", "--as-of", "2028-01-01")

    assert cli_json(*asked)["data"]["matrix"]["standing"] == "ended"
    assert "(ended)" in cli(*asked).stdout.splitlines()[0]


def test_a_cluster_that_was_merged_is_marked_where_programmes_are_matched(cli: Cli) -> None:
    assert cli("programmes", "match", "dream").stdout.startswith("DREAM (merged in 2024)")
    assert "DREAM (merged in 2024)" in cli("programmes", "match", "--programme", "france-2030").stdout
