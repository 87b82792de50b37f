"""Trying a case on a basis, and on every basis that it could rest on where none is named."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from clusters_cli.eligibility.asking import Examined, Trace, ask
from clusters_cli.eligibility.bases import BASES, possible_bases
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.limits import Limits, limits
from clusters_cli.eligibility.missions import sets_some_aside
from clusters_cli.eligibility.rulebook import Rule
from clusters_cli.eligibility.verdicts import Verdict
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.findings import READING_ORDER, Finding, Outcome, decisive_facts, verdict
from clusters_cli.foundations.text import Sentence, Text

BASIS = "aid.basis"


@dataclass(frozen=True, slots=True)
class DecidingRule:
    """A rule that decides, and what it says."""

    rule: str
    message: Sentence


@dataclass(frozen=True, slots=True)
class TriedBasis:
    """What an aid would be on one basis.

    Attributes:
        basis: what it would rest on.
        verdict: whether it could.
        reasons: the rules of law that fail, or those that cannot be told while none fails.
        missing: facts that could still change that verdict, the most decisive first.
        maximum_grant: the largest grant on that basis, in euros; ``None`` when it cannot be told, or has no limit.
    """

    basis: AidBasis
    verdict: Verdict
    reasons: tuple[DecidingRule, ...]
    missing: tuple[str, ...]
    maximum_grant: Decimal | None


@dataclass(frozen=True)
class Trial:
    """A case on one basis: every rule asked of it.

    Attributes:
        limits: the amounts on that basis.
    """

    case: Case
    asked: tuple[Examined, ...]
    limits: Limits

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find, in the order they were asked."""
        return tuple(item.finding for item in self.asked)

    @property
    def answer(self) -> bool | None:
        """Whether the aid may be given on that basis."""
        return verdict(self.findings)

    @property
    def told(self) -> TriedBasis:
        """The trial as it is told beside others."""
        decided = Outcome.FAIL if self.answer is False else Outcome.UNKNOWN
        return TriedBasis(
            basis=self.case.basis,
            verdict=Verdict.of(self.answer),
            reasons=tuple(
                DecidingRule(finding.rule, finding.message)
                for finding in self.findings
                if finding.outcome is decided and (finding.binding if self.answer is False else finding.required)
            ),
            missing=decisive_facts(self.findings),
            maximum_grant=self.limits.maximum_grant,
        )


def try_bases(case: Case, wanted: Sequence[Rule]) -> tuple[Trial, ...]:
    """Try a case on its basis, or on each that it could rest on.

    Args:
        case: the case.
        wanted: the rules to ask, in the order to ask them.
    """
    return tuple(_trial(replace(case, basis=basis), wanted) for basis in possible_bases(case))


def _trial(case: Case, wanted: Sequence[Rule]) -> Trial:
    return Trial(case, tuple(ask(rule, case) for rule in wanted), limits(case))


def agreed(trials: Iterable[Trial]) -> bool | None:
    """Return what trials agree on; ``None`` where they do not: which basis it is decides."""
    answers = {trial.answer for trial in trials}
    return answers.pop() if len(answers) == 1 else None


def leading(trials: Sequence[Trial]) -> Trial:
    """Return the trial whose amounts are shown: of the first basis that would do, else of one that may, else of any."""
    order = (True, None, False)
    return min(trials, key=lambda trial: order.index(trial.answer))


def joined(trials: Sequence[Trial]) -> tuple[Examined, ...]:
    """Return one answer for each rule: what it says on every basis, or that the basis decides."""
    return tuple(_joined(answers) for answers in zip(*(trial.asked for trial in trials), strict=True))


def _joined(answers: Sequence[Examined]) -> Examined:
    outcomes = {answer.finding.outcome.truth for answer in answers}
    first = min(answers, key=lambda answer: READING_ORDER.index(answer.finding.outcome))
    if outcomes in ({True}, {False}):
        return first
    missing = dict.fromkeys((BASIS, *(fact for answer in answers for fact in answer.finding.missing)))
    if outcomes == {None}:
        return replace(first, finding=replace(first.finding, missing=tuple(missing)[1:]))
    message = Text("it depends on the basis, which is not named: {reason}", reason=first.finding.message)
    finding = replace(
        first.finding,
        outcome=Outcome.UNKNOWN,
        message=message,
        found=None,
        limit=None,
        margin=None,
        missing=tuple(missing),
    )
    read = {(one.parameter.id, one.day): one for answer in answers for one in answer.trace.parameters}
    trace = Trace(first.trace.rule_position, first.trace.facts, tuple(read.values()))
    return replace(first, finding=finding, confidence=max(answer.confidence for answer in answers), trace=trace)


def had_it_been_aid(case: Case, wanted: Sequence[Rule]) -> Iterator[TriedBasis]:
    """Try a case as if its work called non-economic were aid too; nothing where it sets none aside.

    What asks for no aid is tried on every basis of aid.
    """
    if not sets_some_aside(case):
        return
    as_aid = replace(case, non_economic_is_aid=True)
    named = [basis for basis in possible_bases(case) if basis is not AidBasis.NONE]
    open_ones = [basis.name for basis in BASES.values() if basis.name is not AidBasis.NONE and basis.is_open(case)]
    for basis in named or open_ones:
        yield _trial(replace(as_aid, basis=basis), wanted).told
