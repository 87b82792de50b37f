"""Article 27 of the GBER: aid for innovation clusters, to their running or to their investments."""

from decimal import Decimal

from clusters_cli.dossier import AidType, Pays
from clusters_cli.eligibility.bases.basis import Amounts, LegalBasis
from clusters_cli.eligibility.bases.kinds import is_de_minimis_alone
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.sums import investment_base, operating_aid, operating_base, resources
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.text import Text

CAP = "cluster-operating-intensity"
INVESTMENT_CAP = "cluster-investment-intensity"
BONUS_C, BONUS_A = "cluster-investment-bonus-c", "cluster-investment-bonus-a"


def investment_rates(case: Case) -> tuple[Decimal, ...] | None:
    """Return the rate for the area, or every rate it could be while the area is not given (GBER, art. 27(6))."""
    base, bonuses = case.number(INVESTMENT_CAP), (case.number(BONUS_C), case.number(BONUS_A))
    if base is None or bonuses[0] is None or bonuses[1] is None:
        return None
    by_area = {"none": base, "c": base + bonuses[0], "a": base + bonuses[1]}
    area = case.dossier.project.area
    return tuple(by_area.values()) if area is None else (by_area[area],)


def _amounts(case: Case) -> Amounts:
    if case.dossier.aid.type is AidType.INVESTMENT:
        rates = investment_rates(case) or ()
        aid = resources(case, lambda _resource: True, pays=Pays.INVESTMENT)
        return Amounts(base=investment_base(case), aid=aid, cap=rates[0] if len(rates) == 1 else None)
    return Amounts(base=operating_base(case), aid=operating_aid(case), cap=case.number(CAP))


CLUSTER_AID = LegalBasis(
    name=AidBasis.ARTICLE_27,
    is_open=lambda case: not is_de_minimis_alone(case),
    amounts=_amounts,
    parameters=(CAP, INVESTMENT_CAP, BONUS_C, BONUS_A),
    not_asked=Text("not asked of cluster aid under article 27"),
)
