"""At which stage of fragility a class stands, and which recommendations are for it."""

from collections.abc import Collection
from dataclasses import dataclass

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.registry import Registry
from clusters_cli.registry.models import Maturity, Recommendation, Stage


@in_data(without=("answers",), taken={"stage": ("id", "number", "name", "text")})
@dataclass(frozen=True, slots=True)
class StageOfClass:
    """The stage at which the clusters of a class stand.

    Attributes:
        maturity: the class.
        stage: the stage.
        answers: the recommendations for it.
    """

    maturity: Maturity
    stage: Stage
    answers: tuple[Recommendation, ...]

    @computed
    def recommendations(self) -> tuple[Identifier, ...]:
        """Ids of the recommendations for it."""
        return tuple(recommendation.id for recommendation in self.answers)


def stages_of(classes: Collection[Maturity | None], registry: Registry) -> tuple[StageOfClass, ...]:
    """Return the stages at which clusters of some classes stand, in the order of the registry.

    Args:
        classes: the classes; one that is unknown stands nowhere.
        registry: where stages and recommendations stand.
    """
    known = registry.obstacles
    return tuple(
        StageOfClass(stated.value, stage, _answers(stage, known.recommendations))
        for stage in known.stages
        for stated in stage.maturity
        if stated.value in classes
    )


def _answers(stage: Stage, recommendations: Collection[Recommendation]) -> tuple[Recommendation, ...]:
    wanted = {stated.value for stated in stage.answered_by}
    return tuple(recommendation for recommendation in recommendations if recommendation.id in wanted)
