"""The rules as data: what each asks, where it is written, what its outcomes mean; and the function that answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from clusters_cli.eligibility.rules import FUNCTIONS, RuleFunction
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.fields import Label, Model, YesNo
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.problems import Position
from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.foundations.text import Text, counted
from clusters_cli.foundations.validation import check
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.models import ConfidenceLetter, FunderRuleName


class Depth(Vocabulary):
    """How far a case is examined."""

    SCREENING = "screening", Text("screened from the registry"), "examen rapide d’après le registre"
    QUICK = "quick", Text("amounts and date only"), "montants et date seulement"
    DOSSIER = "dossier", Text("whole dossier"), "dossier complet"


class RuleNature(Vocabulary):
    """Who wants what a rule asks: only failing a condition that the law sets to the aid makes the aid unlawful.

    A duty of the law beside the aid, such as a paper that is still missing, can be made good.
    """

    LAW = "law", Text("law"), "loi"
    DUTY = "duty", Text("duty"), "obligation"
    FUNDER = "funder", Text("funder"), "financeur"


FILE = Path(__file__).with_name("rules.yaml")


class Meaning(Model):
    """What each outcome of a rule means; one that the law rules out is left out and explained in ``impossible``."""

    passing: Label | None = Field(default=None, alias="pass")
    fail: Label | None = None
    warn: Label | None = None
    unknown: Label | None = None
    not_applicable: Label | None = None

    def of(self, outcome: Outcome) -> Label | None:
        """Return the meaning of an outcome."""
        meaning: Label | None = getattr(self, "passing" if outcome is Outcome.PASS else outcome.value)
        return meaning


class RuleInfo(Model):
    """What is known of a rule besides its function: the keys of its entry in ``rules.yaml``.

    Attributes:
        id: ``K`` and its number, which its function has too.
        theme: the group it is listed in, in one word.
        title: what it is called.
        question: what it asks.
        nature: ``law`` for a condition of the aid; ``duty`` for one of the law beside it; ``funder`` for what a funder
            asks or owes.
        required: whether a verdict waits for it while it is unknown.
        quick: whether it is also asked without a dossier.
        confidence: of the readings it rests on; parameters carry their own.
        reference: where it is written, in the language of the text.
        bases: the bases of which it is a condition; every one by default, and of another it is not asked.
        reads: the facts of a dossier that it looks at, all of them, so that explanations name them.
        parameters: the parameters that it looks at.
        applies: the rule of the funder's own that it applies; without one in the frame of a registry it is not asked.
        meaning: what each outcome means, by outcome.
        remedy: what to provide or change when it fails or cannot be told.
        human: what a person has to read and judge, whatever the program says.
        impossible: for pass, fail and unknown: why the rule never gives it.
    """

    id: Annotated[str, Field(pattern=r"^K\d\d$")]
    theme: str
    title: Label
    question: Label
    nature: RuleNature
    required: YesNo
    quick: YesNo = False
    confidence: ConfidenceLetter
    reference: str
    bases: tuple[AidBasis, ...] = tuple(AidBasis)
    reads: tuple[str, ...]
    parameters: tuple[str, ...] = ()
    applies: FunderRuleName | None = None
    meaning: Meaning
    remedy: Label
    human: Label | None = None
    impossible: dict[Outcome, Label] = Field(default_factory=dict)

    @property
    def is_of_every_basis(self) -> bool:
        """Whether it is a condition of every basis."""
        return set(self.bases) == set(AidBasis)


class RulesFile(Model):
    """``rules.yaml``."""

    rules: tuple[RuleInfo, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its metadata, its function, and where it stands in ``rules.yaml``."""

    info: RuleInfo
    answer: RuleFunction
    position: Position

    @property
    def possible(self) -> frozenset[Outcome]:
        """The outcomes that the rule can give."""
        told = {outcome for outcome in Outcome if self.info.meaning.of(outcome) is not None}
        return frozenset(told if self.info.is_of_every_basis else {*told, Outcome.NOT_APPLICABLE})


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Rule]:
    """Return every rule by id, in the order of their numbers.

    Raises:
        InvalidDataError: an entry of ``rules.yaml`` is not valid.
        LookupError: an entry has no function.
    """
    document = read_yaml(FILE, FILE.name)
    read, problems = check(document, RulesFile)
    if read is None:
        message = counted("{file}: {count} problem", "{file}: {count} problems", len(problems), file=document.file)
        raise InvalidDataError(message, problems)
    located = {info.id: (info, document.locate(("rules", index, "id"))) for index, info in enumerate(read.rules)}
    for identifier, (_info, position) in located.items():
        if identifier not in FUNCTIONS:
            function = f"{identifier.lower()}_…"
            raise LookupError(f"{position}: {identifier} has no function: write {function} in eligibility/rules/")
    return {identifier: Rule(info, FUNCTIONS[identifier], position) for identifier, (info, position) in located.items()}
