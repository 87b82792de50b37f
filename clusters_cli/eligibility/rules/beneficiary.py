"""Under which text the aid falls, and whether the body is a cluster that may receive it (K01 to K08)."""

import re

from clusters_cli.dossier import Activity, AidType, ApplicantForm, ClusterMember, Fees, Privilege
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
from clusters_cli.eligibility.case import AWARD_DATE, Case
from clusters_cli.eligibility.missions import ACCOUNTS
from clusters_cli.eligibility.sums import services_to_members
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.findings import Outcome, every
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Count, Dated, Euros, Text

ADJUSTMENT_MONTHS = 6
"""The GBER leaves regimes six months to adjust when a text ends (art. 58): nearer than that, an end is told."""

ARTICLE_27_TEXT = "article-27-text"
ORIGINAL, AMENDED = "2014", "2023"
"""The two texts of article 27; between them, ``either`` suffices (art. 58(5))."""
OPERATES, OWNS = "organisation.operates_cluster", "organisation.owns_facilities"


def k01_regime_in_force(case: Case) -> RuleAnswer:
    """An aid needs a text in force on the day of its award; a regime that is certainly another one is none.

    Cluster aid is given under the French framework of the day, aid to cooperation under the GBER itself.  A scheme of
    the older text stays exempt for six months after an amendment (art. 58(5)).
    """
    if case.award_date is None:
        return lacks(AWARD_DATE)
    text = case.regime if case.basis is AidBasis.ARTICLE_27 else case.regulation
    if text is None:
        return open_law(Text("no regime is known for an award on {day}", day=Dated(case.award_date)))
    named = case.dossier.aid.regime
    if named is None or case.basis is not AidBasis.ARTICLE_27:
        return passes(Text("{number} is in force on {day}", number=text.number, day=Dated(case.award_date)))
    return _named_regime(case, text.number, named)


def _named_regime(case: Case, number: str, named: str) -> RuleAnswer:
    """Judge the regime that is named: the numbers in it, however they are written, and the regulation itself."""
    numbers, known = _numbers(named), {_digits(regime.number) for regime in case.law.regimes.entries}
    if _digits(number) in numbers or not numbers - _REGULATIONS:
        return passes(Text("{number} is in force, and the one that is named", number=number), found=named, limit=number)
    if numbers <= known:
        message = Text("the award date calls for {number}, the dossier names {named}", number=number, named=named)
        return fails(message, found=named, limit=number)
    message = Text("{named} is not known here: read whether it is exempted, and in force that day", named=named)
    return warns(message, found=named, limit=number)


_REGULATIONS = frozenset(("6512014", "20231315"))


def _numbers(named: str) -> set[str]:
    """Return the numbers of regimes and regulations in a text: ``SA.111723``, ``SA 111 723``, ``651/2014``."""
    regulations = {number for number in _REGULATIONS if number in _digits(re.sub(r"\s", "", named.replace("/", "")))}
    schemes = {_digits(match[1]) for match in re.finditer(r"(?i)\bsa[\s.:n°-]*(\d[\d\s.]{3,8}\d)(?!\d)", named)}
    return schemes or regulations or ({_digits(named)} if _digits(named) else set())


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def k02_award_date(case: Case) -> RuleAnswer:
    """The day of the act that gives the right to the aid decides which text applies (GBER, art. 2(28))."""
    if case.award_date is None:
        return lacks(AWARD_DATE)
    told = Text("awarded on {day}", day=Dated(case.award_date))
    if case.is_award_assumed:
        told = Text("taken to be awarded on {day}, the day asked", day=Dated(case.award_date))
    return passes(told, found=case.award_date)


def k03_regime_about_to_end(case: Case) -> RuleAnswer:
    """A regime that ends within six months leaves little time to award."""
    if case.award_date is None:
        return lacks(AWARD_DATE)
    if case.regime is None or case.regime.until is None:
        return not_applicable(Text("no regime with an end is known for that day"))
    end = case.regime.until
    told = Text("{number} ends on {day}", number=case.regime.number, day=Dated(end))
    return warns(told, limit=end) if ends_soon(case) else passes(told, limit=end)


def ends_soon(case: Case) -> bool:
    """Whether the regime of a case ends within the months that the GBER leaves to adjust, and has not ended."""
    end = case.regime.until if case.regime else None
    return end is not None and case.as_of <= end < add_months(case.as_of, ADJUSTMENT_MONTHS)


def k04_is_a_cluster(case: Case) -> RuleAnswer:
    """A cluster is a group of independent parties that share, transfer or network (GBER, art. 2(92))."""
    members, activities = case.dossier.organisation.members, case.dossier.organisation.activities
    parties = None if members is None else len(_parties(members))
    if parties is not None and parties < 2:  # noqa: PLR2004  (a group has two members)
        return fails(Text("fewer than two independent parties"), found=parties, limit=2)
    if activities is not None and all(activity is Activity.OTHER for activity in activities):
        return fails(Text("none of its activities is one of those of a cluster"))
    if parties is None or activities is None:
        return lacks_some({"organisation.members": members, "organisation.activities": activities})
    return passes(Text("{count} independent parties", count=Count(parties)), found=parties, limit=2)


def _parties(members: tuple[ClusterMember, ...]) -> set[str]:
    return {f"group {member.group}" if member.group else f"member {member.name}" for member in members}


def k05_right_recipient(case: Case) -> RuleAnswer:
    """Operating aid goes to the operator, investment aid to the owner, with separate accounts (GBER, art. 27(2)).

    The text before July 2023 knows a legal person that operates the cluster, and no accounts.  The amended text covers
    earlier aid too where its conditions are met (art. 58(1)), and a scheme of the older one stays exempt for six months
    (art. 58(5)): either suffices for an award before 2024.
    """
    text = case.text(ARTICLE_27_TEXT)
    if text is None:
        return case.no_value(ARTICLE_27_TEXT)
    amended = _recipient_by_amended_text(case)
    if text == AMENDED or amended.outcome is Outcome.PASS:
        return amended
    older = _recipient_by_older_text(case)
    return amended if older.outcome is Outcome.FAIL and amended.outcome is Outcome.UNKNOWN else older


