"""``clusters minimis``: what scripts and people get."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.option_values import FILES
from tests.conftest import Cli

CliJson = Callable[..., Any]
SIREN, OTHER = "732829320", "552100554"
TODAY = ("--as-of", "2026-11-26")


@pytest.fixture
def copy(tmp_path: Path) -> str:
    """A copy of the register."""
    path = tmp_path / "aides_minimis.csv"
    path.write_text(FILES["aides_minimis.csv"], encoding="utf-8")
    return str(path)


def test_the_answer_comes_first_with_what_is_left(cli: Cli) -> None:
    result = cli("minimis", SIREN, "--award", "2025-03-31=20 000", "--statement", *TODAY)

    assert result.stdout.startswith(
        f"{SIREN}: WITHIN THE CEILING – €280,000 of €300,000 can still be awarded on 2026-11-26.\n"
    )


def test_an_amount_without_room_is_answered_with_the_day_that_has_some(cli: Cli) -> None:
    result = cli("minimis", SIREN, "--award", "29/02/2024=290 k€", "--statement", "--amount", "20000", *TODAY)

    assert result.exit_code == 1
    assert "NO ROOM for €20,000 on 2026-11-26: €290,000 of €300,000 is used; there is room from 2027-03-01." in (
        result.stdout
    )


def test_an_amount_above_the_ceiling_itself_never_has_room(cli_json: CliJson) -> None:
    data = cli_json("minimis", SIREN, "--statement", "--amount", "300000.01")["data"]

    assert (data["within"], data["ceilings"][0]["fits_from"]) == (False, None)


def test_programs_get_the_account(cli_json: CliJson, copy: str) -> None:
    envelope = cli_json("minimis", SIREN, "--register", copy, "--group", OTHER, "--award", "2024-05-31=1000", *TODAY)
    data = envelope["data"]

    assert (envelope["exit_code"], envelope["as_of"], data["since"]) == (3, "2026-11-26", "2023-11-27")
    assert [(one["first"], one["amount"], one["source"], one["undertaking"]["siren"]) for one in data["awards"]] == [
        ("2024-05-31", 1000, "typed", SIREN),
        ("2026-02-15", 40000, "register", SIREN),
        ("2026-05-04", 3187.5, "register", OTHER),
    ]
    assert [(one["certain"], one["headroom"]) for one in data["ceilings"]] == [(44187.5, 255812.5)]
    assert data["ceilings"][0]["returns"][0] == {"day": "2027-05-31", "amount": 1000, "headroom": 256812.5}
    assert data["register"]["rows"] == 3


def test_a_table_of_awards_for_programs_holds_each_fact_in_a_column(cli: Cli, copy: str) -> None:
    lines = cli("minimis", SIREN, "--register", copy, "-f", "csv", *TODAY).stdout.splitlines()

    assert lines[0] == ("day,first,last,undertaking,siren,authority,rule,amount,source,also,counts,free_from,place")
    assert lines[1].startswith(
        f"2026-02-15,2026-02-15,2026-02-15,{SIREN},{SIREN},Région Centre-Val de Loire,general,40000,register,,yes,"
    )


def test_an_award_of_a_linked_undertaking_is_typed_with_its_number(cli_json: CliJson) -> None:
    data = cli_json("minimis", "nekoe", "--group", OTHER, "--award", f"2025-03-31=20000={OTHER}")["data"]

    assert [one["undertaking"]["name"] for one in data["awards"]] == [OTHER]
    assert [one["cluster"] for one in (data["undertaking"], *data["linked"])] == ["nekoe", None]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("732829321",), "'732829321' is no SIREN: its check digit does not fit, a digit is mistyped"),
        (("7328293",), "'7328293' is no SIREN: that has nine digits"),
        (("nobody",), "there is no cluster 'nobody'"),
        ((SIREN, "--award", "20000"), "--award: '20000' cannot be read as a day"),
        ((SIREN, "--award", "2025-03-31"), "--award: '2025-03-31' gives no amount; type DAY=AMOUNT"),
        ((SIREN, "--award", "2025-03-31=lots"), "--award: 'lots' is not an amount"),
        ((SIREN, "--award", "2026-12-31=5", *TODAY), "--award: 2026-12-31 is after 2026-11-26, the day asked"),
        ((SIREN, "--award", f"2025-03-31=5={OTHER}"), f"{OTHER} is not among those whose aid counts together: {SIREN}"),
        ((SIREN, "--group", SIREN), f"--group changes nothing here: {SIREN} is in it already"),
        ((SIREN, "--group", OTHER, "--alone"), "--group does not go with --alone"),
        (("nekoe", "--register", "x.csv"), "no SIREN of Nékoé is known, by which the register names it"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_reason(arguments: tuple[str, ...], said: str, cli: Cli) -> None:
    result = cli("minimis", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr.replace("\n", " ")


def test_the_dossier_of_another_cluster_is_refused(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "history.yaml"
    path.write_text(FILES["history.yaml"], encoding="utf-8")

    assert "it is the file of nekoe, and DREAM is asked about" in cli("minimis", "dream", "--dossier", str(path)).stderr
    assert cli("minimis", "nekoe", "--dossier", str(path)).exit_code == 3


def test_a_member_of_the_dossier_is_asked_about_by_its_name(cli_json: CliJson, tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(
        "id: demo\ncluster: nekoe\naid: {type: operating, award_date: 2026-03-31}\n"
        "passed_on: [{member: Firm A, amount: 5000, basis: de-minimis, previous_de_minimis: 0}]\n",
        encoding="utf-8",
    )
    data = cli_json("minimis", "firm a", "--dossier", str(path), *TODAY)["data"]

    assert [(one["amount"], one["undertaking"]["name"]) for one in data["awards"]] == [(5000, "Firm A")]


def test_a_siren_of_the_registry_is_the_cluster_that_has_it(cli_json: CliJson, tmp_path: Path) -> None:
    (tmp_path / "clusters.yaml").write_text(
        f"clusters:\n- {{id: alpha, name: Alpha, siren: [{{value: '{SIREN}', source: report}}]}}\n", encoding="utf-8"
    )
    (tmp_path / "sources.yaml").write_text(
        "sources:\n- {id: report, kind: report, title: {en: Report}, date: 2025}\n", encoding="utf-8"
    )
    by_number, by_name = (
        cli_json("minimis", typed, "--registry", str(tmp_path))["data"]["undertaking"] for typed in (SIREN, "alpha")
    )

    assert by_number == by_name == {"name": "Alpha", "siren": SIREN, "cluster": "alpha"}


def test_the_annex_is_written_as_a_document_with_boxes(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "statement.md"
    cli("minimis", SIREN, "--award", "2025-03-31=20000", "--amount", "40000", "--annex", "-o", str(path), *TODAY)
    text = path.read_text(encoding="utf-8")

    assert "☐ tell the undertaking in writing how much it gives (€40,000, as gross grant equivalent)" in text
    assert f"{SIREN} states all de minimis aid" in text
    assert [line.split("|")[-2].strip() for line in text.splitlines() if line.startswith("|")][2:] == ["☐"] * 4


def test_a_register_that_cannot_be_read_answers_nothing_and_says_where(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(FILES["aides_minimis.csv"].replace("40000.0", ""), encoding="utf-8")
    result = cli("minimis", SIREN, "--register", str(path), "-f", "json")
    envelope = json.loads(result.stdout)

    assert (result.exit_code, envelope["data"]) == (4, None)
    assert [(one["position"]["line"], one["code"]) for one in envelope["errors"]] == [(2, "DOS603")]
