"""Clusters as lines of a list.

Nothing here needs the registry's models, so that a list can be read from the index of a registry already checked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.text import Text
from clusters_cli.registry.maturity import Maturity


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """One cluster in a list: for each field the value that lists and calculations take, ``None`` if unknown.

    Attributes:
        maturity: class as the reference source states it.
        seat: commune of the seat.
        department: its number, as text.
        founded: year.
        supported: whether the Région supports it.
        year: year of the figures.
        other_years: the year of each figure that is of another one, by field.
    """

    id: str
    name: str
    maturity: Maturity | None
    seat: str | None
    department: str | None
    founded: int | None
    domain: str | None
    supported: bool | None
    members: int | None
    regional_companies: int | None
    budget: Decimal | None
    regional_grant: Decimal | None
    year: int | None
    other_years: Mapping[str, int]


OTHER_YEARS = "other_years"
ROW_FIELDS = tuple(field.name for field in fields(ClusterRow) if field.name != OTHER_YEARS)
"""What a list can show and be sorted by."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All clusters of a registry as lines, and what filters may name.

    Attributes:
        rows: the clusters, in the registry's order.
        departments: number of a department by its folded number or name.
        domains: id of a domain by its folded id or name.
    """

    rows: tuple[ClusterRow, ...]
    departments: Mapping[str, str]
    domains: Mapping[str, str]


def ordered(listed: Iterable[ClusterRow], key: str) -> tuple[ClusterRow, ...]:
    """Sort rows by a field; ``-field`` is descending.  Names sort without case and accents, the unknown comes last.

    Raises:
        UsageError: there is no such field.
    """
    name, descending = key.removeprefix("-"), key.startswith("-")
    known_field(name)
    sortable = [(getattr(row, name), row) for row in listed]
    known = [(fold(value) if isinstance(value, str) else value, row) for value, row in sortable if value is not None]
    known.sort(key=lambda pair: pair[0], reverse=descending)
    return (*(row for _value, row in known), *(row for value, row in sortable if value is None))


def known_field(name: str) -> None:
    """Check that a row has a field.

    Raises:
        UsageError: it has not; the message names those it has.
    """
    if name not in ROW_FIELDS:
        near = nearest(name, ROW_FIELDS, 1)
        hint = Text("did you mean {name}?", name=near[0]) if near else None
        raise UsageError(
            Text("there is no column {name!r}; columns are {columns}", name=name, columns=", ".join(ROW_FIELDS)),
            code="USE110",
            hint=hint,
        )
