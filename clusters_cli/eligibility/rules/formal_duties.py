"""The formal duties of a body that receives subsidies in France: agreement, auditor, accounts, report (K37 to K42)."""

from collections import defaultdict
from decimal import Decimal

from clusters_cli.dossier import ApplicantForm, Resource, ResourceKind
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
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.sums import is_french_cash, yearly
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.findings import any_of
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Dated, Euros, Text

AGREEMENT, AUDITOR = "agreement", "auditor"
FORM = "organisation.legal_form"


def k37_agreement(case: Case) -> RuleAnswer:
    """Above 23 000 € a year and per funder, a subsidy needs a written agreement (loi 2000-321, art. 10)."""
    aids, limit = case.dossier.resources, case.number(AGREEMENT)
    if case.dossier.organisation.legal_form is ApplicantForm.PUBLIC_BODY:
        return not_applicable(Text("the duty is for private bodies"))
    if aids is None:
        return lacks("resources")
    if limit is None:
        return case.no_value(AGREEMENT)
    judged = {name: _is_above(case, list(lines.values()), limit) for name, lines in _by_funder(aids).items()}
    doubtful = {
        index: (above, line.agreement)
        for name, lines in _by_funder(aids).items()
        for index, line in lines.items()
        if (above := judged[name]) is not False and not line.agreement
    }
    if not doubtful:
        return passes(Text("every funder above {limit} a year has an agreement", limit=Euros(limit)), limit=limit)
    if any(above and agreement is False for above, agreement in doubtful.values()):
        return _no_agreement(case, limit)
    facts = [f"resources[{index}].agreement" for index, (_above, agreement) in doubtful.items() if agreement is None]
    return lacks(*facts, *(_period(case) if None in judged.values() else []), limit=limit)


def _no_agreement(case: Case, limit: Decimal) -> RuleAnswer:
    message = Text("a funder gives more than {limit} a year without a written agreement", limit=Euros(limit))
    if case.dossier.organisation.legal_form is None:
        return lacks(FORM, message=message, limit=limit)
    return fails(message, limit=limit)


def _by_funder(aids: tuple[Resource, ...]) -> dict[str, dict[int, Resource]]:
    named: defaultdict[str, dict[int, Resource]] = defaultdict(dict)
    for index, line in enumerate(aids):
        if is_french_cash(line):
            named[line.funder or line.kind][index] = line
    return named


def _is_above(case: Case, lines: list[Resource], limit: Decimal) -> bool | None:
    """Whether some year passes a limit; without a period only a total below it is certain, or years that are given."""
    total = sum((line.amount for line in lines), ZERO)
    if total <= limit:
        return False
    years = yearly(case, lines)
    return None if years is None else any(amount > limit for amount in years.values())


def _period(case: Case) -> list[str]:
    period = {"project.start": case.dossier.project.start, "project.end": case.dossier.project.end}
    return [fact for fact, value in period.items() if value is None]


def k38_auditor(case: Case) -> RuleAnswer:
    """An association with more than 153 000 € of cash subsidies in a year has an auditor (C. com., L. 612-4)."""
    needed, without_erdf = _needs_auditor(case)
    if isinstance(needed, RuleAnswer):
        return needed
    has = case.dossier.accounts.auditor
    if needed is False or has:
        return passes(Text("an auditor is appointed, or the subsidies do not call for one"))
    if needed is None:
        return lacks(*_period(case))
    if has is None:
        return lacks("accounts.auditor")
    if without_erdf is False:
        return open_law(
            Text("with ERDF money it passes the threshold, without it does not; which counts is not settled")
        )
    if without_erdf is None:
        return lacks(*_period(case))
    limit = case.number(AUDITOR)
    return fails(
        Text("more than {limit} of subsidies in a year, and no auditor", limit=Euros(limit or ZERO)), limit=limit
    )


def _needs_auditor(case: Case) -> tuple[bool | RuleAnswer | None, bool | None]:
    """Return whether the subsidies of a year pass the threshold, with ERDF money and without it."""
    form, aids, limit = case.dossier.organisation.legal_form, case.dossier.resources, case.number(AUDITOR)
    if form not in (ApplicantForm.ASSOCIATION, None):
        return not_applicable(Text("the duty is for associations; other forms follow their own")), None
    if form is None or aids is None:
        return lacks_some({FORM: form, "resources": aids}), None
    if limit is None:
        return case.no_value(AUDITOR), None
    cash = [line for line in aids if is_french_cash(line)]
    erdf = [line for line in aids if line.kind is ResourceKind.ERDF]
    without = _is_above(case, cash, limit)
    return any_of((without, _is_above(case, [*cash, *erdf], limit))), without


