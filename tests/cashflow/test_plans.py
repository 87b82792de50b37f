"""What must hold of every plan, whatever the grant, the scheme and the years."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.cashflow.advance import Flow, curve
from clusters_cli.cashflow.borrowing import Credit
from clusters_cli.cashflow.histories import YearlyGrant
from clusters_cli.cashflow.payment_credits import change_scheme
from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.pool import pool_of
from clusters_cli.cashflow.portfolio import merge
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import ZERO, cents
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.cashflow.packaged_schemes import PACKAGED
from tests.wording import refused

SCHEMES = tuple(PACKAGED.values())
GRANTS = st.decimals(min_value=1, max_value=10**7, places=2)
PLANS = st.builds(
    make_plan,
    st.sampled_from(SCHEMES),
    GRANTS,
    st.builds(Terms, start=st.integers(2000, 2050), years=st.integers(1, 7)),
)


def total(plan: Plan) -> Decimal:
    return plan.grant * (plan.years or 1)


@given(PLANS)
def test_instalments_and_spending_both_add_up_to_the_grant(plan: Plan) -> None:
    assert sum(payment.amount for payment in plan.instalments) == total(plan)
    assert sum(flow.amount for flow in plan.spending) == total(plan)


@given(PLANS)
def test_the_advance_ends_at_zero(plan: Plan) -> None:
    assert plan.months[-1].advance == 0


@given(PLANS)
def test_cumulated_payments_never_fall_and_never_exceed_the_grant(plan: Plan) -> None:
    assert all(payment.amount >= 0 for payment in plan.instalments)
    assert sum((payment.amount for payment in plan.instalments), ZERO) <= total(plan)


@given(PLANS)
def test_the_peak_is_never_below_any_month_end(plan: Plan) -> None:
    assert plan.summary.peak_advance >= max(month.advance for month in plan.months)


@given(PLANS)
def test_windows_never_overlap_and_cover_the_days_in_advance(plan: Plan) -> None:
    pairs = zip(plan.windows, plan.windows[1:], strict=False)

    assert all(first.last < second.first for first, second in pairs)
    assert sum(window.days for window in plan.windows) == plan.summary.days_in_advance


@given(PLANS, st.integers(0, 400))
def test_a_longer_payment_delay_never_lowers_the_peak_or_the_euro_days(plan: Plan, more: int) -> None:
    scheme = next(scheme for scheme in SCHEMES if scheme.id == plan.scheme)
    start = plan.spending[0].day.year
    prompt, late = (
        make_plan(scheme, plan.grant, Terms(start=start, years=plan.years or 1, payment_delay=Duration(days=days)))
        for days in (0, more)
    )

    assert late.summary.peak_advance >= prompt.summary.peak_advance
    assert late.summary.euro_days >= prompt.summary.euro_days


@given(GRANTS, GRANTS)
def test_merging_two_plans_adds_their_curves(first: Decimal, second: Decimal) -> None:
    plans = [make_plan(SCHEMES[0], grant, Terms(2023)) for grant in (first, second)]

    together = merge(plans)

    advances = [[month.advance for month in plan.months] for plan in plans]
    assert [month.advance for month in together.months] == [a + b for a, b in zip(*advances, strict=True)]
    assert together.summary.peak_advance <= sum(plan.summary.peak_advance for plan in plans)


def test_one_credit_carries_all_plans_together() -> None:
    plan = make_plan(SCHEMES[0], Decimal(130_000), Terms(2023))

    used = merge([plan, plan], Credit(Decimal(1), ceiling=plan.summary.peak_advance)).summary.credit

    assert used.gap == plan.summary.peak_advance
    assert used.interest is not None


FLOWS = st.lists(
    st.builds(Flow, st.dates(date(2023, 1, 1), date(2024, 12, 31)), st.decimals(min_value=0, max_value=1000, places=2)),
    max_size=12,
)


@given(FLOWS, FLOWS)
def test_the_curve_agrees_with_a_naive_computation_day_by_day(spending: list[Flow], receipts: list[Flow]) -> None:
    advance, peak, peak_date, days, euro_days = ZERO, ZERO, None, 0, ZERO
    flow_days = [flow.day for flow in (*spending, *receipts)]
    day = date(2023, 1, 1)
    while flow_days and day <= max(flow_days):
        advance += sum((flow.amount for flow in spending if flow.day == day), ZERO)
        if advance > peak:
            peak, peak_date = advance, day
        advance -= sum((flow.amount for flow in receipts if flow.day == day), ZERO)
        if advance > 0:
            days += 1
            euro_days += advance
        day += timedelta(days=1)

    computed = curve(spending, receipts)

    assert (computed.peak, computed.peak_date) == (peak, peak_date)
    assert (computed.days_in_advance, computed.euro_days) == (days, euro_days)


def test_a_three_year_agreement_is_signed_anew_in_its_fourth_year() -> None:
    triennial = next(scheme for scheme in SCHEMES if scheme.id == "triennial")

    plan = make_plan(triennial, Decimal(100), Terms(2023, years=6))

    advances = [payment.due for payment in plan.instalments if payment.kind == "advance"]
    assert [(day.month, day.day) for day in advances] == [(3, 31), (1, 1), (1, 1)] * 2


@pytest.mark.parametrize(("start", "years"), [(1800, 3), (2300, 3), (2023, 0), (2023, -1), (2023, 500)])
def test_years_out_of_reason_are_refused(start: int, years: int) -> None:
    with refused(UsageError, match=r"year"):
        Terms(start=start, years=years)


RENEWED = PaymentScheme.model_validate(
    {
        "id": "renew",
        "name": {"en": "Renewal"},
        "status": "own",
        "source": "project",
        "agreement": {"years": "2", "signature": "02-01", "renewal": "03-31"},
        "payment_delay": "60d",
        "instalments": [
            {"kind": "advance", "share": "0.6", "anchor": "signature"},
            {"kind": "balance", "share": "0.4", "anchor": "year-end", "offset": "3m"},
        ],
    }
)
"""Under it, half of the costs, a balance is paid back on the day on which the next advance arrives."""


def test_on_a_day_money_is_paid_back_before_money_arrives() -> None:
    summary = make_plan(RENEWED, Decimal(120_000), Terms(2023, 2, actual_cost=Decimal("0.5"))).summary

    assert (summary.peak_advance, summary.peak_date) == (Decimal(20_000), date(2024, 5, 30))


def test_what_one_plan_pays_back_leaves_before_what_another_receives() -> None:
    plan = make_plan(RENEWED, Decimal(120_000), Terms(2023, 2, actual_cost=Decimal("0.5")))

    assert merge([plan, plan]).summary.peak_advance == 40_000
    assert pool_of("renew", [plan, plan], {}).fund == 40_000


def test_the_month_of_a_day_that_nets_shows_its_highest() -> None:
    plan = make_plan(RENEWED, Decimal(120_000), Terms(2023, 2, actual_cost=Decimal("0.5")))
    (month,) = (month for month in plan.months if month.first == date(2024, 5, 1))

    assert (month.highest, month.highest_on, month.received) == (Decimal(20_000), date(2024, 5, 30), Decimal(60_000))


def test_a_funder_that_takes_back_and_pays_on_one_day_leaves_the_clusters_more_to_advance() -> None:
    terms = Terms(2023, 2, actual_cost=Decimal("0.5"))

    total = change_scheme(
        RENEWED, RENEWED, [YearlyGrant(name, Decimal(120_000), RENEWED) for name in ("a", "b")], terms
    ).total

    assert total.gain.before.peak_advance == 40_000


@given(PLANS)
def test_the_mean_is_over_the_days_in_advance_and_the_last_payment_is_the_latest(plan: Plan) -> None:
    found = plan.summary

    assert found.last_paid == max(payment.paid for payment in plan.instalments)
    assert found.mean_advance == (cents(found.euro_days / found.days_in_advance) if found.days_in_advance else None)
