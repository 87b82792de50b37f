"""How much aid: intensity over the period and by year, maximum grant, notification, duration (K21 to K26)."""

from datetime import date
from decimal import Decimal

from clusters_cli.dossier import AidType, AwardKind, CostLine, Pays, Resource, ResourceKind, TenYears
from clusters_cli.eligibility.answers import (
    RuleAnswer,
    fails,
    lacks,
    lacks_some,
    not_applicable,
    passes,
    warns,
)
from clusters_cli.eligibility.bases.cluster_aid import CAP, INVESTMENT_CAP, investment_rates
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.missions import asks_no_aid, collective, unless_non_economic
from clusters_cli.eligibility.sums import (
    Range,
    grant_on_base,
    investment_base,
    is_operating,
    operating_aid,
    operating_base,
    resources,
    yearly,
)
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.money import ZERO, whole_cents
from clusters_cli.foundations.text import Dated, Euros, Listed, Share, Text

NOTIFICATION = "cluster-notification"
MAX_YEARS = "cluster-operating-max-years"
FIRST_DAY, READING = "history.first_operating_day", "history.ten_years"


def k21_operating_intensity(case: Case) -> RuleAnswer:
    """All public aid on the operating base stays within half of it over the period (GBER, art. 27(9), 8(1)).

    A grant purely de minimis is no matter of intensity: art. 8(5) bars it only from topping up aid that is exempted.
    """
    other = _no_operating_aid(case)
    if other:
        return other
    cap, base, aid = case.number(CAP), operating_base(case), operating_aid(case)
    if cap is None:
        ruling = case.no_value(CAP)
        return lacks(*ruling.missing, *base.missing, *aid.missing) if ruling.missing else ruling
    return _unless_de_minimis(case, unless_non_economic(case, _within(aid, base, cap)))


def _no_operating_aid(case: Case) -> RuleAnswer | None:
    if asks_no_aid(case):
        return not_applicable(Text("all of the work is non-economic: it needs no State aid"))
    if not case.asks_operating_aid:
        return not_applicable(Text("no operating aid is asked for"))
    return None


def _within(aid: Range, base: Range, cap: Decimal) -> RuleAnswer:
    most = None if base.high is None else whole_cents(cap * base.high)
    least = whole_cents(cap * base.low)
    if most is not None and aid.low > most:
        return _above(aid.low, most, base)
    if aid.high is not None and aid.high <= least:
        told = Text(
            "{aid} of public aid on {base} of eligible costs, at most {limit}",
            aid=Euros(aid.high),
            base=Euros(base.low),
            limit=Euros(least),
        )
        return passes(told, found=aid.high, limit=least, margin=least - aid.high)
    exact = base.exact is not None
    return lacks(*base.missing, *aid.missing, found=aid.exact or (aid.low or None), limit=least if exact else None)


def _above(aid: Decimal, limit: Decimal, base: Range) -> RuleAnswer:
    message = Text(
        "{aid} of public aid is above {limit}, by {excess}",
        aid=Euros(aid),
        limit=Euros(limit),
        excess=Euros(aid - limit),
    )
    if base.exact is None:
        message = Text("{reason}, even if the whole budget were eligible", reason=message)
    return fails(message, found=aid, limit=limit, margin=limit - aid)


def _unless_de_minimis(case: Case, ruling: RuleAnswer) -> RuleAnswer:
    """Return an answer on intensity, which is for aid that is exempted: none where all of it is de minimis aid."""
    if case.dossier.resources is None:
        return ruling
    exempted = resources(case, lambda resource: resource.kind is not ResourceKind.DE_MINIMIS, pays=Pays.OPERATING)
    small = resources(case, lambda resource: resource.kind is ResourceKind.DE_MINIMIS, pays=Pays.OPERATING)
    if exempted.high == 0 and small.low:
        return not_applicable(Text("all public aid on these costs is de minimis aid, which has no intensity"))
    if exempted.low == 0 and small.high and ruling.outcome is Outcome.FAIL:
        message = Text("{reason}, unless all of it is de minimis aid", reason=ruling.message)
        return lacks(*exempted.missing, *small.missing, message=message, found=ruling.found, limit=ruling.limit)
    return ruling


