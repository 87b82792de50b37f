"""The bases on which an aid can rest, in the order in which they are tried, and those that a case can have."""

from collections.abc import Mapping
from dataclasses import replace

from clusters_cli.dossier import AidType
from clusters_cli.eligibility.bases.basis import Amounts, LegalBasis
from clusters_cli.eligibility.bases.cluster_aid import CLUSTER_AID
from clusters_cli.eligibility.bases.cooperation import COOPERATION, SMALL_COOPERATION
from clusters_cli.eligibility.bases.no_aid import NO_AID
from clusters_cli.eligibility.bases.small_aid import SMALL_AID
from clusters_cli.eligibility.case import Case
from clusters_cli.foundations.aid_basis import AidBasis

BASES: Mapping[AidBasis, LegalBasis] = {
    basis.name: basis for basis in (CLUSTER_AID, COOPERATION, SMALL_COOPERATION, SMALL_AID, NO_AID)
}
"""Every basis by its name."""


def possible_bases(case: Case) -> tuple[AidBasis, ...]:
    """Return the basis of a case, or every basis that it can rest on where none is named.

    What asks for no aid rests on none, whatever it names.
    """
    if case.dossier.aid.type is AidType.NONE:
        return (AidBasis.NONE,)
    if case.dossier.aid.basis is not None:
        return (case.dossier.aid.basis,)
    return tuple(basis.name for basis in BASES.values() if basis.is_open(case))


def amounts_of(case: Case) -> Amounts:
    """Return what the limits of the basis of a case are counted on; reading them is no part of an explanation."""
    basis = BASES[case.basis]
    return basis.amounts(replace(case, declared=frozenset(basis.parameters), log=[]))


__all__ = ["BASES", "Amounts", "LegalBasis", "amounts_of", "possible_bases"]
