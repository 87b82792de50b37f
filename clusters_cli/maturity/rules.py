"""The rules of one run: the criteria of a registry, with the thresholds of a day or those a user tries instead."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
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
from clusters_cli.registry.models import Criterion, MaturityFile, Measure, Source, Sourced, SourcesFile

UNUSED_THRESHOLD = Explanation(
    "USE151",
    Text("a threshold that nothing looks at"),
    Text("The option changes the threshold of a measure that no criterion of this registry looks at."),
    Text("Leave the option out, or add the criterion to maturity.yaml."),
)


FileT = TypeVar("FileT", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What a user changes to see the effect; ``None`` keeps what the registry says.

    Attributes:
        young_years: years below which a cluster is young.
        budget: yearly budget in euros.
        team: permanent team.
    """

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
        value: the one used; ``None`` when none holds in the year of the day.
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


@dataclass(frozen=True)
class Rules:
    """Everything that decides a class beside the facts.

    Attributes:
        day: the day on which classes are asked for; thresholds are those of its year.
        file: the criteria.
        what_if: what an option changes.
        lender: the source that the criteria were made from, where they come with the program because the registry
            has none of its own; ``None`` for those of the registry.
    """

    day: date
    file: MaturityFile
    what_if: WhatIf
    lender: Source | None = None

    def on(self, day: date) -> "Rules":
        """Return the rules of another day."""
        return replace(self, day=day)

    @cached_property
    def applied(self) -> tuple[AppliedCriterion, ...]:
        """The criteria by rank."""
        return tuple(self._applied(criterion) for criterion in self.file.ranked)

    @cached_property
    def tolerance(self) -> Decimal:
        """Share of a threshold within which a figure is borderline."""
        return as_decimal(self.file.borderline.value)

    @property
    def assumptions(self) -> tuple[AssumedThreshold, ...]:
        """What was used, changed or not."""
        borderline = AssumedThreshold(
            AssumptionOfClasses.BORDERLINE, self.tolerance, self.tolerance, self.file.borderline
        )
        return (*map(self._assumption, self.applied), borderline)

    def _applied(self, criterion: Criterion) -> AppliedCriterion:
        usual = criterion.threshold_in(self.day.year)
        if criterion.measure in self.what_if.thresholds:
            return AppliedCriterion(criterion, self.what_if.thresholds[criterion.measure], None)
        return AppliedCriterion(criterion, usual.value if usual else None, usual)

    def _assumption(self, rule: AppliedCriterion) -> AssumedThreshold:
        usual = rule.criterion.threshold_in(self.day.year)
        about = AssumptionOfClasses.written()[rule.criterion.measure]
        return AssumedThreshold(about, rule.threshold, usual.value if usual else None, usual)


def rules_of(registry: Registry, day: date, what_if: WhatIf | None = None) -> Rules:
    """Return the rules of a registry on a day, or those that come with the program if it has none.

    Raises:
        UsageError: no criterion looks at what is changed.
    """
    file, lender = criteria_in_use(registry)
    changes = what_if or WhatIf()
    _refuse_idle_changes(file, changes)
    return Rules(day, file, changes, lender)


def criteria_in_use(registry: Registry) -> tuple[MaturityFile, Source | None]:
    """Return the criteria of a registry, or those that come with the program and the source they were made from.

    That source is the reference of the registry that comes with the program.
    """
    if registry.maturity is not None:
        return registry.maturity, None
    sources = packaged_rules("sources.yaml", SourcesFile).sources
    return packaged_rules("maturity.yaml", MaturityFile), next(source for source in sources if source.reference)


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
