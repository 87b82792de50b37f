"""The class of a cluster: criteria asked by rank, each a finding, until one of them leads to a class."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.dates import last_day
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.findings import Finding, Outcome
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.maturity.comparison import STRICT, margin, outcome
from clusters_cli.maturity.creation import founding, reaching
from clusters_cli.maturity.evidence import MEASURES, Evidence
from clusters_cli.maturity.rules import AppliedCriterion, Rules
from clusters_cli.registry import Registry, stated_maturity
from clusters_cli.registry.models import Cluster, Criterion, Lead, Maturity, Measure, Onward, Sourced

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


def classify(cluster: Cluster, registry: Registry, rules: Rules) -> Classification:
    """Return the class of a cluster.  The class its source states takes no part in it."""
    steps = _steps(cluster, registry, rules)
    path = _path(steps)
    decided = path.decided_by
    return Classification(
        cluster=cluster.id,
        maturity=path.maturity,
        statement=_stated(cluster, registry, rules),
        decided_by=decided.criterion.id if decided else None,
        steps=tuple(_as_asked(steps, decided)),
        missing=tuple(dict.fromkeys(path.missing)),
        possible=tuple(maturity for maturity in LADDER if maturity in path.possible),
        next_class=_next_class(path, steps, cluster, registry),
    )


def class_of(cluster: Cluster, registry: Registry, rules: Rules) -> Maturity | None:
    """Return the class alone, ``None`` if it cannot be told."""
    return _path(_steps(cluster, registry, rules)).maturity


def _stated(cluster: Cluster, registry: Registry, rules: Rules) -> StatedClass | None:
    stated = stated_maturity(cluster, registry)
    if stated is None:
        return None
    told = stated.as_of or registry.source_by_id[stated.source].date
    then = rules.on(last_day(told)) if told else rules
    return StatedClass(stated.value, stated, told, class_of(cluster, registry, then))


def _steps(cluster: Cluster, registry: Registry, rules: Rules) -> tuple[AskedCriterion, ...]:
    return tuple(_step(rule, cluster, registry, rules) for rule in rules.applied)


@dataclass(frozen=True, slots=True)
class _Path:
    """Where the criteria lead from some rank on."""

    possible: frozenset[Maturity]
    decided_by: AskedCriterion | None = None
    missing: tuple[str, ...] = ()

    @property
    def maturity(self) -> Maturity | None:
        return next(iter(self.possible)) if self.decided_by else None


def _step(rule: AppliedCriterion, cluster: Cluster, registry: Registry, rules: Rules) -> AskedCriterion:
    criterion, limit = rule.criterion, rule.threshold
    evidence = MEASURES[criterion.measure](cluster, registry.reference, rules.day)
    distance = margin(criterion.test, evidence.value, limit)
    finding = Finding(
        rule=criterion.id,
        outcome=outcome(criterion.test, distance),
        message=evidence.remark or _message(rule, rules.day.year),
        found=evidence.value,
        limit=limit,
        margin=distance,
        reference=rule.origin.locator.written if rule.origin and rule.origin.locator else None,
        source=evidence.origin.source if evidence.origin else None,
        missing=evidence.missing,
    )
    borderline = distance is not None and limit is not None and abs(distance) <= limit * rules.tolerance
    return AskedCriterion(criterion, limit, evidence, finding, borderline)


def _message(rule: AppliedCriterion, year: int) -> Sentence:
    if rule.threshold is None:
        return Text("no threshold is known for {year}", year=year)
    return rule.criterion.name


def _path(steps: Sequence[AskedCriterion]) -> _Path:
    step, rest = steps[0], steps[1:]
    truth = step.finding.outcome.truth
    if truth is not None:
        return _follow(step.criterion.met if truth else step.criterion.not_met, step, rest)
    if step.criterion.unknown is Onward.NEXT:
        later = _path(rest)
        return later if later.decided_by else replace(later, missing=(*step.finding.missing, *later.missing))
    branches = [_follow(lead, step, rest) for lead in (step.criterion.met, step.criterion.not_met)]
    possible = frozenset[Maturity]().union(*(branch.possible for branch in branches))
    if not step.finding.missing:  # no fact would settle it, whatever else one learnt
        return _Path(possible)
    return _Path(possible, None, (*step.finding.missing, *(fact for branch in branches for fact in branch.missing)))


def _follow(lead: Lead, step: AskedCriterion, rest: Sequence[AskedCriterion]) -> _Path:
    if lead is Lead.NEXT:
        return _path(rest)
    return _Path(frozenset(LADDER)) if lead.maturity is None else _Path(frozenset((lead.maturity,)), step)


def _as_asked(steps: Iterable[AskedCriterion], decided: AskedCriterion | None) -> Iterable[AskedCriterion]:
    """Yield the steps, those that come after the one that decided as not applicable."""
    over = False
    for step in steps:
        yield replace(step, finding=replace(step.finding, outcome=Outcome.NOT_APPLICABLE)) if over else step
        over = over or step is decided


def _next_class(
    path: _Path, steps: tuple[AskedCriterion, ...], cluster: Cluster, registry: Registry
) -> NextClass | None:
    """Return what the deciding criterion, answered the other way, would lead to, if that is further up."""
    step = path.decided_by
    if step is None or path.maturity is None or step.finding.margin is None:
        return None
    criterion = step.criterion
    other = criterion.not_met if step.finding.outcome is Outcome.PASS else criterion.met
    beyond = _follow(other, step, steps[steps.index(step) + 1 :])
    if not beyond.possible or min(map(LADDER.index, beyond.possible)) <= LADDER.index(path.maturity):
        return None
    strict = (criterion.test in STRICT) is (step.finding.outcome is Outcome.FAIL)
    since = _since(step, cluster, registry)
    return NextClass(beyond.maturity, criterion.id, abs(step.finding.margin), strict and since is None, since)


def _since(step: AskedCriterion, cluster: Cluster, registry: Registry) -> str | None:
    """Return when the age of a criterion is reached; ``None`` for a criterion that time alone does not meet."""
    created = founding(cluster, registry.reference)
    if step.criterion.measure is not Measure.AGE or step.threshold is None or created is None:
        return None
    return reaching(created.value, step.threshold)
