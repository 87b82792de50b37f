"""What funders owe, what stays due afterwards, and labels."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from clusters_cli.dossier import AidType, LabelLevel, ResourceKind
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
from clusters_cli.eligibility.bases.small_aid import de_minimis_asked
from clusters_cli.eligibility.case import AWARD_DATE, Case
from clusters_cli.eligibility.sums import of_kind, requested_grant
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.text import Dated, Euros, Text
from clusters_cli.foundations.working_days import add_working_days
from clusters_cli.registry.models import FunderRuleName

TRANSPARENCY, REGISTER = "transparency", "de-minimis-register"


def k43_payment_in_time(case: Case) -> RuleAnswer:
    """The funder pays within 60 days of the notice, unless the agreement sets dates (loi 2021-875, art. 2)."""
    agreement = case.dossier.agreement
    if agreement.sets_payment_dates is None or agreement.first_paid is None:
        return lacks_some(
            {"agreement.sets_payment_dates": agreement.sets_payment_dates, "agreement.first_paid": agreement.first_paid}
        )
    if agreement.sets_payment_dates:
        due = agreement.first_due
        if due is None:
            return lacks("agreement.first_due")
    else:
        if agreement.notified is None:
            return lacks("agreement.notified")
        days = case.count("default-payment-days", agreement.notified)
        if days is None:
            return not_applicable(Text("notified before the law set a delay"))
        due = agreement.notified + timedelta(days=days)
    message = Text("first payment on {paid}, due by {due}", paid=Dated(agreement.first_paid), due=Dated(due))
    verdict = fails if agreement.first_paid > due else passes
    return verdict(message, found=agreement.first_paid, limit=due, margin=Decimal((due - agreement.first_paid).days))


def k44_transparency(case: Case) -> RuleAnswer:
    """Awards above a threshold are published within six months (GBER, art. 9)."""
    grant, day = requested_grant(case), case.award_date
    if grant is None or day is None:
        return lacks_some({"totals.grant": grant, AWARD_DATE: day})
    limit = case.number(TRANSPARENCY)
    if limit is None:
        return case.no_value(TRANSPARENCY)
    if grant <= limit:
        return not_applicable(Text("at most {limit}: it need not be published", limit=Euros(limit)))
    return _publication(case, grant, limit)


def _publication(case: Case, grant: Decimal, limit: Decimal) -> RuleAnswer:
    published, months, day = case.dossier.agreement.published, case.count("transparency-months"), case.award_date
    if published is None or months is None or day is None:
        return lacks("agreement.published", found=grant, limit=limit)
    if published:
        return passes(Text("the award is published"), found=grant, limit=limit)
    due = add_months(day, months)
    message = Text("above {limit}: to be published by {due}", limit=Euros(limit), due=Dated(due))
    return fails(message, found=grant, limit=limit) if case.as_of > due else warns(message, found=grant, limit=limit)


def k45_de_minimis_register(case: Case) -> RuleAnswer:
    """De minimis aid of any authority is in the register within 20 working days (Regulation (EU) 2023/2831, art. 6).

    Until the register covers three years the undertaking states its other de minimis aid in writing (art. 7(4)).
    """
    if case.dossier.resources is None:
        return lacks("resources")
    if de_minimis_asked(case).high == 0:
        return not_applicable(Text("no de minimis aid is asked for"))
    if case.award_date is None:
        return lacks(AWARD_DATE)
    if not case.holds(REGISTER):
        return not_applicable(Text("awarded before the register"))
    entered, stated = case.dossier.agreement.de_minimis_registered, case.dossier.agreement.de_minimis_statement
    if stated is False and case.award_date < _register_is_whole(case):
        return fails(Text("the undertaking has not stated its other de minimis aid in writing"))
    if entered is False:
        return _to_be_entered(case, case.award_date)
    if entered is None or (stated is None and case.award_date < _register_is_whole(case)):
        return lacks_some({"agreement.de_minimis_registered": entered, "agreement.de_minimis_statement": stated})
    return passes(Text("the aid is entered in the register"))


def _register_is_whole(case: Case) -> date:
    """Return the first day on which the register covers three years."""
    first = case.law.first_day(REGISTER)
    return date.max if first is None else add_months(first, 36)


def _to_be_entered(case: Case, award: date) -> RuleAnswer:
    days = case.count("de-minimis-register-days")
    if days is None:
        return case.no_value("de-minimis-register-days")
    due = add_working_days(award, days)
    if case.as_of <= due:
        return warns(Text("to be entered in the register by {due}", due=Dated(due)), limit=due)
    return fails(Text("not entered in the register by {due}", due=Dated(due)), limit=due)


def k46_regime_named(case: Case) -> RuleAnswer:
    """The act of award names the regime and its number (GBER, art. 3)."""
    return declared(
        answer=case.dossier.aid.act_names_regime,
        fact="aid.act_names_regime",
        if_yes=passes(Text("the act names the regime")),
        if_no=warns(Text("the act does not name the regime and its number")),
    )


def k47_subsidy_or_purchase(case: Case) -> RuleAnswer:
    """Pay for a service that the funder needs is a purchase, not a subsidy (loi 2000-321, art. 9-1)."""
    needed, alone = case.dossier.project.need_of_funder, case.dossier.project.individualised
    if needed is False or alone is False:
        return passes(Text("the project is the cluster's own"))
    if needed is None or alone is None:
        return lacks_some({"project.need_of_funder": needed, "project.individualised": alone})
    return warns(Text("a service done for the funder alone, which needs it: this is a purchase"))


def k48_duration(case: Case) -> RuleAnswer:
    """A multi-year agreement lasts four years at most (circulaire of 2015); somebody may ask for several years."""
    start, end = case.dossier.project.start, case.dossier.project.end
    if start is None or end is None:
        return lacks_some({"project.start": start, "project.end": end})
    most, asked = case.count("multi-year-max", start), case.count(FunderRuleName.AGREEMENT_YEARS, start)
    if most is None:
        return case.no_value("multi-year-max", start)
    if end >= add_months(start, 12 * most):
        return warns(Text("longer than {years} years", years=most), found=end, limit=add_months(start, 12 * most))
    if asked and end < add_months(start, 12) + timedelta(days=1):
        message = Text(
            "one year at most; {whose} asks for agreements of {years} years",
            whose=case.whose(FunderRuleName.AGREEMENT_YEARS),
            years=asked,
        )
        return passes(message, found=end)
    return passes(Text("at most {years} years", years=most), found=end, limit=add_months(start, 12 * most))


def k49_durability(case: Case) -> RuleAnswer:
    """An investment that a European fund pays part of is kept five years after the last payment (CPR, art. 65)."""
    if case.dossier.aid.type is not AidType.INVESTMENT:
        return not_applicable(Text("no investment aid is asked for"))
    if case.dossier.resources is None:
        return lacks("resources")
    if not of_kind(case, ResourceKind.ERDF) + of_kind(case, ResourceKind.INTERREG):
        return not_applicable(Text("no European fund pays part of it"))
    kept, paid, disposed = (
        case.dossier.investment.kept,
        case.dossier.investment.final_payment,
        case.dossier.investment.disposed,
    )
    if kept:
        return passes(Text("the investment is still in use"))
    if paid is None or disposed is None:
        return lacks_some({"investment.final_payment": paid, "investment.disposed": disposed})
    years = case.count("erdf-durability-years", paid)
    if years is None:
        return case.no_value("erdf-durability-years", paid)
    due = add_months(paid, 12 * years)
    message = Text("disposed of on {day}, to be kept until {due}", day=Dated(disposed), due=Dated(due))
    return fails(message, found=disposed, limit=due) if disposed < due else passes(message, found=disposed, limit=due)


def k50_label_current(case: Case) -> RuleAnswer:
    """A Bronze or Silver label holds two years at first, three when renewed (EUCLES, ESCA)."""
    label = case.dossier.label
    if label is None:
        return lacks("label")
    if label.level is LabelLevel.NONE:
        return not_applicable(Text("no label"))
    if label.level is LabelLevel.GOLD:
        return open_law(Text("how long a Gold label holds is not stated in the texts read"))
    if label.awarded is None or label.renewed is None:
        return lacks_some({"label.awarded": label.awarded, "label.renewed": label.renewed})
    which = "label-renewed-years" if label.renewed else "label-first-years"
    years = case.count(which, label.awarded)
    if years is None:
        return case.no_value(which, label.awarded)
    end = add_months(label.awarded, 12 * years)
    message = _label_until(label.level, end)
    return fails(message, found=label.awarded, limit=end) if case.as_of > end else passes(message, limit=end)


def _label_until(level: Literal[LabelLevel.BRONZE, LabelLevel.SILVER], end: date) -> Text:
    if level is LabelLevel.BRONZE:
        return Text("Bronze label until {end}", end=Dated(end))
    return Text("Silver label until {end}", end=Dated(end))


def k51_pole_label(case: Case) -> RuleAnswer:
    """The State's pôle label has a term, which can be extended to the end of phase V at the latest."""
    pole = case.dossier.pole
    if pole is None:
        return lacks("pole")
    if not pole.held:
        return not_applicable(Text("no pôle label"))
    if pole.ends is None:
        return lacks("pole.ends")
    phase = case.parameter("pole-phase-5-end", pole.ends)
    message = Text("label until {day}", day=Dated(pole.ends))
    if case.as_of <= pole.ends:
        return passes(message, limit=pole.ends)
    if phase is not None and str(phase.value) < case.as_of.isoformat():
        return warns(Text("all labels of phase V have ended"), limit=pole.ends)
    return declared(
        answer=pole.extended,
        fact="pole.extended",
        if_yes=passes(Text("{label}, extended", label=message), limit=pole.ends),
        if_no=warns(Text("{label}, over and not extended", label=message), limit=pole.ends),
    )
