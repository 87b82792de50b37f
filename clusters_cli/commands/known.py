"""What the registry knows of a cluster, handed to the rooms that do not read the registry's clusters themselves."""

from typing import TYPE_CHECKING

from clusters_cli.dossier.template import Known as KnownForDossier
from clusters_cli.eligibility.questions import Known
from clusters_cli.foundations.locators import placed
from clusters_cli.foundations.messages import _
from clusters_cli.foundations.models import parsed_date
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.queries import figure, preferred

if TYPE_CHECKING:
    from decimal import Decimal

_FULL_DATE = len("2009-06-15")


def known_for_eligibility(cluster: Cluster, registry: Registry) -> Known:
    """Return the budget of a cluster and the grants of the same year and source; without a budget the grants alone."""
    budget = figure(cluster, "budget", registry.reference)
    chosen = budget or figure(cluster, "regional_grant", registry.reference)
    if chosen is None:
        return Known(cluster.id, cluster.name)
    named = {"regional_grant": _("Région"), "state_grant": _("State")}
    grants: dict[str, Decimal] = {
        name: value for field, name in named.items() if (value := getattr(chosen.origin, field)) is not None
    }
    where = ", ".join(part for part in (chosen.origin.source, placed(chosen.origin.locator or "")) if part)
    origin = _("registry, {year} ({where})").format(year=chosen.year, where=where)
    return Known(cluster.id, cluster.name, budget.value if budget else None, chosen.year, grants, {"budget": origin})


def known_for_dossier(cluster: Cluster, registry: Registry) -> KnownForDossier:
    """Return what a new dossier can be filled with."""
    form = preferred(cluster.legal_form, registry.reference)
    founded = preferred(cluster.founded, registry.reference)
    budget = figure(cluster, "budget", registry.reference)
    grant = figure(cluster, "regional_grant", registry.reference)
    return KnownForDossier(
        id=cluster.id,
        name=cluster.name,
        legal_form=form.value if form else None,
        founded=parsed_date(founded.value) if founded and len(founded.value) == _FULL_DATE else None,
        budget=budget.value if budget else None,
        grant=grant.value if grant else None,
    )
