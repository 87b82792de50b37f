"""A bank's guarantee of an advance: how long it is held, on how much, what it costs, and a second walk day by day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.cashflow.advance import Curve, Window, euro_days
from clusters_cli.cashflow.advance_guarantees import guarantee_price, guaranteed, says_cover
from clusters_cli.cashflow.borrowing import Charge, Credit
from clusters_cli.cashflow.credit_use import use_of
from clusters_cli.cashflow.instalments import Instalment
from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.portfolio import merge
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.money import ZERO, to_cents
from clusters_cli.registry.models import InstalmentKind
from tests.cashflow.naive_bank import guarantee_days
from tests.cashflow.packaged_schemes import PACKAGED

FIRST = date(2023, 1, 1)
ADVANCE, INTERIM, BALANCE = InstalmentKind.ADVANCE, InstalmentKind.INTERIM, InstalmentKind.BALANCE
PERCENT = Charge(Decimal("1.5"), is_percent=True)


def paid(
    kind: InstalmentKind,
    euros: int,
    day: int,
    *,
    recovered: int = 0,
    cover: Fraction | None = None,
    period: str = "2023",
) -> Instalment:
    """Return what is paid so many days after the first of January."""
    on = FIRST + timedelta(days=day)
    made = Instalment(period, kind, None, Decimal(euros), on, None, on, FIRST)
    return replace(made, recovered=Decimal(recovered), guarantee=cover)


def test_an_advance_is_guaranteed_from_its_payment_to_the_day_before_the_balance() -> None:
    payments = [paid(ADVANCE, 10_000, 0), paid(INTERIM, 5_000, 50), paid(BALANCE, 5_000, 100)]

    assert guaranteed(payments) == (Window(Decimal(10_000), FIRST, date(2023, 4, 10)),)
    assert guarantee_price(payments, PERCENT, 365) == Decimal("41.10")  # 10 000 × 100 days × 1.5 % / 365
    assert guarantee_price(payments, PERCENT, 360) == Decimal("41.67")


def test_it_ends_when_the_advance_is_taken_back_whole() -> None:
    payments = [
        paid(ADVANCE, 10_000, 0),
        paid(INTERIM, 5_000, 30, recovered=6_000),
        paid(INTERIM, 5_000, 60, recovered=4_000),
        paid(BALANCE, 5_000, 100),
    ]

    assert [window.days for window in guaranteed(payments)] == [60]


def test_two_advances_are_guaranteed_until_both_are_taken_back() -> None:
    payments = [
        paid(ADVANCE, 10_000, 0),
        paid(ADVANCE, 2_000, 20),
        paid(INTERIM, 5_000, 30, recovered=10_000),
        paid(BALANCE, 5_000, 100),
    ]

    held = [(window.amount, window.days) for window in guaranteed(payments)]
    assert held == [(Decimal(10_000), 100), (Decimal(2_000), 80)]


def test_a_cover_of_105_percent_costs_as_much_more_and_the_other_advances_are_not_covered() -> None:
    payments = [
        paid(ADVANCE, 10_000, 0, cover=Fraction(105, 100)),
        paid(ADVANCE, 2_000, 20),
        paid(BALANCE, 5_000, 100),
    ]

    assert [(window.amount, window.days) for window in guaranteed(payments)] == [(Decimal("10500.00"), 100)]
    assert says_cover(payments)
    assert not says_cover(payments[1:])


def test_an_agreement_without_a_balance_releases_the_guarantee_with_its_last_payment() -> None:
    payments = [paid(ADVANCE, 10_000, 0), paid(INTERIM, 5_000, 80), paid(INTERIM, 5_000, 40)]

    assert [window.days for window in guaranteed(payments)] == [80]


def test_an_advance_paid_with_the_balance_or_after_it_needs_no_guarantee() -> None:
    for day in (100, 101):
        assert guaranteed([paid(ADVANCE, 10_000, day), paid(BALANCE, 5_000, 100)]) == ()


def test_a_release_after_the_balance_changes_nothing() -> None:
    payments = [paid(ADVANCE, 10_000, 0), paid(BALANCE, 5_000, 100), paid(InstalmentKind.RELEASE, 500, 200)]

    assert [window.days for window in guaranteed(payments)] == [100]


def test_each_year_of_an_agreement_has_its_own_advance_and_balance() -> None:
    payments = [
        paid(ADVANCE, 10_000, 0),
        paid(BALANCE, 5_000, 500),
        paid(ADVANCE, 10_000, 365, period="2024"),
        paid(BALANCE, 5_000, 900, period="2024"),
    ]

    assert [window.days for window in guaranteed(payments)] == [500, 535]


def test_a_price_in_euros_is_that_of_a_grant_and_nothing_without_an_advance() -> None:
    payments = [paid(ADVANCE, 10_000, 0), paid(BALANCE, 5_000, 100)]

    assert guarantee_price(payments, Charge(Decimal(250)), 365) == Decimal(250)
    assert guarantee_price(payments[1:], Charge(Decimal(250)), 365) == ZERO
    assert guarantee_price(payments[1:], PERCENT, 365) == ZERO


def test_it_is_a_price_of_its_own_in_what_a_credit_costs() -> None:
    payments = [paid(ADVANCE, 10_000, 0), paid(BALANCE, 5_000, 100)]
    used = use_of(Curve(()), Credit(advance_guarantee=PERCENT), [payments])

    assert (used.advance_guarantee, used.cost, used.guarantee) == (Decimal("41.10"), Decimal("41.10"), None)
    assert use_of(Curve(()), Credit(), [payments]).advance_guarantee is None


def test_a_portfolio_pays_for_the_guarantees_of_all_its_grants() -> None:
    for charge in (PERCENT, Charge(Decimal(100))):
        credit = Credit(advance_guarantee=charge)
        plans = [make_plan(PACKAGED["feder"], Decimal(n), Terms(2023), credit=credit) for n in (100_000, 33_333)]
        alone = [plan.summary.credit.advance_guarantee or ZERO for plan in plans]

        assert merge(plans, credit).summary.credit.advance_guarantee == sum(alone)
        assert min(alone) > 0


def test_the_worked_advance_of_an_erdf_project_is_held_until_its_balance() -> None:
    """100 000 € are paid on 1 January 2023 and the balance on 1 January 2028: 1 826 days at 1 % are 5 002.74 €."""
    credit = Credit(advance_guarantee=Charge(Decimal(1), is_percent=True))

    plan = make_plan(PACKAGED["feder"], Decimal(500_000), Terms(2023), credit=credit)

    assert plan.summary.credit.advance_guarantee == Decimal("5002.74")


@given(
    advances=st.lists(st.tuples(st.integers(0, 100), st.integers(1, 100_000)), min_size=1, max_size=3),
    recoveries=st.lists(st.tuples(st.integers(101, 400), st.integers(0, 100_000)), max_size=4),
    cover=st.none() | st.integers(1, 150),
)
def test_a_walk_day_by_day_finds_the_same_guarantees(
    advances: list[tuple[int, int]], recoveries: list[tuple[int, int]], cover: int | None
) -> None:
    share = Fraction(1) if cover is None else Fraction(cover, 100)
    payments = [
        *(paid(ADVANCE, euros, day, cover=None if cover is None else share) for day, euros in advances),
        *(paid(INTERIM, 1, day, recovered=euros) for day, euros in recoveries),
        paid(BALANCE, 1, 500),
    ]
    walked = guarantee_days(
        [(FIRST + timedelta(days=day), euros * 100) for day, euros in advances],
        [(FIRST + timedelta(days=day), euros * 100) for day, euros in recoveries],
        FIRST + timedelta(days=500),
        share,
    )

    assert to_cents(euro_days(guaranteed(payments))) == walked
