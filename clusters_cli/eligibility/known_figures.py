"""What the registry states of a cluster, as an examination takes it and as a new application file is filled with it."""

from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.dossier import Prefill
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.dates import whole_day
from clusters_cli.foundations.text import Sentence, Text
from clusters_cli.registry import GivenGrant, Registry, figure, grants_of, preferred
from clusters_cli.registry.models import Cluster


@dataclass(frozen=True, slots=True)
class KnownFigures:
    """The figures that the registry states of a cluster.

    Attributes:
        budget: yearly budget in euros.
        year: the year of the budget and the grants, ``None`` when it states neither.
        grants: the public grants of that year it states, but for those that are no aid.
        origin: where the budget is stated.
    """

    id: str
    name: str
    budget: Decimal | None = None
    year: int | None = None
    grants: tuple[GivenGrant, ...] = ()
    origin: Sentence | None = None


def known_figures(cluster: Cluster, registry: Registry) -> KnownFigures:
    """Return the budget of a cluster and the grants of the same year and source; without a budget the grants alone."""
    budget = figure(cluster, "budget", registry.reference)
    grants_known = (figure(cluster, name, registry.reference) for name in ("regional_grant", "state_grant", "grants"))
    chosen = budget or next((known for known in grants_known if known), None)
    if chosen is None:
        return KnownFigures(cluster.id, cluster.name)
    stated = chosen.origin
    grants = tuple(grant for grant in grants_of(stated) if grant.basis is not AidBasis.NONE)
    origin = Text("registry, {year} ({where})", year=chosen.year, where=stated.citation)
    return KnownFigures(cluster.id, cluster.name, budget.value if budget else None, chosen.year, grants, origin)


def prefill(cluster: Cluster, registry: Registry) -> Prefill:
    """Return what a new application file can be filled with; a creation of which only the year is known is left out."""
    form = preferred(cluster.legal_form, registry.reference)
    founded = preferred(cluster.founded, registry.reference)
    budget = figure(cluster, "budget", registry.reference)
    grant = figure(cluster, "regional_grant", registry.reference)
    return Prefill(
        id=cluster.id,
        name=cluster.name,
        legal_form=form.value if form else None,
        founded=whole_day(founded.value) if founded else None,
        budget=budget.value if budget else None,
        grant=grant.value if grant else None,
    )
