"""De minimis aid: a ceiling for each single undertaking, no intensity, no regime (Regulation (EU) 2023/2831)."""

from datetime import date
from decimal import Decimal

from clusters_cli.dossier import AwardKind, ResourceKind
from clusters_cli.eligibility.bases.basis import Amounts, LegalBasis
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.sums import Range, budget, costs_of, resources
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text

CEILING, WINDOW = "de-minimis", "de-minimis-window"


def de_minimis_asked(case: Case) -> Range:
    """Return the de minimis aid of a case, in euros: all of it on that basis, else what is of that kind."""
    if case.dossier.resources is None:
        return Range(case.dossier.totals.grant or ZERO, None, ("resources",))
    rests_on_it = case.basis is AidBasis.DE_MINIMIS
    return resources(case, lambda resource: rests_on_it or resource.kind is ResourceKind.DE_MINIMIS)


def earlier_de_minimis(case: Case, day: date) -> Decimal:
    """Return the de minimis aid awarded before a day that counts with that of the day, in euros."""
    counted = (
        award.amount
        for award in case.dossier.history.awards or ()
        if award.kind is AwardKind.DE_MINIMIS and _counts(case, award.on, day)
    )
    return sum(counted, ZERO)


def _counts(case: Case, awarded: date, day: date) -> bool:
    if case.text(WINDOW) == "3-tax-years":
        return day.year - 2 <= awarded.year and awarded <= day
    return add_months(day, -36) < awarded <= day


def _amounts(case: Case) -> Amounts:
    lines, day = case.dossier.costs, case.award_date
    base = Range(ZERO, budget(case), ("costs",)) if lines is None else costs_of(case, lines, lambda _line: True, ())
    earlier = ZERO if day is None else earlier_de_minimis(case, day)
    return Amounts(base=base, aid=de_minimis_asked(case), ceiling=case.number(CEILING), earlier=earlier)


SMALL_AID = LegalBasis(
    name=AidBasis.DE_MINIMIS,
    is_open=lambda _case: True,
    amounts=_amounts,
    parameters=(CEILING, WINDOW),
    not_asked=Text("not asked of de minimis aid"),
)
