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
    """How many members of a network are located in a region; a member in several regions may count in each."""

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
    """A network of clusters."""

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
    """``networks.yaml``."""

    networks: tuple[Network, ...] = ()
