"""The lines of a dossier with their places, and what is found wrong between two places."""

from collections.abc import Iterator
from typing import NamedTuple

from clusters_cli.dossier.cash_lines import CashLine
from clusters_cli.dossier.dossier import Dossier
from clusters_cli.dossier.lines import CostLine, Resource
from clusters_cli.dossier.timing import EVEN, Timing
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.places import DataPath
from clusters_cli.foundations.text import Text


class Contradiction(NamedTuple):
    """Something wrong between two places of a dossier, and the place to look at."""

    explanation: Explanation
    path: DataPath
    message: Text


class PlacedLine(NamedTuple):
    """A line of a dossier and its place."""

    path: DataPath
    line: CostLine | Resource | CashLine

    @property
    def timing(self) -> Timing:
        """When its money moves; evenly where it does not say."""
        return self.line.timing or EVEN

    @property
    def goes_with_plan(self) -> bool:
        """Whether it begins and ends with the plan, where it does not say otherwise, and not with the project."""
        return isinstance(self.line, CashLine) and self.line.each is not None


def lines_of(dossier: Dossier) -> Iterator[PlacedLine]:
    """Yield every line of a dossier: costs, resources, and those of the treasury."""
    yield from (PlacedLine(("costs", index), line) for index, line in enumerate(dossier.costs or ()))
    yield from (PlacedLine(("resources", index), line) for index, line in enumerate(dossier.resources or ()))
    yield from (PlacedLine(("treasury", "lines", index), line) for index, line in enumerate(dossier.treasury.lines))