def k22_year_by_year(case: Case) -> RuleAnswer:
    """A cautious funder also looks at each year; the law counts over the period (GBER, art. 27(9))."""
    other = _no_operating_aid(case)
    if other:
        return other
    cap, costs, aids = case.number(CAP), case.dossier.costs, case.dossier.resources
    if cap is None:
        return case.no_value(CAP)
    if costs is None or aids is None:
        return lacks_some({"costs": costs, "resources": aids})
    spent = yearly(case, [line for index, line in enumerate(costs) if _is_in_base(case, index, line)])
    aided = yearly(case, [item for index, item in enumerate(aids) if _is_on_base(case, index, item)])
    if spent is None or aided is None:
        return lacks("project.start", "project.end")
    above = [year for year, amount in aided.items() if amount > cap * spent.get(year, ZERO)]
    if above:
        years = Listed(tuple(above))
        return warns(Text("above {cap} in {years}, which counts only over the period", cap=Share(cap), years=years))
    return passes(Text("no year is above {cap}", cap=Share(cap)), limit=cap)


def _is_in_base(case: Case, index: int, line: CostLine) -> bool:
    return bool(is_operating(line) and collective(case, index, line).counts)


def _is_on_base(case: Case, index: int, item: Resource) -> bool:
    on_it = item.is_aid and item.pays in (Pays.OPERATING, None)
    return bool(on_it and collective(case, index, item).counts is not False)


def k23_investment_intensity(case: Case) -> RuleAnswer:
    """Investment aid stays within 50 %, 55 % in a 'c' area, 65 % in an 'a' area (GBER, art. 27(6))."""
    if asks_no_aid(case):
        return not_applicable(Text("all of the work is non-economic: it needs no State aid"))
    base = investment_base(case)
    aid = resources(case, lambda _resource: True, pays=Pays.INVESTMENT)
    known = case.dossier.resources is not None
    if case.dossier.aid.type is not AidType.INVESTMENT and (not known or aid.high == 0):
        return not_applicable(Text("no investment aid is asked for"))
    if not known or case.dossier.costs is None:
        return lacks_some({"costs": case.dossier.costs, "resources": case.dossier.resources})
    rates = investment_rates(case)
    if rates is None:
        return case.no_value(INVESTMENT_CAP)
    most = whole_cents(max(rates) * (base.high or ZERO))
    least = whole_cents(min(rates) * base.low)
    if aid.low > most:
        message = Text("{aid} of aid on investment is above {limit}", aid=Euros(aid.low), limit=Euros(most))
        return unless_non_economic(case, fails(message, found=aid.low, limit=most, margin=most - aid.low))
    if aid.high is not None and aid.high <= least:
        message = Text("{aid} of aid on investment, at most {limit}", aid=Euros(aid.high), limit=Euros(least))
        return passes(message, found=aid.high, limit=least, margin=least - aid.high)
    area = ["project.area"] if len(rates) > 1 else []
    return lacks(*area, *base.missing, *aid.missing, found=aid.exact)


def k24_maximum_grant(case: Case) -> RuleAnswer:
    """The grant is at most half of the eligible costs less the other aid on them, never below zero (GBER, art. 8)."""
    other = _no_operating_aid(case)
    if other:
        return other
    cap = case.number(CAP)
    if cap is None:
        return case.no_value(CAP)
    return _unless_de_minimis(case, unless_non_economic(case, _grant_within(case, cap)))


def _grant_within(case: Case, cap: Decimal) -> RuleAnswer:
    grant, base, aid = grant_on_base(case), operating_base(case), operating_aid(case)
    if grant is not None and base.high is not None and grant.low > whole_cents(cap * base.high):
        return _grant_against(grant.low, whole_cents(cap * base.high))
    if base.exact is None or aid.exact is None:
        return lacks(*base.missing, *aid.missing, found=grant.exact if grant else None)
    asked = aid.exact if grant is None else grant.low
    return _grant_against(asked, max(whole_cents(cap * base.exact) - max(aid.exact - asked, ZERO), ZERO))


def _grant_against(grant: Decimal, most: Decimal) -> RuleAnswer:
    message = Text("{grant} asked for, at most {most}", grant=Euros(grant), most=Euros(most))
    answer = fails if grant > most else passes
    return answer(message, found=grant, limit=most, margin=most - grant)


