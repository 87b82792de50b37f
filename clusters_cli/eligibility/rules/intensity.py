"""How much aid: intensity over the period and by year, maximum grant, notification, duration (K21 to K26)."""

from decimal import Decimal

from clusters_cli.dossier import AidType, AwardKind, Pays, ResourceKind
from clusters_cli.eligibility.answers import (
    RuleAnswer,
    fails,
    lacks,
    lacks_some,
    not_applicable,
    open_law,
    passes,
    warns,
)
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.rules.beneficiary import ARTICLE_27_TEXT
from clusters_cli.eligibility.rules.difficulty import is_state_aid
from clusters_cli.eligibility.sums import (
    Range,
    grant_on_base,
    investment_base,
    is_operating,
    of_kind,
    operating_aid,
    operating_base,
    resources,
    yearly,
)
from clusters_cli.foundations.money import ZERO, cents
from clusters_cli.foundations.text import Euros, Listed, Share, Text, counted

CAP = "cluster-operating-intensity"
NOTIFICATION = "cluster-notification"
BASES = {"article-20": Text("article 20"), "article-20a": Text("article 20a")}
"""The articles of the GBER, beside article 27, on which an aid to an INTERREG project may rest."""


def k21_operating_intensity(case: Case) -> RuleAnswer:
    """All public aid on the operating base stays within half of it over the period (GBER, art. 27(9), 8(1))."""
    other = _outside_article_27(case)
    if other:
        return other
    cap, base, aid = case.number(CAP), operating_base(case), operating_aid(case)
    if cap is None:
        ruling = case.no_value(CAP)
        return lacks(*ruling.missing, *base.missing, *aid.missing) if ruling.missing else ruling
    if base.exact == 0:
        return lacks("costs", message=Text("no eligible cost: the intensity cannot be worked out"), found=aid.exact)
    return _within(case, aid, base, cap)


def _outside_article_27(case: Case) -> RuleAnswer | None:
    if not is_state_aid(case):
        return not_applicable(Text("no State aid is asked for"))
    if case.dossier.aid.type is not AidType.OPERATING:
        return not_applicable(Text("no operating aid is asked for"))
    if case.dossier.aid.basis in BASES:
        if case.dossier.resources is None:
            return lacks("resources")
        if of_kind(case, ResourceKind.INTERREG):
            return not_applicable(
                Text("the aid rests on {basis}, not on article 27", basis=BASES[case.dossier.aid.basis])
            )
    return None


def _within(case: Case, aid: Range, base: Range, cap: Decimal) -> RuleAnswer:
    most = None if base.high is None else cents(cap * base.high)
    least = cents(cap * base.low)
    if most is not None and aid.low > most:
        return _above(case, aid.low, most, base)
    if aid.high is not None and aid.high <= least and base.low > 0:
        told = Text(
            "{aid} of public aid on {base} of eligible costs, at most {limit}",
            aid=Euros(aid.high),
            base=Euros(base.low),
            limit=Euros(least),
        )
        return passes(told, found=aid.high, limit=least, margin=least - aid.high)
    exact = base.exact is not None
    return lacks(*base.missing, *aid.missing, found=aid.exact or (aid.low or None), limit=least if exact else None)


def _above(case: Case, aid: Decimal, limit: Decimal, base: Range) -> RuleAnswer:
    message = Text(
        "{aid} of public aid is above {limit}, by {excess}",
        aid=Euros(aid),
        limit=Euros(limit),
        excess=Euros(aid - limit),
    )
    if case.dossier.aid.basis is None and of_kind(case, ResourceKind.INTERREG):
        return lacks(
            "aid.basis", message=Text("{reason}, unless article 20 applies", reason=message), found=aid, limit=limit
        )
    if base.exact is None:
        message = Text("{reason}, even if the whole budget were eligible", reason=message)
    return fails(message, found=aid, limit=limit, margin=limit - aid)


def k22_year_by_year(case: Case) -> RuleAnswer:
    """A cautious funder also looks at each year; the law counts over the period (GBER, art. 27(9))."""
    other = _outside_article_27(case)
    if other:
        return other
    cap, costs, aids = case.number(CAP), case.dossier.costs, case.dossier.resources
    if cap is None:
        return case.no_value(CAP)
    if costs is None or aids is None:
        return lacks_some({"costs": costs, "resources": aids})
    spent = yearly(case, [line for line in costs if is_operating(line)])
    aided = yearly(case, [item for item in aids if item.is_aid and item.pays in (Pays.OPERATING, None)])
    if spent is None or aided is None:
        return lacks("project.start", "project.end")
    above = [year for year, amount in aided.items() if amount > cap * spent.get(year, ZERO)]
    if above:
        years = Listed(tuple(above))
        return warns(Text("above {cap} in {years}, which counts only over the period", cap=Share(cap), years=years))
    return passes(Text("no year is above {cap}", cap=Share(cap)), limit=cap)


def k23_investment_intensity(case: Case) -> RuleAnswer:
    """Investment aid stays within 50 %, 55 % in a 'c' area, 65 % in an 'a' area (GBER, art. 27(6))."""
    if not is_state_aid(case):
        return not_applicable(Text("no State aid is asked for"))
    base = investment_base(case)
    aid = resources(case, lambda _resource: True, pays=Pays.INVESTMENT)
    known = case.dossier.resources is not None
    if case.dossier.aid.type is not AidType.INVESTMENT and (not known or aid.high == 0):
        return not_applicable(Text("no investment aid is asked for"))
    if not known or case.dossier.costs is None:
        return lacks_some({"costs": case.dossier.costs, "resources": case.dossier.resources})
    rates = investment_rates(case)
    if rates is None:
        return case.no_value("cluster-investment-intensity")
    most = cents(max(rates) * (base.high or ZERO))
    least = cents(min(rates) * base.low)
    if aid.low > most:
        message = Text("{aid} of aid on investment is above {limit}", aid=Euros(aid.low), limit=Euros(most))
        return fails(message, found=aid.low, limit=most, margin=most - aid.low)
    if aid.high is not None and aid.high <= least:
        message = Text("{aid} of aid on investment, at most {limit}", aid=Euros(aid.high), limit=Euros(least))
        return passes(message, found=aid.high, limit=least, margin=least - aid.high)
    area = ["project.area"] if len(rates) > 1 else []
    return lacks(*area, *base.missing, *aid.missing, found=aid.exact)


