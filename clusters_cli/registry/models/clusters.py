"""The clusters of a registry, as ``clusters.yaml`` holds them."""

from clusters_cli.registry.models.base import Identifier, Model, Name, Remark, Sourced, Stated
from clusters_cli.registry.models.maturity_words import Maturity
from clusters_cli.registry.models.organisations import Organisation
from clusters_cli.registry.models.programme_words import Strength


class Domain(Sourced):
    """A group of sectors under which clusters are listed."""

    id: Identifier
    name: Name


class Vocation(Sourced):
    """What a cluster is for: one of the aims a source tells apart (report, 1.3)."""

    id: Identifier
    name: Name


class ProgrammeLink(Sourced):
    """A programme, or a strand of it, that a source links to a cluster."""

    programme: Identifier
    strand: Identifier | None = None
    strength: Strength


class Cluster(Organisation):
    """A cluster of the region, supported by the Région or not."""

    domain: tuple[Stated[Identifier], ...] = ()
    vocations: tuple[Stated[Identifier], ...] = ()
    stated_maturity: tuple[Stated[Maturity], ...] = ()
    programmes: tuple[ProgrammeLink, ...] = ()


class ClustersFile(Model):
    """``clusters.yaml``.

    Attributes:
        remarks: what sources say of the region as a whole, such as emerging sectors.
    """

    remarks: tuple[Remark, ...] = ()
    domains: tuple[Domain, ...] = ()
    vocations: tuple[Vocation, ...] = ()
    clusters: tuple[Cluster, ...]
