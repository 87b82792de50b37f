"""Rule cases: small dossiers and what the rules must say of them, written by those who know the law."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from clusters_cli.dossier import NoSuchPlaceError, dossier_of, with_fact, without_fact
from clusters_cli.eligibility.examination import Examination, examine
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.questions import whole_dossier
from clusters_cli.eligibility.rulebook import Depth
from clusters_cli.eligibility.verdicts import Verdict
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.errors import ExitCode, InvalidDataError, UnusableFileError
from clusters_cli.foundations.fields import Amount, Day, Line, Model, SignedAmount
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.problems import Position
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.strict_yaml import Document, read_yaml
from clusters_cli.foundations.text import Joined, Sentence, Text, counted, labelled
from clusters_cli.foundations.validation import check
from clusters_cli.foundations.words import Vocabulary

FactPath = Annotated[str, Field(max_length=100, examples=["resources[0].amount"])]
"""Path to a fact of a dossier."""


class RuleCase(Model):
    """One case.

    Attributes:
        name: what is tried, in a sentence.
        reference: where the expectation comes from.
        given: facts that replace those of the file's dossier, by dotted path.
        without: facts taken out of it.
        expect: outcomes by rule.
        verdict: expected verdict, when the case is about it.
        missing: the facts that must be said to be missing first, in order.
    """

    name: Line
    reference: Line | None = None
    given: dict[FactPath, Any] = Field(default_factory=dict, alias="set")
    without: tuple[FactPath, ...] = ()
    as_of: Day | None = None
    expect: dict[str, Outcome] = Field(default_factory=dict)
    verdict: Verdict | None = None
    missing: tuple[str, ...] | None = None
    maximum_grant: Amount | None = None
    headroom: SignedAmount | None = None

    @model_validator(mode="after")
    def _expects_something(self) -> Self:
        if not self.expect and (self.verdict, self.missing, self.maximum_grant, self.headroom) == (None,) * 4:
            raise RefusedError(Text("expects nothing: add expect, verdict, missing, maximum_grant or headroom"))
        return self


class CasesFile(Model):
    """A file of cases.

    Attributes:
        dossier: the dossier from which every case starts.
        as_of: the day from which deadlines are measured, unless a case gives its own.
    """

    dossier: dict[str, Any]
    as_of: Day
    cases: Annotated[tuple[RuleCase, ...], Field(min_length=1)]


class DossierState(Vocabulary):
    """Whether the dossier that a case makes is one."""

    VALID = "valid", Text("valid"), "valide"
    NOT_VALID = "not valid", Text("not valid"), "non valide"


@in_data(spread=("position",))
@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something that came out otherwise than a case expects.

    Attributes:
        about: a rule, ``verdict`` or another expectation.
        expected: what the case expects, as text.
        found: what came out; ``None`` if nothing did.
        reason: the message of the rule, or the rules that decided.
    """

    case: str
    position: Position
    about: str
    expected: str
    found: str | None
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Tried:
    """A case after its trial."""

    case: RuleCase
    mismatches: tuple[Mismatch, ...]

    @property
    def holds(self) -> bool:
        """Whether all came out as the case expects."""
        return not self.mismatches


class UnreadableCasesError(UnusableFileError):
    """A file of cases cannot be read: it is what is judged, so that the answer is no."""

    exit_code = ExitCode.NO


class InvalidCasesError(InvalidDataError):
    """A file of cases is not valid: it is what is judged, so that the answer is no."""

    exit_code = ExitCode.NO


def read_cases(path: Path) -> tuple[CasesFile, Document]:
    """Read a file of cases.

    Raises:
        UnreadableCasesError: the file cannot be read.
        InvalidCasesError: it is not a valid file of cases.
    """
    document = _read(path)
    read, problems = check(document, CasesFile)
    if read is None:
        raise InvalidCasesError(
            counted("{file}: {count} problem", "{file}: {count} problems", len(problems), file=document.file), problems
        )
    return read, document


