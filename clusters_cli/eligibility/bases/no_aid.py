"""No aid: money for work that is not economic is no State aid, and has no limit of the law (TFEU, art. 107(1))."""

from clusters_cli.dossier import ResourceKind
from clusters_cli.eligibility.bases.basis import Amounts, LegalBasis
from clusters_cli.eligibility.bases.kinds import has
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.missions import ACCOUNTS, MISSIONS
from clusters_cli.eligibility.sums import Range, budget, costs_of, exactly, operating_aid, resources
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text


def economic_costs(case: Case) -> Range:
    """Return the costs of economic work, in euros: of the lines, else what ``project.missions`` says of them."""
    lines, sums = case.dossier.costs, case.dossier.project.missions
    if lines is not None:
        return costs_of(case, lines, lambda _line: True, ())
    if sums is None:
        return Range(ZERO, budget(case), (MISSIONS,))
    certain = sums.b + sums.c
    if not sums.a or case.dossier.organisation.separate_accounts:
        return exactly(certain + (sums.a if case.non_economic_is_aid else ZERO))
    missing = (ACCOUNTS,) if case.dossier.organisation.separate_accounts is None else ()
    return Range(certain, certain + sums.a, missing)


def _amounts(case: Case) -> Amounts:
    known = case.dossier.resources is not None
    return Amounts(
        base=economic_costs(case), aid=resources(case, lambda _resource: True) if known else operating_aid(case)
    )


NO_AID = LegalBasis(
    name=AidBasis.NONE,
    is_open=lambda case: not has(case, ResourceKind.DE_MINIMIS),
    amounts=_amounts,
    not_asked=Text("no State aid is asked for"),
)
