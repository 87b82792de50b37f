"""The clusters of a registry, as ``clusters.yaml`` holds them."""

from clusters_cli.registry.models.base import Identifier, Model, Name, Remark, Sourced, Stated
from clusters_cli.registry.models.maturity_words import Maturity
from clusters_cli.registry.models.organisations import Organisation
from clusters_cli.registry.models.programme_words import Strength


class Domain(Sourced):
    """A group of sectors under which clusters are listed.

    Attributes:
        id: what other entries refer to it by.
        name: its title.
    """

    id: Identifier
    name: Name


class Vocation(Sourced):
    """What a cluster is for: one of the aims a source tells apart (report, 1.3).

    Attributes:
        id: what other entries refer to it by.
        name: its title.
    """

    id: Identifier
    name: Name


class ProgrammeLink(Sourced):
    """A programme, or a strand of it, that a source links to a cluster.

    Attributes:
        programme: id of the programme.
        strand: id of its strand, when the source names one.
        strength: how strong the source says the link is.
    """

    programme: Identifier
    strand: Identifier | None = None
    strength: Strength


class Cluster(Organisation):
    """A cluster of the region, supported by the Région or not.

    Attributes:
        domain: id of the group of sectors under which it is listed.
        vocations: ids of the aims it has.
        stated_maturity: the class of maturity that a source gives it.
        programmes: the programmes that sources link to it.
    """

    domain: tuple[Stated[Identifier], ...] = ()
    vocations: tuple[Stated[Identifier], ...] = ()
    stated_maturity: tuple[Stated[Maturity], ...] = ()
    programmes: tuple[ProgrammeLink, ...] = ()


class ClustersFile(Model):
    """``clusters.yaml``.

    Attributes:
        remarks: what sources say of the region as a whole, such as emerging sectors.
        domains: the groups of sectors under which clusters are listed.
        vocations: the aims that a source tells apart.
        clusters: the clusters, each under an id of its own.
    """

    remarks: tuple[Remark, ...] = ()
    domains: tuple[Domain, ...] = ()
    vocations: tuple[Vocation, ...] = ()
    clusters: tuple[Cluster, ...]
