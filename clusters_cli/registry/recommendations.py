"""The recommendations of a registry and its obstacles: what proposals answer, and what became of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.text import Text
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.lookups import by_names, found_by_name
from clusters_cli.registry.models.obstacles import FollowUp, Obstacle, Opinion, Proposal, Recommendation


@in_data(opinions_of_all="opinions")
@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation, or one of its proposals alone, with what it answers and what is said of all of them.

    Attributes:
        recommendation: the recommendation, with the proposals that are asked for.
        obstacles: the obstacles it answers, or that the proposal asked for does.
        opinions_of_all: what is said for or against all recommendations together.
    """

    recommendation: Recommendation
    obstacles: tuple[Obstacle, ...]
    opinions_of_all: tuple[Opinion, ...]


@dataclass(frozen=True, slots=True)
class AnsweredObstacle:
    """An obstacle and what answers it.

    Attributes:
        obstacle: the obstacle.
        recommendations: those that answer it, with only the proposals that do.
    """

    obstacle: Obstacle
    recommendations: tuple[Recommendation, ...]


def find_advice(registry: Registry, wanted: str) -> Advice:
    """Return the recommendation of a number, id or title, or the one that holds the proposal of a number.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    known = registry.obstacles
    named = dict(_named(known.recommendations))
    otherwise = Text("clusters recommendations list shows them all")
    found = found_by_name(wanted, named, Text("there is no recommendation {name!r}"), otherwise)
    proposals = found.recommendation.proposals
    answers = {name for one in proposals for name in obstacles_of(one, found.recommendation)}
    if not found.is_proposal:
        answers.update(found.recommendation.answers)
    return Advice(
        recommendation=found.recommendation,
        obstacles=tuple(obstacle for obstacle in known.obstacles if obstacle.id in answers),
        opinions_of_all=known.opinions,
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """What a number leads to: a recommendation, whole or with one proposal; ``id`` is what a near miss is told."""

    id: str
    recommendation: Recommendation
    is_proposal: bool


def _named(recommendations: tuple[Recommendation, ...]) -> Iterator[tuple[str, _Named]]:
    """Yield names and what they lead to; a recommendation's own come last, and win where digits alone are compared."""
    for whole in recommendations:
        for one in whole.proposals:
            yield one.number, _Named(one.number, whole.model_copy(update={"proposals": (one,)}), is_proposal=True)
    for whole in recommendations:
        for name in (whole.title.fr, whole.title.en, whole.id, whole.number):
            if name is not None:
                yield name, _Named(whole.number, whole, is_proposal=False)


def find_obstacle(registry: Registry, wanted: str) -> AnsweredObstacle:
    """Return the obstacle of a letter, id or title, and what answers it.

    Raises:
        UsageError: there is none; the nearest are named.
    """
    named = by_names(registry.obstacles.obstacles, lambda one: (one.title.fr, one.title.en, one.id, one.letter))
    otherwise = Text("clusters obstacles list shows them all")
    return answered_obstacle(found_by_name(wanted, named, Text("there is no obstacle {name!r}"), otherwise), registry)


def answered_obstacle(obstacle: Obstacle, registry: Registry) -> AnsweredObstacle:
    """Return an obstacle and what answers it."""
    return AnsweredObstacle(
        obstacle,
        tuple(
            whole.model_copy(update={"proposals": tuple(_answering(whole, obstacle.id))})
            for whole in registry.obstacles.recommendations
            if obstacle.id in whole.answers
        ),
    )


def _answering(whole: Recommendation, obstacle: Identifier) -> Iterator[Proposal]:
    yield from (one for one in whole.proposals if obstacle in obstacles_of(one, whole))


def obstacles_of(proposal: Proposal, recommendation: Recommendation) -> tuple[Identifier, ...]:
    """Return the obstacles a proposal answers: those its own words name, else those of its recommendation."""
    return tuple(answer.value for answer in proposal.answers) or recommendation.answers


def latest_follow_up(proposal: Proposal) -> FollowUp | None:
    """Return what became of a proposal by the latest statement, ``None`` where no source tells."""
    return max(proposal.follow_up, key=lambda told: told.date or told.as_of or "", default=None)
