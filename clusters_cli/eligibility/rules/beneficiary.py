"""Under which text the aid falls, and whether the body is a cluster that may receive it (K01 to K08)."""

from clusters_cli.dossier import Activity, AidType, ApplicantForm, ClusterMember, Fees, Privilege
from clusters_cli.eligibility.answers import (
    RuleAnswer,
    declared,
    fails,
    lacks,
    lacks_some,
    not_applicable,
    open_law,
    passes,
    warns,
)
from clusters_cli.eligibility.case import AWARD_DATE, Case
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.findings import every
from clusters_cli.foundations.text import Count, Dated, Text

ADJUSTMENT_MONTHS = 6
"""The GBER leaves regimes six months to adjust when a text ends (art. 58): nearer than that, an end is told."""

ARTICLE_27_TEXT = "article-27-text"


def k01_regime_in_force(case: Case) -> RuleAnswer:
    """An aid needs a regime in force on the day of its award, and the regime named must be that one."""
    if case.award_date is None:
        return lacks(AWARD_DATE)
    if case.regime is None:
        return open_law(Text("no regime is known for an award on {day}", day=Dated(case.award_date)))
    number, named = case.regime.number, case.dossier.aid.regime
    if named is not None and _digits(named) != _digits(number):
        message = Text("the award date calls for {number}, the dossier names {named}", number=number, named=named)
        return fails(message, found=named, limit=number)
    if case.is_unsettled(ARTICLE_27_TEXT):
        message = Text(
            "{number}, written on the old text while the amended GBER is in force: the stricter of both applies",
            number=number,
        )
        return warns(message, found=number)
    return passes(Text("{number} is in force on {day}", number=number, day=Dated(case.award_date)), found=number)


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
    """Operating aid goes to the operator; from 2024 investment aid goes to the owner (GBER, art. 27(2))."""
    kind = case.dossier.aid.type
    if kind is AidType.NONE:
        return not_applicable(Text("no State aid is asked for"))
    if case.text(ARTICLE_27_TEXT) == "2023" and kind is AidType.INVESTMENT:
        return declared(
            answer=case.dossier.organisation.owns_facilities,
            fact="organisation.owns_facilities",
            if_yes=passes(Text("it owns what the aid pays for")),
            if_no=fails(Text("investment aid goes to the owner, which it is not")),
        )
    if case.text(ARTICLE_27_TEXT) is None and not case.is_unsettled(ARTICLE_27_TEXT):
        return case.no_value(ARTICLE_27_TEXT)
    return _operator(case)


def _operator(case: Case) -> RuleAnswer:
    body = case.dossier.organisation
    is_person = None if body.legal_form is None else body.legal_form is not ApplicantForm.CONSORTIUM
    accounts = body.separate_accounts if case.text(ARTICLE_27_TEXT) == "2023" and is_person is False else is_person
    answer = every((body.operates_cluster, accounts))
    if answer:
        return passes(Text("it operates the cluster and may receive aid in this form"))
    if answer is False:
        no = Text("operating aid goes to the legal person that operates the cluster")
        return open_law(Text("{reason}; the amended text may admit it", reason=no)) if _two_texts(case) else fails(no)
    form_fact = "organisation.legal_form" if is_person is None else "organisation.separate_accounts"
    facts = {"organisation.operates_cluster": body.operates_cluster, form_fact: accounts}
    return lacks_some(facts)


def _two_texts(case: Case) -> bool:
    return case.is_unsettled(ARTICLE_27_TEXT)


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
    """Fees are the market price or reflect costs; a margin since the amended text only (GBER, art. 27(4))."""
    fees = case.dossier.access.fees
    if fees is None:
        return lacks("access.fees")
    if fees in (Fees.MARKET, Fees.COST):
        return passes(Text("fees rest on the market price or on costs"), found=fees)
    if fees is Fees.COST_PLUS_MARGIN:
        return _margin(case)
    return _free_of_charge(case, fees)


def _margin(case: Case) -> RuleAnswer:
    text = case.text(ARTICLE_27_TEXT)
    if text is None and not case.is_unsettled(ARTICLE_27_TEXT):
        return case.no_value(ARTICLE_27_TEXT)
    if text == "2023":
        return passes(Text("a reasonable margin on costs is allowed"), found="cost-plus-margin")
    return warns(Text("the text before July 2023 knows no margin on costs"), found="cost-plus-margin")


def _free_of_charge(case: Case, fees: str) -> RuleAnswer:
    passed_on = case.dossier.passed_on
    if passed_on is None:
        return lacks("passed_on", found=fees)
    recorded = [item.recorded for item in passed_on]
    if not recorded or False in recorded:
        return fails(Text("services below cost are aid to members, and are not recorded as theirs"), found=fees)
    if None in recorded:
        facts = (f"passed_on[{index}].recorded" for index, answer in enumerate(recorded) if answer is None)
        return lacks(*facts, found=fees)
    return passes(Text("services below cost are recorded as aid to each member"), found=fees)
