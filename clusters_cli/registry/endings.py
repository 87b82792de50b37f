"""Which organisations were merged or dissolved, and by which day.

Nothing here loads the models, so that a list can be read from the index of a registry already checked.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.dates import last_day
from clusters_cli.registry.models.organisation_words import EndKind
from clusters_cli.registry.queries import preferred

if TYPE_CHECKING:
    from clusters_cli.registry.loading import Registry
    from clusters_cli.registry.models.base import Identifier
    from clusters_cli.registry.models.organisations import Organisation


@in_data(how="ended", on="ended_on", without=("known_by",))
@dataclass(frozen=True, slots=True)
class End:
    """How an organisation ceased to exist by itself.

    Attributes:
        how: whether it became a part of another one.
        on: when, as precisely as a source says; ``None`` where none does.
        known_by: the day by which it certainly had ended.
        successors: names of what came after it.
    """

    how: EndKind
    on: str | None
    known_by: date
    successors: tuple[str, ...]


def end_of(organisation: "Organisation", registry: "Registry") -> End | None:
    """Return how an organisation ended or will end, ``None`` if no source says that it does.

    Where no source gives the day it had ended by the day that its source speaks of, or at all times if it gives none.
    """
    ending = preferred(organisation.ended, registry.reference)
    if ending is None:
        return None
    known = ending.date or ending.as_of
    successors = tuple(structure.name for structure in organisation.successors)
    return End(ending.how, ending.date, last_day(known) if known else date.min, successors)


def ends_by(registry: "Registry", day: date) -> "dict[Identifier, End]":
    """Return how the clusters and pôles ended that had by a day, by id."""
    organisations: tuple[Organisation, ...] = (*registry.clusters.clusters, *registry.poles.poles)
    ends = ((one.id, end_on(one, registry, day)) for one in organisations)
    return {identifier: end for identifier, end in ends if end is not None}


def end_on(organisation: "Organisation", registry: "Registry", day: date) -> End | None:
    """Return how an organisation ended, ``None`` where no source says that it had by a day."""
    end = end_of(organisation, registry)
    return end if end is not None and end.known_by <= day else None
