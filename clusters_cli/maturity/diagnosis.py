"""Which obstacles the facts of a cluster point to, and which recommendations answer them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.findings import Finding, Outcome, any_of
from clusters_cli.maturity.comparison import margin, outcome
from clusters_cli.maturity.evidence import Evidence
from clusters_cli.maturity.obstacle_measures import FLOORS, SIGN_MEASURES, scheme_in_force
from clusters_cli.maturity.rules import packaged_rules
from clusters_cli.registry import Registry, Replacement
from clusters_cli.registry.models import (
    Cluster,
    MaturityFile,
    Obstacle,
    Recommendation,
    Remark,
    Sign,
    SignMeasure,
    Sourced,
)


@in_data(without=("origin", "finding"), spread=("evidence",), taken={"sign": ("id", "test")}, threshold="expected")
@dataclass(frozen=True, slots=True)
class Seen:
    """One sign looked for in one cluster.

    Attributes:
        sign: the question.
        threshold: what it asks for; ``None`` when none is known for the year.
        origin: who states the threshold; ``None`` when an option gave it.
        evidence: what is known; ``None`` when the question does not arise.
        finding: the answer; a pass points to the obstacles of the sign.
    """

    sign: Sign
    threshold: Decimal | None
    origin: Sourced | None
    evidence: Evidence | None
    finding: Finding

    @computed
    def outcome(self) -> Outcome:
        """What the facts say of the sign."""
        return self.finding.outcome

    @computed
    def margin(self) -> Decimal | None:
        """Distance from the threshold, negative on the side that does not point to an obstacle."""
        return self.finding.margin

    @computed
    def missing(self) -> tuple[str, ...]:
        """The facts without which it cannot be told."""
        return self.finding.missing

    @computed
    def threshold_source(self) -> Identifier | None:
        """Id of the source that states the threshold."""
        return self.origin.source if self.origin else None

    @computed
    def details(self) -> Mapping[str, str | Decimal | tuple[str, ...]]:
        """What the evidence is made of, for programs."""
        return self.evidence.details if self.evidence else {}


@in_data(without=("answered_by",), spread=("obstacle",))
@dataclass(frozen=True, slots=True)
class Diagnosed:
    """One obstacle and what the facts say of it.

    Attributes:
        obstacle: the obstacle.
        indicated: whether a fact points to it; ``None`` when no fact tells.
        signs: the signs looked for.
        statements: what sources say of it in so many words.
        answered_by: the recommendations that answer it.
    """

    obstacle: Obstacle
    indicated: bool | None
    signs: tuple[Seen, ...]
    statements: tuple[Remark, ...]
    answered_by: tuple[Recommendation, ...]

    @computed
    def recommendations(self) -> tuple[Identifier, ...]:
        """Ids of the recommendations that answer it."""
        return tuple(item.id for item in self.answered_by)

    @property
    def has_facts(self) -> bool:
        """Whether anything at all is known that bears on it."""
        return bool(self.statements) or any(seen.finding.outcome is not Outcome.UNKNOWN for seen in self.signs)


@in_data(without=("borrowed", "day"))
@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The obstacles of one cluster.

    Attributes:
        cluster: id.
        day: the day on which it is asked.
        obstacles: every obstacle, in the order of the registry.
        recommendations: those that answer an obstacle the facts point to.
        borrowed: whether the signs come with the program because the registry has none.
        replaced: the payment scheme of the registry's own that was used, if it stands in place of the program's.
    """

    cluster: Identifier
    day: date
    obstacles: tuple[Diagnosed, ...]
    recommendations: tuple[Recommendation, ...]
    borrowed: bool
    replaced: tuple[Replacement, ...]

    def answer(self) -> bool | None:
        """Return whether it can be told: not where the registry holds no obstacle to look for."""
        return True if self.obstacles else None


def diagnose(cluster: Cluster, registry: Registry, day: date, *, cash_months: Decimal | None = None) -> Diagnosis:
    """Return which obstacles the facts point to on a day.

    Args:
        cluster: the cluster.
        registry: where its facts, the obstacles and their signs stand; signs that it lacks come with the program,
            obstacles and recommendations are its own or nobody's.
        day: the day on which it is asked.
        cash_months: months of budget from which a cash advance is large, instead of the registry's threshold.
    """
    criteria, borrowed = _criteria(registry)
    known, scheme = registry.obstacles, scheme_in_force(registry)
    seen = tuple(_seen(sign, cluster, registry, day, cash_months) for sign in criteria.signs)
    obstacles = tuple(_diagnosed(obstacle, seen, cluster, known.recommendations) for obstacle in known.obstacles)
    wanted = {item.id for diagnosed in obstacles if diagnosed.indicated for item in diagnosed.answered_by}
    return Diagnosis(
        cluster=cluster.id,
        day=day,
        obstacles=obstacles,
        recommendations=tuple(item for item in known.recommendations if item.id in wanted),
        borrowed=borrowed,
        replaced=registry.schemes.among([scheme.id] if scheme else []),
    )


def _criteria(registry: Registry) -> tuple[MaturityFile, bool]:
    own = registry.maturity
    if own is not None and own.signs:
        return own, False
    usual = packaged_rules("maturity.yaml", MaturityFile)
    return (usual if own is None else own.model_copy(update={"signs": usual.signs})), True


def _seen(sign: Sign, cluster: Cluster, registry: Registry, day: date, cash_months: Decimal | None) -> Seen:
    usual = sign.threshold_in(day.year)
    origin: Sourced | None = usual
    limit = usual.value if usual else None
    if sign.measure is SignMeasure.CASH_ADVANCE and cash_months is not None:
        origin, limit = None, cash_months
    evidence = SIGN_MEASURES[sign.measure](cluster, registry, day)
    distance = margin(sign.test, evidence.value if evidence else None, limit)
    finding = Finding(
        rule=sign.id,
        outcome=_answer(sign, evidence, distance),
        message=sign.name,
        found=evidence.value if evidence else None,
        limit=limit,
        margin=distance,
        reference=origin.locator.written if origin and origin.locator else None,
        source=evidence.origin.source if evidence and evidence.origin else None,
        missing=evidence.missing if evidence else (),
    )
    return Seen(sign, limit, origin, evidence, finding)


def _answer(sign: Sign, evidence: Evidence | None, distance: Decimal | None) -> Outcome:
    if evidence is None:
        return Outcome.NOT_APPLICABLE
    answer = outcome(sign.test, distance)
    return Outcome.UNKNOWN if answer is Outcome.FAIL and sign.measure in FLOORS else answer


def _diagnosed(
    obstacle: Obstacle, seen: Sequence[Seen], cluster: Cluster, recommendations: Sequence[Recommendation]
) -> Diagnosed:
    signs = tuple(one for one in seen if obstacle.id in one.sign.points_to)
    statements = tuple(remark for remark in cluster.remarks if obstacle.id in remark.shows)
    return Diagnosed(
        obstacle=obstacle,
        indicated=_indicated(signs, statements),
        signs=signs,
        statements=statements,
        answered_by=tuple(item for item in recommendations if obstacle.id in item.answers),
    )


def _indicated(signs: Sequence[Seen], statements: Sequence[Remark]) -> bool | None:
    """Return whether one sign or statement points to it; nothing to look at tells nothing."""
    if statements:
        return True
    if not signs:
        return None
    answers = {seen.finding.outcome for seen in signs} - {Outcome.NOT_APPLICABLE}
    return any_of(answer.truth for answer in answers)
