import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.registry.columns import COLUMN_BY_NAME
from clusters_cli.registry.index import OTHER_YEARS
from tests.conftest import Cli

FIELDS = [*COLUMN_BY_NAME, OTHER_YEARS, "ended", "ended_on", "successors"]


def names(answer: Any) -> list[str]:
    return [cluster["id"] for cluster in answer["data"]["clusters"]]


def test_json_holds_every_field_and_null_for_the_unknown(cli_json: Callable[..., Any]) -> None:
    answer = cli_json("list")

    area = next(cluster for cluster in answer["data"]["clusters"] if cluster["id"] == "area-cvl")
    assert (answer["version"], answer["command"], answer["status"], answer["exit_code"]) == (2, "list", "ok", 0)
    assert list(area) == FIELDS
    assert area["budget"] is None
    assert area["regional_grant"] == 58_000


def test_filters_narrow_and_values_of_one_filter_are_alternatives(cli_json: Callable[..., Any]) -> None:
    assert set(names(cli_json("list", "--department", "37"))) >= {"noveco", "pixel-players"}
    assert names(cli_json("list", "--department", "Indre-et-Loire")) == names(cli_json("list", "--department", "37"))
    classes = ("--maturity", "emerging", "--maturity", "seeking-model")
    both = names(cli_json("list", *classes, "--domain", "digital", "--as-of", "2023-04-30"))
    assert set(both) == {"digital-loire-valley", "pixel-players"}


def test_sorting_puts_the_unknown_last_in_both_directions(cli_json: Callable[..., Any]) -> None:
    rising = [c["budget"] for c in cli_json("list", "--supported", "--sort", "budget")["data"]["clusters"]]
    falling = [c["budget"] for c in cli_json("list", "--supported", "--sort", "-budget")["data"]["clusters"]]

    known = [budget for budget in rising if budget is not None]
    assert known == sorted(known)
    assert [budget for budget in falling if budget is not None] == known[::-1]
    assert rising[-1] is None
    assert falling[-1] is None


def test_csv_has_no_totals_line_and_leaves_the_unknown_empty(cli: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("list", "-f", "csv").stdout)))

    assert list(rows[0]) == FIELDS
    assert next(row for row in rows if row["id"] == "area-cvl")["budget"] == ""
    assert all(row["id"] for row in rows)


def test_the_table_has_a_totals_line_and_says_what_it_does_not_cover(cli: Cli) -> None:
    output = cli("list", "--columns", "name,budget").stdout

    assert [line for line in output.splitlines() if re.match(r"\d+ clusters ", line)]
    assert "the total covers" in output


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--columns", "nam"], "name"),
        (["--sort", "budgte"], "budget"),
        (["--maturity", "emergin"], "emerging"),
        (["--department", "999"], "known are"),
        (["--domain", "digitale"], "digital"),
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(arguments: list[str], hint: str, cli: Cli) -> None:
    result = cli("list", *arguments)

    assert result.exit_code == 2
    assert hint in result.stderr


def test_a_format_follows_the_suffix_of_the_file(cli: Cli, tmp_path: Path) -> None:
    result = cli("list", "-o", str(tmp_path / "a.json"))

    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "a.json").read_text(encoding="utf-8").startswith('{\n  "version": 2')


