"""An overdraft charged by the quarter: worked by hand, and walked day by day a second time."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.cashflow.advance import Curve, Flow, curve
from clusters_cli.cashflow.borrowing import Credit
from clusters_cli.cashflow.credit_use import use_of
from clusters_cli.cashflow.overdraft import QuarterCharge, quarter_charges
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import ZERO, to_cents
from tests.cashflow.naive_bank import Bank, Bill, bills

FIRST = date(2023, 1, 1)
ONE_YEAR = curve([Flow(FIRST, Decimal(36_500))], [Flow(date(2023, 12, 31), Decimal(36_500))])
"""36 500 € from the first of January to the 30th of December: at 10 %, ten euros a day."""
TEN = Credit(Decimal(10), quarterly=True)


def test_interest_of_a_quarter_draws_interest_from_the_first_day_of_the_next() -> None:
    """90 days are 900 €; then 91 of (36 500 + 900) × 10 % / 365, and so on; the last quarter has 91 days."""
    charges = quarter_charges(ONE_YEAR, TEN)

    assert [(one.first, one.last) for one in charges] == [
        (date(2023, 1, 1), date(2023, 3, 31)),
        (date(2023, 4, 1), date(2023, 6, 30)),
        (date(2023, 7, 1), date(2023, 9, 30)),
        (date(2023, 10, 1), date(2023, 12, 31)),
    ]
    assert [one.interest for one in charges] == [
        Decimal("900.00"),
        Decimal("932.44"),  # 37 400.00 × 91 / 3650
        Decimal("966.19"),  # 38 332.44 × 92 / 3650
        Decimal("980.54"),  # 39 298.63 × 91 / 3650, and 2 798.63 on 31 December
    ]


def test_what_charging_by_the_quarter_adds_stands_beside_simple_interest() -> None:
    used = use_of(ONE_YEAR, TEN)

    assert used.interest == Decimal("3640.00")  # 364 days of 10 €
    assert used.quarterly_charging == Decimal("139.17")  # 900.00 + 932.44 + 966.19 + 980.54 - 3 640.00
    assert used.cost == Decimal("3779.17")


def test_without_charging_by_the_quarter_interest_stays_simple() -> None:
    used = use_of(ONE_YEAR, Credit(Decimal(10)))

    assert used.interest == Decimal("3640.00")
    assert (used.quarterly_charging, used.overdraft_commission, used.quarters) == (None, None, ())


def test_a_year_of_360_days_costs_a_little_more() -> None:
    first, *_others = quarter_charges(ONE_YEAR, Credit(Decimal(10), day_count=360, quarterly=True))

    assert first.interest == Decimal("912.50")  # 36 500 × 90 × 10 % / 360


def test_a_commission_is_taken_on_the_highest_overdraft_of_each_month() -> None:
    """600 € in January, 1 000 € in February and March at their highest: 0.05 % of 2 600 €."""
    advance = curve(
        [Flow(FIRST, Decimal(600)), Flow(date(2023, 2, 10), Decimal(400))],
        [Flow(date(2023, 3, 5), Decimal(900)), Flow(date(2023, 3, 31), Decimal(100))],
    )

    used = use_of(advance, Credit(overdraft_commission=Decimal("0.05")))

    assert used.overdraft_commission == Decimal("1.30")
    assert used.cost == Decimal("1.30")
    assert used.quarters == (QuarterCharge(FIRST, date(2023, 3, 31), Decimal(1000), ZERO, Decimal("1.30")),)


def test_the_highest_overdraft_is_that_of_an_evening() -> None:
    """On 1 February 1 000 € leave before 900 € arrive: the bank sees 100 €."""
    advance = curve(
        [Flow(date(2023, 2, 1), Decimal(1000))],
        [Flow(date(2023, 2, 1), Decimal(900)), Flow(date(2023, 2, 3), Decimal(100))],
    )

    assert use_of(advance, Credit(overdraft_commission=Decimal(1))).overdraft_commission == Decimal("1.00")


def test_a_commission_is_capped_by_the_interest_of_its_quarter() -> None:
    """1 000 € for one day: 0.27 € of interest at 10 %, so that half of it, 0.14 €, is the most."""
    advance = curve([Flow(FIRST, Decimal(1000))], [Flow(date(2023, 1, 2), Decimal(1000))])
    credit = Credit(Decimal(10), overdraft_commission=Decimal("0.05"))

    assert use_of(advance, credit).overdraft_commission == Decimal("0.50")
    assert use_of(advance, replace(credit, commission_cap=Decimal("0.5"))).overdraft_commission == Decimal("0.14")


def test_a_commission_draws_interest_too_where_the_bank_charges_by_the_quarter() -> None:
    plain = use_of(ONE_YEAR, TEN)
    used = use_of(ONE_YEAR, Credit(Decimal(10), quarterly=True, overdraft_commission=Decimal("0.1")))

    assert used.quarters[0].commission == Decimal("109.50")  # three months of 36.50
    assert used.quarters[1].highest == Decimal("37509.50")  # 36 500 + 900 + 109.50
    assert used.quarterly_charging is not None
    assert plain.quarterly_charging is not None
    assert used.quarterly_charging > plain.quarterly_charging


def test_cash_that_comes_ahead_of_its_use_pays_back_what_was_charged() -> None:
    """900 € are charged at the end of March; 2 000 € too much arrive on 1 April, and nothing more is owed."""
    advance = curve(
        [Flow(FIRST, Decimal(36_500)), Flow(date(2023, 9, 30), Decimal(2000))],
        [Flow(date(2023, 4, 1), Decimal(38_500))],
    )

    charges = quarter_charges(advance, TEN)

    assert [one.interest for one in charges] == [Decimal("900.00"), ZERO, Decimal("0.25")]  # 900 € on the last day


def test_what_is_above_the_ceiling_costs_nothing_and_what_is_charged_comes_on_top_of_it() -> None:
    capped = use_of(ONE_YEAR, Credit(Decimal(10), quarterly=True, ceiling=Decimal(18_250)))

    assert [one.interest for one in capped.quarters[:2]] == [Decimal("450.00"), Decimal("466.22")]
    assert capped.quarters[1].highest == Decimal("18700.00")


def test_where_nothing_is_advanced_nothing_is_charged() -> None:
    assert quarter_charges(Curve(()), TEN) == ()
    paid_ahead = curve([Flow(date(2023, 5, 1), Decimal(10))], [Flow(FIRST, Decimal(10))])

    assert use_of(paid_ahead, TEN).quarterly_charging == 0


AMOUNTS = st.integers(1, 5_000_000)
DAYS = st.integers(0, 900)
MOVES = st.lists(st.tuples(DAYS, AMOUNTS), min_size=1, max_size=8)


def flows(moves: list[tuple[int, int]]) -> list[tuple[date, int]]:
    return [(FIRST + timedelta(days=day), amount) for day, amount in moves]


def as_flows(moves: list[tuple[date, int]]) -> list[Flow]:
    return [Flow(day, Decimal(amount) / 100) for day, amount in moves]


@given(
    spent=MOVES,
    received=MOVES,
    rate=st.integers(0, 2000),
    days=st.sampled_from([360, 365]),
    by_quarter=st.booleans(),
    commission=st.none() | st.integers(0, 100),
    cap=st.none() | st.integers(0, 100),
    ceiling=st.none() | AMOUNTS,
)
def test_a_walk_day_by_day_finds_the_same_charges(
    *,
    spent: list[tuple[int, int]],
    received: list[tuple[int, int]],
    rate: int,
    days: int,
    by_quarter: bool,
    commission: int | None,
    cap: int | None,
    ceiling: int | None,
) -> None:
    """Rates and commissions are hundredths of a percent, caps are percent."""
    out, back = flows(spent), flows(received)
    credit = Credit(
        Decimal(rate) / 100,
        day_count=360 if days == 360 else 365,
        ceiling=None if ceiling is None else Decimal(ceiling) / 100,
        quarterly=by_quarter,
        overdraft_commission=None if commission is None else Decimal(commission) / 100,
        commission_cap=None if cap is None else Decimal(cap) / 100,
    )
    bank = Bank(
        Fraction(rate, 10_000),
        days,
        by_quarter,
        Fraction(commission or 0, 10_000),
        None if cap is None else Fraction(cap, 100),
        ceiling,
    )
    used = use_of(curve(as_flows(out), as_flows(back)), credit)
    walked = bills(out, back, bank)

    if by_quarter or commission is not None:
        assert [
            Bill(one.last, to_cents(one.interest), to_cents(one.commission), to_cents(one.highest))
            for one in used.quarters
        ] == walked
    simple = sum(bill.interest for bill in bills(out, back, Bank(bank.rate, days, ceiling=ceiling)))
    assert used.interest is not None
    assert abs(used.interest * 100 - simple) <= len(walked)  # which rounds once for each quarter


@given(spent=MOVES, received=MOVES, rate=st.integers(0, 2000))
def test_charging_by_the_quarter_never_costs_less_but_for_its_roundings(
    spent: list[tuple[int, int]], received: list[tuple[int, int]], rate: int
) -> None:
    advance = curve(as_flows(flows(spent)), as_flows(flows(received)))
    used = use_of(advance, Credit(Decimal(rate) / 100, quarterly=True))

    assert used.quarterly_charging is not None
    assert used.quarterly_charging >= -Decimal("0.005") * (len(used.quarters) + 1)


def test_a_commission_that_no_bank_asks_is_refused() -> None:
    with pytest.raises(UsageError) as refused:
        Credit(overdraft_commission=Decimal("100.01"))

    assert refused.value.code == "USE131"
    assert Credit(overdraft_commission=Decimal(100)).is_priced
