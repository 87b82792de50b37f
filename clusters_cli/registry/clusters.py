"""The clusters of a registry, as ``clusters.yaml`` holds them."""

from typing import Literal

from clusters_cli.registry.base import Identifier, Label, Model, PartialDate, Sourced, Stated
from clusters_cli.registry.organisations import Organisation

Maturity = Literal["emerging", "seeking-model", "structured"]
"""The three classes of the CESER report (2.1.1): émergent, recherchant un modèle économique durable, très structuré."""


class Domain(Sourced):
    """A group of sectors under which clusters are listed."""

    id: Identifier
    name: Label


class Support(Sourced):
    """Whether the Région supports, or supported, a cluster.

    Attributes:
        funder: who supports it.
        since: from when, if the source says.
    """

    funder: str
    supported: Literal["yes", "no"]
    since: PartialDate | None = None


class ProgrammeLink(Sourced):
    """A programme, or a strand of it, that a source links to a cluster."""

    programme: Identifier
    strand: Identifier | None = None
    strength: Literal["direct", "related"]


class Cluster(Organisation):
    """A cluster of the region, supported by the Région or not."""

    domain: tuple[Stated[Identifier], ...] = ()
    stated_maturity: tuple[Stated[Maturity], ...] = ()
    support: tuple[Support, ...] = ()
    programmes: tuple[ProgrammeLink, ...] = ()


class ClustersFile(Model):
    """``clusters.yaml``."""

    domains: tuple[Domain, ...] = ()
    clusters: tuple[Cluster, ...]
