"""Clusters as lines of a list.

Nothing here loads the registry's models, so that a list can be read from the index of a registry already checked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.text import Text, TwoNames
from clusters_cli.registry.columns import COLUMN_BY_NAME, COLUMNS, ColumnValue
from clusters_cli.registry.endings import End, end_of
from clusters_cli.registry.models.maturity_words import Maturity
from clusters_cli.registry.queries import figure, seat

if TYPE_CHECKING:
    from clusters_cli.foundations.fields import Label
    from clusters_cli.registry.loading import Registry
    from clusters_cli.registry.models.clusters import Cluster

UNKNOWN_COLUMN = Explanation(
    "USE110",
    Text("an unknown column"),
    Text("A list has no column of this name."),
    Text("Take one of those in the message."),
    example="clusters list --sort budgt",
)


Classes = Mapping[str, Maturity | None]
"""The class of each cluster by id, ``None`` where it cannot be told."""


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """One cluster in a list.

    Attributes:
        values: for each column the value that lists and calculations take.
        other_years: the year of each figure that is of another one than the line, by column.
        end: how the cluster ended or will end, if a source says that it does.
    """

    values: Mapping[str, ColumnValue]
    other_years: Mapping[str, int]
    end: End | None = None

    def __getitem__(self, column: str) -> ColumnValue:
        return self.values[column]

    def year_of(self, figure: str) -> ColumnValue:
        """Return the year of a figure; ``None`` if the figure is unknown."""
        return None if self.values[figure] is None else self.other_years.get(figure, self.values["year"])

    def end_on(self, day: date) -> End | None:
        """Return how the cluster ended, ``None`` where no source says that it had by a day."""
        return self.end if self.end is not None and self.end.known_by <= day else None

    @property
    def id(self) -> str:
        """The id of the cluster."""
        return str(self.values["id"])


@dataclass(frozen=True, slots=True)
class Listing:
    """All clusters of a registry as lines, and what filters may name.

    Attributes:
        rows: the clusters, in the registry's order.
        departments: number of a department by its folded number or name.
        names: what the registry calls the entries whose ids a column holds, by id, for each such column.
    """

    rows: tuple[ClusterRow, ...]
    departments: Mapping[str, str]
    names: Mapping[str, Mapping[str, TwoNames]]

    @property
    def domains(self) -> Mapping[str, str]:
        """The id of a domain by its folded id or name."""
        return _by_name((domain, (domain, name.fr, name.en)) for domain, name in self.names["domain"].items())


def listing(registry: "Registry", classes: Classes) -> Listing:
    """Return every cluster as one line of a list, in the registry's order, and what filters may name.

    Args:
        registry: the registry.
        classes: the class of each cluster by id, ``None`` where it cannot be told.
    """
    return Listing(
        rows=tuple(cluster_row(cluster, registry, classes[cluster.id]) for cluster in registry.clusters.clusters),
        departments=_by_name((number, (number, name)) for number, name in _departments(registry)),
        names={column.name: _names(column.names(registry)) for column in COLUMNS if column.names},
    )


def _departments(registry: "Registry") -> "Iterator[tuple[str | None, str | None]]":
    """Yield the departments of the Région and of seats outside it; without a frame, those of all places."""
    yield from registry.department_names.items()
    seats = (seat(cluster, registry) for cluster in registry.clusters.clusters)
    places = (place for place in seats if place) if registry.department_names else registry.places.places
    yield from ((place.department, place.department_name) for place in places)


def _by_name(entries: Iterable[tuple[str | None, tuple[str | None, ...]]]) -> dict[str, str]:
    return {fold(name): identifier for identifier, names in entries if identifier for name in names if name}


def _names(labels: "Mapping[str, Label]") -> dict[str, TwoNames]:
    return {identifier: TwoNames(label.fr, label.en) for identifier, label in labels.items()}


def cluster_row(cluster: "Cluster", registry: "Registry", maturity: Maturity | None) -> ClusterRow:
    """Return a cluster of a class as one line of a list."""
    values = {column.name: column.value(cluster, registry) if column.value else maturity for column in COLUMNS}
    years = {
        column.name: found.year
        for column in COLUMNS
        if column.figure and (found := figure(cluster, column.name, registry.reference))
    }
    other_years = {name: year for name, year in years.items() if year != values["year"]}
    return ClusterRow(values, other_years, end_of(cluster, registry))


def ordered(listed: Iterable[ClusterRow], key: str) -> tuple[ClusterRow, ...]:
    """Sort rows by a column; ``-column`` is descending.  Names sort without case and accents, the unknown comes last.

    Raises:
        UsageError: there is no such column.
    """
    name, descending = key.removeprefix("-"), key.startswith("-")
    known_column(name)
    rows = tuple(listed)
    known = [row for row in rows if row[name] is not None]
    known.sort(key=lambda row: _rank(row[name]), reverse=descending)
    return (*known, *(row for row in rows if row[name] is None))


def _rank(value: ColumnValue) -> Any:  # noqa: ANN401  (the values of one column compare with each other)
    return fold(value) if isinstance(value, str) else value


def known_column(name: str) -> None:
    """Check that a list has a column.

    Raises:
        UsageError: it has not; the message names those it has.
    """
    if name not in COLUMN_BY_NAME:
        near = nearest(name, COLUMN_BY_NAME, 1)
        hint = Text("did you mean {name}?", name=near[0]) if near else None
        message = Text(
            "there is no column {name!r}; columns are {columns}", name=name, columns=", ".join(COLUMN_BY_NAME)
        )
        raise UsageError(message, UNKNOWN_COLUMN, hint=hint)
