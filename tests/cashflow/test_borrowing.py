"""The cost of credit: day counts, charges, ceilings, and the rate that a bank's bill means."""

from datetime import date
from decimal import Decimal

import pytest

from clusters_cli.cashflow.advance import Curve, Flow, Window, curve
from clusters_cli.cashflow.borrowing import Charge, Credit, use_of
from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.errors import UsageError
from clusters_cli.registry.models.schemes import PaymentScheme

SPENT = (Flow(date(2023, 1, 1), Decimal(600)), Flow(date(2023, 1, 11), Decimal(400)))
ADVANCE = curve(SPENT, [Flow(date(2023, 1, 21), Decimal(1000))])
"""600 € for ten days, then 1000 € for ten days: 16 000 euro-days."""


def test_interest_follows_the_day_count() -> None:
    rate = Decimal("3.65")

    assert use_of(ADVANCE, Credit(rate)).interest == Decimal("1.60")
    assert use_of(ADVANCE, Credit(rate, day_count=360)).interest == Decimal("1.62")


def test_without_a_rate_or_charge_no_cost_is_assumed() -> None:
    used = use_of(ADVANCE, Credit())

    assert (used.interest, used.fee, used.guarantee, used.cost) == (None, None, None, None)


def test_charges_are_euros_or_percent_of_the_line() -> None:
    credit = Credit(fee=Charge(Decimal(150)), guarantee=Charge(Decimal(2), is_percent=True))

    assert use_of(ADVANCE, credit).cost == Decimal("170.00")


def test_a_ceiling_leaves_a_gap_with_its_dates_and_interest_on_what_is_drawn() -> None:
    used = use_of(ADVANCE, Credit(Decimal(50), ceiling=Decimal(700)))

    assert (used.drawn, used.gap, used.gap_date) == (Decimal(700), Decimal(300), date(2023, 1, 11))
    assert used.gaps == (Window(Decimal(300), date(2023, 1, 11), date(2023, 1, 20)),)
    assert used.interest == Decimal("17.81")  # (600 + 700) x 10 days x 50 % / 365


def test_the_worked_feder_case_means_a_rate_of_5_85(schemes: dict[str, PaymentScheme]) -> None:
    plan = make_plan(schemes["feder"], Decimal(500_000), Terms(), credit=Credit(bank_cost=Decimal(60_000)))

    assert plan.summary.credit.implied_rate == Decimal("5.85")


@pytest.mark.parametrize(
    ("advance", "credit"),
    [
        (curve([], []), Credit(bank_cost=Decimal(100))),
        (ADVANCE, Credit(bank_cost=Decimal(100), fee=Charge(Decimal(150)))),
        (ADVANCE, Credit()),
    ],
    ids=["nothing is advanced", "the charges alone cost more", "no cost is given"],
)
def test_sometimes_no_rate_explains_the_cost(advance: Curve, credit: Credit) -> None:
    assert use_of(advance, credit).implied_rate is None


def test_a_rate_of_400_asks_whether_4_was_meant() -> None:
    with pytest.raises(UsageError) as refused:
        Credit(Decimal(400))

    assert "4.00" in str(refused.value.hint)