def investment_rates(case: Case) -> tuple[Decimal, ...] | None:
    """Return the rate for the area, or every rate it could be while the area is not given."""
    base = case.number("cluster-investment-intensity")
    bonuses = (case.number("cluster-investment-bonus-c"), case.number("cluster-investment-bonus-a"))
    if base is None or bonuses[0] is None or bonuses[1] is None:
        return None
    by_area = {"none": base, "c": base + bonuses[0], "a": base + bonuses[1]}
    area = case.dossier.project.area
    return tuple(by_area.values()) if area is None else (by_area[area],)


def k24_maximum_grant(case: Case) -> RuleAnswer:
    """The grant is at most half of the eligible costs less the other aid on them, never below zero (GBER, art. 8)."""
    other = _outside_article_27(case)
    if other:
        return other
    grant, cap = grant_on_base(case), case.number(CAP)
    if cap is None:
        return case.no_value(CAP)
    base, aid = operating_base(case), operating_aid(case)
    if grant is not None and base.high is not None and grant.low > cents(cap * base.high):
        return _grant_against(grant.low, cents(cap * base.high))
    if base.exact is None or aid.exact is None:
        return lacks(*base.missing, *aid.missing, found=grant.exact if grant else None)
    asked = aid.exact if grant is None else grant.low
    return _grant_against(asked, max(cents(cap * base.exact) - max(aid.exact - asked, ZERO), ZERO))


def _grant_against(grant: Decimal, most: Decimal) -> RuleAnswer:
    message = Text("{grant} asked for, at most {most}", grant=Euros(grant), most=Euros(most))
    answer = fails if grant > most else passes
    return answer(message, found=grant, limit=most, margin=most - grant)


def k25_notification(case: Case) -> RuleAnswer:
    """Above a threshold per cluster the aid must be notified to the Commission (GBER, art. 4(1)(k))."""
    limit = case.number(NOTIFICATION)
    if not is_state_aid(case):
        return not_applicable(Text("no State aid is asked for"))
    if limit is None:
        return case.no_value(NOTIFICATION)
    aid = resources(case, lambda _resource: True) if case.dossier.resources is not None else operating_aid(case)
    strict = _stricter(case, limit)
    if aid.low > limit:
        message = Text("{aid} is above {limit}: it must be notified", aid=Euros(aid.low), limit=Euros(limit))
        return fails(message, found=aid.low, limit=limit, margin=limit - aid.low)
    if aid.high is None or (aid.low <= strict < aid.high):
        return lacks(*aid.missing, found=aid.low or None, limit=strict)
    if aid.low > strict:
        message = Text(
            "{aid} lies between the old threshold, {old}, and the new one, {new}",
            aid=Euros(aid.low),
            old=Euros(strict),
            new=Euros(limit),
        )
        return open_law(message, found=aid.low, limit=limit)
    return _several_awards(case, aid.high, strict)


def _stricter(case: Case, limit: Decimal) -> Decimal:
    """Return the threshold of the older text while two texts apply, else the one in force."""
    if not case.is_unsettled(ARTICLE_27_TEXT) or case.law_day is None:
        return limit
    older = case.law.before(NOTIFICATION, case.law_day)
    return min(limit, older.value) if older and isinstance(older.value, Decimal) else limit


def _several_awards(case: Case, aid: Decimal, limit: Decimal) -> RuleAnswer:
    earlier = [
        award.amount
        for award in case.dossier.history.awards or ()
        if award.kind in (AwardKind.OPERATING, AwardKind.INVESTMENT)
    ]
    if earlier and aid + sum(earlier) > limit:
        message = Text(
            "with earlier awards the aid passes {limit}: aid must not be split to stay below", limit=Euros(limit)
        )
        return warns(message, found=aid + sum(earlier), limit=limit)
    message = Text("{aid} is below the threshold of {limit}", aid=Euros(aid), limit=Euros(limit))
    return passes(message, found=aid, limit=limit, margin=limit - aid)


def k26_ten_years(case: Case) -> RuleAnswer:
    """Operating aid lasts ten years at most (GBER, art. 27(7)); how they are counted beyond is not settled."""
    if not is_state_aid(case) or case.dossier.aid.type is not AidType.OPERATING:
        return not_applicable(Text("no operating aid is asked for"))
    first, end = case.dossier.history.first_operating_year, case.dossier.project.end
    most = case.count("cluster-operating-max-years")
    if first is None or end is None:
        return lacks_some({"history.first_operating_year": first, "project.end": end})
    if most is None:
        return case.no_value("cluster-operating-max-years")
    years = end.year - first + 1
    if years > most:
        message = Text(
            "{years} years of operating aid: whether ten are counted by award or over the cluster's life is open",
            years=years,
        )
        return open_law(message, found=years, limit=most)
    message = counted(
        "{years} year of operating aid, at most {most}",
        "{years} years of operating aid, at most {most}",
        years,
        years=years,
        most=most,
    )
    return passes(message, found=years, limit=most, margin=Decimal(most - years))
