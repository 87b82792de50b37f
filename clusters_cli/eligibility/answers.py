"""What a rule answers, before anybody knows which rule it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.foundations.findings import FoundValue, Outcome
from clusters_cli.foundations.text import Listed, Sentence, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAnswer:
    """A rule's answer: its outcome, the reason, and the figures it compared."""

    outcome: Outcome
    message: Sentence
    found: FoundValue = None
    limit: FoundValue = None
    margin: Decimal | None = None
    missing: tuple[str, ...] = ()


def passes(
    message: Sentence, *, found: FoundValue = None, limit: FoundValue = None, margin: Decimal | None = None
) -> RuleAnswer:
    """The condition is met."""
    return RuleAnswer(outcome=Outcome.PASS, message=message, found=found, limit=limit, margin=margin)


def fails(
    message: Sentence, *, found: FoundValue = None, limit: FoundValue = None, margin: Decimal | None = None
) -> RuleAnswer:
    """The condition is certainly not met."""
    return RuleAnswer(outcome=Outcome.FAIL, message=message, found=found, limit=limit, margin=margin)


def warns(
    message: Sentence, *, found: FoundValue = None, limit: FoundValue = None, margin: Decimal | None = None
) -> RuleAnswer:
    """The condition is met, or none, but somebody must look."""
    return RuleAnswer(outcome=Outcome.WARN, message=message, found=found, limit=limit, margin=margin)


def open_law(message: Sentence, *, found: FoundValue = None, limit: FoundValue = None) -> RuleAnswer:
    """No fact would help: the law itself is not settled, or no text is known."""
    return RuleAnswer(outcome=Outcome.UNKNOWN, message=message, found=found, limit=limit)


def lacks(
    *facts: str, message: Sentence | None = None, found: FoundValue = None, limit: FoundValue = None
) -> RuleAnswer:
    """It depends on facts that are not given; repeated ones are told once."""
    wanted = tuple(dict.fromkeys(facts))
    told = message or Text("not given: {facts}", facts=Listed(wanted))
    return RuleAnswer(outcome=Outcome.UNKNOWN, message=told, found=found, limit=limit, missing=wanted)


def lacks_some(given: Mapping[str, object], *, limit: FoundValue = None) -> RuleAnswer:
    """It depends on several facts, some of which are not given.

    Args:
        given: each fact with what is known of it, ``None`` when it is not given.
        limit: what would be compared.
    """
    return lacks(*(fact for fact, value in given.items() if value is None), limit=limit)


def not_applicable(message: Sentence) -> RuleAnswer:
    """The rule is not for this case."""
    return RuleAnswer(outcome=Outcome.NOT_APPLICABLE, message=message)


def declared(*, answer: bool | None, fact: str, if_yes: RuleAnswer, if_no: RuleAnswer) -> RuleAnswer:
    """Answer by one declaration."""
    if answer is None:
        return lacks(fact)
    return if_yes if answer else if_no
