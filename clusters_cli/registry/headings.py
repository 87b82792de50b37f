"""The headings under which a registry puts clusters, domains and vocations, with the clusters that stand under each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Identifier, Stated
from clusters_cli.registry.models.clusters import Cluster, Domain, Vocation


@in_data(spread=("heading",))
@dataclass(frozen=True, slots=True)
class Heading:
    """A domain or a vocation, and the clusters that have it as any source states.

    Attributes:
        heading: the domain or the vocation.
        clusters: ids of the clusters.
    """

    heading: Domain | Vocation
    clusters: tuple[Identifier, ...]


@dataclass(frozen=True, slots=True)
class Headings:
    """Domains or vocations, and the clusters of which no source says that they have one.

    Attributes:
        headings: each with its clusters, in the registry's order.
        unknown: ids of the other clusters.
    """

    headings: tuple[Heading, ...]
    unknown: tuple[Identifier, ...]


def domains_of(registry: Registry) -> Headings:
    """Return the domains of a registry with their clusters."""
    return _headings(registry.clusters.domains, registry, lambda cluster: cluster.domain)


def vocations_of(registry: Registry) -> Headings:
    """Return the vocations of a registry with their clusters."""
    return _headings(registry.clusters.vocations, registry, lambda cluster: cluster.vocations)


def _headings(
    known: Sequence[Domain | Vocation], registry: Registry, stated: Callable[[Cluster], Sequence[Stated[Identifier]]]
) -> Headings:
    clusters = registry.clusters.clusters
    under = {cluster.id: {one.value for one in stated(cluster)} for cluster in clusters}
    headings = (Heading(one, tuple(name for name in under if one.id in under[name])) for one in known)
    return Headings(tuple(headings), tuple(name for name in under if not under[name]))
