"""Which clusters of a registry are wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.names import fold, nearest
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models.maturity_words import Maturity
from clusters_cli.registry.rows import ClusterRow, Listing, ordered

NOTHING_PASSES = Explanation(
    "USE112",
    Text("a filter that nothing can pass"),
    Text("The value of a filter is not a class, department or domain of the registry."),
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
    departments = _ids(
        filters.department, listing.departments, Text("there is no department {name!r}; known are {ids}")
    )
    domains = _ids(filters.domain, listing.domains, Text("there is no domain {name!r}; known are {ids}"))
    chosen = tuple(
        row
        for row in listing.rows
        if (not filters.maturity or row["maturity"] in filters.maturity)
        and (not departments or row["department"] in departments)
        and (not domains or row["domain"] in domains)
        and (filters.supported is None or (row["supported"] or False) == filters.supported)
    )
    return ordered(chosen, sort) if sort else chosen


def _ids(wanted: Sequence[str], known: Mapping[str, str], unknown: Text) -> frozenset[str]:
    return frozenset(_id(name, known, unknown) for name in wanted)


def _id(name: str, known: Mapping[str, str], unknown: Text) -> str:
    if fold(name) in known:
        return known[fold(name)]
    near = nearest(name, known, 1)
    hint = Text("did you mean {name}?", name=known[near[0]]) if near else None
    ids = ", ".join(sorted(set(known.values())))
    raise UsageError(unknown.given(name=name, ids=ids), NOTHING_PASSES, hint=hint)
