"""The class of a cluster and everything it rests on, as results."""

from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.findings import Finding, Outcome
from clusters_cli.maturity.evidence import Evidence
from clusters_cli.registry.models import Criterion, Maturity, Sourced

LADDER = tuple(Maturity)
"""The classes from the least to the most mature."""


@in_data(without=("finding",), spread=("evidence",), taken={"criterion": ("id", "test")}, threshold="expected")
@dataclass(frozen=True, slots=True)
class AskedCriterion:
    """One criterion asked of one cluster.

    Attributes:
        criterion: the question.
        threshold: what it asks for, in the unit of the evidence; ``None`` when none is known for the year.
        evidence: what is known.
        finding: the answer; not applicable once an earlier criterion has decided.
        borderline: whether the figure lies within the tolerance of its threshold.
    """

    criterion: Criterion
    threshold: Decimal | None
    evidence: Evidence
    finding: Finding
    borderline: bool

    @computed
    def outcome(self) -> Outcome:
        """What the criterion says."""
        return self.finding.outcome

    @computed
    def margin(self) -> Decimal | None:
        """Distance from the threshold, negative on the side that does not meet it."""
        return self.finding.margin


@dataclass(frozen=True, slots=True)
class NextClass:
    """What would move a cluster up.

    Attributes:
        maturity: the class it would have; ``None`` if that cannot be told.
        criterion: id of the criterion it does not meet yet.
        change: how much more is needed, in the unit of the criterion.
        exceeded: whether it has to be more than that.
        since: from when on, as precisely as the creation is known; only where time alone moves it.
    """

    maturity: Maturity | None
    criterion: Identifier
    change: Decimal
    exceeded: bool
    since: str | None

    @computed
    def year(self) -> int | None:
        """The year of it."""
        return int(self.since[:4]) if self.since else None


@dataclass(frozen=True, slots=True)
class StatedClass:
    """The class that the reference source states, and what the criteria say of the same day.

    Attributes:
        maturity: as stated.
        origin: the statement.
        told: the date that the source speaks of or bears, such as ``2023-04``; ``None`` if it bears none.
        computed: the class computed as of its last day, or as of the day asked for a source without a date.
    """

    maturity: Maturity
    origin: Sourced
    told: str | None
    computed: Maturity | None


@in_data(cluster="id", steps="criteria", next_class="next", without=("statement",))
@dataclass(frozen=True, slots=True)
class Classification:
    """The class of one cluster and everything it rests on.

    Attributes:
        cluster: id.
        maturity: class as of the day asked; ``None`` if it cannot be told.
        statement: what the reference source states, if it states a class.
        decided_by: id of the criterion that decided; ``None`` if none could.
        steps: every criterion by rank.
        missing: the facts that would tell, the most decisive first.
        possible: the classes that those facts could lead to.
        next_class: what would move it up, if anything.
    """

    cluster: Identifier
    maturity: Maturity | None
    statement: StatedClass | None
    decided_by: Identifier | None
    steps: tuple[AskedCriterion, ...]
    missing: tuple[str, ...]
    possible: tuple[Maturity, ...]
    next_class: NextClass | None

    @property
    def decisive(self) -> AskedCriterion | None:
        """The criterion that decided, as it was asked."""
        return next((step for step in self.steps if step.criterion.id == self.decided_by), None)

    @computed
    def stated(self) -> Maturity | None:
        """The class that the reference source states, if it states one."""
        return self.statement.maturity if self.statement else None

    @computed
    def stated_as_of(self) -> str | None:
        """The date that the source speaks of or bears, as it writes it."""
        return self.statement.told if self.statement else None

    @computed
    def computed_then(self) -> Maturity | None:
        """The class computed as of the day of the stated one; ``None`` if none is stated or it cannot be told."""
        return self.statement.computed if self.statement else None

    @computed
    def agrees(self) -> bool | None:
        """Whether the class computed as of the day of the stated one is the same; ``None`` when either is unknown."""
        return None if None in (self.computed_then, self.stated) else self.computed_then == self.stated

    @computed
    def moved(self) -> bool | None:
        """Whether the class is another one than as of the date of the stated one; ``None`` when none is stated."""
        return None if self.statement is None else self.statement.computed != self.maturity

    @computed
    def borderline(self) -> bool:
        """Whether a figure that led to the class lies close to its threshold."""
        return any(step.borderline and step.finding.outcome is not Outcome.NOT_APPLICABLE for step in self.steps)
