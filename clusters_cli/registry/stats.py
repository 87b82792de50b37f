"""The portfolio at a glance: how many clusters, members, staff, budgets and grants, and in how many of them unknown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.foundations.data_shape import in_data
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.figures import SUMMED, TEAM, Figure
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Identifier
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.money_sources import MoneySource, ReceivedMoney, money_of, share_of
from clusters_cli.registry.queries import figure, preferred, seat
from clusters_cli.registry.rows import Classes


class Grouping(Vocabulary):
    """What clusters are grouped by."""

    MATURITY = "maturity", Text("class"), "classe", "maturité"
    DEPARTMENT = "department", Text("department"), "département"
    DOMAIN = "domain", Text("domain"), "domaine"


@in_data(value="total")
@dataclass(frozen=True, slots=True)
class Total:
    """A sum over those whose figure is known.

    Attributes:
        value: the sum; ``None`` when nobody's is known, and 0 when there is nobody.
        known: how many it covers.
        missing: how many it leaves out.
        years: the years of the figures.
    """

    value: Decimal | None
    known: int
    missing: int
    years: tuple[int, ...]


@in_data(value="total")
@dataclass(frozen=True, slots=True)
class MoneyTotal:
    """What a source of money brings to those for whom it is known.

    Attributes:
        value: the sum in euros; ``None`` when nobody's is known.
        known: how many it covers.
        missing: how many it leaves out.
        share: its part of their budgets, of 1, over those whose budget the same statement gives.
        share_known: how many the share covers.
    """

    value: Decimal | None
    known: int
    missing: int
    share: Decimal | None
    share_known: int


@in_data(count="clusters")
@dataclass(frozen=True, slots=True)
class Group:
    """Some clusters together.

    Attributes:
        by: what they are grouped by; ``None`` for all of them.
        key: the class, department or domain they share; ``None`` when it is unknown.
        count: how many they are.
        totals: one for each figure that is summed, by name.
        money: one for each of the three sources of money.
    """

    by: Grouping | None
    key: str | None
    count: int
    totals: dict[str, Total]
    money: dict[MoneySource, MoneyTotal]


def everyone(clusters: Sequence[Cluster], registry: Registry) -> Group:
    """Return the totals over all the clusters given."""
    return _group(None, None, clusters, registry)


def groups(clusters: Sequence[Cluster], by: Grouping, registry: Registry, classes: Classes) -> tuple[Group, ...]:
    """Return the totals by class, department or domain, in alphabetical order, those unknown last.

    Departments of the Région without a cluster have their group too, of none.

    Args:
        clusters: those grouped.
        by: what they are grouped by.
        registry: where their facts stand.
        classes: the class of each as of the day asked.
    """
    of_region = registry.department_names if by is Grouping.DEPARTMENT else ()
    members: dict[str | None, list[Cluster]] = {department: [] for department in of_region}
    for cluster in clusters:
        members.setdefault(_key(cluster, by, registry, classes), []).append(cluster)
    ordered = sorted(members, key=lambda key: (key is None, key or ""))
    return tuple(_group(by, key, members[key], registry) for key in ordered)


def _key(cluster: Cluster, by: Grouping, registry: Registry, classes: Classes) -> str | None:
    if by is Grouping.MATURITY:
        return classes[cluster.id]
    if by is Grouping.DEPARTMENT:
        place = seat(cluster, registry)
        return place.department if place else None
    domain = preferred(cluster.domain, registry.reference)
    return domain.value if domain else None


def _group(by: Grouping | None, key: str | None, clusters: Sequence[Cluster], registry: Registry) -> Group:
    totals = {summed.name: _total(clusters, summed, registry.reference) for summed in SUMMED}
    return Group(by, key, len(clusters), totals, _money(clusters, registry.reference))


def _money(clusters: Sequence[Cluster], reference: Identifier | None) -> dict[MoneySource, MoneyTotal]:
    received = [source for cluster in clusters for source in money_of(cluster, reference).sources]
    return {name: _money_total([one for one in received if one.name is name]) for name in MoneySource}


def _money_total(received: Sequence[ReceivedMoney]) -> MoneyTotal:
    known = [one.amount for one in received if one.amount is not None]
    shared = [(one.amount, one.budget) for one in received if one.amount is not None and one.budget]
    return MoneyTotal(
        value=sum(known, ZERO) if known else None,
        known=len(known),
        missing=len(received) - len(known),
        share=share_of(sum((amount for amount, _ in shared), ZERO), sum((budget for _, budget in shared), ZERO)),
        share_known=len(shared),
    )


def _total(clusters: Sequence[Cluster], summed: Figure, reference: Identifier | None) -> Total:
    known = [found for cluster in clusters for found in _known(cluster, summed, reference)]
    value = sum((amount for amount, _year in known), Decimal()) if known or not clusters else None
    years = tuple(sorted({year for _amount, year in known}))
    return Total(value, len(known), len(clusters) - len(known), years)


def _known(cluster: Cluster, summed: Figure, reference: Identifier | None) -> Iterator[tuple[Decimal, int]]:
    """Yield a cluster's figure and its year, or nothing when no source gives it in this unit."""
    of_team = summed in TEAM
    found = figure(cluster, "team" if of_team else summed.name, reference)
    if found is None:
        return
    value = getattr(found.value, summed.name) if of_team else found.value
    if value is not None:
        yield Decimal(value), found.year
