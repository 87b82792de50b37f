"""The law as it stands on a day: parameters and aid regimes, with what a named overlay changes in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from clusters_cli.eligibility.overlay import OverlaidValue, Overlay, read_overlay
from clusters_cli.eligibility.worded_parameters import parameter_words
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.text import Value
from clusters_cli.registry import Layer, Layered, Registry, Replacement
from clusters_cli.registry.models import (
    AidRegime,
    DatedValue,
    FunderRule,
    FunderRuleName,
    Parameter,
    ParameterFigure,
    written_figure,
)


@in_data(
    taken={
        "parameter": ("id",),
        "dated": ("from", "to", "reference", "article", "url", "confidence", "checked"),
    },
    without=("value", "original"),
    written="value",
    written_original="original",
)
@dataclass(frozen=True, slots=True)
class InForceOn:
    """A parameter on a day.

    Attributes:
        value: what holds, ``None`` when nothing does or when the law is unsettled.
        dated: the entry for that day, the program's or the registry's own, if there is one.
        layer: whose the value is: the program's, the registry's own, or that of the overlay.
        instead_of: in whose place it stands; ``None`` when it replaces nobody's.
        original: what would hold without it.
    """

    parameter: Parameter
    day: date
    value: ParameterFigure | None
    dated: DatedValue | None
    layer: Layer = Layer.PROGRAM
    instead_of: Layer | None = None
    original: ParameterFigure | None = None

    @computed
    def overlaid(self) -> bool:
        """Whether the value comes from the overlay."""
        return self.layer is Layer.FILE

    @computed
    def whose(self) -> str | None:
        """Whose own rule it is, for what is no law."""
        return self.parameter.whose if isinstance(self.parameter, FunderRule) else None

    @property
    def words(self) -> Value | None:
        """What holds as people read it; ``None`` when nothing does."""
        return None if self.value is None else parameter_words(self.value, self.parameter.unit)

    @property
    def original_words(self) -> Value | None:
        """What would hold without it, as people read it."""
        return None if self.original is None else parameter_words(self.original, self.parameter.unit)

    @computed
    def written(self) -> str | None:
        """What holds, as text, whatever its kind."""
        return None if self.value is None else str(self.value)

    @computed
    def written_original(self) -> str | None:
        """What would hold without it, as text."""
        return None if self.original is None else str(self.original)


@dataclass(frozen=True)
class Law:
    """Every parameter and regime, the funder's own among them, and the overlay in use.

    Attributes:
        known: the parameters, those of the program and of a registry.
        regimes: the aid regimes, likewise.
        overlay: the *what if* in use, if there is one.
        overlaid: its values, by the parameter they replace.
    """

    known: Layered[Parameter]
    regimes: Layered[AidRegime]
    overlay: Overlay | None = None
    overlaid: Mapping[str, tuple[OverlaidValue, ...]] = field(default_factory=dict)

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """The parameters by id."""
        return {parameter.id: parameter for parameter in self.known.entries}

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """The parameters and regimes of the registry's own that stand in place of the program's."""
        return (*self.known.replacements.values(), *self.regimes.replacements.values())

    def rule_of_funder(self, identifier: FunderRuleName) -> FunderRule | None:
        """Return a rule of the funder's own that the frame of the registry holds, ``None`` if it holds none."""
        rule = self.parameters.get(identifier)
        return rule if isinstance(rule, FunderRule) else None

    def on(self, identifier: str, day: date) -> InForceOn:
        """Return a parameter as it stands on a day."""
        parameter, layer = self.parameters[identifier], self.known.layers[identifier]
        dated, value = _figure_on(parameter, day)
        for replacing in self.overlaid.get(identifier, ()):
            if replacing.holds_on(day):
                changed = written_figure(replacing.value, parameter.unit)
                return InForceOn(parameter, day, changed, dated, Layer.FILE, layer, value)
        replaced = self.known.originals.get(identifier)
        if replaced is None:
            return InForceOn(parameter, day, value, dated, layer)
        return InForceOn(parameter, day, value, dated, layer, Layer.PROGRAM, _figure_on(replaced, day)[1])

    def before(self, identifier: str, day: date) -> InForceOn | None:
        """Return a parameter as it stood before the value of a day came in, if there was one before."""
        dated = self.parameters[identifier].on(day)
        return self.on(identifier, dated.since - timedelta(days=1)) if dated and dated.since else None

    def first_day(self, identifier: str) -> date | None:
        """Return the first day on which a parameter has a value, ``None`` when it is open."""
        return self.parameters[identifier].values[0].since


def _figure_on(parameter: Parameter, day: date) -> tuple[DatedValue | None, ParameterFigure | None]:
    """Return a parameter's entry for a day, and its figure."""
    dated = parameter.on(day)
    return dated, parameter.figure(dated) if dated else None


def law_in_use(registry: Registry, parameters: Path | None = None) -> Law:
    """Return the law that is applied to the clusters of a registry: the program's, with the registry's own in it.

    The rules of its funder are among its own.

    Args:
        registry: the registry.
        parameters: an overlay file.

    Raises:
        UnusableFileError: the overlay cannot be read.
        InvalidDataError: the overlay is not valid.
    """
    law = Law(registry.parameters, registry.aid_regimes)
    return law if parameters is None else with_overlay(law, parameters)


def with_overlay(law: Law, file: Path) -> Law:
    """Return the law with the values of an overlay file in it.

    Raises:
        UnusableFileError: the file cannot be read.
        InvalidDataError: it is not a valid overlay, or names an unknown parameter; the nearest is told.
    """
    overlay, overlaid = read_overlay(file, law.parameters)
    return replace(law, overlay=overlay, overlaid=overlaid)
