"""A treasury plan: what each month begins and ends with, its lowest day, and the overdraft to ask for."""

from datetime import date
from decimal import Decimal

import pytest

from clusters_cli.dossier.cash_words import CashKind, Direction
from clusters_cli.foundations.errors import UsageError
from clusters_cli.treasury.horizon import Horizon, OpeningBalance
from tests.treasury.planned import line, plan_of_lines, with_rate
from tests.wording import refused


def test_each_month_begins_with_the_closing_of_the_month_before() -> None:
    plan = plan_of_lines(
        line("in", {"2026-02-10": 300, "2026-05-02": 50}), line("out", {"2026-03-31": 800}, CashKind.RUNNING), cash=100
    )

    assert [month.closing for month in plan.months][:5] == [100, 400, -400, -400, -350]
    assert [month.opening for month in plan.months][1:] == [month.closing for month in plan.months][:-1]
    assert plan.closing == -350


def test_the_lowest_closing_is_that_of_a_day_inside_a_month() -> None:
    plan = plan_of_lines(
        line("out", {"2026-03-05": 500}, CashKind.PERSONNEL), line("in", {"2026-03-20": 900}), cash=200
    )

    assert (plan.lowest, plan.lowest_date) == (Decimal(-300), date(2026, 3, 5))
    assert plan.months[2].closing == 600
    assert (plan.months_below, plan.negative_days, plan.overdraft) == (("2026-03",), 15, Decimal(300))


def test_the_cautious_reading_lets_all_leave_before_anything_arrives_within_a_day() -> None:
    plan = plan_of_lines(line("out", {"2026-03-05": 500}, CashKind.RUNNING), line("in", {"2026-03-05": 500}), cash=200)

    assert (plan.lowest, plan.lowest_date, plan.overdraft) == (Decimal(200), date(2026, 1, 1), Decimal(0))
    assert (plan.cautious, plan.cautious_date, plan.cautious_overdraft) == (
        Decimal(-300),
        date(2026, 3, 5),
        Decimal(300),
    )


def test_financing_stands_apart_from_receipts_and_payments() -> None:
    plan = plan_of_lines(
        line("loan", {"2026-01-15": 1000}, CashKind.LOAN, Direction.IN),
        line("back", {"2026-01-31": 100}, CashKind.LOAN, Direction.OUT),
        line("sales", {"2026-01-20": 40}),
        line("rent", {"2026-01-20": 30}, CashKind.RUNNING),
    )

    month = plan.months[0]
    assert (month.receipts, month.payments, month.financing_in, month.financing_out) == (
        Decimal(40),
        Decimal(30),
        Decimal(1000),
        Decimal(100),
    )
    assert month.closing == 910


def test_what_must_be_paid_back_of_a_receipt_leaves_as_payments_do() -> None:
    plan = plan_of_lines(line("grant", {"2026-01-10": 50, "2026-01-20": -80}, CashKind.GRANT))

    assert (plan.months[0].receipts, plan.lowest) == (Decimal(-30), Decimal(-30))


def test_a_later_first_month_begins_with_what_moved_until_then() -> None:
    lines = (line("in", {"2025-12-31": 7, "2026-01-10": 300, "2026-04-02": 50}),)

    whole, later = plan_of_lines(*lines, cash=100), plan_of_lines(*lines, cash=100, month="2026-03", months=3)

    assert later.opening_cash == whole.months[1].closing == 400
    assert [month.month for month in later.months] == ["2026-03", "2026-04", "2026-05"]
    assert (later.lines[0].before, later.lines[0].total, later.lines[0].after) == (
        Decimal(307),
        Decimal(50),
        Decimal(0),
    )


def test_a_plan_that_begins_inside_a_month_leaves_out_what_the_opening_cash_holds() -> None:
    plan = plan_of_lines(line("in", {"2026-03-10": 300, "2026-03-20": 50}), cash=300, evening="2026-03-15", months=1)

    assert (plan.first, plan.last) == (date(2026, 3, 16), date(2026, 3, 31))
    assert (plan.months[0].opening, plan.months[0].closing, plan.lines[0].before) == (
        Decimal(300),
        Decimal(350),
        Decimal(300),
    )


def test_an_unknown_opening_counts_as_zero_and_is_told_as_unknown() -> None:
    plan = plan_of_lines(line("in", {"2026-03-10": 300}), cash=None)

    assert (plan.opening_cash, plan.months[0].opening) == (None, Decimal(0))


def test_an_overdraft_costs_interest_to_the_last_day_of_the_plan() -> None:
    plan = with_rate(plan_of_lines(line("out", {"2026-01-01": 1000}, CashKind.RUNNING), months=1), "3.65")

    assert plan.credit.interest == Decimal("3.10")  # 31 evenings at 0.10 € a day
    assert plan.negative_days == 31


@pytest.mark.parametrize("count", [0, 61, -1])
def test_a_plan_has_one_to_sixty_months(count: int) -> None:
    with refused(UsageError, match="1 to 60 months"):
        Horizon.of(date(2026, 1, 1), count, OpeningBalance(None, date(2025, 12, 31)))


def test_a_plan_does_not_begin_before_its_opening_cash() -> None:
    opening = OpeningBalance(Decimal(0), date(2026, 3, 31))

    with refused(UsageError, match="2026-03, before the evening of its opening cash, 2026-03-31"):
        Horizon.of(date(2026, 3, 1), 12, opening)
    assert Horizon.of(date(2026, 4, 30), 60, opening).last == date(2031, 3, 31)