def test_a_file_is_replaced_only_with_force(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("mine", encoding="utf-8")

    assert cli("list", "-o", str(file)).exit_code == 2
    assert file.read_text(encoding="utf-8") == "mine"
    assert cli("list", "-o", str(file), "--force").exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("id,")


def test_a_suffix_that_names_no_format_is_refused(cli: Cli, tmp_path: Path) -> None:
    assert cli("list", "-o", str(tmp_path / "a.doc")).exit_code == 2


@pytest.mark.parametrize("format_", ["table", "json", "csv", "tsv", "markdown", "yaml"])
def test_every_format_is_written(format_: str, cli: Cli) -> None:
    result = cli("list", "-f", format_)

    assert result.exit_code == 0
    assert "Aérocentre" in result.stdout


def test_a_figure_of_another_year_says_its_year(cli: Cli, cli_json: Callable[..., Any]) -> None:
    (row,) = [row for row in cli_json("list")["data"]["clusters"] if row["id"] == "cygo"]
    assert (row["members"], row["year"], row["other_years"]) == (70, 2022, {"members": 2024})

    (line,) = [line for line in cli("list").stdout.splitlines() if line.startswith("CYGO")]
    assert "70 (2024)" in line
    assert "members 2024" in cli("list", "-f", "csv").stdout


def test_a_total_of_nothing_known_is_unknown(cli: Cli, small_registry: Path) -> None:
    listed = cli("list", "--registry", str(small_registry), "--columns", "name,members,budget").stdout.splitlines()

    assert listed[-3].split() == ["1", "cluster", "–", "100,000"]


def test_a_total_of_poles_of_which_nothing_is_known_is_unknown(cli: Cli, small_registry: Path) -> None:
    (small_registry / "poles.yaml").write_text("poles:\n- {id: beta, name: Beta}\n", encoding="utf-8")

    assert " 0" not in cli("poles", "list", "--registry", str(small_registry)).stdout


@pytest.mark.parametrize(("columns", "noted"), [("name,year", False), ("name,founded", False), ("name,budget", True)])
def test_years_are_told_where_figures_are_added_up(columns: str, noted: bool, cli: Cli) -> None:
    assert ("add up different years" in cli("list", "--columns", columns).stdout) is noted


def test_only_the_years_of_the_figures_on_screen_are_told(cli: Cli, small_registry: Path) -> None:
    with (small_registry / "clusters.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {year: 2020, members: 9, source: report, locator: table 2}\n")

    budgets, both = (
        cli("list", "--columns", columns, "--registry", str(small_registry)).stdout
        for columns in ("name,budget", "name,budget,members")
    )

    assert "add up different years" not in budgets
    assert "Figures are of 2020 to 2021" in both


def test_a_domain_is_called_by_its_name_for_people_and_by_its_id_for_programs(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("list", "--columns", "name,domain")
    assert "Aeronautics" in cli(*arguments).stdout
    assert "aeronautics" in cli(*arguments, "-f", "csv").stdout

    monkeypatch.setenv("CLUSTERS_LANG", "fr")

    assert "Aéronautique" in cli(*arguments).stdout
    assert '"domain": "aeronautics"' in cli(*arguments, "-f", "json").stdout


def test_a_cluster_that_was_merged_is_listed_and_marked_from_that_day_on(cli: Cli) -> None:
    assert "DREAM (merged in 2024)" in cli("list", "--as-of", "2024-05-31").stdout
    assert "DREAM (merged" not in cli("list", "--as-of", "2024-05-30").stdout


def test_data_tell_of_a_cluster_that_was_merged_how_and_when_and_what_came_after(
    cli: Cli, cli_json: Callable[..., Any]
) -> None:
    def ended(day: str) -> tuple[Any, ...]:
        (dream,) = (one for one in cli_json("list", "--as-of", day)["data"]["clusters"] if one["id"] == "dream")
        return dream["ended"], dream["ended_on"], dream["successors"]

    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(cli("list", "-f", "csv").stdout))}

    assert ended("2024-05-31") == ("merged", "2024-05-31", ["Aquanova"])
    assert ended("2024-05-30") == (None, None, None)
    assert (rows["dream"]["name"], rows["dream"]["ended"], rows["nekoe"]["ended"]) == ("DREAM", "merged", "")


def test_the_total_of_a_list_leaves_out_what_was_merged_unless_it_is_asked_for(cli: Cli) -> None:
    def total(*more: str) -> str:
        output = cli("list", "--columns", "name,regional_grant", *more).stdout
        return next(line.split()[-1] for line in output.splitlines() if re.match(r"\d+ clusters ", line))

    assert (total(), total("--with-ended"), total("--as-of", "2024-05-30")) == ("776,000", "876,000", "876,000")


def test_a_cluster_whose_end_no_source_dates_is_marked_without_a_year(small_registry: Path, cli: Cli) -> None:
    with (small_registry / "clusters.yaml").open("a", encoding="utf-8") as file:
        file.write("  ended: [{how: dissolved, source: report}]\n")

    assert "Alpha (dissolved)" in cli("list", "--registry", str(small_registry)).stdout
