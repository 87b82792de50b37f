"""The rules of one run: the criteria of a registry, with the thresholds of a year or those a user tries instead."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.errors import InvalidDataError, UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Model
from clusters_cli.foundations.money import as_decimal
from clusters_cli.foundations.strict_yaml import read_yaml
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.validation import check
from clusters_cli.maturity.evidence_words import AssumptionOfClasses
from clusters_cli.registry import Registry, packaged_registry
from clusters_cli.registry.models import Criterion, MaturityFile, Measure, Sourced

YEAR_OUT_OF_RANGE = Explanation(
    "USE150",
    Text("a reference year out of range"),
    Text("Maturity is judged in a reference year, and no figure of a cluster can be of the one typed."),
    Text("Type a year within the range of the message, or leave --as-of out."),
    example="clusters classify --as-of 20233",
)
UNUSED_THRESHOLD = Explanation(
    "USE151",
    Text("a threshold that nothing looks at"),
    Text("The option changes the threshold of a measure that no criterion of this registry looks at."),
    Text("Leave the option out, or add the criterion to maturity.yaml."),
)


FileT = TypeVar("FileT", bound=Model)
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What a user changes to see the effect; ``None`` keeps what the registry says.

    Attributes:
        as_of: reference year.
        young_years: years below which a cluster is young.
        budget: yearly budget in euros.
        team: permanent team.
    """

    as_of: int | None = None
    young_years: int | None = None
    budget: Decimal | None = None
    team: Decimal | None = None

    @property
    def thresholds(self) -> dict[Measure, Decimal]:
        """The thresholds that are replaced, by measure."""
        young = None if self.young_years is None else Decimal(self.young_years)
        given: dict[Measure, Decimal | None] = {
            Measure.AGE: young,
            Measure.BUDGET: self.budget,
            Measure.TEAM: self.team,
        }
        return {measure: value for measure, value in given.items() if value is not None}


@in_data(spread=("origin",))
@dataclass(frozen=True, slots=True)
class AssumedThreshold:
    """A figure that the classes rest on.

    Attributes:
        about: what it is.
        value: the one used; ``None`` when none holds in the reference year.
        usual: the registry's, which an option may replace.
        origin: who states the usual one.
    """

    about: AssumptionOfClasses
    value: Decimal | None
    usual: Decimal | None
    origin: Sourced | None

    @computed
    def changed(self) -> bool:
        """Whether an option replaced the registry's figure by another."""
        return self.value != self.usual


@dataclass(frozen=True, slots=True)
class AppliedCriterion:
    """A criterion with the threshold it is asked with; ``origin`` is ``None`` when an option gave the threshold."""

    criterion: Criterion
    threshold: Decimal | None
    origin: Sourced | None


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that decides a class beside the facts.

    Attributes:
        year: reference year.
        rules: the criteria by rank.
        tolerance: share of a threshold within which a figure is borderline.
        assumptions: what was used, changed or not.
        borrowed: whether they come with the program because the registry has none.
    """

    year: int
    rules: tuple[AppliedCriterion, ...]
    tolerance: Decimal
    assumptions: tuple[AssumedThreshold, ...]
    borrowed: bool = False


def rules_of(registry: Registry, what_if: WhatIf | None = None) -> Rules:
    """Return the rules of a registry, or those that come with the program if it has none.

    Raises:
        UsageError: a change makes no sense, or no criterion looks at what it changes.
    """
    if registry.maturity is not None:
        return settled(registry.maturity, what_if or WhatIf())
    return settled(packaged_rules("maturity.yaml", MaturityFile), what_if or WhatIf(), borrowed=True)


def settled(file: MaturityFile, what_if: WhatIf, *, borrowed: bool = False) -> Rules:
    """Return the rules that criteria and changes make together.

    Raises:
        UsageError: a change makes no sense, or no criterion looks at what it changes.
    """
    usual_year = file.reference_year.value
    year = usual_year if what_if.as_of is None else what_if.as_of
    if not FIRST_YEAR <= year <= LAST_YEAR:
        message = Text(
            "the reference year must lie between {first} and {last}, found {year}",
            first=FIRST_YEAR,
            last=LAST_YEAR,
            year=year,
        )
        raise UsageError(message, YEAR_OUT_OF_RANGE)
    _refuse_idle_changes(file, what_if)
    tolerance = as_decimal(file.borderline.value)
    rules = tuple(_rule(criterion, year, what_if) for criterion in file.ranked)
    return Rules(
        year=year,
        rules=rules,
        tolerance=tolerance,
        assumptions=(
            AssumedThreshold(
                AssumptionOfClasses.REFERENCE_YEAR, Decimal(year), Decimal(usual_year), file.reference_year
            ),
            *(_assumption(rule, year) for rule in rules),
            AssumedThreshold(AssumptionOfClasses.BORDERLINE, tolerance, tolerance, file.borderline),
        ),
        borrowed=borrowed,
    )


def _rule(criterion: Criterion, year: int, what_if: WhatIf) -> AppliedCriterion:
    usual = criterion.threshold_in(year)
    if criterion.measure in what_if.thresholds:
        return AppliedCriterion(criterion, what_if.thresholds[criterion.measure], None)
    return AppliedCriterion(criterion, usual.value if usual else None, usual)


def _assumption(rule: AppliedCriterion, year: int) -> AssumedThreshold:
    usual = rule.criterion.threshold_in(year)
    return AssumedThreshold(
        AssumptionOfClasses.written()[rule.criterion.measure], rule.threshold, usual.value if usual else None, usual
    )


def _refuse_idle_changes(file: MaturityFile, what_if: WhatIf) -> None:
    looked_at = {criterion.measure for criterion in file.criteria}
    idle = sorted(what_if.thresholds.keys() - looked_at)
    if idle:
        message = Text(
            "no criterion of this registry looks at {measure}: its threshold cannot be changed", measure=idle[0].value
        )
        raise UsageError(message, UNUSED_THRESHOLD)


def packaged_rules(name: str, model: type[FileT]) -> FileT:
    """Read one file of the registry that comes with the program.

    Raises:
        InvalidDataError: it is not valid.
    """
    file, problems = check(read_yaml(packaged_registry() / name, name), model)
    if file is None:
        raise InvalidDataError(Text("{name} of the packaged registry is not valid", name=name), problems)
    return file
