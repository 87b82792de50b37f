"""Articles 20 and 20a of the GBER: aid to those who take part in a project of European territorial cooperation."""

from clusters_cli.dossier import CostLine, CostNature, ResourceKind
from clusters_cli.eligibility.bases.basis import Amounts, LegalBasis
from clusters_cli.eligibility.bases.kinds import may_have
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.sums import Range, budget, costs_of, resources
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text

HIGHEST_RATE = "interreg-highest-rate"
CEILINGS = {AidBasis.ARTICLE_20: "interreg-article-20", AidBasis.ARTICLE_20A: "interreg-article-20a"}
OUTSIDE = (CostNature.FINANCE, CostNature.PASS_ON, CostNature.MEMBER_SERVICE)
"""What is none of the costs of art. 20(2): staff, office and administration, travel, expertise, equipment and works."""


def cooperation_base(case: Case) -> Range:
    """Return the costs of cooperation, in euros (GBER, art. 20(2))."""
    costs = case.dossier.costs
    if costs is None:
        return Range(ZERO, budget(case), ("costs",))
    return costs_of(case, costs, _is_of_cooperation, ("nature",))


def _is_of_cooperation(line: CostLine) -> bool | None:
    return None if line.nature is None else line.nature not in OUTSIDE


def _amounts(case: Case) -> Amounts:
    known = case.dossier.resources is not None
    aid = resources(case, lambda _resource: True) if known else Range(ZERO, None, ("resources",))
    cap = case.number(HIGHEST_RATE) if case.basis is AidBasis.ARTICLE_20 else None
    return Amounts(base=cooperation_base(case), aid=aid, cap=cap, ceiling=case.number(CEILINGS[case.basis]))


COOPERATION = LegalBasis(
    name=AidBasis.ARTICLE_20,
    is_open=lambda case: may_have(case, ResourceKind.INTERREG),
    amounts=_amounts,
    parameters=(HIGHEST_RATE, *CEILINGS.values()),
    not_asked=Text("not asked of aid to a cooperation project under article 20"),
)
SMALL_COOPERATION = LegalBasis(
    name=AidBasis.ARTICLE_20A,
    is_open=COOPERATION.is_open,
    amounts=_amounts,
    parameters=COOPERATION.parameters,
    not_asked=Text("not asked of aid to a cooperation project under article 20a"),
)
