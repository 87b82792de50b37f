"""The classes of clusters on a day, and how they change in the course of time."""

from collections.abc import Iterator, Mapping
from datetime import date

from clusters_cli.foundations.dates import first_day
from clusters_cli.foundations.fields import Identifier
from clusters_cli.maturity.classes import class_of
from clusters_cli.maturity.creation import founding, reaching
from clusters_cli.maturity.rules import Rules, rules_of
from clusters_cli.registry import Registry
from clusters_cli.registry.models import Cluster, Maturity, Measure


def classes_on(registry: Registry, day: date) -> Mapping[Identifier, Maturity | None]:
    """Return the class of each cluster as of a day by id, ``None`` where it cannot be told."""
    rules = rules_of(registry, day)
    return {cluster.id: class_of(cluster, registry, rules) for cluster in registry.clusters.clusters}


def class_history(
    cluster: Cluster, registry: Registry, rules: Rules, first: date, last: date
) -> Mapping[date, Maturity | None]:
    """Return the class of a cluster from a day to another: from when on it has each, ``None`` where it has none.

    Args:
        cluster: the cluster.
        registry: where its facts stand.
        rules: what decides, of whatever day.
        first: the first day looked at.
        last: the last one.
    """
    changes: dict[date, Maturity | None] = {}
    latest: tuple[Maturity | None] | None = None
    for day in sorted({first, *(day for day in _turns(cluster, registry, rules, first, last) if first < day <= last)}):
        known = (class_of(cluster, registry, rules.on(day)),)
        if known != latest:
            changes[day], latest = known[0], known
    return changes


def _turns(cluster: Cluster, registry: Registry, rules: Rules, first: date, last: date) -> Iterator[date]:
    """Yield the days on which a class may change: a year begins, or an age is reached."""
    for year in range(first.year, last.year + 1):
        yield date(year, 1, 1)
    created = founding(cluster, registry.reference)
    if created is None:
        return
    yield first_day(created.value)
    for criterion in rules.file.criteria:
        if criterion.measure is Measure.AGE:
            for threshold in criterion.thresholds:
                yield first_day(reaching(created.value, threshold.value))
