"""Under which text the aid falls, and whether the body is a cluster that may receive it (K01 to K08)."""

from clusters_cli.dossier.conduct import Privilege
from clusters_cli.dossier.organisation import Member
from clusters_cli.eligibility.case import AWARD_DATE, Case
from clusters_cli.eligibility.rulings import (
    Ruling,
    declared,
    fails,
    lacks,
    lacks_some,
    not_applicable,
    open_law,
    passes,
    warns,
)
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.findings import every
from clusters_cli.foundations.messages import _
from clusters_cli.foundations.numerals import written

ADJUSTMENT_MONTHS = 6
"""The GBER leaves regimes six months to adjust when a text ends (art. 58): nearer than that, an end is told."""

TEXT = "article-27-text"


def k01_regime_in_force(case: Case) -> Ruling:
    """An aid needs a regime in force on the day of its award, and the regime named must be that one."""
    if case.award_date is None:
        return lacks(AWARD_DATE)
    if case.regime is None:
        return open_law(_("no regime is known for an award on {day}").format(day=written(case.award_date)))
    number, named = case.regime.number, case.dossier.aid.regime
    if named is not None and _digits(named) != _digits(number):
        message = _("the award date calls for {number}, the dossier names {named}")
        return fails(message.format(number=number, named=named), found=named, limit=number)
    if case.is_unsettled(TEXT):
        message = _(
            "{number}, written on the old text while the amended GBER is in force: the stricter of both applies"
        )
        return warns(message.format(number=number), found=number)
    return passes(_("{number} is in force on {day}").format(number=number, day=written(case.award_date)), found=number)


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def k02_award_date(case: Case) -> Ruling:
    """The day of the act that gives the right to the aid decides which text applies (GBER, art. 2(28))."""
    if case.award_date is None:
        return lacks(AWARD_DATE)
    return passes(_("awarded on {day}").format(day=written(case.award_date)), found=case.award_date)


def k03_regime_about_to_end(case: Case) -> Ruling:
    """A regime that ends within six months leaves little time to award."""
    if case.award_date is None:
        return lacks(AWARD_DATE)
    if case.regime is None or case.regime.until is None:
        return not_applicable(_("no regime with an end is known for that day"))
    end = case.regime.until
    if case.as_of <= end < add_months(case.as_of, ADJUSTMENT_MONTHS):
        return warns(_("{number} ends on {day}").format(number=case.regime.number, day=written(end)), limit=end)
    return passes(_("{number} ends on {day}").format(number=case.regime.number, day=written(end)), limit=end)


def k04_is_a_cluster(case: Case) -> Ruling:
    """A cluster is a group of independent parties that share, transfer or network (GBER, art. 2(92))."""
    members, activities = case.dossier.organisation.members, case.dossier.organisation.activities
    independent = None if members is None else len(_parties(members))
    works = None if activities is None else any(activity != "other" for activity in activities)
    if independent is not None and independent < 2:  # noqa: PLR2004  (a group has two members)
        return fails(_("fewer than two independent parties"), found=independent, limit=2)
    if works is False:
        return fails(_("none of its activities is one of those of a cluster"))
    given = {"organisation.members": members, "organisation.activities": activities}
    if members is None or activities is None:
        return lacks_some(given)
    return passes(_("{count} independent parties").format(count=independent), found=independent, limit=2)


def _parties(members: tuple[Member, ...]) -> set[str]:
    return {f"group {member.group}" if member.group else f"member {member.name}" for member in members}


def k05_right_recipient(case: Case) -> Ruling:
    """Operating aid goes to the operator; from 2024 investment aid goes to the owner (GBER, art. 27(2))."""
    kind = case.dossier.aid.type
    if kind == "none":
        return not_applicable(_("no State aid is asked for"))
    if case.text(TEXT) == "2023" and kind == "investment":
        return declared(
            answer=case.dossier.organisation.owns_facilities,
            fact="organisation.owns_facilities",
            if_yes=passes(_("it owns what the aid pays for")),
            if_no=fails(_("investment aid goes to the owner, which it is not")),
        )
    if case.text(TEXT) is None and not case.is_unsettled(TEXT):
        return case.no_value(TEXT)
    return _operator(case)


