"""Which grant a plan is made for: the one typed, else the one the registry knows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clusters_cli.cashflow.signed_grants import KnownSchemes, regional_grants
from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text
from clusters_cli.registry import Registry, figure, figure_age
from clusters_cli.registry.models import Cluster, Sourced

GRANT_OF_ZERO = Explanation(
    "USE121",
    Text("a grant of zero"),
    Text("A grant of zero is never paid, so that there is nothing to work out."),
    Text("Type an amount above zero, or leave --grant out to use what the registry knows."),
    example="clusters cashflow nekoe --scheme triennial --grant 0",
)
ONE_GRANT_FOR_SEVERAL = Explanation(
    "USE122",
    Text("one grant for several clusters"),
    Text("--grant gives one amount and several clusters are named: each has a grant of its own."),
    Text("Name one cluster, or leave --grant out to use what the registry knows."),
    example="clusters cashflow nekoe dream --scheme triennial --grant 100000",
)


@in_data(without=("cluster", "amount"), spread=("origin",))
@dataclass(frozen=True, slots=True)
class Grant:
    """An amount to plan, and where it comes from.

    Attributes:
        cluster: id of the cluster; ``None`` for an amount typed without one.
        amount: euros a year, or for a whole project; ``None`` when nobody states it.
        year: year of the registry's figure, or of the agreement's amount; ``None`` for an amount typed by hand.
        age: how many years before the day asked that was.
        origin: who states it; ``None`` for an amount typed by hand.
    """

    cluster: Identifier | None
    amount: Decimal | None
    year: int | None = None
    age: int | None = None
    origin: Sourced | None = None


def wanted_grants(
    registry: Registry, clusters: Sequence[Cluster], typed: Decimal | None, day: date
) -> tuple[Grant, ...]:
    """Return the grants to plan: what the Région signed for the year of the day asked, else its grant of a year.

    Args:
        registry: where grants are known.
        clusters: the clusters asked for; none for an amount on its own.
        typed: an amount typed by the user, which replaces the registry's.
        day: the day asked, on which figures are so many years old.

    Raises:
        UsageError: one amount was typed for several clusters, or it is zero.
    """
    if typed is None:
        schemes = KnownSchemes.of_registry(registry)
        return tuple(_known(registry, schemes, cluster, day) for cluster in clusters)
    if not typed:
        raise UsageError(Text("a grant must be above zero"), GRANT_OF_ZERO)
    if len(clusters) > 1:
        hint = Text("name one cluster, or leave --grant out to use what the registry knows")
        raise UsageError(
            Text("--grant gives one amount, and {count} clusters are named", count=len(clusters)),
            ONE_GRANT_FOR_SEVERAL,
            hint=hint,
        )
    return (Grant(clusters[0].id if clusters else None, typed),)


def _signed(cluster: Cluster, schemes: KnownSchemes, day: date) -> Grant | None:
    """Return what the Région signed for the year of the day asked, or the last one before it, with its agreement."""
    signed, _unplanned = regional_grants(cluster, schemes)
    years = [(year, one) for one in signed for year in one.by_year if year <= day.year]
    if not years:
        return None
    latest = max(year for year, _one in years)
    of_the_year = [one for year, one in years if year == latest]
    amount = sum((one.by_year[latest] for one in of_the_year), ZERO)
    return Grant(cluster.id, amount, latest, figure_age(latest, day), of_the_year[0].agreement)


def are_known(wanted: Iterable[Grant], *, named: bool) -> bool | None:
    """Return whether grants answer what was asked: ``None`` where a cluster was named whose grant no source states.

    A survey of the whole registry leaves those out and is done.
    """
    return None if named and any(grant.amount is None for grant in wanted) else True


def _known(registry: Registry, schemes: KnownSchemes, cluster: Cluster, day: date) -> Grant:
    """Return the yearly grant of the Région that was signed last, for a year until the day asked, else the figure."""
    known = figure(cluster, "regional_grant", registry.reference)
    signed = _signed(cluster, schemes, day)
    if signed is not None and (known is None or signed.year is None or signed.year >= known.year):
        return signed
    if known is None:
        return Grant(cluster.id, None)
    return Grant(cluster.id, known.value, known.year, figure_age(known.year, day), known.origin)
