"""The law as it stands on a day: parameters and aid regimes, with what a named overlay changes in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import Field

from clusters_cli.foundations.data_paths import dotted
from clusters_cli.foundations.errors import InvalidDataError, RefusedError
from clusters_cli.foundations.models import Day, Model
from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.strict_yaml import Document, read_yaml
from clusters_cli.foundations.text import Text, counted
from clusters_cli.foundations.validation import check
from clusters_cli.registry.models.aid import AidRegime, DatedValue, Parameter, ParameterFigure, written_figure


class OverlaidValue(Model):
    """A value that replaces that of a parameter, always or from a day to a day."""

    id: str
    value: str
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = Field(default=None, alias="to")

    def holds_on(self, day: date) -> bool:
        """Whether it replaces the parameter's value on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Overlay(Model):
    """A named *what if*: the file of ``--parameters``."""

    name: str
    parameters: Annotated[tuple[OverlaidValue, ...], Field(min_length=1)]


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


@dataclass(frozen=True)
class Law:
    """Every parameter and regime, and the overlay in use."""

    parameters: Mapping[str, Parameter]
    regimes: tuple[AidRegime, ...]
    overlay: Overlay | None = None
    overlaid: Mapping[str, tuple[OverlaidValue, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, parameters: Sequence[Parameter], regimes: Sequence[AidRegime]) -> "Law":
        """Put the law of a registry together."""
        return cls({parameter.id: parameter for parameter in parameters}, tuple(regimes))

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


def overlay(law: Law, path: Path) -> Law:
    """Return the law with the values of an overlay file in it.

    Raises:
        UnusableFileError: the file cannot be read.
        InvalidDataError: it is not a valid overlay, or names an unknown parameter; the nearest is told.
    """
    document = read_yaml(path)
    read, problems = check(document, Overlay)
    found = problems or tuple(_unfit(law, document, read))
    if read is None or found:
        raise InvalidDataError(
            counted("{file}: {count} problem", "{file}: {count} problems", len(found), file=document.file), found
        )
    by_id: dict[str, tuple[OverlaidValue, ...]] = {}
    for value in read.parameters:
        identifier = _known_id(law, value.id)
        by_id[identifier] = (*by_id.get(identifier, ()), value)
    return Law(law.parameters, law.regimes, read, by_id)


def _known_id(law: Law, typed: str) -> str:
    """Return the id of the parameter that is meant; what was typed if there is none."""
    return next((known for known in law.parameters if fold(known) == fold(typed)), typed)


def _unfit(law: Law, document: Document, read: Overlay | None) -> list[Problem]:
    found = []
    for index, value in enumerate(read.parameters if read else ()):
        identifier = _known_id(law, value.id)
        path = ("parameters", index, "id" if identifier not in law.parameters else "value")
        place = {"position": document.locate(path), "path": dotted(path)}
        if identifier not in law.parameters:
            near = nearest(value.id, law.parameters, 1)
            message = Text("there is no parameter {id!r}", id=value.id)
            found.append(Problem("PAR101", message=message, suggestion=near[0] if near else None, **place))  # type: ignore[arg-type]
            continue
        try:
            written_figure(value.value, law.parameters[identifier].unit)
        except RefusedError as error:
            found.append(Problem("PAR102", message=error.reason, **place))  # type: ignore[arg-type]
    return found