def _read(path: Path) -> Document:
    try:
        return read_yaml(path)
    except UnusableFileError as error:
        raise UnreadableCasesError(
            error.message, error.explanation, reason=error.reason, hint=error.hint, position=error.position
        ) from error


def try_cases(path: Path, law: Law) -> tuple[Tried, ...]:
    """Try every case of a file, and return each with all its mismatches.

    Raises:
        UnreadableCasesError: the file cannot be read.
        InvalidCasesError: it is not a valid file of cases.
    """
    read, document = read_cases(path)
    return tuple(
        Tried(case, _mismatches(read, case, document.locate(("cases", index)), law))
        for index, case in enumerate(read.cases)
    )


def all_hold(tried: Iterable[Tried]) -> bool:
    """Return whether the rules say what every case expects."""
    return all(case.holds for case in tried)


def examined(read: CasesFile, case: RuleCase, law: Law) -> Examination:
    """Examine the dossier of a case.

    Raises:
        InvalidDataError: with the facts it sets, its dossier is not valid.
        NoSuchPlaceError: it sets or takes out a fact that its dossier has no place for.
    """
    data: Any = read.dossier
    for fact, value in case.given.items():
        data = with_fact(data, fact, value)
    for fact in case.without:
        data = without_fact(data, fact)
    file = dossier_of(Document(case.name, "", data), {})
    as_of = case.as_of or read.as_of
    return examine(whole_dossier(file, law, as_of), Depth.DOSSIER, name=case.name)


def _mismatches(read: CasesFile, case: RuleCase, position: Position, law: Law) -> tuple[Mismatch, ...]:
    try:
        found = examined(read, case, law)
    except InvalidDataError as error:
        told = tuple(labelled(problem.path, problem.message) for problem in error.problems)
        return (_not_valid(case, position, Joined(told, by="; ")),)
    except NoSuchPlaceError as error:
        return (_not_valid(case, position, error.reason),)
    return tuple(
        Mismatch(case.name, position, about, expected, got, reason)
        for about, expected, got, reason in (*_outcomes(case, found), *_others(case, found))
        if expected != got
    )


def _not_valid(case: RuleCase, position: Position, reason: Sentence) -> Mismatch:
    return Mismatch(case.name, position, "dossier", DossierState.VALID, DossierState.NOT_VALID, reason)


def _outcomes(case: RuleCase, found: Examination) -> list[tuple[str, str, str | None, Sentence]]:
    by_rule = {item.finding.rule: item.finding for item in found.examined}
    stranger = (None, Text("there is no such rule"))
    return [
        (rule, outcome, *((by_rule[rule].outcome.value, by_rule[rule].message) if rule in by_rule else stranger))
        for rule, outcome in case.expect.items()
    ]


def _others(case: RuleCase, found: Examination) -> list[tuple[str, str, str | None, Sentence]]:
    first = found.examined[0].finding
    decided = labelled(first.rule, first.message)
    results: list[tuple[str, str, str | None, Sentence]] = []
    if case.verdict is not None:
        results.append(("verdict", case.verdict, found.verdict, decided))
    if case.missing is not None:
        shown = ", ".join(found.missing[: len(case.missing)] if case.missing else found.missing)
        results.append(("missing", ", ".join(case.missing), shown, decided))
    for about in ("maximum_grant", "headroom"):
        wanted = getattr(case, about)
        if wanted is not None:
            got = getattr(found.limits, about)
            results.append((about, str(wanted), None if got is None else str(got), decided))
    return results


def outcomes_tried(read: CasesFile) -> Mapping[str, set[str]]:
    """Return the outcomes that the cases of a file expect of each rule."""
    tried: dict[str, set[str]] = {}
    for case in read.cases:
        for rule, outcome in case.expect.items():
            tried.setdefault(rule, set()).add(outcome)
    return tried
