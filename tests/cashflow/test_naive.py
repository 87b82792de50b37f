"""The engine agrees with a second, deliberately naive computation on thousands of random schemes."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from pydantic import ValidationError

from clusters_cli.cashflow.advance import Curve, Flow, curve
from clusters_cli.cashflow.borrowing import Credit, interest
from clusters_cli.cashflow.credit_use import use_of
from clusters_cli.cashflow.payment_credits import YearCredits, change_scheme
from clusters_cli.cashflow.plan import Plan, make_plan, received
from clusters_cli.cashflow.pool import pool_of
from clusters_cli.cashflow.portfolio import merge
from clusters_cli.cashflow.terms import Terms
from clusters_cli.cashflow.treasury import TreasuryLine, treasury
from clusters_cli.foundations.money import from_cents, to_cents
from clusters_cli.foundations.reading.durations import duration as read_duration
from clusters_cli.registry.models.scheme_words import InstalmentKind
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.cashflow.naive import (
    FIRST_YEAR,
    Case,
    Dated,
    Refused,
    Walk,
    borrowed,
    flows,
    pooled,
    walk,
    walked,
    years_of_funder,
)
from tests.cashflow.naive import planned as planned_naively
from tests.cashflow.random_schemes import random_scheme

FEW = range(4)
MANY = [pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 400)]
SEEDS = pytest.mark.parametrize("seed", [*FEW, *MANY])


def cases(seed: int, count: int, *, yearly: bool = False) -> Iterator[tuple[Case, int]]:
    """Yield random schemes with what is assumed of them, and a grant in cents."""
    random = Random(seed)
    for _number in range(count):
        late = {"balance": random.choice(["0", "3m", "45d"])} if random.random() < 0.3 else {}
        grant = random.choice([random.randint(100, 1_000_000) * 100, random.randint(1, 1_000_000_00)])
        while True:
            scheme = random_scheme(random, yearly=yearly)
            case = Case(scheme, random.randint(1, 4), late, random.choice([100, 100, 85, 60, 30]))
            if _is_paid_in_the_order_of_its_list(case, grant):
                break
        yield case, grant


def _is_paid_in_the_order_of_its_list(case: Case, grant: int) -> bool:
    """Return whether every line that is ever due is claimed in turn, as schemes of shares alone have always been."""
    try:
        unpaid = planned_naively(case, grant).unpaid
        lines = planned(case, grant).instalments
    except (Refused, ValidationError):
        return False
    claims = [((one.part, one.period), one.claimable) for one in lines]
    in_turn = all(one[0] != two[0] or one[1] <= two[1] for one, two in pairwise(claims))
    return in_turn and not any(line.cut_off for line in unpaid)


def terms_of(case: Case) -> Terms:
    late = {InstalmentKind.written()[kind]: read_duration(text) for kind, text in case.late.items()}
    return Terms(FIRST_YEAR, case.years, late=late, actual_cost=Decimal(case.actual) / 100)


def planned(case: Case, grant: int, cluster: str | None = None) -> Plan:
    scheme = PaymentScheme.model_validate(case.scheme)
    return make_plan(scheme, from_cents(grant), terms_of(case), cluster=cluster)


def advance_of(plan: Plan) -> Curve:
    return curve(plan.spending, received(plan.instalments))


@SEEDS
def test_plans_agree_with_a_walk_through_every_day(seed: int) -> None:
    for case, grant in cases(seed, 40):
        expected, plan = walk(case, grant), planned(case, grant)

        assert (
            to_cents(plan.summary.peak_advance),
            plan.summary.peak_date,
            plan.summary.days_in_advance,
            to_cents(plan.summary.euro_days),
            [(payment.paid, to_cents(payment.amount)) for payment in plan.instalments],
            [(to_cents(window.amount), window.first, window.last) for window in plan.windows],
        ) == (
            expected.peak,
            expected.peak_date,
            expected.days,
            expected.cent_days,
            expected.paid,
            expected.windows,
        ), case
        assert expected.final == 0


@SEEDS
def test_months_agree_with_a_walk_through_every_day(seed: int) -> None:
    for case, grant in cases(seed, 20):
        expected, plan = walk(case, grant), planned(case, grant)

        assert {
            (month.first.year, month.first.month): (
                to_cents(month.spent),
                to_cents(month.received),
                to_cents(month.advance),
                to_cents(month.highest),
                month.highest_on,
            )
            for month in plan.months
        } == {
            key: (month.spent, month.received, month.end, month.highest, month.highest_on)
            for key, month in expected.months.items()
        }, case


@SEEDS
def test_portfolios_agree_with_a_walk_through_every_day(seed: int) -> None:
    drawn = list(cases(seed, 3))
    moved = [flows(case, grant) for case, grant in drawn]
    expected = walked([one for spent, _paid in moved for one in spent], [one for _spent, paid in moved for one in paid])

    summary = merge([planned(case, grant) for case, grant in drawn]).summary

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
    own = [random.choice([0, 0, random.randint(1, grant)]) for _case, grant in drawn]
    expected = pooled([walk(case, grant) for case, grant in drawn], own)
    plans = [planned(case, grant, f"c{index}") for index, (case, grant) in enumerate(drawn)]

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
    for case, grant in cases(seed, 20):
        seen = walk(case, grant)
        ceiling, rate = random.randint(0, grant * 2), Decimal(random.randint(0, 2000)) / 100
        drawn, gap, gap_date, days = borrowed(seen, ceiling)

        found = use_of(advance_of(planned(case, grant)), Credit(rate, 360, ceiling=from_cents(ceiling)))

        assert found.interest == interest(from_cents(drawn), rate, 360)
        assert (to_cents(found.gap), found.gap_date, sum(window.days for window in found.gaps)) == (gap, gap_date, days)
        assert to_cents(found.drawn) == min(seen.peak, ceiling)


@SEEDS
def test_a_treasury_agrees_with_a_walk_through_every_day(seed: int) -> None:
    random = Random(seed)
    for _number in range(20):
        costs, resources = _some_flows(random), _some_flows(random)
        opening = random.randint(-100_000, 500_000)
        expected: Walk = walked(costs, resources, opening)
        lines = [
            TreasuryLine("costs", is_cost=True, flows=_flows(costs)),
            TreasuryLine("resources", is_cost=False, flows=_flows(resources)),
        ]

        found = treasury(lines, from_cents(opening))

        lowest = -max(expected.highs.values())
        assert (to_cents(found.lowest), to_cents(found.closing)) == (lowest, -expected.final)
        assert found.lowest_date == next(day for day, high in expected.highs.items() if -high == lowest)
        assert found.negative_days == expected.days
        assert {
            (month.first.year, month.first.month): (to_cents(month.balance), to_cents(month.lowest), month.lowest_date)
            for month in found.months
        } == {key: (-month.end, -month.highest, month.highest_on) for key, month in expected.months.items()}


def _some_flows(random: Random) -> Dated:
    return [
        (date.fromordinal(random.randint(738_000, 738_500)), random.randint(1, 100_000))
        for _number in range(random.randint(1, 8))
    ]


def _flows(dated: Dated) -> tuple[Flow, ...]:
    return tuple(Flow(day, from_cents(amount)) for day, amount in dated)


@SEEDS
def test_the_years_of_a_funder_agree_with_agreements_added_up_one_by_one(seed: int) -> None:
    (old, grant), (new, _grant) = cases(seed, 2, yearly=True)
    new.late, new.actual, new.years = old.late, old.actual, old.years
    shown = list(range(FIRST_YEAR - 1, FIRST_YEAR + old.years))
    schemes = [PaymentScheme.model_validate(case.scheme) for case in (old, new)]

    (found,) = change_scheme(schemes[0], schemes[1], [(None, from_cents(grant))], terms_of(old)).clusters

    assert _years(found.kept) == years_of_funder(old, old, grant, FIRST_YEAR, shown)
    assert _years(found.target) == years_of_funder(new, new, grant, FIRST_YEAR, shown)
    assert _years(found.changed) == years_of_funder(old, new, grant, FIRST_YEAR, shown)


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

    found = walk(Case(scheme, 3), 130_000_00)

    assert (found.peak, str(found.peak_date), found.days) == (95_333_33, "2024-04-30", 1209)
    assert found.cent_days == 54_129_833_37
