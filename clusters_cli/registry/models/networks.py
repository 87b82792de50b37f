"""``networks.yaml``: the networks that clusters belong to, and how many members they have where."""

from clusters_cli.registry.models.base import (
    Count,
    Identifier,
    Label,
    Line,
    Model,
    PartialDate,
    Remark,
    Sourced,
    Stated,
    Unknown,
    Website,
    Year,
)


class RegionMembers(Sourced):
    """How many members of a network are located in a region; a member in several regions may count in each.

    Attributes:
        region: the region, as the source names it.
        members: how many members.
    """

    region: Line
    members: Count


class NetworkCount(Sourced):
    """Something a source counts of a network, such as members, companies or staff.

    Attributes:
        what: what is counted.
        count: the number.
        year: the year, if the source gives it.
    """

    what: Label
    count: Count
    year: Year | None = None


class Network(Model):
    """A network of clusters.

    Attributes:
        id: what other entries refer to it by.
        name: what it is called.
        aliases: other names and spellings that sources use.
        founded: when it was founded.
        website: its address on the web.
        counts: how many members sources count.
        regions: how many of them each region has.
        remarks: anything else sources say of it.
        unknown: what a source should give and does not.
    """

    id: Identifier
    name: Line
    aliases: tuple[Line, ...] = ()
    founded: tuple[Stated[PartialDate], ...] = ()
    website: tuple[Stated[Website], ...] = ()
    counts: tuple[NetworkCount, ...] = ()
    regions: tuple[RegionMembers, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unknown: tuple[Unknown, ...] = ()


class NetworksFile(Model):
    """``networks.yaml``.

    Attributes:
        networks: the networks, each under an id of its own.
    """

    networks: tuple[Network, ...] = ()
