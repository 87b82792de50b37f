"""Examining a case: every rule asked, a verdict by three-valued logic, and what each answer rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clusters_cli.eligibility.asking import Examined
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.dated_figures import UNDATED, DatedFigures, FiguresSay
from clusters_cli.eligibility.law import InForceOn, Law
from clusters_cli.eligibility.limits import Limits
from clusters_cli.eligibility.rulebook import Depth, Rule, rules
from clusters_cli.eligibility.trials import (
    BASIS,
    Trial,
    TriedBasis,
    agreed,
    had_it_been_aid,
    joined,
    leading,
    try_bases,
)
from clusters_cli.eligibility.verdicts import Verdict
from clusters_cli.eligibility.ways_out import ways_out
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Label
from clusters_cli.foundations.findings import Finding, Outcome, decisive_facts, every, in_reading_order
from clusters_cli.foundations.text import Text
from clusters_cli.registry import Layer, Replacement

_UNDER_A_REGIME = (AidBasis.ARTICLE_27, AidBasis.ARTICLE_20, AidBasis.ARTICLE_20A)
"""The bases that end with the regulation and the regimes on it."""


@dataclass(frozen=True, slots=True)
class ConditionToRead:
    """What a person has to read and judge, and the rule that asks for it."""

    rule: str
    condition: Label


@in_data(spread=("limits",), examined="findings")
@dataclass(frozen=True, slots=True)
class Examination:
    """What is found of one case.

    Attributes:
        depth: whether it was screened from the registry, answered quickly, or examined on a whole dossier.
        basis: what the aid rests on: the basis named, or the only one possible; ``None`` while it can be several.
        tried_bases: what it would be on each basis, where it can be several.
        amounts_on: the basis whose amounts are told: the one, or of several the first that would do best.
        had_it_been_aid: what it would be on each basis if the work called non-economic were aid; nothing without any.
        regime: number of the aid regime of the award date; ``None`` when none is known.
        regime_until: its last day.
        days_left: days from the day asked to that one; ``None`` for an award that lies behind.
        award_date: day of the award; ``None`` where a dossier does not give it.
        award_date_assumed: whether it is the day asked, because no other was given.
        figures: the yearly figures that it rests on.
        limits: the amounts.
        examined: the rules asked, what stands in the way first.
        missing: facts that could still change the verdict, the most decisive first.
        conditions: what was declared and a person must read and judge.
        not_examined: ids of required rules that need a dossier; while there are some, nothing is eligible.
        overrides: the parameters that were read with the value of an overlay.
        replaced: the registry's own parameters and regime that were read and stand in place of the program's.
        ways_out: what can be done where no regime covers the award, or the one that does ends soon.
    """

    id: str
    name: str
    depth: Depth
    verdict: Verdict
    basis: AidBasis | None
    tried_bases: tuple[TriedBasis, ...]
    amounts_on: AidBasis
    had_it_been_aid: tuple[TriedBasis, ...]
    regime: str | None
    regime_until: date | None
    days_left: int | None
    award_date: date | None
    award_date_assumed: bool
    figures: DatedFigures
    limits: Limits
    examined: tuple[Examined, ...]
    missing: tuple[str, ...]
    conditions: tuple[ConditionToRead, ...]
    not_examined: tuple[str, ...]
    assumptions: tuple[Text, ...]
    overrides: tuple[InForceOn, ...]
    replaced: tuple[Replacement, ...]
    ways_out: tuple[Text, ...]

    @property
    def answer(self) -> bool | None:
        """Whether the aid may be given, ``None`` while it cannot be told."""
        return self.verdict.answer

    @computed
    def figures_say(self) -> FiguresSay | None:
        """What amounts alone say; ``None`` for a dossier, and where the law of the day is not known or not settled."""
        if self.depth is Depth.DOSSIER:
            return None
        if self.verdict is Verdict.INELIGIBLE:
            return FiguresSay.ABOVE
        bases = self.limits.bases
        if (bases.budget is None and bases.eligible_costs is None) or self.limits.known_aid is None:
            return FiguresSay.NO_FIGURES
        return None if any(_is_open_law(item.finding) for item in self.examined) else FiguresSay.NOTHING_AGAINST


def _is_open_law(finding: Finding) -> bool:
    """Whether no fact would tell what a required rule asks: the law itself does not."""
    return finding.required and finding.outcome is Outcome.UNKNOWN and not finding.missing


def joint_answer(found: Iterable[Examination], *, named: bool) -> bool | None:
    """Return what examinations answer together: one *no* decides, then one that cannot be told.

    Args:
        found: the examinations.
        named: whether somebody named what is examined; a survey of the whole registry gives no verdict and is done.
    """
    return every(item.answer for item in found) if named else True


def examine(
    case: Case,
    depth: Depth,
    *,
    name: str,
    wanted: Iterable[Rule] | None = None,
    figures: DatedFigures = UNDATED,
) -> Examination:
    """Ask every rule that fits the depth, in whatever order, and put the answers together.

    Args:
        case: the case.
        depth: ``dossier`` asks every rule, the others only those that few figures can answer.
        name: how to call the case to people.
        wanted: the rules to choose from, in the order to ask them; all by default.
        figures: the yearly figures that the case rests on.
    """
    every_rule = wanted if wanted is not None else rules().values()
    known = tuple(rule for rule in every_rule if _is_held(rule, case.law))
    chosen = tuple(rule for rule in known if depth is Depth.DOSSIER or rule.info.quick)
    trials = try_bases(case, chosen)
    best, asked = leading(trials), joined(trials)
    by_id = {item.finding.rule: item for item in asked}
    findings = in_reading_order(item.finding for item in asked)
    not_examined = tuple(rule.info.id for rule in known if rule.info.required and rule.info.id not in by_id)
    decided = agreed(trials)
    verdict = Verdict.of(None if decided and not_examined else decided)
    return Examination(
        id=case.dossier.id,
        name=name,
        depth=depth,
        verdict=verdict,
        basis=best.case.basis if len(trials) == 1 else None,
        tried_bases=tuple(trial.told for trial in trials) if len(trials) > 1 else (),
        amounts_on=best.case.basis,
        had_it_been_aid=tuple(had_it_been_aid(case, chosen)),
        regime=case.regime.number if case.regime else None,
        regime_until=case.regime.until if case.regime else None,
        days_left=_days_left(case),
        award_date=case.award_date,
        award_date_assumed=case.is_award_assumed,
        figures=figures,
        limits=best.limits,
        examined=tuple(by_id[finding.rule] for finding in findings),
        missing=_missing(findings, trials, verdict),
        conditions=tuple(_conditions(asked)),
        not_examined=not_examined,
        assumptions=(*case.assumptions, *best.limits.assumptions),
        overrides=_overrides(asked),
        replaced=tuple(_replaced(asked, case)),
        ways_out=ways_out(case) if any(trial.case.basis in _UNDER_A_REGIME for trial in trials) else (),
    )


def _missing(findings: Sequence[Finding], trials: Sequence[Trial], verdict: Verdict) -> tuple[str, ...]:
    """Return the facts that could still change a verdict; the basis first where several are possible."""
    if verdict is Verdict.INELIGIBLE:
        return ()
    facts = decisive_facts(findings)
    return facts if len(trials) == 1 else (BASIS, *(fact for fact in facts if fact != BASIS))


def _days_left(case: Case) -> int | None:
    """Return the days that are left to award under the regime of a case, unless the award lies behind."""
    if case.award_date is None or case.award_date < case.as_of or case.regime is None or case.regime.until is None:
        return None
    return (case.regime.until - case.as_of).days


def _is_held(rule: Rule, law: Law) -> bool:
    """Whether a rule can be asked: one that applies a rule of the funder's own needs that in the registry's frame."""
    return rule.info.applies is None or law.rule_of_funder(rule.info.applies) is not None


def _conditions(asked: Iterable[Examined]) -> Iterator[ConditionToRead]:
    for item in asked:
        if item.rule.info.human and item.finding.outcome is not Outcome.NOT_APPLICABLE:
            yield ConditionToRead(item.rule.info.id, item.rule.info.human)


def _overrides(asked: Iterable[Examined]) -> tuple[InForceOn, ...]:
    seen = {(read.parameter.id, read.day): read for item in asked for read in item.trace.parameters if read.overlaid}
    return tuple(seen.values())


def _replaced(asked: Iterable[Examined], case: Case) -> Iterator[Replacement]:
    regime, law = case.regime, case.law
    if regime is not None and regime.id in law.regimes.replacements:
        yield law.regimes.replacements[regime.id]
    read = (read for item in asked for read in item.trace.parameters if read.layer is Layer.REGISTRY)
    names = dict.fromkeys(one.parameter.id for one in read if one.instead_of)
    yield from (law.known.replacements[name] for name in names)
