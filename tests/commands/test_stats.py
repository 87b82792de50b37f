import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli


def test_each_total_says_how_many_values_are_missing_in_it(cli_json: Callable[..., Any]) -> None:
    totals = cli_json("stats", "--with-ended")["data"]["all"]["totals"]

    assert totals["regional_grant"] == {"total": 876_000, "known": 13, "missing": 5, "years": [2021, 2022]}


def test_a_partial_total_shows_what_it_covers(cli: Cli) -> None:
    output = cli("stats", "--by", "maturity", "--as-of", "2023-04-30").stdout

    assert "4,437,000 (6/8)" in output
    assert "unknown, not zero" in output
    assert "different years" in output


def test_groups_can_be_chosen(cli_json: Callable[..., Any]) -> None:
    groups = cli_json("stats", "--by", "domain")["data"]["groups"]

    assert {group["by"] for group in groups} == {"domain"}
    assert {group["key"] for group in groups} >= {"health", "mobility", None}


def test_only_those_supported_can_be_counted(cli_json: Callable[..., Any]) -> None:
    assert cli_json("stats", "--supported", "--with-ended")["data"]["all"]["clusters"] == 14
    assert cli_json("stats", "--not-supported")["data"]["all"]["clusters"] == 4


def test_csv_has_all_groups_in_one_table(cli: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("stats", "--as-of", "2023-04-30", "-f", "csv").stdout)))

    structured = next(row for row in rows if row["key"] == "structured")
    assert (structured["by"], structured["budget"], structured["budget_missing"]) == ("maturity", "4437000", "2")
    assert (rows[0]["by"], rows[0]["clusters"]) == ("", "18")


def test_a_registry_with_one_cluster_has_its_stats(cli: Cli, small_registry: Path) -> None:
    result = cli("stats", "--registry", str(small_registry))

    assert result.exit_code == 0
    assert "100,000" in result.stdout


def test_a_chart_shows_the_grants_and_which_are_partial(cli: Cli) -> None:
    lines = cli("stats", "--by", "maturity").stdout.splitlines()
    drawn = lines[lines.index("Grant of the Région by class (€)") + 1 :]

    structured, unknown = (next(line for line in drawn if line.startswith(key)) for key in ("structured", "unknown"))
    assert structured.count("█") > unknown.count("█")
    assert "596,000" in structured
    assert "1/4" in unknown


@pytest.mark.parametrize(
    ("more", "clusters", "left_out"),
    [
        ((), 17, ["dream"]),
        (("--with-ended",), 18, []),
        (("--as-of", "2024-05-30"), 18, []),
        (("--as-of", "2024-05-31"), 17, ["dream"]),
        (("--not-supported",), 4, []),
    ],
)
def test_the_present_does_not_count_what_was_merged_unless_it_is_asked_for(
    more: tuple[str, ...], clusters: int, left_out: list[str], cli_json: Callable[..., Any]
) -> None:
    data = cli_json("stats", *more)["data"]

    assert (data["all"]["clusters"], data["left_out"]) == (clusters, left_out)


def test_whom_the_portfolio_leaves_out_is_named(cli: Cli) -> None:
    assert "Not counted, since merged or dissolved (--with-ended counts them): DREAM." in cli("stats").stdout
