"""The engine agrees with a second, naive computation on thousands of random schemes of the whole language."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from random import Random

import pytest
from pydantic import ValidationError

from clusters_cli.cashflow.advance import Curve, curve
from clusters_cli.cashflow.borrowing import Credit, interest
from clusters_cli.cashflow.credit_use import use_of
from clusters_cli.cashflow.histories import YearlyGrant
from clusters_cli.cashflow.payment_credits import YearCredits, change_scheme
from clusters_cli.cashflow.plan import Plan, received
from clusters_cli.cashflow.pool import pool_of
from clusters_cli.cashflow.portfolio import merge
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import from_cents, to_cents
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.cashflow import naive
from tests.cashflow.naive import Case, Walk, borrowed, pooled, walked, years_of_funder
from tests.cashflow.planned_cases import planned_by_the_program, terms_of
from tests.cashflow.random_schemes import Drawn, random_case, random_cases

FEW = range(3)
MANY = [pytest.param(seed, marks=pytest.mark.long) for seed in range(3, 125)]
SEEDS = pytest.mark.parametrize("seed", [*FEW, *MANY])
EACH = 40
"""Schemes drawn with each seed: 5 000 in all."""
MOST_YEARS = 4
"""The longest agreement that is drawn, and the most years of a grant."""


def cases(seed: int, count: int) -> Iterator[tuple[Case, int, naive.Planned]]:
    """Yield random schemes with what is assumed of them, grants in cents, and what must come out."""
    random = Random(seed)
    return (random_case(random) for _number in range(count))


def advance_of(plan: Plan) -> Curve:
    return curve(plan.spending, received(plan.instalments))


def walk_of(expected: naive.Planned) -> Walk:
    return walked(expected.spent, [(payment.day, payment.amount) for payment in expected.payments])


@SEEDS
def test_payments_agree_to_the_cent_and_the_day(seed: int) -> None:
    for case, grant, expected in cases(seed, EACH):
        plan = planned_by_the_program(case, grant)

        assert [
            (one.paid, to_cents(one.amount), one.kind.value, one.due, one.claimable) for one in plan.instalments
        ] == expected.payments, (case, grant)
        assert [(one.kind.value, one.due, one.reason.value) for one in plan.unpaid] == expected.unpaid, (case, grant)


@SEEDS
def test_plans_agree_with_a_walk_through_every_day(seed: int) -> None:
    for case, grant, expected in cases(seed, EACH):
        seen, plan = walk_of(expected), planned_by_the_program(case, grant)

        assert [(flow.day, to_cents(flow.amount)) for flow in plan.spending] == expected.spent, (case, grant)
        assert (
            to_cents(plan.summary.peak_advance),
            plan.summary.peak_date,
            plan.summary.days_in_advance,
            to_cents(plan.summary.euro_days),
            [(to_cents(window.amount), window.first, window.last) for window in plan.windows],
        ) == (seen.peak, seen.peak_date, seen.days, seen.cent_days, seen.windows), (case, grant)


@SEEDS
def test_the_need_on_the_whole_costs_agrees_with_a_walk_through_every_day(seed: int) -> None:
    for case, grant, expected in cases(seed, 20):
        found = planned_by_the_program(case, grant).whole_need
        seen = walked(expected.costs, [(payment.day, payment.amount) for payment in expected.payments])

        if found is None:
            assert all(piece.costs.rate == 1 for piece in expected.pieces)
            continue
        assert to_cents(found.cost) == sum(amount for _day, amount in expected.costs)
        assert (
            to_cents(found.peak_advance),
            found.peak_date,
            found.days_in_advance,
            to_cents(found.euro_days),
        ) == (seen.peak, seen.peak_date, seen.days, seen.cent_days), (case, grant)


@SEEDS
def test_months_agree_with_a_walk_through_every_day(seed: int) -> None:
    for case, grant, expected in cases(seed, 20):
        assert {
            (month.first.year, month.first.month): (
                to_cents(month.spent),
                to_cents(month.received),
                to_cents(month.advance),
                to_cents(month.highest),
                month.highest_on,
            )
            for month in planned_by_the_program(case, grant).months
        } == {
            key: (month.spent, month.received, month.end, month.highest, month.highest_on)
            for key, month in walk_of(expected).months.items()
        }, (case, grant)


@SEEDS
def test_what_the_naive_engine_cannot_plan_is_refused(seed: int) -> None:
    for case, grant, _plan in _refused(seed, EACH):
        with pytest.raises((ValidationError, UsageError)):
            planned_by_the_program(case, grant)


def _refused(seed: int, count: int) -> Iterator[Drawn]:
    for one in islice(random_cases(Random(seed)), count):
        try:
            naive.check_shares(one.case.scheme)
            naive.planned(one.case, one.grant)
        except naive.Refused:
            yield one


@SEEDS
def test_portfolios_agree_with_a_walk_through_every_day(seed: int) -> None:
    drawn = list(cases(seed, 3))
    expected = walked(
        [flow for _case, _grant, plan in drawn for flow in plan.spent],
        [(payment.day, payment.amount) for _case, _grant, plan in drawn for payment in plan.payments],
    )

    summary = merge([planned_by_the_program(case, grant) for case, grant, _plan in drawn]).summary

    assert (to_cents(summary.peak_advance), summary.peak_date, summary.days_in_advance) == (
        expected.peak,
        expected.peak_date,
        expected.days,
    )
    assert to_cents(summary.euro_days) == expected.cent_days


@SEEDS
def test_a_pool_agrees_with_a_walk_through_every_day(seed: int) -> None:
    random = Random(seed)
    drawn = list(cases(seed, 4))
    own = [random.choice([0, 0, random.randint(1, grant)]) for _case, grant, _plan in drawn]
    expected = pooled([walk_of(plan) for _case, _grant, plan in drawn], own)
    plans = [planned_by_the_program(case, grant, f"c{index}") for index, (case, grant, _plan) in enumerate(drawn)]

    found = pool_of("random", plans, {f"c{index}": from_cents(cash) for index, cash in enumerate(own)})

    assert (to_cents(found.fund), found.need.peak_date) == (expected.peak, expected.peak_date)
    assert (found.need.days_in_advance, to_cents(found.need.euro_days)) == (expected.days, expected.cent_days)
    assert {
        (month.first.year, month.first.month): (to_cents(month.end), to_cents(month.highest)) for month in found.months
    } == {key: (month.end, month.highest) for key, month in expected.months.items()}
    assert sum(member.at_peak for member in found.members) == found.fund


@SEEDS
def test_borrowing_agrees_with_a_walk_through_every_day(seed: int) -> None:
    random = Random(seed)
    for case, grant, expected in cases(seed, 20):
        seen = walk_of(expected)
        ceiling, rate = random.randint(0, grant * 2), Decimal(random.randint(0, 2000)) / 100
        drawn, gap, gap_date, days = borrowed(seen, ceiling)

        found = use_of(advance_of(planned_by_the_program(case, grant)), Credit(rate, 360, ceiling=from_cents(ceiling)))

        assert found.interest == interest(from_cents(drawn), rate, 360)
        assert (to_cents(found.gap), found.gap_date, sum(window.days for window in found.gaps)) == (gap, gap_date, days)
        assert to_cents(found.drawn) == min(seen.peak, ceiling)


@SEEDS
def test_the_years_of_a_funder_agree_with_agreements_added_up_one_by_one(seed: int) -> None:
    (old, grant), (new, _grant) = islice(_yearly(seed), 2)
    new.late, new.actual, new.years, new.first_year = old.late, old.actual, old.years, old.first_year
    new.accepted, new.cost, new.payment_delay = old.accepted, old.cost, old.payment_delay
    shown = list(range(old.first_year - 1, old.first_year + old.years))
    schemes = [PaymentScheme.model_validate(case.scheme) for case in (old, new)]

    (found,) = change_scheme(
        schemes[0], schemes[1], [YearlyGrant(None, from_cents(grant), schemes[0])], terms_of(old)
    ).clusters

    assert _years(found.kept) == years_of_funder(old, old, grant, old.first_year, shown)
    assert _years(found.target) == years_of_funder(new, new, grant, old.first_year, shown)
    assert _years(found.changed) == years_of_funder(old, new, grant, old.first_year, shown)


def _yearly(seed: int) -> Iterator[tuple[Case, int]]:
    """Yield schemes of years, sound in every year, that wait for no other grant, which would have paid but once."""
    random = Random(seed)
    while True:
        case, grant, _plan = random_case(random)
        if "years" in case.scheme["agreement"] and case.others_paid is None and case.years == MOST_YEARS:
            yield case, grant


def _years(shown: tuple[YearCredits, ...]) -> dict[int, tuple[int, int, int]]:
    return {one.year: (to_cents(one.committed), to_cents(one.paid), to_cents(one.outstanding)) for one in shown}


def test_the_walk_finds_the_worked_figures_of_the_design() -> None:
    scheme = {
        "agreement": {"years": "1", "signature": "03-31"},
        "payment_delay": "60d",
        "instalments": [
            {"kind": "advance", "share": "0.60", "anchor": "signature"},
            {"kind": "balance", "share": "0.40", "anchor": "year-end", "offset": "6m"},
        ],
    }

    found = naive.walk(Case(scheme, 3), 130_000_00)

    assert (found.peak, str(found.peak_date), found.days) == (95_333_33, "2024-04-30", 1209)
    assert found.cent_days == 54_129_833_37
