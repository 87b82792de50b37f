"""What counts as public, the funder's balance, de minimis aid and aid passed on (K27 to K32)."""

from decimal import Decimal

from clusters_cli.dossier import Pays, ResourceKind
from clusters_cli.eligibility.answers import RuleAnswer, fails, lacks, not_applicable, open_law, passes, warns
from clusters_cli.eligibility.bases import amounts_of
from clusters_cli.eligibility.bases.small_aid import CEILING, de_minimis_asked, earlier_de_minimis
from clusters_cli.eligibility.case import AWARD_DATE, Case
from clusters_cli.eligibility.missions import unless_non_economic
from clusters_cli.eligibility.rules.intensity import k21_operating_intensity
from clusters_cli.eligibility.rules.members_aid import every_member, passed_on_costs
from clusters_cli.eligibility.sums import (
    Range,
    budget,
    central_money,
    operating_aid,
    operating_base,
    public_money,
    resources,
)
from clusters_cli.foundations.findings import Outcome
from clusters_cli.foundations.money import ZERO, as_decimal, cents
from clusters_cli.foundations.text import Euros, Share, Text
from clusters_cli.registry.models import FunderRuleName

BALANCE, TOLERANCE = FunderRuleName.PUBLIC_SHARE, FunderRuleName.TOLERANCE


def k27_what_is_public(case: Case) -> RuleAnswer:
    """Each resource is aid or not; with central EU money, public money never passes its costs (GBER, art. 5, 8(2)).

    Such money does not count with State aid as long as all public money on the same costs stays within the most
    favourable rate of Union law, which is for a person to find; none is above the whole of the costs.
    """
    if case.dossier.resources is None:
        return lacks("resources")
    aid = resources(case, lambda _resource: True)
    if aid.exact is None:
        return lacks(*aid.missing, found=aid.low or None)
    amounts = amounts_of(case)
    central = central_money(case)
    public, base = _added(amounts.aid, central), amounts.base
    if base.high is not None and public.low > base.high:
        message = Text(
            "{public} of public money is above the costs it pays for, {costs}",
            public=Euros(public.low),
            costs=Euros(base.high),
        )
        return unless_non_economic(case, fails(message, found=public.low, limit=base.high))
    if public.high is not None and public.high > base.low:
        return lacks(*amounts.aid.missing, *central.missing, *base.missing, found=public.low)
    if central.high and amounts.cap is not None and public.high is not None and public.high > amounts.cap * base.low:
        return warns(
            Text(
                "with {central} of central EU money, public money passes {cap}: look for the most favourable rate",
                central=Euros(central.high),
                cap=Share(amounts.cap),
            ),
            found=public.high,
        )
    return passes(Text("{aid} of the resources is public aid", aid=Euros(aid.exact)), found=aid.exact)


def _added(one: Range, other: Range) -> Range:
    high = None if one.high is None or other.high is None else one.high + other.high
    return Range(one.low + other.low, high, (*one.missing, *other.missing))


def k28_balance(case: Case) -> RuleAnswer:
    """A funder may allow so much public money in a budget and no more: its own rule, in the registry's frame, not law.

    What it tolerates beyond is said by the dossier, else by the frame.
    """
    day = case.law_day or case.as_of
    whole, allowed = budget(case), case.number(BALANCE, day)
    if allowed is None:
        return case.no_value(BALANCE, day)
    if not whole:
        return lacks("costs")
    known = case.dossier.resources
    total = None if known is None else sum((resource.amount for resource in known), ZERO)
    if total is not None and total != whole:
        return fails(
            Text("resources of {total} do not balance costs of {budget}", total=Euros(total), budget=Euros(whole)),
            found=total,
            limit=whole,
            margin=total - whole,
        )
    typed, stated = case.dossier.balance_tolerance, case.number(TOLERANCE, day)
    return _balance(case, whole, allowed + (as_decimal(typed) if typed is not None else stated or ZERO))


def _balance(case: Case, whole: Decimal, allowed: Decimal) -> RuleAnswer:
    public, limit = public_money(case), cents(allowed * whole)
    if public.low > limit:
        message = Text(
            "{public} of public money is above {allowed} of the budget",
            public=Euros(public.low),
            allowed=Share(allowed),
        )
        return fails(message, found=public.low, limit=limit, margin=limit - public.low)
    if public.high is None or public.high > limit:
        return lacks(*public.missing, found=public.low or None, limit=limit)
    message = Text(
        "{public} of public money, at most {limit} of a budget of {budget}",
        public=Euros(public.high),
        limit=Euros(limit),
        budget=Euros(whole),
    )
    return passes(message, found=public.high, limit=limit, margin=limit - public.high)


