"""The columns of a list of clusters, each one entry: what it is called, what it holds, how it is taken from a cluster.

Nothing here loads the registry's models, so that a list can be read from the index of a registry already checked.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.figures import FIGURES, Figure, FigureKind
from clusters_cli.registry.models.maturity_words import Maturity
from clusters_cli.registry.queries import figure, is_supported, preferred, seat, stated_maturity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from clusters_cli.foundations.fields import Label
    from clusters_cli.registry.loading import Registry
    from clusters_cli.registry.models.clusters import Cluster

CLASS = "maturity"
"""The column of the class as of the day asked."""
ColumnValue = str | int | Decimal | bool | None
"""What a column holds of one cluster; ``None`` is unknown."""


class ColumnKind(StrEnum):
    """What kind of values a column holds."""

    TEXT = "text"
    YES_NO = "yes-no"
    YEAR = "year"
    COUNT = "count"
    NUMBER = "number"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list of clusters.

    Attributes:
        name: its key for programs, and what one types to ask for it.
        heading: what stands above it.
        value: how it is taken from a cluster; ``None`` for the class, which depends on the day and which the room of
            maturity computes.
        holds: what kind of values it holds.
        words: the closed set of words that it holds, if it holds words.
        names: what a registry calls the entries whose ids it holds, by id, if it holds ids that people do not know.
        usual: whether it is shown when no columns are asked for.
        minor: whether a narrow terminal may leave it out.
        summed: whether people see its total under it.
        figure: the figure it shows, whose year may differ from that of the line.
    """

    name: str
    heading: Text
    value: "Callable[[Cluster, Registry], ColumnValue] | None"
    holds: ColumnKind = ColumnKind.TEXT
    words: type[Vocabulary] | None = None
    names: "Callable[[Registry], Mapping[str, Label]] | None" = None
    usual: bool = False
    minor: bool = False
    summed: bool = False
    figure: Figure | None = None


def _commune(cluster: "Cluster", registry: "Registry") -> str | None:
    place = seat(cluster, registry)
    return place.commune if place else None


def _department(cluster: "Cluster", registry: "Registry") -> str | None:
    place = seat(cluster, registry)
    return place.department if place else None


def _founded(cluster: "Cluster", registry: "Registry") -> int | None:
    stated = preferred(cluster.founded, registry.reference)
    return int(stated.value[:4]) if stated else None


def _stated(cluster: "Cluster", registry: "Registry") -> Maturity | None:
    stated = stated_maturity(cluster, registry)
    return stated.value if stated else None


def _domain(cluster: "Cluster", registry: "Registry") -> str | None:
    stated = preferred(cluster.domain, registry.reference)
    return stated.value if stated else None


def _domain_names(registry: "Registry") -> "Mapping[str, Label]":
    return {domain.id: domain.name for domain in registry.clusters.domains}


def _year(cluster: "Cluster", registry: "Registry") -> int | None:
    """Return the year of most of the figures that a list shows: the latest of the reference source's, else of any."""
    known = [found for name in _LISTED if (found := figure(cluster, name, registry.reference))]
    of_reference = [found for found in known if found.origin.source == registry.reference]
    return max((found.year for found in of_reference or known), default=None)


def _of_figure(declared: Figure) -> ListColumn:
    def value(cluster: "Cluster", registry: "Registry") -> ColumnValue:
        found = figure(cluster, declared.name, registry.reference)
        return found.value if found else None

    return ListColumn(
        declared.name,
        declared.above,
        value,
        _HOLDS[declared.kind],
        usual=True,
        minor=declared.minor,
        summed=declared.summed,
        figure=declared,
    )


_HOLDS = {
    FigureKind.COUNT: ColumnKind.COUNT,
    FigureKind.NUMBER: ColumnKind.NUMBER,
    FigureKind.AMOUNT: ColumnKind.AMOUNT,
}
_LISTED = tuple(declared.name for declared in FIGURES if declared.listed)

COLUMNS = (
    ListColumn("id", Text("Id"), lambda cluster, _registry: cluster.id),
    ListColumn("name", Text("Name"), lambda cluster, _registry: cluster.name, usual=True),
    ListColumn(CLASS, Text("Maturity"), None, words=Maturity, usual=True),
    ListColumn("stated", Text("Stated"), _stated, words=Maturity),
    ListColumn("seat", Text("Seat"), _commune, usual=True),
    ListColumn("department", Text("Department"), _department),
    ListColumn("founded", Text("Founded"), _founded, ColumnKind.YEAR, usual=True, minor=True),
    ListColumn("domain", Text("Domain"), _domain, names=_domain_names),
    ListColumn("supported", Text("Supported"), is_supported, ColumnKind.YES_NO),
    *(_of_figure(declared) for declared in FIGURES if declared.listed),
    ListColumn("year", Text("Year"), _year, ColumnKind.YEAR, usual=True, minor=True),
)
"""What a list can show and be sorted by, in the order in which programs get it."""
COLUMN_BY_NAME = {column.name: column for column in COLUMNS}
