"""The clusters that a command line names, and what it says of each of them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from clusters_cli.commands.shared.conflicts import refuse_idle
from clusters_cli.commands.shared.repeats import given_twice
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text

if TYPE_CHECKING:
    from clusters_cli.registry import Registry
    from clusters_cli.registry.models import Cluster

NO_CLUSTER_LEFT = Explanation(
    "USE124",
    Text("no cluster left"),
    Text("--exclude leaves out every cluster that was named, or all there are."),
    Text("Exclude fewer clusters."),
)


class AskedClusters(NamedTuple):
    """The clusters of which something is asked, and those that it leaves out because they were merged or dissolved."""

    clusters: "tuple[Cluster, ...]"
    ended: "tuple[Cluster, ...]"


def portfolio(
    registry: "Registry", names: Sequence[str] | None, excluded: Sequence[str] | None, day: date, *, with_ended: bool
) -> AskedClusters:
    """Return the clusters named, or all that are there on a day, without those excluded.

    Args:
        registry: where they are known.
        names: those named; none for all.
        excluded: those left out.
        day: the day asked.
        with_ended: whether all are those too that were merged or dissolved by then.

    Raises:
        UsageError: a cluster does not exist, one is excluded that is left out anyway, none is left, or some are named
            and it is said which all are.
    """
    from clusters_cli.registry import end_on, find_cluster

    if names and with_ended:
        refuse_idle("--with-ended", Text("clusters are named"))
    ended = (
        () if names or with_ended else tuple(one for one in registry.clusters.clusters if end_on(one, registry, day))
    )
    twice = sorted({find_cluster(registry, name).id for name in excluded or ()} & {cluster.id for cluster in ended})
    if twice:
        refuse_idle("--exclude", Text("merged or dissolved by the day asked: {clusters}", clusters=", ".join(twice)))
    without = [*(excluded or ()), *(cluster.id for cluster in ended)]
    return AskedClusters(chosen_clusters(registry, names, without), ended)


def whose_grants(
    amount: Decimal | None,
    registry: "Registry",
    names: Sequence[str] | None,
    excluded: Sequence[str] | None,
    day: date,
    *,
    with_ended: bool,
) -> AskedClusters:
    """Return the clusters whose grants are asked for, as ``portfolio`` does: none for an amount typed on its own."""
    if amount is not None and not names:
        return AskedClusters((), ())
    return portfolio(registry, names, excluded, day, with_ended=with_ended)


def chosen_clusters(
    registry: "Registry", names: Sequence[str] | None, excluded: Sequence[str] | None
) -> tuple["Cluster", ...]:
    """Return the clusters named, each once, or all of them, without those excluded.

    Raises:
        UsageError: a cluster does not exist, one is excluded that is not among those named, or none is left.
    """
    from clusters_cli.registry import find_cluster

    without = {find_cluster(registry, name).id for name in excluded or ()}
    named = {cluster.id: cluster for cluster in (find_cluster(registry, name) for name in names or ())}
    wanted = named.values() or registry.clusters.clusters
    strangers = sorted(without - {cluster.id for cluster in wanted})
    if strangers:
        refuse_idle("--exclude", Text("not among the clusters named: {clusters}", clusters=", ".join(strangers)))
    left = tuple({cluster.id: cluster for cluster in wanted if cluster.id not in without}.values())
    if wanted and not left:
        raise UsageError(Text("--exclude leaves no cluster"), NO_CLUSTER_LEFT)
    return left


def by_cluster(
    texts: Sequence[str] | None, registry: "Registry", option: str
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Split values typed as ``VALUE`` (for all clusters) or ``CLUSTER=VALUE`` (for one).

    Returns:
        The values for all, in order, and those of single clusters by id.

    Raises:
        UsageError: a cluster does not exist, or has two values.
    """
    from clusters_cli.registry import find_cluster

    own: dict[str, str] = {}
    pairs = [text.rpartition("=") for text in texts or ()]
    for name, value in ((name, value) for name, equals, value in pairs if equals):
        cluster = find_cluster(registry, name).id
        if cluster in own:
            raise given_twice(f"{option} {cluster}")
        own[cluster] = value
    return tuple(value for _name, equals, value in pairs if not equals), own


def one_for_all(texts: Sequence[str], option: str) -> str | None:
    """Return the one value that is typed for all clusters, ``None`` if there is none.

    Raises:
        UsageError: there are several.
    """
    if len(texts) > 1:
        raise given_twice(option)
    return texts[0] if texts else None
