"""Working a printed number out again from the registry: a claim in, the recomputed number and the difference out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Identifier, Label
from clusters_cli.registry.models.claim_words import SelectedEntries
from clusters_cli.registry.models.claims import Claim, Printed, Selection
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.funding import Programme
from clusters_cli.registry.models.organisations import Figures, Organisation
from clusters_cli.registry.models.poles import Pole


class ClaimOutcome(Vocabulary):
    """What recomputing a printed figure came to."""

    AGREES = "agrees", Text("agrees"), "concorde"
    EXPLAINED = "explained", Text("explained"), "expliqué"
    UNEXPLAINED = "unexplained", Text("unexplained"), "inexpliqué"
    UNVERIFIABLE = "unverifiable", Text("unverifiable"), "invérifiable"


@in_data(
    taken={
        "claim": (
            *("id", "title", "unit", "printed", "printed_up_to", "about"),
            *("source", "locator", "confidence", "as_of", "note"),
            *("select", "terms", "explained"),
        )
    }
)
@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim and what the registry says of it.

    Attributes:
        recomputed: the number worked out again; ``None`` when it cannot be.
        difference: printed minus recomputed; zero anywhere inside a printed range.
        outcome: ``explained`` only when the difference is exactly the one the claim explains.
    """

    claim: Claim
    recomputed: Decimal | None
    difference: Decimal | None
    outcome: ClaimOutcome

    @computed
    def reason(self) -> Label | None:
        """Why it differs or cannot be worked out again, where the registry says."""
        explained = self.claim.explained
        return explained.text if explained and self.outcome is ClaimOutcome.EXPLAINED else self.claim.unverifiable


def check_claim(claim: Claim, registry: Registry) -> CheckedClaim:
    """Work a claim out again and compare."""
    if claim.unverifiable is not None:
        return CheckedClaim(claim, None, None, ClaimOutcome.UNVERIFIABLE)
    selected = sum((_selected(part, claim.printed.source, registry) for part in claim.select), Decimal())
    recomputed = selected + sum((term.value for term in claim.terms), Decimal())
    difference = _difference(claim.printed, recomputed)
    return CheckedClaim(claim, recomputed, difference, _outcome(claim, difference))


def _difference(printed: Printed, recomputed: Decimal) -> Decimal:
    highest = printed.value if printed.up_to is None else printed.up_to
    if printed.value <= recomputed <= highest:
        return Decimal(0)
    return (printed.value if recomputed < printed.value else highest) - recomputed


def _outcome(claim: Claim, difference: Decimal) -> ClaimOutcome:
    if difference == 0:
        return ClaimOutcome.AGREES
    if claim.explained is not None and claim.explained.difference == difference:
        return ClaimOutcome.EXPLAINED
    return ClaimOutcome.UNEXPLAINED


def _selected(part: Selection, source_of_claim: Identifier, registry: Registry) -> Decimal:
    return _ENTRIES[part.entries](part, part.source or source_of_claim, registry)


def _clusters(part: Selection, source: Identifier, registry: Registry) -> Decimal:
    kept = (cluster for cluster in registry.clusters.clusters if _is_wanted(cluster, part, source))
    return _measured([cluster for cluster in kept if _has_class(cluster, part, source)], part, source)


def _poles(part: Selection, source: Identifier, registry: Registry) -> Decimal:
    return _measured([pole for pole in registry.poles.poles if _is_wanted(pole, part, source)], part, source)


def _is_wanted(organisation: Organisation, part: Selection, source: Identifier) -> bool:
    supported = {support.supported for support in organisation.support if support.source == source}
    return (
        (not part.only or organisation.id in part.only)
        and organisation.id not in part.leave_out
        and (part.supported is None or part.supported in supported)
        and (part.having is None or bool(_known(organisation, part.having, part, source)))
    )


def _has_class(cluster: Cluster, part: Selection, source: Identifier) -> bool:
    stated = {statement.value for statement in cluster.stated_maturity if statement.source == source}
    return part.maturity is None or part.maturity in stated


def _known(organisation: Organisation, name: str, part: Selection, source: Identifier) -> list[Figures]:
    return [
        figures
        for figures in organisation.figures
        if figures.source == source
        and (part.year is None or figures.year == part.year)
        and getattr(figures, name) is not None
    ]


def _measured(kept: list[Cluster] | list[Pole], part: Selection, source: Identifier) -> Decimal:
    if part.measure == "count":
        return Decimal(len(kept))
    return sum(
        (
            Decimal(getattr(figures, part.measure))
            for organisation in kept
            for figures in _known(organisation, part.measure, part, source)
        ),
        Decimal(),
    )


def _network_regions(part: Selection, source: Identifier, registry: Registry) -> Decimal:
    regions = [
        region for network in registry.networks.networks for region in network.regions if region.source == source
    ]
    return Decimal(len(regions) if part.measure == "count" else sum(region.members for region in regions))


def _links(part: Selection, source: Identifier, registry: Registry) -> Decimal:
    linked = {
        (link.programme, link.strand)
        for cluster in registry.clusters.clusters
        for link in cluster.programmes
        if link.source == source
        and link.strand is not None
        and part.programme in (None, link.programme)
        and part.strength in (None, link.strength)
    }
    return Decimal(len(linked))


def _strands(part: Selection, source: Identifier, registry: Registry) -> Decimal:
    programmes = _programmes(part, registry)
    return Decimal(sum(strand.source == source for programme in programmes for strand in programme.strands))


def _beneficiaries(part: Selection, source: Identifier, registry: Registry) -> Decimal:
    programmes = _programmes(part, registry)
    return Decimal(sum(one.source == source for programme in programmes for one in programme.beneficiaries))


def _amounts(part: Selection, source: Identifier, registry: Registry) -> Decimal:
    amounts = [
        amount.amount
        for programme in _programmes(part, registry)
        for amount in programme.amounts
        if amount.source == source and part.scope in (None, amount.scope)
    ]
    return Decimal(len(amounts)) if part.measure == "count" else sum(amounts, Decimal())


def _programmes(part: Selection, registry: Registry) -> list[Programme]:
    return [programme for programme in registry.programmes.programmes if part.programme in (None, programme.id)]


def _pole_regions(part: Selection, source: Identifier, registry: Registry) -> Decimal:
    regions = {
        region
        for pole in registry.poles.poles
        if _is_wanted(pole, part, source)
        for stated in pole.regions
        if stated.source == source
        for region in stated.value
    }
    return Decimal(len(regions))


def _obstacles(_part: Selection, source: Identifier, registry: Registry) -> Decimal:
    return Decimal(sum(obstacle.source == source for obstacle in registry.obstacles.obstacles))


def _recommendations(_part: Selection, source: Identifier, registry: Registry) -> Decimal:
    return Decimal(sum(one.source == source for one in registry.obstacles.recommendations))


_ENTRIES: Mapping[SelectedEntries, Callable[[Selection, Identifier, Registry], Decimal]] = {
    SelectedEntries.CLUSTERS: _clusters,
    SelectedEntries.POLES: _poles,
    SelectedEntries.NETWORK_REGIONS: _network_regions,
    SelectedEntries.LINKS: _links,
    SelectedEntries.STRANDS: _strands,
    SelectedEntries.BENEFICIARIES: _beneficiaries,
    SelectedEntries.AMOUNTS: _amounts,
    SelectedEntries.POLE_REGIONS: _pole_regions,
    SelectedEntries.OBSTACLES: _obstacles,
    SelectedEntries.RECOMMENDATIONS: _recommendations,
}
