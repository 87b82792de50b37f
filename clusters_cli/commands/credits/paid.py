"""How grants are paid until a change: as was signed, else by the scheme that is typed or the default of the Région."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clusters_cli.commands.shared.as_signed import known_schemes

if TYPE_CHECKING:
    from clusters_cli.cashflow import Grant, SignedGrant, SignedPlans, UnplannedAgreement, YearlyGrant
    from clusters_cli.registry import Layered, Registry
    from clusters_cli.registry.models import Cluster, PaymentScheme


@dataclass(frozen=True, slots=True)
class PaidUntilNow:
    """How grants are paid until a change.

    Attributes:
        registry: says which funder is the Région.
        known: the payment schemes that can be named.
        old: the one that is typed, else the default of the Région; ``None`` if it has none.
        day: the day asked.
        is_hypothesis: whether it is asked what if: the payment scheme until the change, or the grant, is typed.
    """

    registry: "Registry"
    known: "Layered[PaymentScheme]"
    old: "PaymentScheme | None"
    day: date
    is_hypothesis: bool

    def grants(
        self, clusters: "Sequence[Cluster]", wanted: "Sequence[Grant]", *, named: bool
    ) -> "tuple[tuple[YearlyGrant, ...], SignedPlans]":
        """Return the yearly grants, each with what was signed, and which agreements are left out.

        Args:
            clusters: those asked for; none for an amount typed without one.
            wanted: their grants.
            named: whether the user named them; in a survey those are left out of which no scheme can be assumed.

        Raises:
            UsageError: no payment scheme is typed where one is needed, and none can be assumed.
        """
        from clusters_cli.cashflow import SignedPlans, set_aside
        from clusters_cli.commands.shared.signed_notes import why_not_planned
        from clusters_cli.registry import scheme_needed

        if self.is_hypothesis:
            signed: dict[str | None, tuple[SignedGrant, ...]] = {}
            left_out = SignedPlans(set_aside=set_aside(clusters, self.day))
        else:
            signed, unplanned = self._signed(clusters)
            without = [cluster.id for cluster in clusters if not (signed[cluster.id] or self.old)]
            left_out = SignedPlans(unplanned=unplanned, without_scheme=tuple(without))
        if self.old is None and (self.is_hypothesis or not any(signed.values()) or (named and left_out.without_scheme)):
            raise scheme_needed(self.known.entries, "--from", why_not_planned(left_out, self.registry))
        found = (self._of(grant, signed.get(grant.cluster, ())) for grant in wanted)
        return tuple(one for one in found if one is not None), left_out

    def _of(self, grant: "Grant", signed: "tuple[SignedGrant, ...]") -> "YearlyGrant | None":
        """Return a grant as it is paid until the change; years without an agreement are paid as the last one says."""
        from clusters_cli.cashflow import YearlyGrant

        before = signed[-1].scheme if signed else self.old
        amount = grant.amount
        if amount is None and signed:
            amount = next(iter(signed[0].by_year.values()))  # what is signed begins after the day asked
        return None if before is None or amount is None else YearlyGrant(grant.cluster, amount, before, signed)

    def is_default_used(self, grants: "Sequence[YearlyGrant]") -> bool:
        """Return whether the payment scheme of some years is assumed: of what was not signed, or does not say it."""
        return not grants or any(not one.signed or any(signed.is_assumed for signed in one.signed) for one in grants)

    def _signed(
        self, clusters: "Sequence[Cluster]"
    ) -> "tuple[dict[str | None, tuple[SignedGrant, ...]], tuple[UnplannedAgreement, ...]]":
        from clusters_cli.cashflow import regional_grants

        schemes = known_schemes(self.registry, self.known, self.old)
        signed: dict[str | None, tuple[SignedGrant, ...]] = {}
        unplanned: list[UnplannedAgreement] = []
        for cluster in clusters:
            found, unknown = regional_grants(cluster, schemes)
            signed[cluster.id] = tuple(sorted(found, key=lambda one: one.span.first))
            unplanned += unknown
        return signed, tuple(unplanned)