def k29_two_bases(case: Case) -> RuleAnswer:
    """The cap of the law and the funder's balance have two bases: one can hold and the other not."""
    law, funder = k21_operating_intensity(case), k28_balance(case)
    if Outcome.NOT_APPLICABLE in (law.outcome, funder.outcome):
        return not_applicable(Text("only one of the two applies"))
    if Outcome.UNKNOWN in (law.outcome, funder.outcome):
        return lacks(*law.missing, *funder.missing, message=Text("one of the two cannot be told yet"))
    base, whole = operating_base(case).exact, budget(case)
    bases = Text(
        "eligible costs {base}, budget {budget}",
        base="?" if base is None else Euros(base),
        budget="?" if whole is None else Euros(whole),
    )
    if law.outcome is funder.outcome:
        return passes(Text("both agree ({bases})", bases=bases), found=base, limit=whole)
    return warns(Text("they come apart ({bases})", bases=bases), found=base, limit=whole)


def k30_de_minimis(case: Case) -> RuleAnswer:
    """De minimis aid has a ceiling per group, over tax years before 2024, over three rolling years since."""
    if case.dossier.resources is None:
        return lacks("resources")
    asked = de_minimis_asked(case)
    if asked.high == 0:
        return not_applicable(Text("no de minimis aid is asked for"))
    day, ceiling = case.award_date, case.number(CEILING)
    if day is None:
        return lacks(AWARD_DATE)
    if ceiling is None:
        return case.no_value(CEILING)
    earlier = earlier_de_minimis(case, day)
    least = asked.low + earlier
    if least > ceiling:
        message = _de_minimis_words(least, ceiling)
        return unless_non_economic(case, fails(message, found=least, limit=ceiling, margin=ceiling - least))
    if asked.exact is None:
        return lacks(*asked.missing, found=least, limit=ceiling)
    return _of_the_group(case, least, ceiling)


def _de_minimis_words(total: Decimal, ceiling: Decimal) -> Text:
    return Text("{total} of de minimis aid, at most {ceiling}", total=Euros(total), ceiling=Euros(ceiling))


def _of_the_group(case: Case, total: Decimal, ceiling: Decimal) -> RuleAnswer:
    """Judge a sum within the ceiling: it is all of it only where the awards of the whole group are listed."""
    history = case.dossier.history
    if history.awards is None or history.group_complete is None:
        given = {"history.awards": history.awards, "history.group_complete": history.group_complete}
        return lacks(*(fact for fact, value in given.items() if value is None), found=total, limit=ceiling)
    if not history.group_complete:
        return open_law(Text("the awards of the whole group are not all listed"), found=total, limit=ceiling)
    return passes(_de_minimis_words(total, ceiling), found=total, limit=ceiling, margin=ceiling - total)


def k31_passed_on(case: Case) -> RuleAnswer:
    """Aid passed on to a member is that member's aid, recorded as such and on its own basis (GBER, art. 28).

    All that one member receives is added up: de minimis with what it had before, aid under article 28 within its
    own ceilings.
    """
    passed_on = case.dossier.passed_on
    spent = passed_on_costs(case)
    if passed_on is None:
        return lacks("passed_on", found=spent.low or None)
    if spent.high == 0 and not passed_on:
        return not_applicable(Text("nothing is passed on to members"))
    recorded = sum((item.amount for item in passed_on), ZERO)
    if recorded < spent.low:
        message = Text(
            "{spent} is passed on, {recorded} is recorded by member", spent=Euros(spent.low), recorded=Euros(recorded)
        )
        return fails(message, found=recorded, limit=spent.low)
    of_members = every_member(case, passed_on)
    if of_members.outcome is Outcome.FAIL or (spent.high is not None and recorded >= spent.high):
        return of_members
    return lacks(*spent.missing, *of_members.missing, found=recorded)


def k32_no_top_up(case: Case) -> RuleAnswer:
    """De minimis aid cannot lift aid on the same costs above the cap of article 27 (GBER, art. 8(5)).

    It bars topping up aid that is exempted; where all aid on the costs is de minimis, there is none to top up.
    """
    if case.dossier.resources is None:
        return lacks("resources")
    topped = resources(case, lambda resource: resource.kind is ResourceKind.DE_MINIMIS, pays=Pays.OPERATING)
    if topped.high == 0 or not case.asks_operating_aid:
        return not_applicable(Text("no de minimis aid pays for the operating base"))
    ruling = k21_operating_intensity(case)
    if ruling.outcome is not Outcome.FAIL:
        return ruling
    aid = operating_aid(case).low
    told = Text(
        "de minimis aid lifts public aid to {aid}, above the cap of {limit} on the same costs",
        aid=Euros(aid),
        limit=Euros(aid + (ruling.margin or ZERO)),
    )
    if topped.exact is None:
        return lacks(*topped.missing, message=told, found=ruling.found, limit=ruling.limit)
    return fails(told, found=ruling.found, limit=ruling.limit, margin=ruling.margin)
