"""What ``clusters cashflow`` plans of the clusters asked for: what they signed, or what would be under other terms."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clusters_cli.commands.cashflow.combinations import Asked, refuse_idle_terms
from clusters_cli.commands.cashflow.grouped_options import RiskOptions
from clusters_cli.commands.shared.as_signed import known_schemes, refuse_what_agreements_say

if TYPE_CHECKING:
    from clusters_cli.cashflow import Grant, SignedPlans, Study
    from clusters_cli.registry.models import Cluster


def signed_by(clusters: "Sequence[Cluster]", asked: Asked) -> "SignedPlans":
    """Return the plans of what clusters really signed, or what of it is set aside where it is asked what if.

    Raises:
        UsageError: the terms do not fit the payment scheme of an agreement.
    """
    from clusters_cli.cashflow import SignedPlans, plans_of_signed, set_aside

    if asked.is_hypothesis:
        return SignedPlans(set_aside=set_aside(clusters, asked.day))
    default = asked.schemes[0] if asked.schemes else None
    known = known_schemes(
        asked.registry,
        asked.known,
        default,
        is_split=asked.terms.split is not None,
        others_pay=asked.terms.others_paid is not None,
    )
    return plans_of_signed(clusters, known, asked.terms, asked.day, asked.credit)


def study_as_signed(
    asked: Asked, clusters: "Sequence[Cluster]", signed: "SignedPlans", *, named: bool
) -> "tuple[Study, tuple[Grant, ...]]":
    """Return the plans of all clusters, and the grants of those that have signed nothing, whose scheme is assumed.

    Args:
        asked: what is asked.
        clusters: the clusters asked for.
        signed: what they signed, at least one plan.
        named: whether the user named them; in a survey those are left out of which no scheme can be assumed.

    Raises:
        UsageError: an option changes what was signed, or nothing; or no scheme can be assumed of a cluster named.
    """
    from clusters_cli.cashflow import study_of_signed, wanted_grants
    from clusters_cli.commands.shared.signed_notes import why_not_planned
    from clusters_cli.registry import scheme_needed

    refuse_what_agreements_say(asked.given)
    if named and signed.without_scheme:
        raise scheme_needed(asked.known.entries, "--scheme", why_not_planned(signed, asked.registry))
    others = [cluster for cluster in clusters if cluster.id not in signed.by_cluster]
    assumed = asked.schemes[:1] if others else ()
    refuse_idle_terms(asked.given, asked.terms, (*signed.schemes, *assumed))
    wanted = wanted_grants(asked.registry, others, None, asked.day) if assumed else ()
    return study_of_signed(signed, wanted, next(iter(assumed), None), asked.terms, asked.credit), wanted


def study_of_hypotheses(
    asked: Asked, clusters: "Sequence[Cluster]", signed: "SignedPlans", risk: RiskOptions
) -> "tuple[Study, tuple[Grant, ...]]":
    """Return the plans of grants under payment schemes, and where the grants come from.

    Args:
        asked: what is asked.
        clusters: the clusters asked for.
        signed: why nothing that they signed is planned.
        risk: how high the peak may be.

    Raises:
        UsageError: no payment scheme is typed, and none can be assumed; or an option changes nothing.
    """
    from clusters_cli.cashflow import study_of_grants, wanted_grants
    from clusters_cli.commands.shared.signed_notes import why_not_planned
    from clusters_cli.registry import scheme_needed

    if not asked.schemes:
        raise scheme_needed(asked.known.entries, "--scheme", why_not_planned(signed, asked.registry))
    refuse_idle_terms(asked.given, asked.terms, asked.schemes)
    wanted = wanted_grants(asked.registry, clusters, asked.grant, asked.day)
    limit = None if risk.at_random() else risk.limit()
    return study_of_grants(asked.schemes, wanted, asked.terms, asked.credit, limit), wanted
