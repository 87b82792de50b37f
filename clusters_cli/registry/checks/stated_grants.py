"""The yearly grants that the figures of a file state, by funder, before any model is built."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from clusters_cli.foundations.names import fold
from clusters_cli.foundations.reading.amounts import amount
from clusters_cli.registry.documents import Entry, date_of, items, number_of

OWN_KEYS = ("regional_grant", "state_grant")
"""Figures that hold the grant of one funder."""


class StatedGrant(NamedTuple):
    """What the figures of a year say of the grant of one funder.

    Attributes:
        funder: the key of its grants, where they have one of their own; else its folded name.
        year: year of the figures.
        amount: euros.
        source: id of the source that states them.
    """

    funder: str
    year: int
    amount: Decimal
    source: str


def stated_grants(entry: Entry) -> list[StatedGrant]:
    """Return the yearly grants that a file states of an organisation; several of one funder and year are added up."""
    found = []
    for _place, item in items(entry, "figures"):
        year = date_of(item.get("year"))
        by_funder: dict[str, Decimal] = {}
        for funder, euros in _amounts(item):
            by_funder[funder] = by_funder.get(funder, Decimal(0)) + euros
        if year is not None and year.isdigit():
            source = str(item.get("source"))
            found += [StatedGrant(funder, int(year), euros, source) for funder, euros in by_funder.items()]
    return found


def _amounts(item: Entry) -> Iterator[tuple[str, Decimal]]:
    for key in OWN_KEYS:
        euros = number_of(amount, item.get(key))
        if euros is not None:
            yield key, euros
    for _place, grant in items(item, "grants"):
        funder, euros = grant.get("funder"), number_of(amount, grant.get("amount"))
        if isinstance(funder, str) and euros is not None:
            yield fold(funder), euros
