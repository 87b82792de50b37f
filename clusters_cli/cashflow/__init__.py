"""When the money comes: schemes, instalments, advance, credit and portfolio."""

from typing import TYPE_CHECKING

from clusters_cli.foundations.doors import door

if TYPE_CHECKING:
    from clusters_cli.cashflow.advance import Curve, Flow, Month, Window, curve
    from clusters_cli.cashflow.advance_guarantees import says_cover
    from clusters_cli.cashflow.agreed_dates import AgreedDates, plan_under
    from clusters_cli.cashflow.agreement_plans import (
        NamedAgreement,
        SignedPlans,
        assumptions_by_scheme,
        plan_of,
        plans_of_signed,
        set_aside,
    )
    from clusters_cli.cashflow.assigned_claims import after_a_year, assigned
    from clusters_cli.cashflow.assumptions import UsedAssumption, spending_words
    from clusters_cli.cashflow.borrowing import HIGHEST_RATE, NO_CREDIT, Charge, Credit, DayCount, is_plausible
    from clusters_cli.cashflow.comparison import Compared, Difference, SchemeVerdict, verdict
    from clusters_cli.cashflow.credit_use import CreditUse, check_bank_cost, use_of
    from clusters_cli.cashflow.delays import Distribution, named_kinds, parse_delays
    from clusters_cli.cashflow.draws import UNDRAWABLE, Draws, Sampling
    from clusters_cli.cashflow.grants import ONE_GRANT_FOR_SEVERAL, Grant, are_known, wanted_grants
    from clusters_cli.cashflow.histories import YearlyGrant
    from clusters_cli.cashflow.instalments import Instalment, UnpaidInstalment
    from clusters_cli.cashflow.intervals import Interval, Stretch, added_up, interval_label
    from clusters_cli.cashflow.limits import ComparedPeak, PeakCheck, check_draws, check_plans
    from clusters_cli.cashflow.membership import Membership, opening_cash, own_cash
    from clusters_cli.cashflow.overdraft import QuarterCharge
    from clusters_cli.cashflow.own_schemes import OwnSchemesFile, with_own_schemes
    from clusters_cli.cashflow.payment_credits import Gain, PaymentCredits, SchemeChange, YearCredits, change_scheme
    from clusters_cli.cashflow.percentiles import Percentiles, at_levels, share_above
    from clusters_cli.cashflow.plan import AgreementPlan, PartPlan, Plan, Summary, make_plan
    from clusters_cli.cashflow.pool import Member, Pool, pool_of
    from clusters_cli.cashflow.portfolio import Portfolio
    from clusters_cli.cashflow.risk import (
        DRAWS_IMPOSSIBLE,
        Risk,
        RiskQuestion,
        SchemeRisk,
        check_question,
        check_size,
        simulate,
    )
    from clusters_cli.cashflow.signed_grants import (
        KnownSchemes,
        SignedGrant,
        UnplannedAgreement,
        grants_of_agreements,
        regional_grants,
    )
    from clusters_cli.cashflow.span import Span
    from clusters_cli.cashflow.splits import Split
    from clusters_cli.cashflow.study import (
        Comparison,
        Solved,
        Study,
        study_of_grants,
        study_of_signed,
    )
    from clusters_cli.cashflow.terms import Terms, has_yearly_balance, names_its_signature
    from clusters_cli.cashflow.whole_need import WholeNeed
    from clusters_cli.cashflow.worded_rules import (
        amount_words,
        condition_words,
        due_words,
        least_costs_words,
        periods_words,
        recovery_words,
        share_words,
        terms_words,
        tolerance_words,
        when_words,
    )
else:
    __getattr__ = door(__name__)

__all__ = [
    "DRAWS_IMPOSSIBLE",
    "HIGHEST_RATE",
    "NO_CREDIT",
    "ONE_GRANT_FOR_SEVERAL",
    "UNDRAWABLE",
    "AgreedDates",
    "AgreementPlan",
    "Charge",
    "Compared",
    "ComparedPeak",
    "Comparison",
    "Credit",
    "CreditUse",
    "Curve",
    "DayCount",
    "Difference",
    "Distribution",
    "Draws",
    "Flow",
    "Gain",
    "Grant",
    "Instalment",
    "Interval",
    "KnownSchemes",
    "Member",
    "Membership",
    "Month",
    "NamedAgreement",
    "OwnSchemesFile",
    "PartPlan",
    "PaymentCredits",
    "PeakCheck",
    "Percentiles",
    "Plan",
    "Pool",
    "Portfolio",
    "QuarterCharge",
    "Risk",
    "RiskQuestion",
    "Sampling",
    "SchemeChange",
    "SchemeRisk",
    "SchemeVerdict",
    "SignedGrant",
    "SignedPlans",
    "Solved",
    "Span",
    "Split",
    "Stretch",
    "Study",
    "Summary",
    "Terms",
    "UnpaidInstalment",
    "UnplannedAgreement",
    "UsedAssumption",
    "WholeNeed",
    "Window",
    "YearCredits",
    "YearlyGrant",
    "added_up",
    "after_a_year",
    "amount_words",
    "are_known",
    "assigned",
    "assumptions_by_scheme",
    "at_levels",
    "change_scheme",
    "check_bank_cost",
    "check_draws",
    "check_plans",
    "check_question",
    "check_size",
    "condition_words",
    "curve",
    "due_words",
    "grants_of_agreements",
    "has_yearly_balance",
    "interval_label",
    "is_plausible",
    "least_costs_words",
    "make_plan",
    "named_kinds",
    "names_its_signature",
    "opening_cash",
    "own_cash",
    "parse_delays",
    "periods_words",
    "plan_of",
    "plan_under",
    "plans_of_signed",
    "pool_of",
    "recovery_words",
    "regional_grants",
    "says_cover",
    "set_aside",
    "share_above",
    "share_words",
    "simulate",
    "spending_words",
    "study_of_grants",
    "study_of_signed",
    "terms_words",
    "tolerance_words",
    "use_of",
    "verdict",
    "wanted_grants",
    "when_words",
    "with_own_schemes",
]
