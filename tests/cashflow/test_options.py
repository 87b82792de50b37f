"""What the options change in a plan, and what holds whatever they are."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.cashflow.borrowing import Credit
from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.terms import Terms, applied
from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.errors import UsageError
from clusters_cli.registry.models.scheme_words import InstalmentKind
from clusters_cli.registry.models.schemes import PaymentScheme
from clusters_cli.registry.models.spending import SpendingProfile
from tests.cashflow.packaged_schemes import PACKAGED
from tests.wording import refused

SCHEMES = tuple(PACKAGED.values())
YEARLY = Decimal(130_000)

any_scheme = st.sampled_from(SCHEMES)
grants = st.decimals(Decimal(100), Decimal(10_000_000), places=2)
profiles = st.sampled_from([None, *map(SpendingProfile.parse, ("front", "back", "1,0,0,2,2,2,1,0,3,1,1,0"))])
terms = st.builds(
    Terms,
    start=st.integers(2000, 2040),
    years=st.integers(1, 6),
    payment_delay=st.sampled_from([None, Duration(), Duration(days=90)]),
    spending=profiles,
    late=st.sampled_from([{}, {"balance": Duration(months=3)}, {"advance": Duration(days=10)}]),
    actual_cost=st.sampled_from([Decimal(1), Decimal("0.85"), Decimal("0.333")]),
)


@given(any_scheme, grants, terms)
def test_instalments_add_up_to_what_is_justified_and_never_exceed_the_grant(
    scheme: PaymentScheme, grant: Decimal, chosen: Terms
) -> None:
    plan = make_plan(scheme, grant, chosen)

    for period in {instalment.period for instalment in plan.instalments}:
        parts = [instalment.amount for instalment in plan.instalments if instalment.period == period]
        assert all(sum(parts[:count]) <= grant for count in range(1, len(parts) + 1))
        assert abs(sum(parts) - grant * chosen.actual_cost) < Decimal("0.01")


@given(any_scheme, grants, terms)
def test_the_advance_ends_at_zero(scheme: PaymentScheme, grant: Decimal, chosen: Terms) -> None:
    plan = make_plan(scheme, grant, chosen)

    assert plan.months[-1].advance == 0
    assert sum(flow.amount for flow in plan.spending) == sum(part.amount for part in plan.instalments)


@given(any_scheme, grants)
def test_no_delay_and_a_rate_of_zero_change_nothing(scheme: PaymentScheme, grant: Decimal) -> None:
    plain = make_plan(scheme, grant, Terms(2023))
    free = make_plan(
        scheme, grant, Terms(2023, late={InstalmentKind.BALANCE: Duration()}), credit=Credit(rate=Decimal())
    )

    assert (free.instalments, free.months, free.windows) == (plain.instalments, plain.months, plain.windows)
    assert free.summary.credit.cost == 0


@given(any_scheme, grants, terms)
def test_windows_hold_all_days_and_euro_days_without_overlap(
    scheme: PaymentScheme, grant: Decimal, chosen: Terms
) -> None:
    plan = make_plan(scheme, grant, chosen)

    assert sum(window.days for window in plan.windows) == plan.summary.days_in_advance
    assert sum(window.amount * window.days for window in plan.windows) == plan.summary.euro_days
    assert all(one.last < other.first for one, other in zip(plan.windows, plan.windows[1:], strict=False))


def test_annual_agreements_are_signed_each_year_and_a_three_year_one_only_once(
    schemes: dict[str, PaymentScheme],
) -> None:
    late = Terms(2023, signature="06-30")

    assert first_dues(make_plan(schemes["annual-60-40"], YEARLY, late)) == ["2023-06-30", "2024-06-30", "2025-06-30"]
    assert first_dues(make_plan(schemes["triennial"], YEARLY, late)) == ["2023-06-30", "2024-01-01", "2025-01-01"]


def first_dues(plan: Plan) -> list[str]:
    return [str(part.due) for part in plan.instalments if part.kind == "advance"]


def test_costs_below_the_plan_shrink_the_balance(schemes: dict[str, PaymentScheme]) -> None:
    plan = make_plan(schemes["annual-60-40"], YEARLY, Terms(2023, years=1, actual_cost=Decimal("0.85")))

    assert [part.amount for part in plan.instalments] == [78_000, 32_500]


def test_a_balance_below_zero_is_money_to_pay_back(schemes: dict[str, PaymentScheme]) -> None:
    plan = make_plan(schemes["annual-60-40"], YEARLY, Terms(2023, years=1, actual_cost=Decimal("0.5")))

    assert [part.amount for part in plan.instalments] == [78_000, -13_000]
    assert [part.is_repayment for part in plan.instalments] == [False, True]
    assert plan.months[-1].advance == 0


def test_a_late_balance_moves_only_the_balance(schemes: dict[str, PaymentScheme]) -> None:
    plan = make_plan(
        schemes["annual-60-40"], YEARLY, Terms(2023, years=1, late={InstalmentKind.BALANCE: Duration(months=3)})
    )

    assert [str(part.paid) for part in plan.instalments] == ["2023-05-30", "2024-11-29"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 1800},
        {"years": 0},
        {"balance_month": 13},
        {"project_months": 0},
        {"actual_cost": Decimal(0)},
        {"actual_cost": Decimal(2)},
        {"payment_delay": Duration(days=-1)},
        {"late": {"balance": Duration(months=-3)}},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_terms_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        Terms(**{"start": 2023, **wrong})  # type: ignore[arg-type]  # wrong on purpose


def test_a_month_for_the_balance_takes_the_place_of_the_costs_it_waited_for() -> None:
    (scheme,) = (one for one in SCHEMES if one.id == "triennial")
    first, last = scheme.instalments
    waiting = last.model_copy(update={"anchor": "spending", "reached": Fraction(1, 2)})
    scheme = scheme.model_copy(update={"instalments": (first, waiting)})

    balance = applied(scheme, Terms(2023, balance_month=3)).instalments[-1]

    assert (balance.anchor, balance.offset, balance.reached, balance.on) == ("year-end", Duration(3), None, None)


def test_weights_are_numbers_with_a_point_between_commas() -> None:
    assert SpendingProfile.parse("1.5, 2,0").weights == (Decimal("1.5"), Decimal(2), Decimal(0))


@pytest.mark.parametrize("text", ["1.500,2", "01,2", "1 0,2", "1.234,1", ".5,1", "1e3,1", "1,5;2,1"])
def test_a_weight_that_may_be_meant_otherwise_is_refused(text: str) -> None:
    with refused(ValueError, match="no spending profile"):
        SpendingProfile.parse(text)
