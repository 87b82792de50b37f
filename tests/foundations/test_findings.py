"""Findings: three-valued verdicts, reading order, and the facts worth asking for."""

from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.foundations.findings import (
    Finding,
    Outcome,
    any_of,
    decisive_facts,
    every,
    in_reading_order,
    verdict,
)
from clusters_cli.foundations.text import Text

truths = st.lists(st.sampled_from([True, False, None]))


def finding(rule: str, outcome: Outcome, *missing: str, binding: bool = True, required: bool = True) -> Finding:
    return Finding(rule=rule, outcome=outcome, message=Text(rule), missing=missing, binding=binding, required=required)


@given(truths)
def test_every_is_any_of_turned_over(values: list[bool | None]) -> None:
    turned = [None if value is None else not value for value in values]
    opposite = any_of(turned)

    assert every(values) is (None if opposite is None else not opposite)


@given(truths)
def test_one_certain_no_decides_whatever_is_unknown(values: list[bool | None]) -> None:
    assert every([*values, False]) is False


@given(truths)
def test_learning_a_truth_never_unsettles_a_settled_answer(values: list[bool | None]) -> None:
    before = every(values)
    for learnt in (True, False):
        after = every(learnt if value is None else value for value in values)
        assert before is None or after is before


def test_a_warning_and_a_rule_that_does_not_apply_do_not_stand_in_the_way() -> None:
    assert verdict([finding("A", Outcome.WARN), finding("B", Outcome.NOT_APPLICABLE)]) is True


def test_a_failure_that_does_not_bind_does_not_decide() -> None:
    assert verdict([finding("A", Outcome.PASS), finding("B", Outcome.FAIL, binding=False)]) is True


def test_the_verdict_does_not_wait_for_a_rule_that_is_not_required_but_its_failure_decides() -> None:
    assert verdict([finding("A", Outcome.UNKNOWN, required=False)]) is True
    assert verdict([finding("A", Outcome.FAIL, required=False)]) is False


def test_findings_are_read_from_fail_to_not_applicable() -> None:
    shuffled = [finding(outcome.value, outcome) for outcome in sorted(Outcome)]

    assert [item.rule for item in in_reading_order(shuffled)] == ["fail", "unknown", "warn", "pass", "not_applicable"]


def test_the_fact_that_settles_most_findings_is_asked_first() -> None:
    findings = [
        finding("A", Outcome.UNKNOWN, "minor"),
        finding("B", Outcome.UNKNOWN, "major"),
        finding("C", Outcome.UNKNOWN, "major"),
    ]

    assert decisive_facts(findings) == ("major", "minor")


def test_between_equals_the_fact_that_settles_a_finding_alone_is_asked_first() -> None:
    findings = [finding("A", Outcome.UNKNOWN, "a", "b"), finding("B", Outcome.UNKNOWN, "c")]

    assert decisive_facts(findings) == ("c", "a", "b")


def test_after_a_certain_failure_no_fact_is_worth_asking_for() -> None:
    assert decisive_facts([finding("A", Outcome.FAIL), finding("B", Outcome.UNKNOWN, "fact")]) == ()


def test_a_fact_of_a_rule_that_neither_binds_nor_is_required_is_not_asked_for() -> None:
    assert decisive_facts([finding("A", Outcome.UNKNOWN, "fact", binding=False, required=False)]) == ()


def test_a_fact_that_can_only_break_a_yes_is_asked_for_last() -> None:
    findings = [finding("A", Outcome.UNKNOWN, "breaks", required=False), finding("B", Outcome.UNKNOWN, "opens")]

    assert decisive_facts(findings) == ("opens", "breaks")


def test_when_the_law_itself_is_open_only_facts_that_can_fail_are_asked_for() -> None:
    open_law = finding("A", Outcome.UNKNOWN)
    harmless = Finding(
        rule="B",
        outcome=Outcome.UNKNOWN,
        message=Text("nothing"),
        missing=("harmless",),
        possible=frozenset({Outcome.PASS}),
    )

    assert decisive_facts([open_law, harmless, finding("C", Outcome.UNKNOWN, "risky")]) == ("risky",)
