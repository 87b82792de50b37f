import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.commands.shared.help import speak_to_reader
from clusters_cli.presentation.locales import OWN_VARIABLE
from tests.conftest import Cli


def test_the_claims_show_what_is_printed_and_what_comes_out(cli_json: Callable[..., Any]) -> None:
    claims = {claim["id"]: claim for claim in cli_json("audit", "--only", "claims")["data"]["claims"]}

    state = claims["pole-grants-state"]
    assert (state["printed"], state["recomputed"], state["difference"]) == (225_000, 223_000, 2_000)
    assert state["outcome"] == "unexplained"
    assert claims["cluster-grants-of-2021"]["reason"]["en"].startswith("Healthcare Loire Valley")


@pytest.mark.parametrize(("arguments", "code"), [((), 0), (("--check",), 1)])
def test_check_says_no_when_nothing_explains_a_difference(cli: Cli, arguments: tuple[str, ...], code: int) -> None:
    assert cli("audit", *arguments).exit_code == code


def test_check_says_yes_for_a_registry_without_contradictions(cli: Cli, small_registry: Path) -> None:
    assert cli("audit", "--check", "--registry", str(small_registry)).exit_code == 0


def test_only_the_parts_asked_for_are_shown(cli: Cli, cli_json: Callable[..., Any]) -> None:
    assert list(cli_json("audit", "--only", "stale", "--only", "disputed")["data"]) == ["disputed", "stale", "replaced"]
    assert "Missing values" not in cli("audit", "--only", "disputed").stdout


def test_a_check_grows_old_by_the_day_given(cli_json: Callable[..., Any]) -> None:
    arguments = ("audit", "--only", "stale", "--older-than", "30", "--as-of")

    def dated(day: str) -> list[Any]:
        return [old for old in cli_json(*arguments, day)["data"]["stale"] if old["checked"]]

    assert dated("2026-12-22") == []
    assert {old["days"] for old in dated("2026-12-23")} == {31}


def test_a_day_that_is_none_is_refused(cli: Cli) -> None:
    result = cli("audit", "--as-of", "tomorrow")

    assert result.exit_code == 2
    assert "--as-of: 'tomorrow' cannot be read as a day" in result.stderr


def test_csv_holds_one_line_per_value_of_a_dispute(cli: Cli) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("audit", "--only", "disputed", "-f", "csv").stdout)))

    polepharma = [row for row in rows if row["id"] == "polepharma" and row["field"] == "budget"]
    assert [row["value"] for row in polepharma] == ["2100000", "2500000"]


@pytest.fixture
def quarrelled(small_registry: Path) -> Path:
    """A registry whose two sources agree on nothing."""
    (small_registry / "sources.yaml").write_text(
        "sources:\n- {id: report, title: A, kind: report, reference: true}\n- {id: other, title: B, kind: press}\n",
        encoding="utf-8",
    )
    (small_registry / "clusters.yaml").write_text(
        "clusters:\n- id: alpha\n  name: Alpha\n"
        "  founded: [{value: 2009-04, source: report}, {value: '2010', source: other}]\n"
        "  legal_form: [{value: cooperative, source: report}, {value: association, source: other}]\n"
        "  siren: [{value: '732829320', source: report}, {value: '552100554', source: other}]\n"
        "  figures: [{year: 2021, members: 1200, source: report}, {year: 2021, members: 900, source: other}]\n",
        encoding="utf-8",
    )
    return small_registry


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["2009-04", "cooperative", "732829320", "1,200"]),
        ("fr", ["04/2009", "coopérative", "732829320", "1\u202f200"]),
    ],
)
def test_a_disputed_value_is_written_as_everywhere_else(
    language: str, told: list[str], quarrelled: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OWN_VARIABLE, language)
    speak_to_reader(language)

    output = cli("audit", "--only", "disputed", "--registry", str(quarrelled)).stdout
    lines = output.partition("\n\n")[0].splitlines()[3:]

    assert [line.split(" (report)")[0].rpartition("  ")[2] for line in lines] == told


def test_a_range_and_an_about_are_shown_as_printed(cli: Cli) -> None:
    output = cli("audit", "--only", "claims").stdout

    assert "800,000 – 900,000" in output
    assert "≈ 700,000" in output


@pytest.mark.parametrize(
    "told",
    [
        "number of entries: clusters (according to: ceser-2023; supported: yes; without:",
        "grant of the Région: clusters (of the year: 2021)",
        "Région Pays de la Loire",
        "rounded to a tenth of a billion",
        "supported clusters according to the page of the CESER (supported-clusters-page)",
    ],
)
def test_how_a_number_is_worked_out_is_explained(cli: Cli, told: str) -> None:
    assert told in cli("audit", "--only", "claims", "--explain").stdout


def test_how_numbers_are_worked_out_is_shown_when_asked_alone(cli: Cli) -> None:
    assert "How they are worked out" not in cli("audit", "--only", "claims").stdout
    assert cli("audit", "--only", "stale", "--explain").exit_code == 2
