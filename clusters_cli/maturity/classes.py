"""The class of a cluster: criteria asked by rank, each a finding, until one of them leads to a class."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clusters_cli.foundations.dates import last_day
from clusters_cli.foundations.findings import Finding, Outcome
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.maturity.classification import LADDER, AskedCriterion, Classification, NextClass, StatedClass
from clusters_cli.maturity.comparison import STRICT, margin, outcome
from clusters_cli.maturity.creation import founding, reaching
from clusters_cli.maturity.evidence import MEASURES
from clusters_cli.maturity.rules import AppliedCriterion, Rules
from clusters_cli.registry import Registry, stated_maturity
from clusters_cli.registry.models import Cluster, Lead, Maturity, Measure, Onward


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
