"""What European programmes ask: INTERREG and ERDF (K33 to K36)."""

from decimal import Decimal

from clusters_cli.dossier import AidType, CostMethod, Partner, ResourceKind
from clusters_cli.eligibility.answers import RuleAnswer, fails, lacks, lacks_some, not_applicable, passes, warns
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.rules.intensity import BASES, CAP
from clusters_cli.eligibility.sums import budget, of_kind, operating_base
from clusters_cli.foundations.money import cents
from clusters_cli.foundations.text import Euros, Share, Text, counted

PART = Decimal("0.0001")
"""Rates are told to a hundredth of a percent."""
CEILINGS = {"article-20": "interreg-article-20", "article-20a": "interreg-article-20a"}
NWE_RATE = "interreg-nwe-rate"


def k33_interreg_rate(case: Case) -> RuleAnswer:
    """INTERREG pays up to 60 %: more than article 27 allows, unless the aid rests on article 20 (GBER)."""
    basis = case.dossier.aid.basis
    if case.dossier.resources is None:
        return lacks("resources")
    interreg = of_kind(case, ResourceKind.INTERREG)
    if not interreg:
        if basis in CEILINGS:
            return fails(
                Text("{basis} is for INTERREG projects, and no INTERREG money is asked for", basis=BASES[basis])
            )
        return not_applicable(Text("no INTERREG money is asked for"))
    if basis is None:
        return lacks("aid.basis", found=interreg)
    return _under_article_20(case, interreg, basis) if basis in CEILINGS else _under_article_27(case, interreg)


def _under_article_27(case: Case, interreg: Decimal) -> RuleAnswer:
    cap, base = case.number(CAP), operating_base(case)
    if cap is None:
        return case.no_value(CAP)
    if base.high is not None and interreg > cents(cap * base.high):
        told = Text(
            "INTERREG alone pays {interreg}, above {cap} of the eligible costs: article 27 does not allow it",
            interreg=Euros(interreg),
            cap=Share(cap),
        )
        return fails(told, found=interreg, limit=cents(cap * base.high), margin=cents(cap * base.high) - interreg)
    if interreg > cents(cap * base.low):
        return lacks(*base.missing, found=interreg)
    return passes(Text("INTERREG stays within {cap} of the eligible costs", cap=Share(cap)), found=interreg)


def _under_article_20(case: Case, interreg: Decimal, basis: str) -> RuleAnswer:
    ceiling, rate, whole = case.number(CEILINGS[basis]), case.number(NWE_RATE), budget(case)
    if ceiling is None:
        return case.no_value(CEILINGS[basis])
    if interreg > ceiling:
        message = Text(
            "{interreg} is above the ceiling of {basis}, {ceiling}",
            interreg=Euros(interreg),
            basis=BASES[basis],
            ceiling=Euros(ceiling),
        )
        return fails(message, found=interreg, limit=ceiling, margin=ceiling - interreg)
    if rate is None:
        return case.no_value(NWE_RATE)
    if whole is None:
        return lacks("costs", found=interreg)
    if interreg > cents(rate * whole):
        message = Text("INTERREG pays more than the programme's {rate}", rate=Share(rate))
        return fails(message, found=interreg, limit=cents(rate * whole), margin=cents(rate * whole) - interreg)
    return passes(Text("{basis} allows the programme's own rate", basis=BASES[basis]), found=interreg, limit=ceiling)


def k34_erdf_rate(case: Case) -> RuleAnswer:
    """The ERDF rate of the region bounds the programme, article 27 bounds the operation (CPR, art. 112)."""
    if case.dossier.resources is None:
        return lacks("resources")
    erdf, whole, rate = of_kind(case, ResourceKind.ERDF), budget(case), case.number("erdf-rate-transition")
    if not erdf:
        return not_applicable(Text("no ERDF money is asked for"))
    if not whole:
        return lacks("costs", found=erdf)
    if rate is None:
        return case.no_value("erdf-rate-transition")
    share = (erdf / whole).quantize(PART)
    if share > rate:
        message = Text(
            "ERDF pays {share}, above the {rate} of a transition region", share=Share(share), rate=Share(rate)
        )
        return warns(message, found=share, limit=rate, margin=rate - share)
    message = Text("ERDF pays {share}; article 27 still bounds all public money together", share=Share(share))
    return passes(message, found=share, limit=rate, margin=rate - share)


def k35_interreg_partners(case: Case) -> RuleAnswer:
    """INTERREG North-West Europe: three partners, three countries, two of them in the area; no ERDF for Swiss ones."""
    if case.dossier.resources is None and case.dossier.partners is None:
        return lacks("resources")
    if not of_kind(case, ResourceKind.INTERREG) and not case.dossier.partners:
        return not_applicable(Text("no INTERREG money is asked for"))
    partners = case.dossier.partners
    if partners is None:
        return lacks("partners")
    if any(partner.country == "CH" and partner.erdf for partner in partners):
        return fails(Text("a Swiss partner takes part without ERDF money"))
    open_facts = [
        f"partners[{index}].erdf" for index, item in enumerate(partners) if item.country == "CH" and item.erdf is None
    ]
    return _enough_partners(case, partners, open_facts)


def _enough_partners(case: Case, partners: tuple[Partner, ...], open_facts: list[str]) -> RuleAnswer:
    ids = ("interreg-nwe-partners", "interreg-nwe-countries", "interreg-nwe-in-area")
    least = [case.count(identifier) for identifier in ids]
    if least[0] is None or least[1] is None or least[2] is None:
        return case.no_value(ids[0])
    countries = {partner.country for partner in partners}
    inside = {partner.country for partner in partners if partner.in_area}
    doubtful = [index for index, item in enumerate(partners) if item.in_area is None and item.country not in inside]
    at_best = inside | {partners[index].country for index in doubtful}
    found = Text(
        "{partners} from {countries}",
        partners=counted("{count} partner", "{count} partners", len(partners)),
        countries=counted("{count} country", "{count} countries", len(countries)),
    )
    if len(partners) < least[0] or len(countries) < least[1] or len(at_best) < least[2]:
        return fails(Text("{found}: too few", found=found), found=len(countries), limit=least[1])
    if len(inside) < least[2]:
        open_facts += [f"partners[{index}].in_area" for index in doubtful]
    return lacks(*open_facts) if open_facts else passes(found, found=len(countries), limit=least[1])


def k36_simplified_costs(case: Case) -> RuleAnswer:
    """A small ERDF operation that is no State aid is paid on simplified costs (CPR, art. 53(2))."""
    if case.dossier.aid.type is not AidType.NONE:
        return not_applicable(Text("the support is State aid, which is outside this duty"))
    if case.dossier.resources is None:
        return lacks("resources")
    if not of_kind(case, ResourceKind.ERDF):
        return not_applicable(Text("no ERDF money is asked for"))
    whole, limit = budget(case), case.number("erdf-simplified-costs")
    if limit is None:
        return case.no_value("erdf-simplified-costs")
    method = case.dossier.project.cost_method
    if method is CostMethod.SIMPLIFIED or (whole is not None and whole > limit):
        return passes(Text("simplified costs, or too large for the duty"), found=whole, limit=limit)
    if whole is None or method is None:
        return lacks_some({"costs": whole, "project.cost_method": method}, limit=limit)
    return fails(Text("real costs up to {limit} are not allowed", limit=Euros(limit)), found=whole, limit=limit)
