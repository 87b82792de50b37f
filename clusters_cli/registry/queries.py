"""Questions one asks a registry: which of several values counts.

Nothing here loads the models, so that the columns of a list can ask.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from clusters_cli.registry.models.agreement_words import AgreementStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters_cli.registry.loading import Registry
    from clusters_cli.registry.models.base import Identifier, Sourced, Stated
    from clusters_cli.registry.models.clusters import Cluster
    from clusters_cli.registry.models.grant_agreements import GrantAgreement
    from clusters_cli.registry.models.maturity_words import Maturity
    from clusters_cli.registry.models.organisations import Figures, Organisation, Place

SourcedT = TypeVar("SourcedT", bound="Sourced")


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A yearly figure and the statement that gives it."""

    value: Any
    year: int
    origin: "Figures"


def preferred(statements: "Sequence[SourcedT]", reference: "Identifier | None") -> "SourcedT | None":
    """Return the reference source's statement, else the latest one, else the first."""
    of_reference = [statement for statement in statements if statement.source == reference]
    if of_reference or not statements:
        return of_reference[0] if of_reference else None
    return max(statements, key=lambda statement: statement.as_of or "")


def figure(
    organisation: "Organisation", name: str, reference: "Identifier | None", until: int | None = None
) -> KnownFigure | None:
    """Return a yearly figure: the reference source's latest, else the latest known.

    Args:
        organisation: a cluster or a pôle.
        name: field of ``Figures``, such as ``budget``.
        reference: id of the reference source.
        until: year after which figures take no part; ``None`` for all of them.
    """
    known = [
        item
        for item in organisation.figures
        if getattr(item, name) is not None and (until is None or item.year <= until)
    ]
    if not known:
        return None
    chosen = max(known, key=lambda item: (item.source == reference, item.year))
    return KnownFigure(getattr(chosen, name), chosen.year, chosen)


def stated_maturity(cluster: "Cluster", registry: "Registry") -> "Stated[Maturity] | None":
    """Return what the reference source states of a cluster's class, or ``None`` if it states none."""
    return next((stated for stated in cluster.stated_maturity if stated.source == registry.reference), None)


def is_supported(cluster: "Cluster", registry: "Registry") -> bool | None:
    """Return whether the Région supports the cluster, or ``None`` if no source says."""
    statements = sorted(cluster.support, key=lambda support: support.source != registry.reference)
    return statements[0].supported if statements else None


def seat(organisation: "Organisation", registry: "Registry") -> "Place | None":
    """Return the place of an organisation's seat, if a source states it."""
    stated = preferred(organisation.seat, registry.reference)
    return registry.place_by_id.get(stated.value) if stated else None


def seats_of(registry: "Registry") -> "dict[Identifier, Place | None]":
    """Return the place of every cluster's and every pôle's seat, by id."""
    organisations: tuple[Organisation, ...] = (*registry.clusters.clusters, *registry.poles.poles)
    return {organisation.id: seat(organisation, registry) for organisation in organisations}


def binding_on(organisation: "Organisation", day: date) -> "tuple[GrantAgreement, ...]":
    """Return the agreements of an organisation that are signed and not known to have ended before a day."""
    return tuple(
        agreement
        for agreement in organisation.agreements
        if agreement.status is AgreementStatus.SIGNED and (agreement.last is None or agreement.last >= day)
    )


def default_scheme(registry: "Registry") -> "Stated[Identifier] | None":
    """Return which payment scheme the Région pays by where nothing else is said, ``None`` if no source says."""
    return preferred(registry.region.default_scheme, registry.reference) if registry.region else None
