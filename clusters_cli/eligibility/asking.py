"""Asking one rule of one case: what it finds, how far that can be trusted, and what it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from clusters_cli.dossier import fact_path
from clusters_cli.eligibility.answers import not_applicable
from clusters_cli.eligibility.bases import BASES
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.law import InForceOn
from clusters_cli.eligibility.rulebook import Rule, RuleNature
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.findings import Finding, Outcome
from clusters_cli.foundations.problems import Position
from clusters_cli.foundations.text import Joined, Listed, Sentence, counted
from clusters_cli.registry.models import ConfidenceLetter


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


def ask(rule: Rule, case: Case) -> Examined:
    """Ask one rule, and keep what it read."""
    own = replace(case, declared=frozenset(rule.info.parameters), log=[])
    is_asked = case.basis in rule.info.bases
    ruling = rule.answer(own) if is_asked else not_applicable(BASES[case.basis].not_asked)
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
    """Return the facts that a rule reads, with the basis if not every one asks it; totals only without lines."""
    by_line = case.dossier.costs is not None or case.dossier.resources is not None
    reads = [fact for fact in rule.info.reads if not (by_line and fact.startswith("totals."))]
    return reads if rule.info.is_of_every_basis else [*reads, "aid.basis"]


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
