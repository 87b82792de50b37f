"""Which clusters of a registry are wanted."""

from collections.abc import Mapping
from dataclasses import dataclass

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.text import Text
from clusters_cli.registry.france import department_named, is_department
from clusters_cli.registry.models.maturity_words import Maturity
from clusters_cli.registry.rows import ClusterRow, Listing, ordered

NOTHING_PASSES = Explanation(
    "USE112",
    Text("a filter that nothing can pass"),
    Text("The value of a filter is not a class, department or domain of the registry, nor a department of its Région."),
    Text("Take one of those in the message."),
    example="clusters list --department 99",
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a cluster must be to be listed; an empty filter lets all pass, several values of one are alternatives.

    Attributes:
        maturity: classes.
        department: numbers or names of departments.
        domain: ids or names of domains.
        supported: whether the Région supports it.
    """

    maturity: tuple[Maturity, ...] = ()
    department: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    supported: bool | None = None


def listed(listing: Listing, filters: Filters, sort: str | None = None) -> tuple[ClusterRow, ...]:
    """Return the clusters that pass the filters, in the order asked for.

    Raises:
        UsageError: a filter names a value that does not exist, or the order a column that does not.
    """
    no_domain = Text("there is no domain {name!r}; known are {ids}")
    departments = frozenset(_department(name, listing.departments) for name in filters.department)
    domains = frozenset(_id(name, listing.domains, no_domain) for name in filters.domain)
    chosen = tuple(
        row
        for row in listing.rows
        if (not filters.maturity or row["maturity"] in filters.maturity)
        and (not departments or row["department"] in departments)
        and (not domains or row["domain"] in domains)
        and (filters.supported is None or (row["supported"] or False) == filters.supported)
    )
    return ordered(chosen, sort) if sort else chosen


def _department(name: str, known: Mapping[str, str]) -> str:
    """Return the number of a department by number or name; one of France that nothing can be in is told as such."""
    if fold(name) in known or not (is_department(name) or department_named(name)):
        return _id(name, known, Text("there is no department {name!r}; known are {ids}"))
    message = Text("no cluster has its seat in {name}, nor is it a department of the Région; known are {ids}")
    raise UsageError(message.given(name=name, ids=_listed(known)), NOTHING_PASSES)


def _id(name: str, known: Mapping[str, str], unknown: Text) -> str:
    if fold(name) in known:
        return known[fold(name)]
    near = nearest(name, known, 1)
    hint = Text("did you mean {name}?", name=known[near[0]]) if near else None
    raise UsageError(unknown.given(name=name, ids=_listed(known)), NOTHING_PASSES, hint=hint)


def _listed(known: Mapping[str, str]) -> str:
    return ", ".join(sorted(set(known.values())))
