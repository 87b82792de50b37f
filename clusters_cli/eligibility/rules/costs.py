"""Which costs count, from when, and on what application (K17 to K20)."""

from clusters_cli.dossier import ApplicationItem, CostLine, CostNature, TaxBasis
from clusters_cli.eligibility.answers import RuleAnswer, fails, lacks, lacks_some, not_applicable, passes, warns
from clusters_cli.eligibility.case import Case
from clusters_cli.eligibility.missions import collective, economic
from clusters_cli.eligibility.rules.difficulty import sme
from clusters_cli.eligibility.sums import OPERATING_NATURES, is_operating, operating_base
from clusters_cli.foundations.findings import every
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Dated, Euros, Listed, Text

VAT = "recoverable-vat-excluded"


def k17_eligible_lines(case: Case) -> RuleAnswer:
    """Only staff, administration and overheads of three lines of work enter the operating base (GBER, art. 27(8))."""
    if not case.asks_operating_aid:
        return not_applicable(Text("no operating aid is asked for"))
    base = operating_base(case)
    if base.high == 0:
        return fails(Text("no cost is eligible for operating aid"), found=ZERO)
    if case.dossier.costs is None:
        return lacks("costs", found=base.exact)
    if base.exact is None:
        return lacks(*base.missing, found=base.exact)
    excluded = tuple(
        Text("{line} ({reason})", line=line.label, reason=_reason(case, index, line))
        for index, line in enumerate(case.dossier.costs)
        if every((is_operating(line), collective(case, index, line).counts)) is False
    )
    message = Text("{amount} of eligible costs", amount=Euros(base.exact))
    if excluded:
        message = Text("{message}; left out: {lines}", message=message, lines=Listed(excluded))
    return passes(message, found=base.exact)


def _reason(case: Case, index: int, line: CostLine) -> Text:
    if economic(case, index, line).counts is False:
        return Text("non-economic work")
    if is_operating(line) and collective(case, index, line).counts is False:
        return Text("for single firms")
    if line.nature is CostNature.INVESTMENT:
        return Text("an investment")
    if line.nature is CostNature.FINANCE:
        return Text("interest is no operating cost")
    if line.nature in (CostNature.PASS_ON, CostNature.MEMBER_SERVICE):
        return Text("aid to a single member")
    if line.nature is not None and line.nature not in OPERATING_NATURES:
        return Text("neither staff nor administration")
    return Text("another purpose")


def k18_value_added_tax(case: Case) -> RuleAnswer:
    """VAT that the body recovers is no cost: outside the base since 1 July 2023 (GBER, art. 7(1))."""
    recovers, amounts = case.dossier.tax.vat_recoverable, case.dossier.tax.amounts
    if recovers is False:
        return passes(Text("VAT is not recovered: it is a cost"))
    if amounts is TaxBasis.NET:
        return passes(Text("the amounts are without tax"))
    if recovers is None or amounts is None:
        return lacks_some({"tax.vat_recoverable": recovers, "tax.amounts": amounts})
    return _gross(case)


def _gross(case: Case) -> RuleAnswer:
    first = case.law.first_day(VAT) if VAT in case.law.parameters else None
    if case.holds(VAT):
        return fails(Text("the amounts hold VAT that is recovered, which is outside eligible costs"), found="gross")
    if case.law_day is None or first is None or case.law_day >= first:
        return case.no_value(VAT)
    return warns(
        Text("the amounts hold VAT that is recovered; before {day} no text excludes it", day=Dated(first)),
        found="gross",
    )


def k19_not_started(case: Case) -> RuleAnswer:
    """The application comes before the work starts, or the aid has no incentive effect (GBER, art. 6(2))."""
    applied, start = case.dossier.application.date, case.dossier.project.start
    if applied is None or start is None:
        return lacks_some({"application.date": applied, "project.start": start})
    if applied >= start:
        message = Text("applied on {applied}, started on {start}", applied=Dated(applied), start=Dated(start))
        return fails(message, found=applied, limit=start)
    return passes(Text("applied on {applied}, before the start", applied=Dated(applied)), found=applied, limit=start)


def k20_application_complete(case: Case) -> RuleAnswer:
    """An application holds five items; a large body asking for ad hoc aid proves the effect too (GBER, art. 6)."""
    contents = case.dossier.application.contents
    if contents is None:
        return lacks("application.contents")
    absent = [item for item in ApplicationItem if item not in contents]
    if absent:
        return fails(Text("the application lacks: {items}", items=Listed(tuple(absent))))
    return _incentive_proof(case)


def _incentive_proof(case: Case) -> RuleAnswer:
    is_small, facts = sme(case)
    proof, ad_hoc = case.dossier.application.incentive_proof, case.dossier.aid.ad_hoc
    needed = every((ad_hoc, None if is_small is None else not is_small))
    if needed is False or proof:
        return passes(Text("the application holds what the law asks for"))
    if needed and proof is False:
        return fails(Text("a large body that asks for ad hoc aid must prove its effect"))
    given = {"aid.ad_hoc": ad_hoc, "application.incentive_proof": proof}
    doubtful = [fact for fact, value in given.items() if value is None]
    return lacks(*doubtful, *(facts if is_small is None else []))
