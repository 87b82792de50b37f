"""The cost of credit: day counts, charges, ceilings, and the rate that a bank's bill means."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clusters_cli.cashflow.advance import Curve, Flow, Window, curve
from clusters_cli.cashflow.borrowing import NO_CREDIT, Charge, Credit, interest
from clusters_cli.cashflow.credit_use import check_bank_cost, use_of
from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import ZERO
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import open_registry
from clusters_cli.registry.lookups import find_schemes
from tests.wording import said

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


def test_the_worked_feder_case_means_a_rate_of_5_85() -> None:
    (scheme,) = find_schemes(open_registry(None).schemes.entries, ["feder"])

    plan = make_plan(scheme, Decimal(500_000), Terms(2023), credit=Credit(bank_cost=Decimal(60_000)))

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


def test_a_rate_of_450_asks_whether_4_and_a_half_was_meant() -> None:
    with pytest.raises(UsageError) as refused:
        Credit(Decimal(450))

    assert said(refused.value) == "a rate of 450% a year is not plausible"
    assert word(refused.value.hint or "", "en") == "did you mean 4.50?"


def test_a_ceiling_that_is_never_reached_leaves_no_gap_and_is_the_line_that_charges_rest_on() -> None:
    used = use_of(ADVANCE, Credit(fee=Charge(Decimal(1), is_percent=True), ceiling=Decimal(5000)))

    assert (used.drawn, used.gap, used.gap_date, used.gaps) == (Decimal(1000), ZERO, None, ())
    assert used.fee == Decimal("50.00")


def test_without_a_ceiling_the_line_is_the_peak_and_nothing_is_left_unfunded() -> None:
    used = use_of(ADVANCE, Credit(fee=Charge(Decimal("0.333"), is_percent=True)))

    assert (used.drawn, used.gap, used.gap_date, used.gaps) == (Decimal(1000), ZERO, None, ())
    assert used.fee == used.cost == Decimal("3.33")


def test_a_gap_of_a_single_cent_is_one() -> None:
    used = use_of(ADVANCE, Credit(ceiling=Decimal("999.99")))

    assert (used.gap, used.gap_date) == (Decimal("0.01"), date(2023, 1, 11))


def test_a_ceiling_of_nothing_leaves_the_whole_advance_unfunded() -> None:
    used = use_of(ADVANCE, Credit(Decimal(4), ceiling=Decimal(0)))

    assert (used.drawn, used.gap, used.gap_date) == (ZERO, Decimal(1000), date(2023, 1, 11))
    assert [window.amount for window in used.gaps] == [Decimal(600), Decimal(1000)]
    assert used.interest == 0


def test_the_cost_is_what_is_known_of_interest_fee_and_guarantee() -> None:
    credit = Credit(Decimal("3.65"), fee=Charge(Decimal(150)), guarantee=Charge(Decimal("20.50")))

    used = use_of(ADVANCE, credit)

    assert (used.interest, used.fee, used.guarantee) == (Decimal("1.60"), Decimal(150), Decimal("20.50"))
    assert used.cost == Decimal("172.10")
    assert use_of(ADVANCE, Credit(Decimal("3.65"))).cost == Decimal("1.60")


def test_a_rate_of_nothing_costs_nothing_and_is_known() -> None:
    assert (use_of(ADVANCE, Credit(Decimal(0))).interest, use_of(ADVANCE, Credit(Decimal(0))).cost) == (ZERO, ZERO)


def test_interest_is_rounded_half_up_to_the_cent() -> None:
    assert interest(Decimal(3_650_000), Decimal(1)) == Decimal("100.00")
    assert interest(Decimal("182.5"), Decimal(1)) == Decimal("0.01")
    assert interest(Decimal(36000), Decimal(1), 360) == Decimal("1.00")
    assert interest(Decimal(36000), Decimal(1)) == Decimal("0.99")


@pytest.mark.parametrize(
    ("credit", "rate"),
    [
        (Credit(bank_cost=Decimal(16)), "36.50"),
        (Credit(bank_cost=Decimal(16), day_count=360), "36.00"),
        (Credit(bank_cost=Decimal(166), fee=Charge(Decimal(150))), "36.50"),
        (Credit(bank_cost=Decimal(186), fee=Charge(Decimal(150)), guarantee=Charge(Decimal(20))), "36.50"),
        (Credit(bank_cost=Decimal(150), fee=Charge(Decimal(150))), "0.00"),
        (Credit(bank_cost=Decimal(13), ceiling=Decimal(700)), "36.50"),
    ],
    ids=["365 days", "360 days", "a fee", "a fee and a guarantee", "charges alone", "on what a ceiling lets draw"],
)
def test_the_rate_that_a_bill_means_gives_the_bill_again(credit: Credit, rate: str) -> None:
    assert use_of(ADVANCE, credit).implied_rate == Decimal(rate)


def test_where_a_ceiling_lets_nothing_be_drawn_no_rate_explains_the_cost() -> None:
    assert use_of(ADVANCE, Credit(bank_cost=Decimal(10), ceiling=Decimal(0))).implied_rate is None


def test_a_cost_that_means_more_than_100_percent_is_refused_with_what_100_percent_would_cost() -> None:
    credit = Credit(bank_cost=Decimal(44))  # 44 x 365 / 16 000 euro-days

    with pytest.raises(UsageError) as refused:
        check_bank_cost([use_of(ADVANCE, credit)], credit)

    assert refused.value.code == "USE131"
    assert said(refused.value) == ("--bank-cost: €44 would mean a rate of 100.38% a year, which is not plausible")
    assert word(refused.value.hint or "", "en") == (
        "100% a year would be about €43.83: perhaps another amount was meant, or another --grant"
    )


@pytest.mark.parametrize(
    ("costs", "bank_cost"),
    [((44, 20), 44), ((20,), 20), ((0,), 44), ((), 44), ((), None)],
    ids=["plausible for one of two", "plausible", "nothing is drawn", "no answer", "no cost"],
)
def test_a_cost_that_a_plausible_rate_may_explain_is_taken(costs: tuple[int, ...], bank_cost: int | None) -> None:
    credit = Credit(bank_cost=None if bank_cost is None else Decimal(bank_cost))
    uses = [use_of(ADVANCE if cost else curve([], []), Credit(bank_cost=Decimal(cost))) for cost in costs]

    check_bank_cost(uses, credit)


@pytest.mark.parametrize(
    "terms",
    [
        {"rate": Decimal("100.01")},
        {"rate": Decimal("-0.01")},
        {"fee": Charge(Decimal("100.01"), is_percent=True)},
        {"guarantee": Charge(Decimal("100.01"), is_percent=True)},
    ],
)
def test_a_rate_that_no_bank_asks_is_refused(terms: dict[str, Any]) -> None:
    with pytest.raises(UsageError) as refused:
        Credit(**terms)

    assert refused.value.code == "USE131"


@pytest.mark.parametrize(
    "terms",
    [
        {"rate": Decimal(100)},
        {"rate": Decimal(0)},
        {"fee": Charge(Decimal(100), is_percent=True), "guarantee": Charge(Decimal(100), is_percent=True)},
        {"fee": Charge(Decimal(101)), "guarantee": Charge(Decimal(101))},
    ],
)
def test_the_highest_rate_and_any_amount_in_euros_are_taken(terms: dict[str, Any]) -> None:
    assert Credit(**terms) == Credit(**terms)


def test_nothing_is_known_of_a_credit_unless_it_is_said() -> None:
    assert Credit() == NO_CREDIT == Credit(None, 365, None, None, None, None)
    assert Charge(Decimal(150)).on(Decimal(1000)) == Decimal(150)


@pytest.mark.parametrize(
    ("value", "name"), [(Credit(), "fee"), (Charge(Decimal(1)), "value"), (use_of(ADVANCE, Credit()), "fee")]
)
def test_the_terms_and_the_use_of_a_credit_cannot_be_changed(value: object, name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(value, name, None)
