"""``obstacles.yaml``: what holds clusters back, and what is recommended against it."""

from clusters_cli.registry.models.base import Identifier, Label, Line, Model, Name, Remark, Sourced
from clusters_cli.registry.models.stages import Stage


class Obstacle(Sourced):
    """Something that holds clusters back.

    Attributes:
        id: what other entries refer to it by.
        letter: its letter or number in the source.
        title: its title.
        text: what it consists of, restated.
        also: other sources that name it.
        remarks: what else sources say of it, their contradictions included.
    """

    id: Identifier
    letter: Line
    title: Name
    text: Label
    also: tuple[Sourced, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Proposal(Sourced):
    """One measure of a recommendation.

    Attributes:
        number: its number, as ``2.1``: recommendation and rank in the source.
        text: the measure, restated.
        also: other sources that name it.
    """

    number: Line
    text: Label
    also: tuple[Sourced, ...] = ()


class Recommendation(Sourced):
    """A set of measures and the obstacles they answer.

    Attributes:
        id: what other entries refer to it by.
        number: its number in the source.
        title: its title.
        question: the question it answers.
        answers: ids of the obstacles the source says it answers.
        actors: who should act.
        expenses: the kinds of expense it means.
        proposals: its measures.
        also: other sources that name it.
        remarks: what else sources say of it, their contradictions included.
    """

    id: Identifier
    number: Line
    title: Name
    question: Label | None = None
    answers: tuple[Identifier, ...]
    actors: tuple[Line, ...] = ()
    expenses: tuple[Label, ...] = ()
    proposals: tuple[Proposal, ...]
    also: tuple[Sourced, ...] = ()
    remarks: tuple[Remark, ...] = ()


class ObstaclesFile(Model):
    """``obstacles.yaml``.

    Attributes:
        obstacles: what holds clusters back.
        recommendations: what is proposed against it.
        stages: the moments at which clusters are fragile, with the classes that stand there and what is recommended.
    """

    obstacles: tuple[Obstacle, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    stages: tuple[Stage, ...] = ()
