"""The rule cases hold, and every outcome of every rule has one."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import pytest

from clusters_cli.dossier.dossier_file import with_fact
from clusters_cli.eligibility.asking import Examined
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.rule_cases import examined, outcomes_tried, read_cases, try_cases
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.presentation.languages import word
from tests.eligibility.conftest import CASES, OPEN_CASES, known_rules
from tests.eligibility.facts_read import FactsRead, watched

FILE, _DOCUMENT = read_cases(CASES)
RULES = known_rules()
TRIED = outcomes_tried(FILE)
BOTH = [identifier for identifier in RULES if identifier in TRIED]
PLACE = "tests/cases/eligibility.yaml"
NEEDED = ("pass", "fail", "unknown")
"""What a rule must have a case for, or a reason why that cannot be."""


@pytest.fixture(scope="module")
def facts_read() -> Iterator[FactsRead]:
    """The facts that each rule looks at, noted while the cases are examined."""
    with watched(RULES) as noted:
        yield noted


@pytest.fixture(scope="module")
def answers(law: Law, facts_read: FactsRead) -> Sequence[Examined]:
    """What every rule says of every case; each is examined once."""
    assert not facts_read, "the rules are watched before they are asked"
    return [item for case in FILE.cases for item in examined(FILE, case, law).examined]


@pytest.mark.parametrize("file", [CASES, OPEN_CASES], ids=lambda file: file.name)
def test_every_case_comes_out_as_written(file: Path, law: Law) -> None:
    mismatches = [mismatch for tried in try_cases(file, law) for mismatch in tried.mismatches]

    assert not mismatches, "\n".join(
        f"{item.position}: {item.case}: {item.about} {item.found}, not {item.expected} ({word(item.reason, 'en')})"
        for item in mismatches
    )


def test_every_rule_has_a_case_and_every_rule_that_a_case_names_exists() -> None:
    untried, strangers = named(RULES.keys() - TRIED.keys()), named(TRIED.keys() - RULES.keys())

    assert not untried, f"{untried}: no case in {PLACE}"
    assert not strangers, f"{strangers}: expected by a case in {PLACE}, and not a rule"


@pytest.mark.parametrize("identifier", BOTH)
@pytest.mark.parametrize("outcome", NEEDED)
def test_a_rule_has_a_passing_a_failing_and_an_unknown_case_or_says_why_not(identifier: str, outcome: str) -> None:
    tried, impossible = outcome in TRIED[identifier], outcome in RULES[identifier].info.impossible

    assert tried or impossible, (
        f"{identifier} has no case of {outcome}: add one to {PLACE}, or give the reason under impossible in rules.yaml"
    )
    assert not (tried and impossible), f"{identifier} calls {outcome} impossible, and a case of {PLACE} expects it"


@pytest.mark.parametrize("identifier", BOTH)
def test_the_outcomes_that_have_a_meaning_are_those_that_cases_try(identifier: str) -> None:
    tried, possible = TRIED[identifier], {outcome.value for outcome in RULES[identifier].possible}
    meaningless, untried = named(tried - possible), named(possible - tried)

    assert not meaningless, f"{identifier}: cases expect {meaningless}, which has no meaning in rules.yaml"
    assert not untried, f"{identifier}: rules.yaml says what {untried} means, and no case of {PLACE} expects it"


@pytest.mark.parametrize("identifier", BOTH)
def test_a_rule_names_the_facts_that_it_looks_at(
    identifier: str, answers: Sequence[Examined], facts_read: FactsRead
) -> None:
    assert answers
    read, declared = facts_read[identifier], set(RULES[identifier].info.reads)
    unnamed, unread = named(read - declared), named(declared - read)

    assert not unnamed, f"{identifier} looks at {unnamed}: add that to reads in rules.yaml, so that explain names it"
    assert not unread, f"{identifier} looks at {unread} in no case: add one to {PLACE}, or take that out of reads"


def named(things: Collection[str]) -> str:
    return ", ".join(sorted(things))


def test_no_two_cases_have_one_name() -> None:
    names = [case.name for case in FILE.cases]

    assert len(names) == len(set(names))


def test_an_outcome_is_one_that_the_rule_can_give(answers: Sequence[Examined]) -> None:
    assert not [item.finding for item in answers if item.finding.outcome not in item.rule.possible]


def test_only_an_unknown_names_missing_facts(answers: Sequence[Examined]) -> None:
    assert not [item.finding for item in answers if item.finding.missing and item.finding.outcome != "unknown"]


def test_a_certain_answer_never_rests_on_an_unsettled_reading(answers: Sequence[Examined]) -> None:
    unsettled = [item.finding for item in answers if item.confidence == "D"]

    assert unsettled
    assert {finding.outcome.value for finding in unsettled} <= {"unknown", "warn"}


def test_a_fact_of_fifteen_hundred_steps_is_refused_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    fact = ".".join(["a"] * 1500)
    file.write_text(
        f"dossier: {{}}\nas_of: 2025-01-31\ncases:\n- name: deep\n  set:\n    ? {fact}\n    : x\n", encoding="utf-8"
    )

    with pytest.raises(InvalidDataError) as refused:
        read_cases(file)

    assert word(refused.value.problems[0].message, "en") == "needs at most 100 characters"
    assert refused.value.problems[0].position.line > 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            "set: {'resources[2].amount': 5}",
            "resources[2].amount: resources is a list of 2 entries: give the number of one",
        ),
        ("set: {resources.first: 5}", "resources.first: resources is a list of 2 entries: give the number of one"),
        ("set: {aid.type.x: 5}", "aid.type.x: aid.type is 'operating' and holds nothing more"),
        ("without: [acess]", "acess: the dossier does not give it"),
        ("without: [aid.basis.x]", "aid.basis.x: aid.basis is 'article-27' and holds nothing more"),
    ],
)
def test_a_case_that_changes_what_its_dossier_does_not_hold_does_not_hold(
    change: str, reason: str, tmp_path: Path, law: Law
) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text(
        "as_of: 2025-06-01\n"
        "dossier:\n"
        "  id: demo\n"
        "  aid: {type: operating, basis: article-27, award_date: 2025-03-31}\n"
        "  resources: [{label: A, kind: region, amount: 1}, {label: B, kind: dues, sector: private, amount: 1}]\n"
        f"cases:\n- {{name: changed, {change}, expect: {{K02: unknown}}}}\n",
        encoding="utf-8",
    )

    ((mismatch,),) = [tried.mismatches for tried in try_cases(file, law)]

    assert (mismatch.about, mismatch.position.line) == ("dossier", 7)
    assert word(mismatch.reason, "en").startswith(reason)


def test_the_last_entry_of_a_list_can_be_changed_and_taken_out() -> None:
    data = {"resources": [{"amount": "1"}, {"amount": "2"}]}

    assert with_fact(data, "resources[1].amount", "3") == {"resources": [{"amount": "1"}, {"amount": "3"}]}
    assert with_fact(data, "resources[1]", None) == {"resources": [{"amount": "1"}]}
    assert data == {"resources": [{"amount": "1"}, {"amount": "2"}]}


def test_a_year_of_a_line_is_changed_and_taken_out_like_any_key() -> None:
    data = {"resources": [{"years": {"2025": "1", "2026": "2"}}]}

    assert with_fact(data, "resources[0].years.2025", "3") == {"resources": [{"years": {"2025": "3", "2026": "2"}}]}
    assert with_fact(data, "resources[0].years.2025", None) == {"resources": [{"years": {"2026": "2"}}]}


@pytest.mark.parametrize(
    ("cases", "message"),
    [
        ("[{name: nothing is asked}]", "expects nothing: add expect, verdict, missing, maximum_grant or headroom"),
        ("[]", "needs at least 1 entry"),
    ],
)
def test_a_file_that_would_try_nothing_is_refused(cases: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text(f"as_of: 2025-06-01\ndossier: {{id: demo}}\ncases: {cases}\n", encoding="utf-8")

    with pytest.raises(InvalidDataError) as refused:
        read_cases(file)

    assert [word(problem.message, "en") for problem in refused.value.problems] == [message]
