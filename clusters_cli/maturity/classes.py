"""The class of a cluster: criteria asked by rank, each a finding, until one of them leads to a class."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.findings import Finding, Outcome
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.maturity.comparison import margin, outcome
from clusters_cli.maturity.evidence import MEASURES, Evidence
from clusters_cli.maturity.rules import AppliedCriterion, Rules
from clusters_cli.registry import Registry, stated_maturity
from clusters_cli.registry.models import Cluster, Criterion, Lead, Maturity, Measure, Onward

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
        year: reference year from which it would have moved; only where time alone moves it.
    """

    maturity: Maturity | None
    criterion: Identifier
    change: Decimal
    year: int | None


@in_data(cluster="id", steps="criteria", next_class="next")
@dataclass(frozen=True, slots=True)
class Classification:
    """The class of one cluster and everything it rests on.

    Attributes:
        cluster: id.
        maturity: computed class; ``None`` if it cannot be told.
        stated: class that the reference source states, if it states one.
        decided_by: id of the criterion that decided; ``None`` if none could.
        steps: every criterion by rank.
        missing: the facts that would tell, the most decisive first.
        possible: the classes that those facts could lead to.
        next_class: what would move it up, if anything.
    """

    cluster: Identifier
    maturity: Maturity | None
    stated: Maturity | None
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
    def agrees(self) -> bool | None:
        """Whether the computed class is the stated one; ``None`` when either is not known."""
        return None if None in (self.maturity, self.stated) else self.maturity == self.stated

    @computed
    def borderline(self) -> bool:
        """Whether a figure that led to the class lies close to its threshold."""
        return any(step.borderline and step.finding.outcome is not Outcome.NOT_APPLICABLE for step in self.steps)


def classify(cluster: Cluster, registry: Registry, rules: Rules) -> Classification:
    """Return the class of a cluster.  The class its source states takes no part in it."""
    steps = tuple(_step(rule, cluster, registry, rules) for rule in rules.rules)
    path = _path(steps)
    decided = path.decided_by
    return Classification(
        cluster=cluster.id,
        maturity=path.maturity,
        stated=stated_maturity(cluster, registry),
        decided_by=decided.criterion.id if decided else None,
        steps=tuple(_as_asked(steps, decided)),
        missing=tuple(dict.fromkeys(path.missing)),
        possible=tuple(maturity for maturity in LADDER if maturity in path.possible),
        next_class=_next_class(path, steps, rules.year),
    )


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
    evidence = MEASURES[criterion.measure](cluster, registry.reference, rules.year)
    distance = margin(criterion.test, evidence.value, limit)
    finding = Finding(
        rule=criterion.id,
        outcome=outcome(criterion.test, distance),
        message=evidence.remark or _message(rule, rules.year),
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


def _next_class(path: _Path, steps: tuple[AskedCriterion, ...], year: int) -> NextClass | None:
    """Return what the deciding criterion, answered the other way, would lead to, if that is further up."""
    step = path.decided_by
    if step is None or path.maturity is None or step.finding.margin is None:
        return None
    criterion = step.criterion
    other = criterion.not_met if step.finding.outcome is Outcome.PASS else criterion.met
    beyond = _follow(other, step, steps[steps.index(step) + 1 :])
    if not beyond.possible or min(map(LADDER.index, beyond.possible)) <= LADDER.index(path.maturity):
        return None
    change = abs(step.finding.margin)
    when = year + ceil(change) if criterion.measure is Measure.AGE else None
    return NextClass(beyond.maturity, criterion.id, change, when)
