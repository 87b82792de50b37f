"""On what terms clusters are in a pool: each one's own payment scheme, day of signature and cash, or those of all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from clusters_cli.cashflow.grants import Grant
from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.dossier import DossierFile
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text
from clusters_cli.registry import Registry, find_cluster
from clusters_cli.registry.models import MonthDay, PaymentScheme

NO_OPENING_CASH = Explanation(
    "USE142",
    Text("a dossier without opening cash"),
    Text("A pool is worked out from the opening cash of its clusters, which this dossier does not state."),
    Text("Fill in cluster, and opening_cash under treasury."),
)


@dataclass(frozen=True, slots=True)
class Membership:
    """How the clusters of a pool are paid.

    Attributes:
        schemes: the payment schemes of clusters that have their own, by cluster.
        signatures: the days of the year on which agreements of clusters are signed that have their own, by cluster.
        signature: that of the others; ``None`` for the one of the payment scheme.
        signed: the plans of what clusters really signed, by cluster, which stand in place of any hypothesis.
    """

    schemes: Mapping[Identifier, PaymentScheme] = field(default_factory=dict)
    signatures: Mapping[Identifier, MonthDay] = field(default_factory=dict)
    signature: MonthDay | None = None
    signed: Mapping[Identifier | None, Plan] = field(default_factory=dict)

    def plans(self, scheme: PaymentScheme | None, grants: Sequence[Grant], terms: Terms) -> list[Plan]:
        """Return the plans of the clusters that have signed, or whose grant is known.

        Args:
            scheme: the payment scheme of those that have none of their own; without one they are left out.
            grants: the grants of the pool.
            terms: the assumptions of all.

        Raises:
            UsageError: the terms do not fit a payment scheme.
        """
        found = (self._plan(grant, self.schemes.get(grant.cluster or "", scheme), terms) for grant in grants)
        return [plan for plan in found if plan is not None]

    def _plan(self, grant: Grant, scheme: PaymentScheme | None, terms: Terms) -> Plan | None:
        if grant.cluster in self.signed:
            return self.signed[grant.cluster]
        if scheme is None or grant.amount is None or grant.cluster is None:
            return None
        its_own = replace(terms, signature=self.signatures.get(grant.cluster, self.signature))
        return make_plan(scheme, grant.amount, its_own, cluster=grant.cluster)


def own_cash(
    clusters: frozenset[Identifier],
    for_all: Decimal | None,
    stated: Mapping[Identifier, Decimal],
    own: Mapping[Identifier, Decimal],
) -> dict[Identifier | None, Decimal]:
    """Return what each cluster of a pool spends of its own before it draws, in euros.

    Args:
        clusters: those in the pool.
        for_all: the cash of each that has none of its own; ``None`` is none.
        stated: the opening cash that dossiers state, by cluster.
        own: what is known of single clusters, which counts before all else.
    """
    cash: dict[Identifier | None, Decimal] = dict.fromkeys(clusters, ZERO if for_all is None else for_all)
    cash.update({**stated, **own})
    return cash


def opening_cash(file: DossierFile, registry: Registry) -> tuple[Identifier, Decimal]:
    """Return the cluster of a dossier and the opening cash that it states, in euros.

    Raises:
        UsageError: it names no cluster of the registry, or does not state its cash.
    """
    dossier = file.dossier
    if dossier.cluster is None or dossier.treasury.opening_cash is None:
        raise UsageError(
            Text("{file} does not state the opening cash of a cluster of the registry", file=file.document.file),
            NO_OPENING_CASH,
            hint=Text("fill in cluster, and opening_cash under treasury"),
        )
    return find_cluster(registry, dossier.cluster).id, dossier.treasury.opening_cash