def _recipient_by_older_text(case: Case) -> RuleAnswer:
    body = case.dossier.organisation
    is_person = None if body.legal_form is None else body.legal_form is not ApplicantForm.CONSORTIUM
    answer = every((body.operates_cluster, is_person))
    if answer:
        return passes(Text("it operates the cluster and may receive aid in this form"))
    if answer is False:
        return fails(Text("aid goes to the legal person that operates the cluster"))
    return lacks_some({OPERATES: body.operates_cluster, "organisation.legal_form": is_person})


def _recipient_by_amended_text(case: Case) -> RuleAnswer:
    body = case.dossier.organisation
    is_owner = case.dossier.aid.type is AidType.INVESTMENT
    holds, fact = (body.owns_facilities, OWNS) if is_owner else (body.operates_cluster, OPERATES)
    if holds is False:
        if is_owner:
            return fails(Text("investment aid goes to the owner, which it is not"))
        return fails(Text("operating aid goes to who operates the cluster, which it does not"))
    if body.separate_accounts is False:
        return fails(Text("ownership, operation and use of the cluster have no separate accounts"))
    if holds is None or body.separate_accounts is None:
        return lacks_some({fact: holds, ACCOUNTS: body.separate_accounts})
    if is_owner:
        return passes(Text("it owns what the aid pays for, and keeps separate accounts"))
    return passes(Text("it operates the cluster, and keeps separate accounts"))


def k06_open_access(case: Case) -> RuleAnswer:
    """Facilities and activities are open to several users on transparent terms (GBER, art. 27(3))."""
    access = case.dossier.access
    if access.open is False or access.terms_public is False:
        return fails(Text("access is not open to several users on transparent and non-discriminatory terms"))
    given = {"access.open": access.open, "access.terms_public": access.terms_public}
    if None in given.values():
        return lacks_some(given)
    return passes(Text("open to several users, on public terms"))


def k07_privileged_access(case: Case) -> RuleAnswer:
    """Better access needs a tenth of the investment costs, in proportion and on public terms (GBER, art. 27(3))."""
    privileges = case.dossier.access.privileges
    if privileges is None:
        return lacks("access.privileges")
    if not privileges:
        return passes(Text("nobody has better access"))
    least = case.number("cluster-privileged-access-share")
    if least is None:
        return case.no_value("cluster-privileged-access-share")
    judged = [_privilege_is_fair(item, item.share is not None and item.share >= least) for item in privileges]
    if False in judged:
        member = privileges[judged.index(False)].member
        return fails(Text("{member} has better access than it paid for", member=member), limit=least)
    if None in judged:
        return lacks(*(fact for index, item in enumerate(privileges) for fact in _open_terms(index, item)))
    return passes(Text("better access is paid for, in proportion and on public terms"), limit=least)


def _privilege_is_fair(item: Privilege, paid_enough: bool) -> bool | None:  # noqa: FBT001  (private, one caller)
    return every((None if item.share is None else paid_enough, item.proportional, item.terms_public))


def _open_terms(index: int, item: Privilege) -> list[str]:
    keys = ("share", "proportional", "terms_public")
    return [f"access.privileges[{index}].{key}" for key in keys if getattr(item, key) is None]


def k08_fees(case: Case) -> RuleAnswer:
    """Fees are the market price, or reflect costs with a reasonable margin (GBER, art. 27(4)).

    The text before July 2023 knew costs without a margin.  What is free, or below cost, is aid to members.
    """
    fees = case.dossier.access.fees
    if fees is None:
        return lacks("access.fees")
    if fees is Fees.MARKET:
        return passes(Text("fees are the market price"), found=fees)
    if fees in (Fees.FREE, Fees.BELOW_COST):
        return _below_cost(case, fees)
    text = case.text(ARTICLE_27_TEXT)
    if text is None:
        return case.no_value(ARTICLE_27_TEXT)
    if fees is Fees.COST and text == AMENDED:
        return warns(Text("fees reflect costs: since the amended text, with a reasonable margin"), found=fees)
    if fees is Fees.COST_PLUS_MARGIN and text == ORIGINAL:
        return warns(Text("the text before July 2023 knows no margin on costs"), found=fees)
    return passes(Text("fees reflect costs"), found=fees)


def _below_cost(case: Case, fees: Fees) -> RuleAnswer:
    """Judge what members get below cost: all that is given free to single firms is recorded as theirs."""
    passed_on = case.dossier.passed_on
    if passed_on is None:
        return lacks("passed_on", found=fees)
    recorded = [item.recorded for item in passed_on]
    if not recorded or False in recorded:
        return fails(Text("services below cost are aid to members, and are not recorded as theirs"), found=fees)
    if None in recorded:
        facts = (f"passed_on[{index}].recorded" for index, answer in enumerate(recorded) if answer is None)
        return lacks(*facts, found=fees)
    given = services_to_members(case)
    told = sum((item.amount for item in passed_on), ZERO)
    if fees is Fees.FREE and told < given.low:
        message = Text(
            "{given} is given free to single members, {told} is recorded as theirs",
            given=Euros(given.low),
            told=Euros(told),
        )
        return fails(message, found=told, limit=given.low)
    if fees is Fees.FREE and (given.high is None or told < given.high):
        return lacks(*given.missing, found=told)
    return passes(Text("services below cost are recorded as aid to each member"), found=fees)
