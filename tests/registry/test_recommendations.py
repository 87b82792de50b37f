"""Which recommendation is meant, which obstacles a proposal answers, and what became of it last."""

from pathlib import Path

import pytest

from clusters_cli.foundations.errors import UsageError
from clusters_cli.registry.loading import Registry, examine, load_registry
from clusters_cli.registry.recommendations import find_advice, find_obstacle, latest_follow_up, obstacles_of
from tests.wording import refused

FOLLOWED = """
obstacles:
- {id: cash, letter: A, title: {en: Cash}, text: {en: Grants arrive late.}, source: report}
- {id: time, letter: B, title: {en: Time}, text: {en: Teams are small.}, source: report}
recommendations:
- id: pay-sooner
  number: "1"
  title: {en: Pay sooner}
  answers: [cash, time]
  source: report
  proposals:
  - number: "1.1"
    text: {en: pay at the signature}
    answers: [{value: cash, source: report}]
    source: report
    follow_up:
    - {state: announced, date: "2024", source: report}
    - {state: done, date: "2025-03", source: report}
    - {state: en cours, date: "2024-11", source: report}
  - number: "1.2"
    text: {en: ask for less paper}
    source: report
    follow_up: [{state: refused, source: report, as_of: "2025"}, {state: announced, source: report}]
"""


@pytest.fixture
def followed(small_registry: Path) -> Registry:
    """A registry whose proposals have been followed up."""
    (small_registry / "obstacles.yaml").write_text(FOLLOWED, encoding="utf-8")
    return load_registry(small_registry)


@pytest.mark.parametrize(
    "typed", ["2", "recommendation-2", "ACCOMPAGNER LES CLUSTERS SUR LE MOYEN TERME POUR LES SOLIDIFIER"]
)
def test_a_recommendation_is_found_by_number_id_or_title(registry: Registry, typed: str) -> None:
    advice = find_advice(registry, typed)

    assert advice.recommendation.id == "recommendation-2"
    assert len(advice.recommendation.proposals) == 6
    assert [obstacle.letter for obstacle in advice.obstacles] == ["A", "B", "C", "D", "E"]


def test_the_number_of_a_proposal_leads_to_it_alone_and_to_what_it_answers(registry: Registry) -> None:
    advice = find_advice(registry, "2.1")

    assert [proposal.number for proposal in advice.recommendation.proposals] == ["2.1"]
    assert [obstacle.letter for obstacle in advice.obstacles] == ["C", "D", "E"]


@pytest.mark.parametrize("typed", ["4", "2.7", "recomendation 2x"])
def test_what_is_not_recommended_is_refused(registry: Registry, typed: str) -> None:
    with refused(UsageError, match="there is no recommendation"):
        find_advice(registry, typed)


@pytest.mark.parametrize("typed", ["b", "B", "obstacle-b"])
def test_an_obstacle_is_found_with_the_proposals_that_answer_it(registry: Registry, typed: str) -> None:
    answered = find_obstacle(registry, typed)

    numbers = {whole.number: [one.number for one in whole.proposals] for whole in answered.recommendations}
    assert numbers == {"1": ["1.1", "1.2", "1.3", "1.4", "1.5"], "2": ["2.2", "2.3", "2.4", "2.5", "2.6"]}


def test_the_obstacles_of_a_recommendation_stand_for_a_proposal_whose_words_name_none(followed: Registry) -> None:
    (whole,) = followed.obstacles.recommendations

    assert [obstacles_of(one, whole) for one in whole.proposals] == [("cash",), ("cash", "time")]


def test_the_latest_statement_tells_what_became_of_a_proposal(followed: Registry) -> None:
    told = [latest_follow_up(one) for one in followed.obstacles.recommendations[0].proposals]

    assert [one and one.state.value for one in told] == ["done", "refused"]


def test_no_source_tells_what_became_of_the_proposals_of_the_report(registry: Registry) -> None:
    proposals = [one for whole in registry.obstacles.recommendations for one in whole.proposals]

    assert len(proposals) == 18
    assert {latest_follow_up(one) for one in proposals} == {None}


def test_a_proposal_cannot_answer_an_obstacle_that_does_not_exist(small_registry: Path) -> None:
    (small_registry / "obstacles.yaml").write_text(FOLLOWED.replace("value: cash", "value: cahs"), encoding="utf-8")

    _registry, problems = examine(small_registry)

    assert [(problem.code, problem.suggestion) for problem in problems] == [("REG215", "cash")]


def test_every_proposal_that_answers_in_its_own_words_answers_what_its_recommendation_does(registry: Registry) -> None:
    beyond = {
        (one.number, name)
        for whole in registry.obstacles.recommendations
        for one in whole.proposals
        for name in obstacles_of(one, whole)
        if name not in whole.answers
    }

    assert not beyond
