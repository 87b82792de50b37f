"""The law as it stands on a day: parameters and aid regimes, with what a named overlay changes in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from clusters_cli.eligibility.overlay import OverlaidValue, Overlay, read_overlay
from clusters_cli.eligibility.parameter_words import parameter_words
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.text import Value
from clusters_cli.registry import Registry, open_registry
from clusters_cli.registry.models import AidRegime, DatedValue, Parameter, ParameterFigure, written_figure


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
        dated: the registry's entry for that day, if there is one.
        original: the registry's value that an overlay replaces; ``None`` when none does.
        overlaid: whether the value comes from the overlay.
    """

    parameter: Parameter
    day: date
    value: ParameterFigure | None
    dated: DatedValue | None
    original: ParameterFigure | None = None
    overlaid: bool = False

    @property
    def words(self) -> Value | None:
        """What holds as people read it; ``None`` when nothing does."""
        return None if self.value is None else parameter_words(self.value, self.parameter.unit)

    @property
    def original_words(self) -> Value | None:
        """What an overlay replaces as people read it."""
        return None if self.original is None else parameter_words(self.original, self.parameter.unit)

    @computed
    def written(self) -> str | None:
        """What holds, as text, whatever its kind."""
        return None if self.value is None else str(self.value)

    @computed
    def written_original(self) -> str | None:
        """What an overlay replaces, as text."""
        return None if self.original is None else str(self.original)


@dataclass(frozen=True)
class Law:
    """Every parameter and regime, and the overlay in use.

    Attributes:
        borrowed: whether it comes with the program because the registry holds no legal parameters.
        overlay: the *what if* in use, if there is one.
        overlaid: its values, by the parameter they replace.
    """

    parameters: Mapping[str, Parameter]
    regimes: tuple[AidRegime, ...]
    borrowed: bool = False
    overlay: Overlay | None = None
    overlaid: Mapping[str, tuple[OverlaidValue, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, parameters: Sequence[Parameter], regimes: Sequence[AidRegime], *, borrowed: bool = False) -> "Law":
        """Put the law of a registry together."""
        return cls({parameter.id: parameter for parameter in parameters}, tuple(regimes), borrowed)

    def on(self, identifier: str, day: date) -> InForceOn:
        """Return a parameter as it stands on a day."""
        parameter = self.parameters[identifier]
        dated = parameter.on(day)
        value = parameter.figure(dated) if dated else None
        for replacing in self.overlaid.get(identifier, ()):
            if replacing.holds_on(day):
                changed = written_figure(replacing.value, parameter.unit)
                return InForceOn(parameter, day, changed, dated, value, overlaid=True)
        return InForceOn(parameter, day, value, dated)

    def before(self, identifier: str, day: date) -> InForceOn | None:
        """Return a parameter as it stood before the value of a day came in, if there was one before."""
        dated = self.parameters[identifier].on(day)
        return self.on(identifier, dated.since - timedelta(days=1)) if dated and dated.since else None

    def first_day(self, identifier: str) -> date | None:
        """Return the first day on which a parameter has a value, ``None`` when it is open."""
        return self.parameters[identifier].values[0].since


def law_in_use(registry: Registry, parameters: Path | None = None) -> Law:
    """Return the law that is applied to the clusters of a registry.

    Args:
        registry: one without legal parameters borrows those that come with the program: the law is the same.
        parameters: an overlay file.

    Raises:
        UnusableFileError: the overlay cannot be read.
        InvalidDataError: the overlay is not valid.
    """
    borrowed = not registry.programmes.parameters
    programmes = open_registry(None).programmes if borrowed else registry.programmes
    law = Law.of(programmes.parameters, programmes.aid_regimes, borrowed=borrowed)
    return law if parameters is None else with_overlay(law, parameters)


def with_overlay(law: Law, file: Path) -> Law:
    """Return the law with the values of an overlay file in it.

    Raises:
        UnusableFileError: the file cannot be read.
        InvalidDataError: it is not a valid overlay, or names an unknown parameter; the nearest is told.
    """
    overlay, overlaid = read_overlay(file, law.parameters)
    return replace(law, overlay=overlay, overlaid=overlaid)
