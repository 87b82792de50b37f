"""What European programmes ask: INTERREG and ERDF (K33 to K36)."""

from decimal import Decimal

from clusters_cli.dossier import CostMethod, Partner, Pays, ResourceKind
from clusters_cli.eligibility.answers import RuleAnswer, fails, lacks, lacks_some, not_applicable, passes, warns
from clusters_cli.eligibility.bases.cluster_aid import CAP
from clusters_cli.eligibility.bases.cooperation import CEILINGS, HIGHEST_RATE, cooperation_base
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.missions import unless_non_economic
from clusters_cli.eligibility.sums import budget, of_kind, operating_base, resources
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.money import whole_cents
from clusters_cli.foundations.text import Euros, Share, Text, counted

PART = Decimal("0.0001")
"""Rates are told to a hundredth of a percent."""
ONE = Decimal(1)
NWE_RATE = "interreg-nwe-rate"


def k33_interreg_rate(case: Case) -> RuleAnswer:
    """INTERREG money fits the article it rests on: the cap of article 27, or the limits of article 20 or 20a (GBER).

    Under articles 20 and 20a all aid counts, within a ceiling for each undertaking and project, and under article 20
    within the highest co-financing rate of the regulations of the funds (art. 4(1)(f), 8(1), 20(3), 20a(2)).
    """
    if case.dossier.resources is None:
        return lacks("resources")
    interreg = of_kind(case, ResourceKind.INTERREG)
    if not interreg:
        return not_applicable(Text("no INTERREG money is asked for"))
    if case.basis is AidBasis.ARTICLE_27:
        return unless_non_economic(case, _under_article_27(case))
    return unless_non_economic(case, _of_cooperation(case))


def _under_article_27(case: Case) -> RuleAnswer:
    cap, base = case.number(CAP), operating_base(case)
    if cap is None:
        return case.no_value(CAP)
    interreg = resources(case, lambda resource: resource.kind is ResourceKind.INTERREG, pays=Pays.OPERATING)
    if base.high is not None and interreg.low > cap * base.high:
        most = whole_cents(cap * base.high)
        told = Text(
            "INTERREG alone pays {interreg}, above {cap} of the eligible costs: article 27 does not allow it",
            interreg=Euros(interreg.low),
            cap=Share(cap),
        )
        return fails(told, found=interreg.low, limit=most, margin=most - interreg.low)
    if interreg.high is None or interreg.high > cap * base.low:
        return lacks(*base.missing, *interreg.missing, found=interreg.low)
    return passes(Text("INTERREG stays within {cap} of the eligible costs", cap=Share(cap)), found=interreg.high)


def _of_cooperation(case: Case) -> RuleAnswer:
    ceiling_name, has_rate = CEILINGS[case.basis], case.basis is AidBasis.ARTICLE_20
    ceiling, rate = case.number(ceiling_name), case.number(HIGHEST_RATE) if has_rate else ONE
    if ceiling is None or rate is None:
        return case.no_value(ceiling_name if ceiling is None else HIGHEST_RATE)
    aid, base = resources(case, lambda _resource: True), cooperation_base(case)
    if aid.low > ceiling:
        message = Text(
            "{aid} of public aid is above the ceiling for an undertaking and a project, {ceiling}",
            aid=Euros(aid.low),
            ceiling=Euros(ceiling),
        )
        return fails(message, found=aid.low, limit=ceiling, margin=ceiling - aid.low)
    if base.high is not None and aid.low > rate * base.high:
        most = whole_cents(rate * base.high)
        message = Text(
            "{aid} of public aid is above {rate} of the costs of cooperation, {costs}",
            aid=Euros(aid.low),
            rate=Share(rate),
            costs=Euros(base.high),
        )
        return fails(message, found=aid.low, limit=most, margin=most - aid.low)
    if aid.high is None or aid.high > ceiling or aid.high > rate * base.low:
        return lacks(*aid.missing, *base.missing, found=aid.low, limit=ceiling)
    message = Text("{aid} of public aid, within the ceiling and the highest rate", aid=Euros(aid.high))
    return passes(message, found=aid.high, limit=ceiling, margin=ceiling - aid.high)


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
    if open_facts:
        return lacks(*open_facts)
    return _at_the_rate(case) or passes(found, found=len(countries), limit=least[1])


def _at_the_rate(case: Case) -> RuleAnswer | None:
    """Judge the share that the programme pays: its own rate, no law."""
    interreg, rate, whole = of_kind(case, ResourceKind.INTERREG), case.number(NWE_RATE), budget(case)
    if not interreg or rate is None:
        return None
    if whole is None:
        return lacks("costs", found=interreg)
    if interreg <= rate * whole:
        return None
    message = Text("INTERREG pays more than the {rate} of the programme for North-West Europe", rate=Share(rate))
    return fails(message, found=interreg, limit=whole_cents(rate * whole))


def k36_simplified_costs(case: Case) -> RuleAnswer:
    """A small ERDF operation that is no State aid is paid on simplified costs (CPR, art. 53(2))."""
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
