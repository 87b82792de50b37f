"""``maturity.yaml``: the criteria of maturity and the signs of obstacles, with dated and sourced thresholds."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, JsonValue, model_validator

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.fields import Share
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models.base import Count, Identifier, Model, Name, Number, Sourced, Stated, Year
from clusters_cli.registry.models.criteria_words import Lead, Measure, Onward, SignMeasure, ThresholdTest


@in_data(since="from", until="to")
class Threshold(Sourced):
    """A threshold and the reference years for which it holds.

    Attributes:
        value: in the unit of the measure.
        since: first reference year, ``from`` in the file; none when the source gives none.
        until: last reference year, ``to`` in the file; none while it is open.
    """

    value: Number
    since: Year | None = Field(default=None, alias="from")
    until: Year | None = Field(default=None, alias="to")

    def holds_in(self, year: int) -> bool:
        """Whether it holds for a reference year."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


class WithThresholds(Model):
    """Anything with a dated threshold; in any year at most one holds, and in some years none.

    Attributes:
        thresholds: what a measure is compared with, in the order of time.
    """

    thresholds: Annotated[tuple[Threshold, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_at_a_time(self) -> Self:
        for earlier, later in zip(self.thresholds, self.thresholds[1:], strict=False):
            if earlier.until is None or later.since is None or later.since <= earlier.until:
                raise RefusedError(Text("two thresholds hold in the same year"))
        return self

    def threshold_in(self, year: int) -> Threshold | None:
        """Return the threshold of a reference year, or ``None``: never the nearest."""
        return next((threshold for threshold in self.thresholds if threshold.holds_in(year)), None)


def _of_a_criterion(test: ThresholdTest) -> ThresholdTest:
    if test is ThresholdTest.AT_MOST:
        raise RefusedError(Text("a criterion asks whether a measure is below a threshold, at least at it or above it"))
    return test


_CriterionTest = Annotated[
    ThresholdTest,
    AfterValidator(_of_a_criterion),
    Field(json_schema_extra={"not": {"enum": list[JsonValue](ThresholdTest.AT_MOST.writings)}}),
]


class Criterion(WithThresholds):
    """One question about a cluster and where each answer leads.

    Attributes:
        id: what it is called in a diagnosis.
        rank: criteria are asked by rank, whatever their order in the file.
        name: what it asks, in words.
        measure: what is looked at.
        test: how it is compared with the threshold.
        met: where a yes leads.
        not_met: where a no leads.
        unknown: where it leads when the measure is not known.
    """

    id: Identifier
    rank: Count
    name: Name
    measure: Measure
    test: _CriterionTest
    met: Lead
    not_met: Lead
    unknown: Onward


class Sign(WithThresholds):
    """A question whose yes points to obstacles.

    Attributes:
        id: what it is called in a diagnosis.
        name: what it asks, in words.
        points_to: ids of the obstacles.
        measure: what is looked at.
        test: how it is compared with the threshold.
    """

    id: Identifier
    name: Name
    points_to: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    measure: SignMeasure
    test: ThresholdTest


class MaturityFile(Model):
    """``maturity.yaml``.

    Attributes:
        borderline: share of a threshold within which a figure is said to be borderline.
        criteria: the criteria of maturity, in any order.
        signs: the signs of obstacles; those that come with the program if there are none.
    """

    borderline: Stated[Share]
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    signs: tuple[Sign, ...] = ()

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if len({criterion.rank for criterion in self.criteria}) < len(self.criteria):
            raise RefusedError(Text("two criteria have the same rank"))
        last = self.ranked[-1]
        if Lead.NEXT in (last.met, last.not_met) or last.unknown is Onward.NEXT:
            raise RefusedError(Text("{id} is the last criterion and leads to a next one", id=last.id))
        return self

    @property
    def ranked(self) -> tuple[Criterion, ...]:
        """The criteria in the order in which they are asked."""
        return tuple(sorted(self.criteria, key=lambda criterion: criterion.rank))