def k39_accounts_published(case: Case) -> RuleAnswer:
    """Such an association publishes its accounts within three months of their approval (C. com., L. 612-4)."""
    needed, without_erdf = _needs_auditor(case)
    if isinstance(needed, RuleAnswer):
        return needed
    if needed is False:
        return not_applicable(Text("the subsidies do not call for publication"))
    approved, published = case.dossier.accounts.approved, case.dossier.accounts.published
    months = case.count("accounts-publication-months")
    if approved is None or published is None:
        return lacks_some({"accounts.approved": approved, "accounts.published": published})
    if months is None:
        return case.no_value("accounts-publication-months")
    limit = add_months(approved, months)
    if published <= limit:
        return passes(Text("published on {day}", day=Dated(published)), found=published, limit=limit)
    message = Text("published on {day}, due on {limit}", day=Dated(published), limit=Dated(limit))
    if without_erdf:
        return fails(message, found=published, limit=limit)
    if needed is None or without_erdf is None:
        return lacks(*_period(case), message=message, found=published, limit=limit)
    return open_law(Text("{reason}, if ERDF money counts", reason=message), found=published, limit=limit)


def k40_financial_report(case: Case) -> RuleAnswer:
    """A grant tied to an expense is reported within six months of the year's end (loi 2000-321, art. 10)."""
    accounts = case.dossier.accounts
    if accounts.tied is False:
        return not_applicable(Text("no earlier grant is tied to a given expense"))
    given = {
        "accounts.tied": accounts.tied,
        "accounts.year_end": accounts.year_end,
        "accounts.report_sent": accounts.report_sent,
    }
    if accounts.tied is None or accounts.year_end is None or accounts.report_sent is None:
        return lacks_some(given)
    months = case.count("financial-report-months", accounts.year_end)
    if months is None:
        return case.no_value("financial-report-months", accounts.year_end)
    limit = add_months(accounts.year_end, months)
    message = Text("report sent on {day}, due on {limit}", day=Dated(accounts.report_sent), limit=Dated(limit))
    if accounts.report_sent > limit:
        return fails(message, found=accounts.report_sent, limit=limit)
    return passes(message, found=accounts.report_sent, limit=limit)


def k41_engagement_contract(case: Case) -> RuleAnswer:
    """An association signs the contrat d'engagement républicain before it applies (loi 2000-321, art. 10-1)."""
    form, signed = case.dossier.organisation.legal_form, case.dossier.declarations.engagement_contract
    applied = case.dossier.application.date
    if form not in (ApplicantForm.ASSOCIATION, None):
        return not_applicable(Text("the duty is for associations and foundations"))
    if signed:
        return passes(Text("the contrat d'engagement républicain is signed"))
    if applied is not None and not case.holds("engagement-contract-required", applied):
        return not_applicable(Text("the application comes before the duty"))
    given = {FORM: form, "application.date": applied, "declarations.engagement_contract": signed}
    if form is None or applied is None or signed is None:
        return lacks_some(given)
    return fails(Text("the contrat d'engagement républicain is not signed"), found=applied)


def k42_surplus_clause(case: Case) -> RuleAnswer:
    """Since 2021 the agreement says how use is controlled and whether a surplus may be kept (loi 2021-875, art. 1)."""
    signed, limit = case.dossier.agreement.signed, case.number(AGREEMENT, case.dossier.agreement.signed)
    if signed is None:
        return lacks("agreement.signed")
    if not case.holds("surplus-clause-required", signed):
        return not_applicable(Text("signed before the duty"))
    aids = case.dossier.resources
    if aids is None:
        return lacks("resources")
    above = any_of(_is_above(case, list(lines.values()), limit or ZERO) for lines in _by_funder(aids).values())
    if above is False:
        return not_applicable(Text("no funder gives more than {limit} a year", limit=Euros(limit or ZERO)))
    if case.dossier.agreement.surplus_clause is False and above is None:
        return lacks(*_period(case))
    return declared(
        answer=case.dossier.agreement.surplus_clause,
        fact="agreement.surplus_clause",
        if_yes=passes(Text("the agreement says what becomes of a surplus")),
        if_no=warns(Text("the agreement does not say what becomes of a surplus")),
    )
