"""Whether the body is in difficulty, is an SME, owes aid back, and does economic work at all (K09 to K16)."""

from dataclasses import replace
from decimal import Decimal

from clusters_cli.dossier import AccountsYear, ApplicantForm
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
from clusters_cli.eligibility.bases.cooperation import CEILINGS
from clusters_cli.eligibility.bases.no_aid import economic_costs
from clusters_cli.eligibility.case import AWARD_DATE, Case
from clusters_cli.eligibility.missions import MISSIONS, are_unsaid
from clusters_cli.eligibility.sums import Range
from clusters_cli.foundations.aid_basis import AidBasis
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.findings import Outcome, every
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Euros, Share, Text

SINCE, SOUND = "declarations.difficulty_since", "declarations.sound_at_2019_end"
SME, PUBLIC_SHARE, EXEMPT = "organisation.sme", "organisation.public_share", "organisation.public_share_exempt"
COVID = "covid-exception"


def k09_insolvency(case: Case) -> RuleAnswer:
    """No aid to a body in, or fit for, collective insolvency proceedings (GBER, art. 1(4)(c), 2(18)(c))."""
    return _unless_excused(
        case,
        declared(
            answer=case.dossier.declarations.insolvency,
            fact="declarations.insolvency",
            if_yes=fails(Text("insolvency proceedings are open, or could be")),
            if_no=passes(Text("no insolvency proceedings")),
        ),
    )


def k10_rescue_aid(case: Case) -> RuleAnswer:
    """No aid while rescue aid is unpaid or a restructuring plan runs (GBER, art. 2(18)(d))."""
    return _unless_excused(
        case,
        declared(
            answer=case.dossier.declarations.rescue_aid_open,
            fact="declarations.rescue_aid_open",
            if_yes=fails(Text("rescue aid is unpaid or a restructuring plan is running")),
            if_no=passes(Text("no rescue aid is open")),
        ),
    )


def k11_capital(case: Case) -> RuleAnswer:
    """No aid to a company that has lost more than half of its capital (GBER, art. 2(18)(a)-(b)).

    An association has no share capital.  A cooperative is judged on its own if its legal type is one of those the
    directive lists; without that answer a loss is not held against it for certain.
    """
    body = case.dossier.organisation
    if body.legal_form is None:
        return lacks("organisation.legal_form")
    if body.legal_form is ApplicantForm.ASSOCIATION and body.own_funds is not None and body.own_funds < 0:
        message = Text("an association has no share capital, but its own funds are negative")
        return warns(message, found=body.own_funds, limit=ZERO)
    is_unlisted = body.legal_form is ApplicantForm.COOPERATIVE and body.listed_company_type is False
    if body.legal_form not in (ApplicantForm.COMPANY, ApplicantForm.COOPERATIVE) or is_unlisted:
        return not_applicable(Text("without share capital in the sense of the directive, its loss is not tested"))
    return _unless_excused(case, _capital_loss(case))


def _capital_loss(case: Case) -> RuleAnswer:
    body = case.dossier.organisation
    capital, funds, most = body.share_capital, body.own_funds, case.number("capital-loss-share")
    given = {"organisation.share_capital": capital, "organisation.own_funds": funds}
    if capital is None or funds is None:
        return lacks_some(given)
    if most is None:
        return case.no_value("capital-loss-share")
    lost = max(capital - funds, ZERO)
    if lost <= most * capital:
        return passes(Text("{lost} of the capital is lost", lost=Euros(lost)), found=lost, limit=most * capital)
    return _too_much_lost(case, lost, most * capital)


def _too_much_lost(case: Case, lost: Decimal, limit: Decimal) -> RuleAnswer:
    is_young, facts = _is_young_sme(case)
    is_listed = (
        True
        if case.dossier.organisation.legal_form is ApplicantForm.COMPANY
        else case.dossier.organisation.listed_company_type
    )
    if is_young:
        return passes(Text("an SME under three years old is not judged on its capital"), found=lost, limit=limit)
    if is_young is None or is_listed is None:
        open_facts = [*facts, *(["organisation.listed_company_type"] if is_listed is None else [])]
        return lacks(
            *open_facts,
            message=Text("more than half of the capital is lost, but it may not be tested"),
            found=lost,
            limit=limit,
        )
    message = Text("{lost} of the capital is lost, more than half", lost=Euros(lost))
    return fails(message, found=lost, limit=limit, margin=limit - lost)


