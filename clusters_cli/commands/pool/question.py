"""Which pools are asked for: one for each payment scheme of all, else one of members each paid in its own way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from clusters_cli.commands.cashflow.combinations import refuse_idle_terms
from clusters_cli.commands.shared.as_signed import known_schemes, refuse_what_agreements_say

if TYPE_CHECKING:
    from clusters_cli.cashflow import Grant, Membership, Plan, SignedPlans, Terms
    from clusters_cli.registry import Layered, Registry
    from clusters_cli.registry.models import Cluster, PaymentScheme


class PooledPlans(NamedTuple):
    """The plans of the members of one pool.

    Attributes:
        scheme: id of its payment scheme; ``None`` for one whose members are paid each in its own way.
        plans: one for each member.
    """

    scheme: str | None
    plans: "list[Plan]"


@dataclass(frozen=True, slots=True)
class WhoIsAsked:
    """Of which clusters something is asked.

    Attributes:
        clusters: those in the pool.
        is_hypothesis: whether payment schemes are named for all of them.
        are_named: whether they are named.
    """

    clusters: "Sequence[Cluster]"
    is_hypothesis: bool
    are_named: bool


@dataclass(frozen=True, slots=True)
class PoolQuestion:
    """What is asked of the clusters of a pool.

    Attributes:
        registry: says which funder is the Région.
        known: the payment schemes that can be named.
        schemes: those that are named for all; else the default of the Région, if it has one.
        whose: of which clusters it is asked.
        members: what is typed of single clusters.
        terms: the assumptions of all.
        day: the day asked.
    """

    registry: "Registry"
    known: "Layered[PaymentScheme]"
    schemes: "tuple[PaymentScheme, ...]"
    whose: WhoIsAsked
    members: "Membership"
    terms: "Terms"
    day: date

    def signed(self) -> "SignedPlans":
        """Return the plans of what the members really signed, and what of it is set aside to ask what if.

        Raises:
            UsageError: the terms do not fit the payment scheme of an agreement.
        """
        from clusters_cli.cashflow import SignedPlans, plans_of_signed, set_aside

        clusters, own = self.whose.clusters, self.members.schemes
        rest = [] if self.whose.is_hypothesis else [one for one in clusters if one.id not in own]
        aside = set_aside([one for one in clusters if one not in rest], self.day)
        if not rest:
            return SignedPlans(set_aside=aside)
        default = next(iter(self.schemes), None)
        known = known_schemes(self.registry, self.known, default)
        return replace(plans_of_signed(rest, known, self.terms, self.day), set_aside=aside)

    @property
    def has_no_rest(self) -> bool:
        """Whether a payment scheme is typed for each member, so that nothing is assumed of any other."""
        own = self.members.schemes
        return not self.whose.is_hypothesis and bool(own) and all(one.id in own for one in self.whose.clusters)

    def _common_scheme(self) -> str | None:
        """Return the id of the payment scheme that is typed for each member; ``None`` where they differ."""
        ids = {scheme.id for scheme in self.members.schemes.values()}
        return ids.pop() if len(ids) == 1 else None

    def pooled(self, found: "SignedPlans", grants: "Sequence[Grant]", given: Sequence[str]) -> list[PooledPlans]:
        """Return the plans of each pool.

        Args:
            found: what the members signed.
            grants: the grants of the pool, for those who signed nothing.
            given: what was typed.

        Raises:
            UsageError: no payment scheme is typed, and none can be assumed; or an option changes nothing.
        """
        from clusters_cli.commands.shared.signed_notes import why_not_planned
        from clusters_cli.registry import scheme_needed

        if self.has_no_rest:
            refuse_idle_terms(given, self.terms, tuple(self.members.schemes.values()))
            return [PooledPlans(self._common_scheme(), self.members.plans(None, grants, self.terms))]
        schemes = self.schemes
        if not schemes and (not found.plans or (self.whose.are_named and found.without_scheme)):
            raise scheme_needed(self.known.entries, "--scheme", why_not_planned(found, self.registry))
        if found.plans:
            refuse_what_agreements_say(given)
        refuse_idle_terms(given, self.terms, (*schemes, *self.members.schemes.values(), *found.schemes))
        if not found.plans:
            return [PooledPlans(one.id, self.members.plans(one, grants, self.terms)) for one in schemes]
        members = replace(self.members, signed=found.by_cluster)
        return [PooledPlans(None, members.plans(next(iter(schemes), None), grants, self.terms))]
