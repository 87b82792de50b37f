"""``clusters eligibility``, ``clusters dossier`` and ``clusters test``: what scripts and people get."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.eligibility.rulebook import rules
from tests.conftest import Cli

CliJson = Callable[..., Any]
CASES = Path(__file__).parent.parent / "cases" / "eligibility.yaml"
SURVEYED = ("nekoe", "area-cvl", "eden")
"""Clusters of which the registry states the budget and a grant, a grant, and neither of them."""
QUICK = ("eligibility", "nekoe", "--award-date", "2022-05-01", "--eligible-costs", "260 000")

APPLICATION = """\
id: demo
cluster: nekoe
aid: {type: operating, basis: article-27, award_date: 2025-03-31}
project: {start: 2025-01-01, end: 2025-12-31, missions: {a: 0, b: 120000, c: 0}}
costs:
- {label: Manager, purpose: animation, nature: personnel, amount: 120000}
resources:
- {label: Region, kind: region, amount: 60000, status: requested}
- {label: Dues, kind: dues, sector: private, amount: 60000}
"""


@pytest.fixture
def application(tmp_path: Path) -> Path:
    """An application of which only the amounts are known."""
    path = tmp_path / "application.yaml"
    path.write_text(APPLICATION, encoding="utf-8")
    return path


def only(envelope: Any) -> Any:
    (case,) = envelope["data"]["cases"]
    return case


def outcomes(case: Any) -> dict[str, str]:
    return {finding["rule"]: finding["outcome"] for finding in case["findings"]}


def test_a_survey_tells_no_cluster_eligible_and_takes_the_day_asked_for_the_award(cli_json: CliJson) -> None:
    envelope = cli_json("eligibility", "--as-of", "2025-06-30")

    assert (envelope["exit_code"], envelope["as_of"]) == (0, "2025-06-30")
    assert {case["verdict"] for case in envelope["data"]["cases"]} == {"undetermined"}
    assert {(case["award_date"], case["award_date_assumed"]) for case in envelope["data"]["cases"]} == {
        ("2025-06-30", True)
    }


def test_a_survey_says_what_the_figures_alone_say_of_each_cluster(cli_json: CliJson) -> None:
    cases = {case["id"]: case for case in cli_json("eligibility")["data"]["cases"]}

    assert {case["figures_say"] for case in cases.values()} == {"nothing-against", "no-figures"}
    assert [(cases[name]["figures_say"], cases[name]["known_aid"], cases[name]["most_aid"]) for name in SURVEYED] == [
        ("nothing-against", 70_000, 270_000),
        ("no-figures", 58_000, None),
        ("no-figures", None, None),
    ]


def test_public_aid_that_is_known_above_half_of_the_budget_is_certainly_above(small_registry: Path, cli: Cli) -> None:
    clusters = small_registry / "clusters.yaml"
    text = clusters.read_text(encoding="utf-8")
    clusters.write_text(text.replace("budget: 100000", "budget: 39999"), encoding="utf-8")
    survey = cli("eligibility", "--registry", str(small_registry))
    named = cli("eligibility", "alpha", "--registry", str(small_registry))

    assert survey.stdout.startswith("Alpha: CERTAINLY ABOVE THE CAP (screened from the registry; ")
    assert (survey.exit_code, named.exit_code) == (0, 1)


def test_a_survey_says_which_figures_lack(cli: Cli) -> None:
    lines = cli("eligibility").stdout.splitlines()
    ends = [next(line for line in lines if line.startswith(name)).split("  ")[-1].strip() for name in SURVEYED]

    assert re.fullmatch(r"\d+ cases: nothing against \d+, no figures \d+\.", lines[0])
    assert ends == ["200,000", "no budget", "no budget, no public aid"]


def test_the_regime_if_awarded_today_comes_with_the_days_it_has_left(cli: Cli, cli_json: CliJson) -> None:
    case = only(cli_json("eligibility", "nekoe"))

    assert (case["regime"], case["regime_until"], case["days_left"]) == ("SA.111723", "2026-12-31", 36)
    assert "SA.111723 ends on 2026-12-31: 36 days are left to award under it." in cli("eligibility").stdout
    assert "0 days are left" in cli("eligibility", "nekoe", "--as-of", "2026-12-31").stdout


def test_an_award_that_lies_behind_has_no_days_left(cli_json: CliJson) -> None:
    case = only(cli_json("eligibility", "nekoe", "--award-date", "2023-03-31"))

    assert (case["regime"], case["days_left"], case["award_date_assumed"], case["ways_out"]) == (
        "SA.58995",
        None,
        False,
        [],
    )


def test_a_day_without_a_regime_is_undetermined_and_answered_with_what_can_be_done(cli: Cli, cli_json: CliJson) -> None:
    case = only(cli_json("eligibility", "nekoe", "--as-of", "2027-02-01"))
    shown = cli("eligibility", "nekoe", "--as-of", "2027-02-01")

    assert (case["figures_say"], case["regime"], shown.exit_code) == (None, None, 3)
    assert shown.stdout.startswith("Nékoé: UNDETERMINED (screened from the registry; no regime known, if awarded on")
    assert "No regime is known for an award on 2027-02-01. What can be done:\n- award under SA.111723" in shown.stdout
    assert [way["template"].split()[0] for way in case["ways_out"]] == ["award", "grant", "notify"]


def test_a_quick_answer_says_which_conditions_it_examined_and_which_not(cli: Cli) -> None:
    shown = cli("eligibility", "nekoe").stdout

    assert shown.startswith("Nékoé: NOTHING AGAINST (screened from the registry; SA.111723, if awarded on 2026-11-25)")
    assert "Assumed: the aid is awarded on 2026-11-25, the day asked." in shown
    assert "Examined: K01, K02, K03, K21, K24, K25, K28, K29." in shown
    assert "Not examined without a dossier: K04, " in shown


def test_a_verdict_on_old_figures_says_how_old_they_are(cli: Cli, cli_json: CliJson) -> None:
    old, recent = (cli("eligibility", "nekoe", "--as-of", day).stdout for day in ("2026-11-25", "2024-12-31"))

    assert "Figures more than 3 years old on 2026-11-25: budget of 2021, 5 years ago." in old
    assert "years old on" not in recent
    assert only(cli_json("eligibility", "nekoe"))["figures"] == {"year": 2021, "age": 5}


def test_a_dossier_states_its_award_date_and_the_day_asked_is_never_taken_instead(
    tmp_path: Path, cli: Cli, cli_json: CliJson
) -> None:
    path = tmp_path / "application.yaml"
    path.write_text(APPLICATION.replace(", award_date: 2025-03-31", ""), encoding="utf-8")
    case = only(cli_json("eligibility", "--dossier", str(path)))

    assert (case["award_date"], case["award_date_assumed"], outcomes(case)["K02"]) == (None, False, "unknown")
    assert case["figures_say"] is None
    assert "no award date" in cli("eligibility", "--dossier", str(path)).stdout


def test_old_accounts_of_a_dossier_are_said_to_be_old(tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "application.yaml"
    year = "{{year: {}, debt: 1, equity: 2, ebitda: 3, interest: 1}}"
    accounts = f"accounts: {{ratios: [{year.format(2019)}, {year.format(2020)}]}}\norganisation: {{sme: no}}\n"
    path.write_text(APPLICATION + accounts, encoding="utf-8")

    assert "accounts of 2020, 6 years ago." in cli("eligibility", "--dossier", str(path)).stdout


def test_screening_gives_upper_bounds_from_the_budget_and_the_grants_stated(cli_json: CliJson) -> None:
    case = only(cli_json("eligibility", "nekoe"))

    assert (case["maximum_grant"], case["headroom"]) == (270_000, 200_000)
    assert case["bases"] == {"eligible_costs": None, "public_aid": None, "budget": 540_000, "cap": 0.5}
    assert case["missing"] == ["totals.public_aid", "totals.eligible_costs"]


def test_a_grant_above_half_of_the_budget_fails_even_if_all_of_it_were_eligible(cli: Cli) -> None:
    result = cli("eligibility", "nekoe", "--grant", "270000,01")

    assert result.exit_code == 1
    assert "even if the whole budget were eligible" in result.stdout


def test_half_of_the_eligible_costs_is_within_the_cap_and_one_cent_more_is_not(cli: Cli) -> None:
    within, above = (cli(*QUICK, "--public-aid", aid) for aid in ("130000", "130000,01"))

    assert (within.exit_code, within.stdout.splitlines()[0]) == (
        3,
        "Nékoé: NOTHING AGAINST (amounts and date only; SA.58995, 2022-05-01)",
    )
    assert (above.exit_code, above.stdout.splitlines()[0]) == (
        1,
        "Nékoé: INELIGIBLE (amounts and date only; SA.58995, 2022-05-01)",
    )


def test_a_quick_answer_names_the_regime_and_what_it_did_not_examine(cli_json: CliJson) -> None:
    case = only(cli_json(*QUICK, "--public-aid", "130000", "--grant", "100000"))

    assert (case["verdict"], case["regime"], case["maximum_grant"], case["headroom"]) == (
        "undetermined",
        "SA.58995",
        100_000,
        0,
    )
    assert "K15" in case["not_examined"]


def test_an_award_of_2027_cannot_be_told(cli: Cli) -> None:
    amounts = ("--eligible-costs", "260000", "--public-aid", "200000")

    assert cli("eligibility", "nekoe", "--award-date", "2027-01-01", *amounts).exit_code == 3


def test_a_dossier_asks_every_rule_in_reading_order(application: Path, cli_json: CliJson) -> None:
    case = only(cli_json("eligibility", "--dossier", str(application)))
    order = [finding["outcome"] for finding in case["findings"]]

    assert sorted(outcomes(case)) == sorted(rules())
    assert order == sorted(order, key=["fail", "unknown", "warn", "pass", "not_applicable"].index)
    assert outcomes(case)["K21"] == "pass"
    assert case["verdict"] == "undetermined"


def test_the_grant_of_a_dossier_can_be_tried_at_another_amount(application: Path, cli_json: CliJson) -> None:
    case = only(cli_json("eligibility", "--dossier", str(application), "--grant", "60000,01"))

    assert (case["verdict"], outcomes(case)["K21"]) == ("ineligible", "fail")
    assert case["missing"] == []


def test_an_overlay_is_named_with_every_value_it_changed(application: Path, tmp_path: Path, cli_json: CliJson) -> None:
    what_if = tmp_path / "what-if.yaml"
    what_if.write_text("name: 60 %\nparameters:\n- {id: cluster-operating-intensity, value: 0.60}\n", encoding="utf-8")
    options = ("--grant", "70000", "--parameters", str(what_if))
    envelope = cli_json("eligibility", "--dossier", str(application), *options)

    assert envelope["data"]["overlay"] == "60 %"
    (override,) = only(envelope)["overrides"]
    assert override["id"] == "cluster-operating-intensity"
    assert (override["day"], override["value"], override["original"]) == ("2025-03-31", "0.60", "0.50")
    assert override["article"] == "art. 27(9)"
    assert outcomes(only(envelope))["K21"] == "pass"


def test_the_reasoning_shows_values_with_their_places_and_the_parameter_with_its_text(
    application: Path, cli: Cli
) -> None:
    tree = cli("eligibility", "--dossier", str(application), "--explain").stdout

    assert f"aid.award_date = 2025-03-31 ({application}:3:55)" in tree
    assert "cluster-operating-intensity = 50% on 2025-03-31, in force from 2014-07-01 to 2026-12-31" in tree
    assert "access.open: not given" in tree


def test_the_same_reasoning_is_in_the_json(application: Path, cli_json: CliJson) -> None:
    case = only(cli_json("eligibility", "--dossier", str(application)))
    trace = next(finding["trace"] for finding in case["findings"] if finding["rule"] == "K21")

    (award,) = (fact for fact in trace["facts"] if fact["fact"] == "aid.award_date")
    assert (award["value"], award["origin"]) == ("2025-03-31", f"{application}:3:55")
    assert [(read["id"], read["value"], read["article"]) for read in trace["parameters"]] == [
        ("cluster-operating-intensity", "0.50", "art. 27(9)")
    ]


def test_the_format_never_changes_the_code(application: Path, cli: Cli) -> None:
    codes = {
        cli("eligibility", "--dossier", str(application), "-f", format_).exit_code
        for format_ in ("table", "json", "csv", "tsv", "markdown", "yaml")
    }

    assert codes == {3}


def test_the_worst_verdict_of_a_run_decides(application: Path, tmp_path: Path, cli: Cli) -> None:
    worse = tmp_path / "worse.yaml"
    worse.write_text(APPLICATION.replace("amount: 60000, status", "amount: 70000, status"), encoding="utf-8")

    assert cli("eligibility", "--dossier", str(application), "--dossier", str(worse)).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("nekoo",), 2, "there is no cluster 'nekoo'"),
        (("--award-date", "31/02/2025"), 2, "February 2025 has 28 days: 2025-02-28?"),
        (("nekoe", "--eligible-costs", "lots"), 2, "--eligible-costs"),
        (("--dossier", "nowhere.yaml"), 4, "nowhere.yaml does not exist"),
        (("--parameters", "nowhere.yaml"), 4, "nowhere.yaml does not exist"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_line(
    arguments: tuple[str, ...], code: int, message: str, cli: Cli
) -> None:
    result = cli("eligibility", *arguments)

    assert result.exit_code == code
    assert message in result.stderr


def test_an_invalid_dossier_is_told_with_every_place(tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text("id: demo\naid: {type: opperating}\ncosts: [{label: A, amount: -1}]\n", encoding="utf-8")
    result = cli("eligibility", "--dossier", str(path))

    assert result.exit_code == 4
    assert f"{path}:2:13: error REG105" in result.stderr
    assert f"{path}:3:28: error REG103" in result.stderr


def test_a_registry_without_law_of_its_own_is_judged_by_the_law_in_force(small_registry: Path, cli: Cli) -> None:
    day = ("--award-date", "2025-03-31")
    result = cli("eligibility", "alpha", "--registry", str(small_registry), "--grant", "50001", *day)

    assert result.exit_code == 1
    assert "INELIGIBLE" in result.stdout
    assert "SA.111723" in result.stdout
    assert "in place of" not in result.stdout


def test_a_new_dossier_is_valid_and_is_not_written_over(tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "new.yaml"

    assert cli("dossier", "new", "nekoe", "--for", "eligibility", "-o", str(path)).exit_code == 0
    assert cli("dossier", "check", str(path)).stdout == f"{path}: valid\n"
    assert cli("dossier", "new", "nekoe", "-o", str(path)).exit_code == 2
    assert cli("dossier", "new", "nekoe", "-o", str(path), "--force").exit_code == 0


def test_a_check_tells_every_problem_and_exits_1(tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(
        "id: demo\naid: {type: operating}\nproject: {start: 2025-02-01, end: 2025-01-01}\n", encoding="utf-8"
    )
    result = cli("dossier", "check", str(path), "-f", "json")

    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)["data"]["problems"]
    assert (problem["code"], problem["line"], problem["column"]) == ("DOS201", 3, 35)


def test_a_wrong_expectation_is_listed_with_the_reason(tmp_path: Path, cli: Cli) -> None:
    wrong = tmp_path / "cases.yaml"
    wrong.write_text(
        "as_of: 2025-06-01\ndossier: {id: demo, aid: {type: operating, basis: article-27}}\ncases:\n"
        "- {name: wrong twice, set: {access.open: no}, expect: {K06: pass, K02: pass}, verdict: eligible}\n"
        "- {name: not a dossier, set: {aid.type: loan}, verdict: eligible}\n",
        encoding="utf-8",
    )
    result = cli("test", str(wrong), "-f", "json")
    mismatches = json.loads(result.stdout)["data"]["mismatches"]

    assert result.exit_code == 1
    assert [(item["line"], item["about"], item["expected"], item["found"]) for item in mismatches] == [
        (4, "K06", "pass", "fail"),
        (4, "K02", "pass", "unknown"),
        (4, "verdict", "eligible", "ineligible"),
        (5, "dossier", "valid", "not valid"),
    ]
    assert all(item["reason"] for item in mismatches)


def test_a_rule_is_explained_with_its_outcomes_and_its_parameters_over_time(cli: Cli) -> None:
    text = cli("explain", "k25").stdout

    assert text.startswith("K25: Notification threshold")
    assert "fail: above it: the aid must be notified to the Commission." in text
    assert "€7,500,000 from 2014-07-01 to 2023-06-30" in text
    assert "€10,000,000 from 2023-07-01 to 2026-12-31" in text


def test_a_cluster_that_was_merged_is_marked_in_a_survey_and_when_it_is_named(
    cli: Cli, cli_json: Callable[..., Any]
) -> None:
    cases = {case["id"]: case for case in cli_json("eligibility")["data"]["cases"]}

    assert "dream (merged in 2024)" in cli("eligibility").stdout
    assert cli("eligibility", "dream").stdout.startswith("DREAM (merged in 2024): ")
    assert "(merged" not in cli("eligibility", "--as-of", "2023-05-31").stdout
    assert (cases["dream"]["ended"], cases["nekoe"]["ended"]) == ("merged", None)


def test_a_survey_counts_those_that_are_there_on_the_day_unless_all_are_asked_for(cli: Cli) -> None:
    counted = [
        cli("eligibility", "--as-of", "2026-11-25", *more).stdout.splitlines() for more in ((), ("--with-ended",))
    ]
    before = cli("eligibility", "--as-of", "2024-05-30").stdout.splitlines()

    assert [told[0] for told in counted] == [
        "17 cases: nothing against 10, no figures 7.",
        "18 cases: nothing against 11, no figures 7.",
    ]
    assert "Not counted, since merged or dissolved (--with-ended counts them): DREAM." in counted[0]
    assert before[0].startswith("18 cases")


def test_clusters_that_are_named_are_counted_anyway(cli: Cli) -> None:
    refused = cli("eligibility", "nekoe", "dream", "--with-ended")

    assert refused.exit_code == 2
    assert "--with-ended" in refused.stderr
    assert cli("eligibility", "nekoe", "dream").stdout.startswith("2 cases")
