"""Examining a case: every rule asked, a verdict by three-valued logic, and what each answer rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from clusters_cli.dossier import fact_path
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.dated_figures import UNDATED, DatedFigures, FiguresSay
from clusters_cli.eligibility.law import InForceOn, Law
from clusters_cli.eligibility.limits import Limits, limits
from clusters_cli.eligibility.rulebook import Depth, Rule, RuleNature, rules
from clusters_cli.eligibility.ways_out import ways_out
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Label
from clusters_cli.foundations.findings import Finding, Outcome, decisive_facts, every, in_reading_order, verdict
from clusters_cli.foundations.problems import Position
from clusters_cli.foundations.text import Joined, Listed, Sentence, Text, counted
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry import Layer, Replacement
from clusters_cli.registry.models import ConfidenceLetter


class Verdict(Vocabulary):
    """Whether a case may receive the aid, by the rules that were asked."""

    ELIGIBLE = "eligible", Text("eligible"), "éligible"
    INELIGIBLE = "ineligible", Text("ineligible"), "inéligible"
    UNDETERMINED = "undetermined", Text("undetermined"), "indéterminé"


@in_data(plain=("value", "origin"))
@dataclass(frozen=True, slots=True)
class FactRead:
    """A fact that a rule looked at: what it says, ``None`` if not given, and where it was given."""

    fact: str
    value: Sentence | str | None
    origin: Sentence | str | None


@dataclass(frozen=True, slots=True)
class Trace:
    """What an answer rests on.

    Attributes:
        rule_position: where the rule stands in ``rules.yaml``.
        facts: the facts looked at.
        parameters: the parameters looked at, as they stood on the day that counts.
    """

    rule_position: str
    facts: tuple[FactRead, ...]
    parameters: tuple[InForceOn, ...]


@in_data(without=("rule",), spread=("finding",))
@dataclass(frozen=True, slots=True)
class Examined:
    """One rule asked of one case.

    Attributes:
        confidence: the weakest of the readings that the answer rests on.
        trace: what it rests on.
    """

    rule: Rule
    finding: Finding
    confidence: ConfidenceLetter
    trace: Trace

    @computed
    def whose(self) -> str | None:
        """Whose own rule the answer rests on, beside the law; ``None`` where it is law alone."""
        return next((read.whose for read in self.trace.parameters if read.whose), None)

    @computed
    def nature(self) -> RuleNature:
        """Who wants what the rule asks."""
        return self.rule.info.nature

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the answer rests on a reading that nobody checked against the text."""
        return self.confidence in (ConfidenceLetter.COMMONLY_KNOWN, ConfidenceLetter.UNSETTLED)


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
        return None if self.verdict is Verdict.UNDETERMINED else self.verdict is Verdict.ELIGIBLE

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
    asked = [ask(rule, case) for rule in known if depth is Depth.DOSSIER or rule.info.quick]
    by_id = {item.finding.rule: item for item in asked}
    findings = in_reading_order(item.finding for item in asked)
    worked_out = limits(case)
    not_examined = tuple(rule.info.id for rule in known if rule.info.required and rule.info.id not in by_id)
    decided = verdict(findings)
    return Examination(
        id=case.dossier.id,
        name=name,
        depth=depth,
        verdict=_in_words(None if decided and not_examined else decided),
        regime=case.regime.number if case.regime else None,
        regime_until=case.regime.until if case.regime else None,
        days_left=_days_left(case),
        award_date=case.award_date,
        award_date_assumed=case.is_award_assumed,
        figures=figures,
        limits=worked_out,
        examined=tuple(by_id[finding.rule] for finding in findings),
        missing=decisive_facts(findings),
        conditions=tuple(_conditions(asked)),
        not_examined=not_examined,
        assumptions=(*case.assumptions, *worked_out.assumptions),
        overrides=_overrides(asked),
        replaced=tuple(_replaced(asked, case)),
        ways_out=ways_out(case),
    )