def k25_notification(case: Case) -> RuleAnswer:
    """Above a threshold per cluster the aid must be notified to the Commission (GBER, art. 4(1)(k)).

    A later text covers aid awarded before it where all of its conditions are met (art. 58(1)), its threshold too.
    """
    limit = case.number(NOTIFICATION)
    if asks_no_aid(case):
        return not_applicable(Text("all of the work is non-economic: it needs no State aid"))
    if limit is None:
        return case.no_value(NOTIFICATION)
    aid = resources(case, lambda _resource: True) if case.dossier.resources is not None else operating_aid(case)
    latest = _highest_since(case, limit)
    if aid.low > latest:
        message = Text("{aid} is above {limit}: it must be notified", aid=Euros(aid.low), limit=Euros(latest))
        return unless_non_economic(case, fails(message, found=aid.low, limit=latest, margin=latest - aid.low))
    if aid.high is None or aid.low <= limit < aid.high or aid.high > latest:
        return lacks(*aid.missing, found=aid.low or None, limit=limit)
    if aid.high > limit:
        message = Text(
            "{aid} is above the threshold of its day, {old}, and within that of the later text, {new}, which covers "
            "aid awarded before it where all of its conditions are met (art. 58(1))",
            aid=Euros(aid.high),
            old=Euros(limit),
            new=Euros(latest),
        )
        return warns(message, found=aid.high, limit=limit)
    return _several_awards(case, aid.high, limit)


def _highest_since(case: Case, limit: Decimal) -> Decimal:
    """Return the highest threshold of the texts in force since the award, in euros."""
    series, day = case.law.parameters[NOTIFICATION].values, case.law_day
    later = (entry.value for entry in series if entry.since and day and entry.since > day and entry.value is not None)
    return max((limit, *(Decimal(value) for value in later)))


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
    """Operating aid lasts ten years at most (GBER, art. 27(7)), counted by dates.

    Whether they run by award or over the life of a cluster is for the funder to declare: without that an answer is
    certain where both readings agree.
    """
    if asks_no_aid(case) or not case.asks_operating_aid:
        return not_applicable(Text("no operating aid is asked for"))
    most, end = case.count(MAX_YEARS), case.dossier.project.end
    if end is None:
        return lacks("project.end")
    if most is None:
        return case.no_value(MAX_YEARS)
    by_award, over_life = _within_years(end, most, case.dossier.project.start), _over_life(case, end, most)
    reading = case.dossier.history.ten_years
    if reading is TenYears.BY_AWARD:
        return _years_judged(by_award, "project.start", end, most)
    if reading is TenYears.OVER_LIFE:
        return _years_judged(over_life, FIRST_DAY, end, most)
    return _both_readings(by_award, over_life, end, most)


def _within_years(end: date, most: int, *first: date | None) -> bool | None:
    """Whether a time that begins on one of some days and runs to another lasts so many years at most."""
    fits = {None if day is None else end < add_months(day, 12 * most) for day in first}
    return fits.pop() if len(fits) == 1 else None


def _over_life(case: Case, end: date, most: int) -> bool | None:
    """Whether the time since the first operating aid fits; of a year that is given alone, only where every day does."""
    history = case.dossier.history
    if history.first_operating_day is not None:
        return _within_years(end, most, history.first_operating_day)
    year = history.first_operating_year
    days = (None,) if year is None else (date(year, 1, 1), date(year, 12, 31))
    return _within_years(end, most, *days)


def _years_judged(fits: bool | None, fact: str, end: date, most: int) -> RuleAnswer:  # noqa: FBT001  (private)
    if fits is None:
        return lacks(fact, limit=most)
    told = Text("operating aid to {end}, counted by the reading that the funder declares", end=Dated(end))
    return passes(told, found=end, limit=most) if fits else fails(told, found=end, limit=most)


def _both_readings(by_award: bool | None, over_life: bool | None, end: date, most: int) -> RuleAnswer:  # noqa: FBT001
    if over_life:
        return passes(Text("operating aid to {end}, within ten years of the first", end=Dated(end)), limit=most)
    if by_award is False:
        return fails(Text("the aid alone lasts more than ten years, to {end}", end=Dated(end)), found=end, limit=most)
    if over_life is None:
        return lacks(FIRST_DAY, *(["project.start"] if by_award is None else []), limit=most)
    message = Text(
        "more than ten years since the first operating aid: do they run by award or over the cluster's life?"
    )
    return lacks(READING, *(["project.start"] if by_award is None else []), message=message, found=end, limit=most)