def _is_young_sme(case: Case) -> tuple[bool | None, list[str]]:
    years, founded = case.count("young-sme-years"), case.dossier.organisation.founded
    is_small, facts = sme(case)
    is_young = None
    if years is not None and founded is not None and case.law_day is not None:
        is_young = case.law_day < add_months(founded, 12 * years)
    if is_young is None:
        facts = [*facts, "organisation.founded"] if founded is None else [*facts, AWARD_DATE]
    return every((is_small, is_young)), facts


def k12_ratios(case: Case) -> RuleAnswer:
    """A body that is no SME: two years of heavy debt and weak cover mean difficulty (GBER, art. 2(18)(e))."""
    is_small, facts = sme(case)
    if is_small:
        return not_applicable(Text("an SME is not judged on these ratios"))
    debt, cover = case.number("difficulty-debt-ratio"), case.number("difficulty-interest-cover")
    if debt is None or cover is None:
        ruling = case.no_value("difficulty-debt-ratio")
        return lacks(*facts, *ruling.missing) if ruling.missing else ruling
    last_two = sorted(case.dossier.accounts.ratios or (), key=lambda year: year.year)[-2:]
    strained = [_is_strained(year, debt, cover) for year in last_two]
    if False in strained and (len(strained) == 2 or _is_recent(case, last_two[0])):  # noqa: PLR2004  (two years)
        return passes(Text("the ratios of the past two years are sound"), limit=debt)
    if len(strained) < 2:  # noqa: PLR2004  (the law looks at two years)
        return lacks(*facts, "accounts.ratios")
    if is_small is None:
        return lacks(*facts, message=Text("both years are strained, which counts unless it is an SME"), limit=debt)
    return _unless_excused(
        case, fails(Text("debt and interest cover are beyond both limits in both years"), limit=debt)
    )


def _is_recent(case: Case, year: AccountsYear) -> bool:
    """Whether accounts are of one of the past two years, seen from the award: one of them that is sound decides."""
    return case.award_date is not None and case.award_date.year - 2 <= year.year < case.award_date.year


def _is_strained(year: AccountsYear, debt: Decimal, cover: Decimal) -> bool:
    too_much_debt = year.equity <= 0 or year.debt > debt * year.equity
    return too_much_debt and year.interest > 0 and year.ebitda < cover * year.interest


def sme(case: Case) -> tuple[bool | None, list[str]]:
    """Whether the body is an SME, and the facts that would tell (annex I, art. 3(4): not with 25 % public votes)."""
    body, most = case.dossier.organisation, case.number("sme-public-share")
    if body.sme is False:
        return False, []
    held = None if body.public_share is None or most is None else body.public_share < most or body.public_share_exempt
    fact = AWARD_DATE if most is None else (PUBLIC_SHARE if body.public_share is None else EXEMPT)
    missing = [SME] if body.sme is None else []
    return every((body.sme, held)), [*missing, *([fact] if held is None else [])]


def k13_covid_window(case: Case) -> RuleAnswer:
    """A difficulty that arose in 2020 or 2021, in a body sound at the end of 2019, is excused (GBER, art. 1(4)(c)).

    The window is for the day on which the difficulty arose; it sets no limit to the day of the award.
    """
    declarations = case.dossier.declarations
    since = declarations.difficulty_since
    if since is None and declarations.insolvency is False and declarations.rescue_aid_open is False:
        return not_applicable(Text("no difficulty is declared"))
    excused, facts = excuse(case)
    if excused is None:
        return lacks(*facts)
    if excused:
        return passes(Text("the difficulty arose in 2020 or 2021 and the body was sound at the end of 2019"))
    return not_applicable(Text("the difficulty did not arise in 2020 or 2021 in a sound body"))


