"""Findings: what a rule or a criterion says of a case, and how findings make a verdict when facts are missing.

Three values, by Kleene's strong logic: one certain *no* decides whatever else is unknown; without it, one *unknown*
leaves the whole unknown; only then is the answer *yes*.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.foundations.words import Vocabulary

FoundValue = str | int | Decimal | Fraction | bool | date | None
"""What a finding compares: a figure, a date, a word; ``None`` is unknown or does not apply."""


class Outcome(Vocabulary):
    """What a rule says: ``warn`` allows but asks for a look, ``not_applicable`` says that the rule is not for this."""

    PASS = "pass", Text("pass"), "conforme"
    FAIL = "fail", Text("fail"), "non conforme"
    WARN = "warn", Text("warn"), "attention"
    UNKNOWN = "unknown", Text("unknown"), "inconnu"
    NOT_APPLICABLE = "not_applicable", Text("not applicable"), "sans objet"

    @property
    def truth(self) -> bool | None:
        """The outcome in three-valued logic: only a fail is false, only an unknown is neither."""
        return {Outcome.FAIL: False, Outcome.UNKNOWN: None}.get(self, True)


READING_ORDER = (Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN, Outcome.PASS, Outcome.NOT_APPLICABLE)
"""The order in which findings are read: what stands in the way first."""


@in_data(without=("found", "limit", "source", "binding", "possible"), found_number="found", limit_number="limit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule says of one case.

    Attributes:
        rule: stable id of the rule or criterion, such as ``K21``.
        outcome: what it says.
        message: the reason in one sentence.
        found: the value of the case, when it is one value.
        limit: what it was compared with.
        margin: distance from the limit in the unit of both, negative beyond it.
        reference: where the rule is written.
        source: id of the source that states ``found``, if one does.
        missing: paths of the facts without which the rule cannot say more.
        binding: whether its failure makes the verdict a no.
        required: whether the verdict waits for it while it is unknown.
        possible: the outcomes it can still take once its missing facts are known; matters only when unknown.
    """

    rule: str
    outcome: Outcome
    message: Sentence
    found: FoundValue = None
    limit: FoundValue = None
    margin: Decimal | None = None
    reference: str | None = None
    source: str | None = None
    missing: tuple[str, ...] = ()
    binding: bool = True
    required: bool = True
    possible: frozenset[Outcome] = frozenset({Outcome.PASS, Outcome.FAIL})

    @computed
    def found_number(self) -> Decimal | Fraction | int | None:
        """The value of the case, where it is a number."""
        return _number(self.found)

    @computed
    def limit_number(self) -> Decimal | Fraction | int | None:
        """What it was compared with, where that is a number."""
        return _number(self.limit)

    @computed
    def found_text(self) -> str | None:
        """The value of the case, where it is a date, a word, or yes or no."""
        return _text(self.found)

    @computed
    def limit_text(self) -> str | None:
        """What it was compared with, where that is a date, a word, or yes or no."""
        return _text(self.limit)


def _number(value: FoundValue) -> Decimal | Fraction | int | None:
    return value if isinstance(value, (Decimal, Fraction, int)) and not isinstance(value, bool) else None


def _text(value: FoundValue) -> str | None:
    return None if value is None or _number(value) is not None else str(value)


def every(truths: Iterable[bool | None]) -> bool | None:
    """Return whether all are true: one false decides, else one unknown leaves it unknown."""
    seen = set(truths)
    if False in seen:
        return False
    return None if None in seen else True


def any_of(truths: Iterable[bool | None]) -> bool | None:
    """Return whether one is true: one true decides, else one unknown leaves it unknown."""
    seen = set(truths)
    if True in seen:
        return True
    return None if None in seen else False


def verdict(findings: Iterable[Finding]) -> bool | None:
    """Return what findings decide together: yes, no, or ``None`` when it cannot be told.

    A binding finding that fails decides; else a required one that is unknown leaves it open.
    """
    return every(_weight(finding) for finding in findings)


def _weight(finding: Finding) -> bool | None:
    if finding.outcome is Outcome.FAIL and finding.binding:
        return False
    return None if finding.outcome is Outcome.UNKNOWN and finding.required else True


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by what stands in the way, then by rule."""
    return tuple(sorted(findings, key=lambda finding: (READING_ORDER.index(finding.outcome), finding.rule)))


def decisive_facts(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the missing facts that could still change the verdict, the most decisive first.

    Each fact is tried: the findings that wait for it pass, then fail, while every other open finding turns out as well
    as it can.  A fact whose trial leaves the verdict where it is, is not worth asking for.  Those for which the most
    required findings wait come first, then those that settle one on their own, then in alphabetical order.
    """
    open_findings = [finding for finding in findings if finding.outcome is Outcome.UNKNOWN]
    facts = {fact for finding in open_findings for fact in finding.missing}
    return tuple(
        sorted((fact for fact in facts if _can_change(fact, findings)), key=lambda fact: _rank(fact, findings))
    )


def _can_change(fact: str, findings: Sequence[Finding]) -> bool:
    waiting = [finding for finding in findings if fact in finding.missing and finding.outcome is Outcome.UNKNOWN]
    others = [_settled(finding, Outcome.PASS) for finding in findings if finding not in waiting]
    without = verdict([*others, *waiting])
    trials = (
        verdict([*others, *(_settled(finding, outcome) for finding in waiting)])
        for outcome in (Outcome.PASS, Outcome.FAIL)
    )
    return any(trial is not without for trial in trials)


def _settled(finding: Finding, outcome: Outcome) -> Finding:
    """Return an open finding with an outcome, or with the best it can take; one that nothing settles stays open."""
    if finding.outcome is not Outcome.UNKNOWN or not finding.missing:
        return finding
    best = next((better for better in (Outcome.PASS, Outcome.WARN) if better in finding.possible), Outcome.UNKNOWN)
    return replace(finding, outcome=outcome if outcome in finding.possible else best)


def _rank(fact: str, findings: Sequence[Finding]) -> tuple[int, int, str]:
    waiting = [finding for finding in findings if fact in finding.missing and finding.required]
    alone = sum(1 for finding in waiting if len(finding.missing) == 1)
    return (-len(waiting), -alone, fact)
