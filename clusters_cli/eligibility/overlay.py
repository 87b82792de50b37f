"""A named *what if*: values that replace those of the law, from the file of ``--parameters``."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from clusters_cli.foundations.data_paths import dotted
from clusters_cli.foundations.errors import InvalidDataError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Day, Model
from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.problems import Problem
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.strict_yaml import Document, read_yaml
from clusters_cli.foundations.text import Text, counted
from clusters_cli.foundations.validation import check
from clusters_cli.registry.models import Parameter, written_figure

UNKNOWN_PARAMETER = Explanation(
    "PAR101",
    Text("an unknown parameter"),
    Text("The file of --parameters replaces a parameter that the law in use does not have."),
    Text("Take the id that is suggested; they stand in the law that comes with the program and in programmes.yaml."),
)
UNFIT_PARAMETER = Explanation(
    "PAR102",
    Text("a value that does not fit its parameter"),
    Text("A share lies between 0 and 1, euros are not negative, years and counts are whole, yes-no is yes or no."),
    Text("Write the value in the unit of the parameter."),
)


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


def read_overlay(path: Path, known: Mapping[str, Parameter]) -> tuple[Overlay, Mapping[str, tuple[OverlaidValue, ...]]]:
    """Read an overlay, and sort its values by the parameter they replace.

    Args:
        path: the file.
        known: the parameters of the law, by id.

    Raises:
        UnusableFileError: the file cannot be read.
        InvalidDataError: it is not a valid overlay, or names an unknown parameter; the nearest is told.
    """
    document = read_yaml(path)
    read, problems = check(document, Overlay)
    found = problems or tuple(_unfit(known, document, read))
    if read is None or found:
        raise InvalidDataError(
            counted("{file}: {count} problem", "{file}: {count} problems", len(found), file=document.file), found
        )
    by_id: dict[str, tuple[OverlaidValue, ...]] = {}
    for value in read.parameters:
        identifier = _meant(value.id, known)
        by_id[identifier] = (*by_id.get(identifier, ()), value)
    return read, by_id


def _meant(typed: str, known: Mapping[str, Parameter]) -> str:
    """Return the id of the parameter that is meant; what was typed if there is none."""
    return next((identifier for identifier in known if fold(identifier) == fold(typed)), typed)


def _unfit(known: Mapping[str, Parameter], document: Document, read: Overlay | None) -> Iterator[Problem]:
    for index, value in enumerate(read.parameters if read else ()):
        identifier = _meant(value.id, known)
        if identifier not in known:
            path = ("parameters", index, "id")
            near = next(iter(nearest(value.id, known, 1)), None)
            message = Text("there is no parameter {id!r}", id=value.id)
            yield Problem(UNKNOWN_PARAMETER, document.locate(path), message, path=dotted(path), suggestion=near)
            continue
        try:
            written_figure(value.value, known[identifier].unit)
        except RefusedError as error:
            path = ("parameters", index, "value")
            yield Problem(UNFIT_PARAMETER, document.locate(path), error.reason, path=dotted(path))