def excuse(case: Case) -> tuple[bool | None, list[str]]:
    """Whether a difficulty is excused by the window of the health crisis, and the facts that would tell."""
    declarations, since = case.dossier.declarations, case.dossier.declarations.difficulty_since
    parts = {
        SINCE: None if since is None else case.holds(COVID, since),
        SOUND: declarations.sound_at_2019_end,
    }
    return every(parts.values()), [fact for fact, value in parts.items() if value is None]


def _unless_excused(case: Case, ruling: RuleAnswer) -> RuleAnswer:
    if ruling.outcome is not Outcome.FAIL:
        return ruling
    excused, facts = excuse(case)
    if excused is False:
        return ruling
    if excused:
        return passes(Text("excused: {reason}, in the window of the health crisis", reason=ruling.message))
    message = Text("{reason}; had it arisen in 2020 or 2021 it could be excused", reason=ruling.message)
    return replace(ruling, outcome=Outcome.UNKNOWN, message=message, missing=tuple(facts))


def k14_public_votes(case: Case) -> RuleAnswer:
    """A quarter of the votes in public hands makes a body no SME, whatever its size (annex I, art. 3(4))."""
    body, most = case.dossier.organisation, case.number("sme-public-share")
    if body.public_share is None:
        return lacks(PUBLIC_SHARE)
    if most is None:
        return case.no_value("sme-public-share")
    found = Share(body.public_share)
    if body.public_share < most:
        return passes(Text("{found} of the votes are public", found=found), found=body.public_share, limit=most)
    if body.public_share_exempt is None:
        return lacks(EXEMPT, found=body.public_share, limit=most)
    if body.public_share_exempt:
        message = Text("{found} of the votes are public, held by bodies that do not count", found=found)
        return passes(message, found=body.public_share, limit=most)
    message = Text("{found} of the votes are public: it is treated as a large body", found=found)
    return warns(message, found=body.public_share, limit=most)


def k15_recovery_order(case: Case) -> RuleAnswer:
    """No aid while earlier unlawful aid is to be paid back (GBER, art. 1(4)(a)-(b), the Deggendorf rule).

    Schemes of section 2a, those of articles 20 and 20a, are excepted; ad hoc aid is not.
    """
    ordered, ad_hoc = case.dossier.declarations.recovery_order, case.dossier.aid.ad_hoc
    is_excepted = False if case.basis not in CEILINGS else None if ad_hoc is None else not ad_hoc
    if ordered is False:
        return passes(Text("no order to pay back aid"))
    if is_excepted:
        return not_applicable(Text("a scheme of section 2a of the GBER is excepted (art. 1(4)(a))"))
    if ordered is None or is_excepted is None:
        return lacks_some(
            {"declarations.recovery_order": ordered, "aid.ad_hoc": True if is_excepted is False else ad_hoc}
        )
    return fails(Text("an order to pay back unlawful aid is unpaid"))


def k16_economic_work(case: Case) -> RuleAnswer:
    """Work is sorted into A (no State aid), B (cluster aid) and C (services to single firms).

    Work of mission A counts as no aid only where its accounts are separate.  That work is non-economic though aid is
    asked for, or that sums are off, breaks no law.
    """
    if are_unsaid(case):
        return lacks(MISSIONS)
    costs = economic_costs(case)
    if case.basis is AidBasis.NONE:
        return _without_aid(costs)
    if costs.exact == 0:
        return warns(Text("all work is non-economic: no State aid is needed; write aid.type: none"), found=ZERO)
    if costs.exact is None:
        return lacks(*costs.missing) if costs.missing else _not_apart()
    return passes(Text("{amount} pays economic work", amount=Euros(costs.exact)), found=costs.exact)


def _without_aid(costs: Range) -> RuleAnswer:
    if costs.low:
        return fails(Text("{amount} pays economic work, without a basis", amount=Euros(costs.low)), found=costs.low)
    if costs.exact is None:
        return lacks(*costs.missing) if costs.missing else _not_apart()
    return passes(Text("all of the work is non-economic, with separate accounts"), found=ZERO)


def _not_apart() -> RuleAnswer:
    return open_law(Text("work called non-economic has no separate accounts: whether it is aid cannot be told"))
