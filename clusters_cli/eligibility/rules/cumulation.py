"""What counts as public, the funder's balance, de minimis aid and aid passed on (K27 to K32)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from clusters_cli.dossier import AidType, AwardKind, CostNature, PassedOn, PassedOnBasis, Pays, ResourceKind
from clusters_cli.eligibility.answers import RuleAnswer, fails, lacks, not_applicable, passes, warns
from clusters_cli.eligibility.case import AWARD_DATE, Case
from clusters_cli.eligibility.rules.intensity import CAP, k21_operating_intensity
from clusters_cli.eligibility.sums import budget, of_kind, operating_aid, operating_base, public_money, resources
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.findings import Outcome, every
from clusters_cli.foundations.money import ZERO, as_decimal, cents
from clusters_cli.foundations.text import Euros, Share, Text
from clusters_cli.registry.models import FunderRuleName

BALANCE, TOLERANCE = FunderRuleName.PUBLIC_SHARE, FunderRuleName.TOLERANCE
CEILING, WINDOW = "de-minimis", "de-minimis-window"


def k27_what_is_public(case: Case) -> RuleAnswer:
    """Each resource is aid or not; central EU money only counts for the most favourable rate (GBER, art. 5, 8(2))."""
    if case.dossier.resources is None:
        return lacks("resources")
    aid = resources(case, lambda _resource: True)
    if aid.exact is None:
        return lacks(*aid.missing, found=aid.low or None)
    central, base, cap = of_kind(case, ResourceKind.EU_CENTRAL), operating_base(case), case.number(CAP)
    if central and cap is not None and base.high is not None and aid.exact + central > cents(cap * base.high):
        return warns(
            Text(
                "with {central} of central EU money, public money passes {cap}: look for the most favourable rate",
                central=Euros(central),
                cap=Share(cap),
            ),
            found=aid.exact + central,
        )
    return passes(Text("{aid} of the resources is public aid", aid=Euros(aid.exact)), found=aid.exact)


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
    asked = of_kind(case, ResourceKind.DE_MINIMIS)
    if not asked:
        return not_applicable(Text("no de minimis aid is asked for"))
    day, ceiling, awards = case.award_date, case.number(CEILING), case.dossier.history.awards
    if day is None:
        return lacks(AWARD_DATE)
    if ceiling is None:
        return case.no_value(CEILING)
    earlier = sum(
        (award.amount for award in awards or () if award.kind is AwardKind.DE_MINIMIS and _counts(case, award.on, day)),
        ZERO,
    )
    total = asked + earlier
    message = Text("{total} of de minimis aid, at most {ceiling}", total=Euros(total), ceiling=Euros(ceiling))
    if total > ceiling:
        return fails(message, found=total, limit=ceiling, margin=ceiling - total)
    if awards is None or not case.dossier.history.group_complete:
        given = {"history.awards": awards is not None, "history.group_complete": case.dossier.history.group_complete}
        return lacks(*(fact for fact, value in given.items() if not value), found=total, limit=ceiling)
    return passes(message, found=total, limit=ceiling, margin=ceiling - total)


def _counts(case: Case, awarded: date, day: date) -> bool:
    if case.text(WINDOW) == "3-tax-years":
        return day.year - 2 <= awarded.year and awarded <= day
    return add_months(day, -36) < awarded <= day


def k31_passed_on(case: Case) -> RuleAnswer:
    """Aid passed on to a member is that member's aid, recorded as such and on its own basis (GBER, art. 28)."""
    passed_on, costs = case.dossier.passed_on, case.dossier.costs
    if costs is None and not passed_on:
        return lacks("costs")
    spent = sum((line.amount for line in costs or () if line.nature is CostNature.PASS_ON), ZERO)
    if not spent and not passed_on:
        doubtful = [f"costs[{index}].nature" for index, line in enumerate(costs or ()) if line.nature is None]
        return lacks(*doubtful) if doubtful else not_applicable(Text("nothing is passed on to members"))
    if passed_on is None:
        return lacks("passed_on", found=spent)
    recorded = sum((item.amount for item in passed_on), ZERO)
    if recorded < spent:
        return fails(
            Text(
                "{spent} is passed on, {recorded} is recorded by member", spent=Euros(spent), recorded=Euros(recorded)
            ),
            found=recorded,
            limit=spent,
        )
    return _every_member(case, passed_on)


def _every_member(case: Case, passed_on: tuple[PassedOn, ...]) -> RuleAnswer:
    ceiling = case.number(CEILING)
    judged = [_member_is_covered(item, ceiling) for item in passed_on]
    if False in judged:
        member = passed_on[judged.index(False)].member
        return fails(Text("{member}: not recorded, or above the de minimis ceiling", member=member), limit=ceiling)
    if None in judged:
        facts = [fact for index, item in enumerate(passed_on) for fact in _open_keys(index, item)]
        return lacks(*facts) if facts else case.no_value(CEILING)
    return passes(Text("recorded for each member, on its own basis"), limit=ceiling)


def _member_is_covered(item: PassedOn, ceiling: Decimal | None) -> bool | None:
    if item.basis is PassedOnBasis.ARTICLE_28:
        within: bool | None = True
    elif item.basis is None or item.previous_de_minimis is None or ceiling is None:
        within = None
    else:
        within = item.previous_de_minimis + item.amount <= ceiling
    return every((item.recorded, within))


def _open_keys(index: int, item: PassedOn) -> Iterable[str]:
    keys = ["recorded", "basis"] + (["previous_de_minimis"] if item.basis is PassedOnBasis.DE_MINIMIS else [])
    return [f"passed_on[{index}].{key}" for key in keys if getattr(item, key) is None]


def k32_no_top_up(case: Case) -> RuleAnswer:
    """De minimis aid cannot lift aid on the same costs above the cap of article 27 (GBER, art. 8(5))."""
    if case.dossier.resources is None:
        return lacks("resources")
    topped = resources(case, lambda resource: resource.kind is ResourceKind.DE_MINIMIS, pays=Pays.OPERATING)
    if topped.high == 0 or case.dossier.aid.type is not AidType.OPERATING:
        return not_applicable(Text("no de minimis aid pays for the operating base"))
    ruling = k21_operating_intensity(case)
    if ruling.outcome is Outcome.FAIL:
        aid = operating_aid(case).low
        told = Text(
            "de minimis aid lifts public aid to {aid}, above the cap of {limit} on the same costs",
            aid=Euros(aid),
            limit=Euros(aid + (ruling.margin or ZERO)),
        )
        if topped.exact is None:
            return lacks(*topped.missing, message=told, found=ruling.found, limit=ruling.limit)
        return fails(told, found=ruling.found, limit=ruling.limit, margin=ruling.margin)
    return ruling