def _operator(case: Case) -> Ruling:
    body = case.dossier.organisation
    is_person = None if body.legal_form is None else body.legal_form != "consortium"
    accounts = body.separate_accounts if case.text(TEXT) == "2023" and is_person is False else is_person
    answer = every((body.operates_cluster, accounts))
    if answer:
        return passes(_("it operates the cluster and may receive aid in this form"))
    if answer is False:
        no = _("operating aid goes to the legal person that operates the cluster")
        return (
            open_law(_("{reason}; the amended text may admit it").format(reason=no)) if _two_texts(case) else fails(no)
        )
    form_fact = "organisation.legal_form" if is_person is None else "organisation.separate_accounts"
    facts = {"organisation.operates_cluster": body.operates_cluster, form_fact: accounts}
    return lacks_some(facts)


def _two_texts(case: Case) -> bool:
    return case.is_unsettled(TEXT)


def k06_open_access(case: Case) -> Ruling:
    """Facilities and activities are open to several users on transparent terms (GBER, art. 27(3))."""
    access = case.dossier.access
    if access.open is False or access.terms_public is False:
        return fails(_("access is not open to several users on transparent and non-discriminatory terms"))
    given = {"access.open": access.open, "access.terms_public": access.terms_public}
    if None in given.values():
        return lacks_some(given)
    return passes(_("open to several users, on public terms"))


def k07_privileged_access(case: Case) -> Ruling:
    """Better access needs a tenth of the investment costs, in proportion and on public terms (GBER, art. 27(3))."""
    privileges = case.dossier.access.privileges
    if privileges is None:
        return lacks("access.privileges")
    if not privileges:
        return passes(_("nobody has better access"))
    least = case.number("cluster-privileged-access-share")
    if least is None:
        return case.no_value("cluster-privileged-access-share")
    judged = [_privilege_is_fair(item, item.share is not None and item.share >= least) for item in privileges]
    if False in judged:
        member = privileges[judged.index(False)].member
        return fails(_("{member} has better access than it paid for").format(member=member), limit=least)
    if None in judged:
        return lacks(*(fact for index, item in enumerate(privileges) for fact in _open_terms(index, item)))
    return passes(_("better access is paid for, in proportion and on public terms"), limit=least)


def _privilege_is_fair(item: Privilege, paid_enough: bool) -> bool | None:  # noqa: FBT001  (private, one caller)
    return every((None if item.share is None else paid_enough, item.proportional, item.terms_public))


def _open_terms(index: int, item: Privilege) -> list[str]:
    keys = ("share", "proportional", "terms_public")
    return [f"access.privileges[{index}].{key}" for key in keys if getattr(item, key) is None]


def k08_fees(case: Case) -> Ruling:
    """Fees are the market price or reflect costs; a margin since the amended text only (GBER, art. 27(4))."""
    fees = case.dossier.access.fees
    if fees is None:
        return lacks("access.fees")
    if fees in ("market", "cost"):
        return passes(_("fees rest on the market price or on costs"), found=fees)
    if fees == "cost-plus-margin":
        return _margin(case)
    return _free_of_charge(case, fees)


def _margin(case: Case) -> Ruling:
    text = case.text(TEXT)
    if text is None and not case.is_unsettled(TEXT):
        return case.no_value(TEXT)
    if text == "2023":
        return passes(_("a reasonable margin on costs is allowed"), found="cost-plus-margin")
    return warns(_("the text before July 2023 knows no margin on costs"), found="cost-plus-margin")


def _free_of_charge(case: Case, fees: str) -> Ruling:
    passed_on = case.dossier.passed_on
    if passed_on is None:
        return lacks("passed_on", found=fees)
    recorded = [item.recorded for item in passed_on]
    if not recorded or False in recorded:
        return fails(_("services below cost are aid to members, and are not recorded as theirs"), found=fees)
    if None in recorded:
        facts = (f"passed_on[{index}].recorded" for index, answer in enumerate(recorded) if answer is None)
        return lacks(*facts, found=fees)
    return passes(_("services below cost are recorded as aid to each member"), found=fees)
