"""``obstacles.yaml``: what holds clusters back, and what is recommended against it."""

from clusters_cli.registry.models.base import (
    Identifier,
    Label,
    Line,
    Model,
    Name,
    PartialDate,
    Remark,
    Sourced,
    Stated,
    Unknown,
)
from clusters_cli.registry.models.obstacle_words import FollowUpState, Stance
from clusters_cli.registry.models.stages import Stage


class Opinion(Sourced):
    """What somebody says for or against what the source holds, such as a group when it is put to the vote.

    Attributes:
        by: who says it.
        stance: whether they support it, oppose it, or say neither.
        text: what they say, restated.
    """

    by: Line
    stance: Stance
    text: Label | None = None


class FollowUp(Sourced):
    """What a source says became of a proposal.

    Attributes:
        state: where it stood.
        date: since when, or when it was so.
        text: what the source says.
    """

    state: FollowUpState
    date: PartialDate | None = None
    text: Label | None = None


class Obstacle(Sourced):
    """Something that holds clusters back.

    Attributes:
        id: what other entries refer to it by.
        letter: its letter or number in the source.
        title: its title.
        text: what it consists of, restated.
        also: other sources that name it.
        opinions: what others say for or against it.
        remarks: what else sources say of it, their contradictions included.
    """

    id: Identifier
    letter: Line
    title: Name
    text: Label
    also: tuple[Sourced, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Proposal(Sourced):
    """One measure of a recommendation.

    Attributes:
        number: its number, as ``2.1``: recommendation and rank in the source.
        text: the measure, restated.
        answers: ids of the obstacles that its own words answer; without any, those of its recommendation stand for it.
        also: other sources that name it.
        opinions: what is said for or against it.
        follow_up: what became of it; empty where no source tells.
    """

    number: Line
    text: Label
    answers: tuple[Stated[Identifier], ...] = ()
    also: tuple[Sourced, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    follow_up: tuple[FollowUp, ...] = ()


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
        opinions: what is said for or against it as a whole.
        remarks: what else sources say of it, their contradictions included.
        unknown: what a source should give and does not, such as what became of it.
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
    opinions: tuple[Opinion, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unknown: tuple[Unknown, ...] = ()


class ObstaclesFile(Model):
    """``obstacles.yaml``.

    Attributes:
        obstacles: what holds clusters back.
        recommendations: what is proposed against it.
        stages: the moments at which clusters are fragile, with the classes that stand there and what is recommended.
        opinions: what is said for or against all of it together.
    """

    obstacles: tuple[Obstacle, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    stages: tuple[Stage, ...] = ()
    opinions: tuple[Opinion, ...] = ()
