"""``clusters classify``: what scripts and people get."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Cli

CliJson = Callable[..., Any]


def by_id(envelope: Any) -> dict[str, Any]:
    return {cluster["id"]: cluster for cluster in envelope["data"]["clusters"]}


def test_the_whole_registry_is_classed_and_four_cannot_be_told(cli_json: CliJson) -> None:
    envelope = cli_json("classify")

    undetermined = {name: cluster["missing"][0] for name, cluster in by_id(envelope).items() if not cluster["maturity"]}
    assert undetermined == dict.fromkeys(("cygo", "lorias", "eden", "lahitolle"), "budget")
    assert envelope["exit_code"] == 0


def test_a_class_comes_with_the_criterion_its_figure_and_its_source(cli_json: CliJson) -> None:
    cluster = by_id(cli_json("classify", "Novéco"))["noveco"]
    criteria = {criterion["id"]: criterion for criterion in cluster["criteria"]}

    assert (cluster["maturity"], cluster["stated"], cluster["agrees"]) == ("seeking-model", "seeking-model", True)
    assert cluster["decided_by"] == "budget"
    assert (criteria["budget"]["found"], criteria["budget"]["expected"]) == (157000, 200000)
    assert (criteria["budget"]["outcome"], criteria["budget"]["source"]) == ("fail", "ceser-2023")
    assert cluster["next"] == {
        "maturity": "structured",
        "criterion": "budget",
        "change": 43000,
        "exceeded": False,
        "since": None,
        "year": None,
    }


def test_agreen_tech_valley_is_said_to_be_borderline(cli: Cli, cli_json: CliJson) -> None:
    assert by_id(cli_json("classify", "agreen-tech-valley"))["agreen-tech-valley"]["borderline"] is True
    assert "its yearly budget stands €10,000 above €200,000" in cli("classify", "agreen-tech-valley").stdout


def test_a_ratio_is_unknown_when_one_of_its_terms_is(cli_json: CliJson) -> None:
    shown = by_id(cli_json("classify", "nekoe"))["nekoe"]["indicators"]
    indicators = {indicator["id"]: indicator for indicator in shown}

    assert indicators["grant_share"]["value"] == 0.1296
    assert indicators["grant_per_company"]["value"] is None
    assert indicators["grant_per_company"]["missing"] == ["regional_companies"]


def test_the_output_says_what_was_changed(cli: Cli, cli_json: CliJson) -> None:
    changes = (
        "--as-of",
        "2025-06-30",
        "--budget-threshold",
        "250 000",
        "--young-years",
        "5",
        "--team-threshold",
        "2,5",
    )
    changed = {a["about"]: a["value"] for a in cli_json("classify", *changes)["data"]["assumptions"] if a["changed"]}

    assert changed == {"age": 5, "budget": 250000, "team": 2.5}
    assert "What if: budget threshold €250,000 instead of €200,000." in cli("classify", *changes).stdout


def test_the_usual_thresholds_are_said_with_their_source_and_nothing_is_called_changed(cli_json: CliJson) -> None:
    assumptions = cli_json("classify", "nekoe")["data"]["assumptions"]

    assert not any(assumption["changed"] for assumption in assumptions)
    assert all(assumption["source"] for assumption in assumptions)


def test_a_check_passes_when_every_stated_class_comes_out(cli: Cli) -> None:
    result = cli("classify", "--check")

    assert result.exit_code == 0
    assert "for 12 of 12 clusters" in result.stdout


def test_a_check_fails_when_a_stated_class_differs_even_if_another_cannot_be_told(cli: Cli) -> None:
    result = cli("classify", "--check", "--budget-threshold", "250000")

    assert result.exit_code == 1
    assert "Differs: Agreen Tech Valley is seeking a model on that date, and structured is stated." in result.stdout


def test_a_check_of_a_stated_class_that_cannot_be_told_leaves_the_answer_open(cli: Cli, small_registry: Path) -> None:
    clusters = (small_registry / "clusters.yaml").read_text(encoding="utf-8")
    stated = "  stated_maturity: [{value: emerging, source: report}]\n"
    (small_registry / "clusters.yaml").write_text(clusters + stated, encoding="utf-8")

    assert cli("classify", "--registry", str(small_registry)).exit_code == 0
    assert cli("classify", "--check", "--registry", str(small_registry)).exit_code == 3


def test_a_check_looks_at_the_date_of_the_report_whatever_the_day_asked(cli: Cli) -> None:
    later = cli("classify", "pixel-players", "--check", "--as-of", "2029-01-01")

    assert later.exit_code == 0
    assert "Moved since then: Pixel Players, from emerging to structured." in later.stdout


def test_old_figures_that_decided_a_class_are_said_to_be_old(cli: Cli) -> None:
    assert "budget of 2021, 5 years ago" in cli("classify", "novéco").stdout
    assert "years ago" not in cli("classify", "novéco", "--as-of", "2023-04-30").stdout


def test_a_class_that_needs_more_than_a_figure_says_what_it_must_be_above(cli: Cli) -> None:
    assert "structured above 5 FTE" in cli("classify", "food-val-de-loire", "--team-threshold", "5").stdout


def test_explain_shows_every_criterion_and_where_its_threshold_is_written(cli: Cli) -> None:
    shown = cli("classify", "area-cvl", "--explain").stdout

    assert "recent creation" in shown
    assert "unknown" in shown
    assert "recommendation 2" in shown


def test_the_table_for_spreadsheets_has_a_line_per_cluster_or_per_criterion(cli: Cli) -> None:
    classes = list(csv.DictReader(io.StringIO(cli("classify", "-f", "csv").stdout)))
    criteria = list(csv.DictReader(io.StringIO(cli("classify", "--explain", "-f", "csv").stdout)))

    assert len(classes) == 18
    assert len(criteria) == 3 * 18
    assert classes[0]["decided_by"] == "budget"


def test_a_registry_without_criteria_borrows_those_of_the_program_and_says_so(cli: Cli, small_registry: Path) -> None:
    result = cli("classify", "alpha", "--registry", str(small_registry))

    assert result.exit_code == 3
    assert "This registry has no maturity.yaml" in result.stdout
    assert "Alpha cannot be classed without its year of creation" in result.stdout


def test_a_registry_may_have_criteria_of_its_own(cli: Cli, cli_json: CliJson, small_registry: Path) -> None:
    (small_registry / "maturity.yaml").write_text(
        "borderline: {value: 0.05, source: report}\n"
        "criteria:\n"
        "- id: small\n"
        "  rank: 1\n"
        "  name: {en: small budget}\n"
        "  measure: budget\n"
        "  test: below\n"
        "  thresholds: [{value: 150000, source: report}]\n"
        "  met: emerging\n"
        "  not_met: structured\n"
        "  unknown: undetermined\n",
        encoding="utf-8",
    )
    alpha = by_id(cli_json("classify", "--registry", str(small_registry)))["alpha"]

    assert (alpha["maturity"], alpha["decided_by"]) == ("emerging", "small")
    assert alpha["next"]["change"] == 50000
    refused = cli("classify", "--registry", str(small_registry), "--young-years", "5")
    assert refused.exit_code == 2
    assert "no criterion of this registry looks at age" in refused.stderr


def test_wrong_words_on_the_command_line_are_refused(cli: Cli) -> None:
    assert "did you mean noveco" in cli("classify", "novecco").stderr
    for wrong in (
        ("--budget-threshold", "much"),
        ("--budget-threshold", "-5"),
        ("--team-threshold", "nan"),
        ("--young-years", "-1"),
        ("--as-of", "23"),
    ):
        assert cli("classify", *wrong).exit_code == 2


def test_a_criterion_that_leads_nowhere_is_said_to(cli: Cli, small_registry: Path) -> None:
    (small_registry / "maturity.yaml").write_text(
        "borderline: {value: 0.05, source: report}\n"
        "criteria:\n"
        "- id: small\n"
        "  rank: 1\n"
        "  name: {en: small budget}\n"
        "  measure: budget\n"
        "  test: below\n"
        "  thresholds: [{value: 50000, source: report}]\n"
        "  met: emerging\n"
        "  not_met: undetermined\n"
        "  unknown: undetermined\n",
        encoding="utf-8",
    )
    result = cli("classify", "alpha", "--registry", str(small_registry))

    assert result.exit_code == 3
    assert "Alpha cannot be classed: the criteria lead to no class." in result.stdout


def test_the_fields_that_others_rely_on_keep_their_names(cli_json: CliJson) -> None:
    data = cli_json("classify", "nekoe")["data"]
    cluster = data["clusters"][0]

    assert list(data) == ["reference_year", "assumptions", "clusters", "confusion", "stages"]
    assert set(cluster) == {
        "id",
        "maturity",
        "stated",
        "stated_as_of",
        "computed_then",
        "agrees",
        "moved",
        "decided_by",
        "criteria",
        "borderline",
        "missing",
        "possible",
        "next",
        "indicators",
        "ended",
        "ended_on",
        "successors",
    }
    assert set(cluster["criteria"][0]) == {
        "id",
        "outcome",
        "found",
        "expected",
        "test",
        "unit",
        "margin",
        "borderline",
        "year",
        "source",
        "locator",
        "confidence",
        "as_of",
        "note",
        "missing",
    }


def test_a_cluster_named_twice_is_classed_once_and_one_left_out_is_not(cli_json: CliJson) -> None:
    assert list(by_id(cli_json("classify", "nekoe", "Nékoé", "noveco"))) == ["nekoe", "noveco"]
    assert len(cli_json("classify", "nekoe", "Nékoé")["data"]["clusters"]) == 1
    assert cli_json("classify", "--exclude", "lorias", "--exclude", "eden")["exit_code"] == 0


def test_a_registry_without_clusters_has_nothing_to_class(cli: Cli, small_registry: Path) -> None:
    (small_registry / "clusters.yaml").write_text("clusters: []\n", encoding="utf-8")
    result = cli("classify", "--registry", str(small_registry))

    assert result.exit_code == 0
    assert "(nothing)" in result.stdout


def test_an_age_of_nothing_is_counted_as_each_language_does(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    line = ("classify", "cygo", "--explain", "--as-of", "2022-06-30")
    monkeypatch.setenv("CLUSTERS_LANG", "en")
    english = cli(*line).stdout
    monkeypatch.setenv("CLUSTERS_LANG", "fr")
    french = cli(*line).stdout

    assert "0 years (created in 2022)" in english
    assert "0 an (création en 2022)" in french


def test_a_cluster_that_was_merged_is_classed_and_marked(cli: Cli, cli_json: CliJson) -> None:
    (dream,) = (one for one in cli_json("classify")["data"]["clusters"] if one["id"] == "dream")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(cli("classify", "-f", "csv").stdout))}

    assert "DREAM (merged in 2024)" in cli("classify").stdout
    assert "DREAM (merged" not in cli("classify", "--as-of", "2023-04-30").stdout
    assert (
        (dream["ended"], dream["ended_on"])
        == ("merged", "2024-05-31")
        == (
            rows["dream"]["ended"],
            rows["dream"]["ended_on"],
        )
    )
