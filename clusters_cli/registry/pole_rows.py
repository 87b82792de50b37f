"""Pôles on a day: as lines of a list, and one in full."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.registry.endings import End, end_on
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Identifier
from clusters_cli.registry.models.poles import Pole
from clusters_cli.registry.pole_labels import DatedLabel, label_on
from clusters_cli.registry.profile import Profile, profile_of
from clusters_cli.registry.queries import figure, preferred, seat


@in_data(spread=("end", "label"))
@dataclass(frozen=True, slots=True)
class PoleRow:
    """One pôle in a list: for each field the value that lists take, ``None`` if unknown.

    Attributes:
        end: how it ended, where it was merged or dissolved by the day asked.
        seat: commune of the seat.
        regions: the regions it covers.
        label: its label on the day asked.
        supported: whether the Région supports it.
        regional_grant: grant of the Région in euros.
        state_grant: grant of the State in euros.
        year: year of the grants.
    """

    id: Identifier
    name: str
    end: End | None
    seat: str | None
    department: str | None
    regions: tuple[str, ...]
    label: DatedLabel | None
    supported: bool | None
    regional_grant: Decimal | None
    state_grant: Decimal | None
    year: int | None


@in_data(spread=("profile", "end", "label"))
@dataclass(frozen=True, slots=True)
class DatedPole:
    """Everything the registry knows of a pôle, and its end and its label as of the day asked."""

    profile: Profile
    end: End | None
    label: DatedLabel | None


def dated_pole(pole: Pole, registry: Registry, day: date) -> DatedPole:
    """Return everything the registry knows of a pôle, seen from a day."""
    return DatedPole(profile_of(pole, registry), end_on(pole, registry, day), label_on(pole, registry, day))


def listed_poles(registry: Registry, day: date) -> tuple[PoleRow, ...]:
    """Return every pôle as one line of a list, seen from a day, in the registry's order."""
    return tuple(_row(pole, registry, day) for pole in registry.poles.poles)


def _row(pole: Pole, registry: Registry, day: date) -> PoleRow:
    reference = registry.reference
    place, regions = seat(pole, registry), preferred(pole.regions, reference)
    grants = {name: figure(pole, name, reference) for name in ("regional_grant", "state_grant")}
    support = sorted(pole.support, key=lambda stated: stated.source != reference)
    return PoleRow(
        id=pole.id,
        name=pole.name,
        end=end_on(pole, registry, day),
        seat=place.commune if place else None,
        department=place.department if place else None,
        regions=regions.value if regions else (),
        label=label_on(pole, registry, day),
        supported=support[0].supported if support else None,
        regional_grant=grants["regional_grant"].value if grants["regional_grant"] else None,
        state_grant=grants["state_grant"].value if grants["state_grant"] else None,
        year=max((known.year for known in grants.values() if known), default=None),
    )
