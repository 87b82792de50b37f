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
    assert rows["pia-4"]["period"] == "2022/2027"
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