def _days_left(case: Case) -> int | None:
    """Return the days that are left to award under the regime of a case, unless the award lies behind."""
    if case.award_date is None or case.award_date < case.as_of or case.regime is None or case.regime.until is None:
        return None
    return (case.regime.until - case.as_of).days


def _is_held(rule: Rule, law: Law) -> bool:
    """Whether a rule can be asked: one that applies a rule of the funder's own needs that in the registry's frame."""
    return rule.info.applies is None or law.rule_of_funder(rule.info.applies) is not None


def ask(rule: Rule, case: Case) -> Examined:
    """Ask one rule, and keep what it read."""
    own = replace(case, declared=frozenset(rule.info.parameters), log=[])
    ruling = rule.answer(own)
    finding = Finding(
        rule=rule.info.id,
        outcome=ruling.outcome,
        message=ruling.message,
        found=ruling.found,
        limit=ruling.limit,
        margin=ruling.margin,
        reference=_reference(rule, own.log),
        missing=ruling.missing,
        binding=rule.info.nature is RuleNature.LAW,
        required=rule.info.required,
        possible=rule.possible,
    )
    facts = tuple(_fact(case, fact) for fact in (*_read(case, rule), *_inside(ruling.missing, rule)))
    return Examined(
        rule, finding, _weakest(own, rule, ruling.outcome), Trace(str(rule.position), facts, tuple(own.log))
    )


def _reference(rule: Rule, read: Iterable[InForceOn]) -> str:
    """Return where a rule is written: what it read of the funder's own rules first, then its own place."""
    places = [one.dated.reference.place.written for one in read if one.whose and one.dated]
    return "; ".join((*places, rule.info.reference))


def _read(case: Case, rule: Rule) -> list[str]:
    """Return the facts that a rule reads; totals only where there are no lines."""
    by_line = case.dossier.costs is not None or case.dossier.resources is not None
    return [fact for fact in rule.info.reads if not (by_line and fact.startswith("totals."))]


def _inside(missing: Iterable[str], rule: Rule) -> list[str]:
    """Return missing facts inside lists, which the rule's metadata names as a whole."""
    return [fact for fact in missing if fact not in rule.info.reads]


def _fact(case: Case, fact: str) -> FactRead:
    value: Any = case.file.document.data
    for step in fact_path(fact):
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return FactRead(fact, None, None)
    origin = case.file.origin(fact)
    return FactRead(fact, _shown(value), str(origin) if isinstance(origin, Position) else origin)


def _shown(value: Any) -> Sentence | str:
    """Return data as they are written, on one line; of a list of entries only how many there are."""
    if isinstance(value, dict):
        pairs = (Joined((f"{key}: ", _shown(inner)), by="") for key, inner in value.items())
        return Joined(("{", Listed(tuple(pairs)), "}"), by="")
    if not isinstance(value, list):
        return str(value)
    if any(isinstance(item, (dict, list)) for item in value):
        return counted("{count} entry", "{count} entries", len(value))
    return f"[{', '.join(map(str, value))}]"


def _weakest(case: Case, rule: Rule, outcome: Outcome) -> ConfidenceLetter:
    """Return the weakest reading behind an answer; what is unsettled counts only where the answer hangs on it."""
    hangs_on_it = outcome in (Outcome.UNKNOWN, Outcome.WARN)
    read = [known for known in case.log if not known.overlaid and (known.value is not None or hangs_on_it)]
    letters: list[ConfidenceLetter] = [rule.info.confidence, *(known.dated.confidence for known in read if known.dated)]
    if rule.info.id == "K01" and case.regime is not None:
        letters.append(case.regime.confidence)
    return max(letters)


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


def _in_words(decided: bool | None) -> Verdict:  # noqa: FBT001  (three values, one caller)
    if decided is None:
        return Verdict.UNDETERMINED
    return Verdict.ELIGIBLE if decided else Verdict.INELIGIBLE
