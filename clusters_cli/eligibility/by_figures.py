"""Examining clusters of a registry by what it states of them, and by what was typed."""

from collections.abc import Sequence
from datetime import date

from clusters_cli.eligibility.dated_figures import DatedFigures
from clusters_cli.eligibility.examination import Examination, examine
from clusters_cli.eligibility.known_figures import known_figures
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.questions import Given, question
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.text import Text
from clusters_cli.registry import Registry
from clusters_cli.registry.models import Cluster

AMOUNTS_WITHOUT_CLUSTER = Explanation(
    "USE171",
    Text("amounts without one cluster"),
    Text("--eligible-costs, --public-aid and --grant are those of one cluster, and none or several are named."),
    Text("Name one cluster."),
    example="clusters eligibility --grant 60000",
)


def examine_clusters(
    registry: Registry, named: Sequence[Cluster], given: Given, law: Law, as_of: date
) -> tuple[Examination, ...]:
    """Examine clusters without a dossier.

    Args:
        registry: where they are known.
        named: those that are asked for; none for all of them.
        given: what was typed; amounts are those of one cluster.
        law: parameters and regimes.
        as_of: the day asked, from which deadlines are measured; the day of the award where none was typed.

    Raises:
        UsageError: amounts are given, and not one cluster is named.
    """
    if given.has_amounts and len(named) != 1:
        message = Text("--eligible-costs, --public-aid and --grant are those of one cluster; name it")
        raise UsageError(message, AMOUNTS_WITHOUT_CLUSTER)
    known = [known_figures(cluster, registry) for cluster in (named or registry.clusters.clusters)]
    return tuple(
        examine(
            question(item, given, law, as_of), given.depth, name=item.name, figures=DatedFigures.of(item.year, as_of)
        )
        for item in known
    )
