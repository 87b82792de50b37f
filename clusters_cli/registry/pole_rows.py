"""Pôles as lines of a list."""

from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Identifier
from clusters_cli.registry.models.organisation_words import LabelOutcome
from clusters_cli.registry.models.poles import Pole
from clusters_cli.registry.queries import figure, preferred, seat


@dataclass(frozen=True, slots=True)
class PoleRow:
    """One pôle in a list: for each field the value that lists take, ``None`` if unknown.

    Attributes:
        seat: commune of the seat.
        regions: the regions it covers.
        label: the latest decision on its label.
        label_date: when it was taken, where a source says.
        supported: whether the Région supports it.
        regional_grant: grant of the Région in euros.
        state_grant: grant of the State in euros.
        year: year of the grants.
    """

    id: Identifier
    name: str
    seat: str | None
    department: str | None
    regions: tuple[str, ...]
    label: LabelOutcome | None
    label_date: str | None
    supported: bool | None
    regional_grant: Decimal | None
    state_grant: Decimal | None
    year: int | None


def listed_poles(registry: Registry) -> tuple[PoleRow, ...]:
    """Return every pôle as one line of a list, in the registry's order."""
    return tuple(_row(pole, registry) for pole in registry.poles.poles)


def _row(pole: Pole, registry: Registry) -> PoleRow:
    reference = registry.reference
    place, label, regions = (
        seat(pole, registry),
        pole.labels[-1] if pole.labels else None,
        preferred(pole.regions, reference),
    )
    grants = {name: figure(pole, name, reference) for name in ("regional_grant", "state_grant")}
    support = sorted(pole.support, key=lambda stated: stated.source != reference)
    return PoleRow(
        id=pole.id,
        name=pole.name,
        seat=place.commune if place else None,
        department=place.department if place else None,
        regions=regions.value if regions else (),
        label=label.outcome if label else None,
        label_date=label.date if label else None,
        supported=support[0].supported if support else None,
        regional_grant=grants["regional_grant"].value if grants["regional_grant"] else None,
        state_grant=grants["state_grant"].value if grants["state_grant"] else None,
        year=max((known.year for known in grants.values() if known), default=None),
    )
