"""Every rule case comes out as it says, and the cases cover every criterion both ways."""

from datetime import date
from decimal import Decimal

import pytest

from clusters_cli.maturity.classes import classify
from clusters_cli.maturity.classification import Classification
from clusters_cli.maturity.rules import rules_of
from clusters_cli.registry.loading import Registry
from tests.maturity.cases import Case, cases, holding

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_case_comes_out_as_it_says(case: Case, registry: Registry) -> None:
    result = classify(case.cluster, holding(registry, [case.cluster]), rules_of(registry, case.day, case.what_if))
    expected = case.expect

    assert (result.maturity or "undetermined") == expected.maturity
    assert result.decided_by == expected.decided_by
    assert {step.criterion.id: str(step.finding.outcome) for step in result.steps} == expected.outcomes
    assert result.borderline == expected.borderline
    assert result.missing == expected.missing
    assert result.possible == (expected.possible or (result.maturity,))
    assert _next(result) == (expected.next.model_dump() if expected.next else None)


def test_each_case_has_its_own_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def test_every_criterion_has_a_case_for_every_answer_and_no_case_names_another(registry: Registry) -> None:
    ranked = [rule.criterion.id for rule in rules_of(registry, date(2023, 4, 30)).applied]
    answers = {"pass", "fail", "unknown", "not_applicable"}
    wanted = {(name, answer) for name in ranked for answer in answers} - {(ranked[0], "not_applicable")}

    assert {(name, answer) for case in CASES for name, answer in case.expect.outcomes.items()} == wanted


def test_every_class_and_every_change_has_a_case() -> None:
    assert {case.expect.maturity for case in CASES} == {"emerging", "seeking-model", "structured", "undetermined"}
    tried = [set(case.tried.model_dump(exclude_none=True)) for case in CASES]
    assert set[str]().union(*tried) == {"young_years", "budget", "team"}


def _next(result: Classification) -> dict[str, str | Decimal | bool | None] | None:
    coming = result.next_class
    if coming is None:
        return None
    return {
        "maturity": coming.maturity,
        "criterion": coming.criterion,
        "change": coming.change,
        "exceeded": coming.exceeded,
        "since": coming.since,
    }
