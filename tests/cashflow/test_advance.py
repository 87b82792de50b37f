"""The advance from flow to flow: small curves whose every figure is counted by hand."""

from datetime import date
from decimal import Decimal

import pytest

from clusters_cli.cashflow.advance import Curve, Flow, Month, Step, Window, curve, euro_days, months
from clusters_cli.foundations.money import ZERO


def euros(count: int) -> Decimal:
    return Decimal(count)


def on(month: int, day: int, amount: int) -> Flow:
    return Flow(date(2023, month, day), euros(amount))


SPENT = (on(1, 10, 600), on(1, 20, 400), on(3, 5, 300))
RECEIVED = (on(2, 1, 1000), on(3, 5, 500), on(4, 1, 200))
CURVE = curve(SPENT, RECEIVED)
"""600 € from 10 January, 1000 € from the 20th, paid on 1 February; on 5 March 300 € are spent and 500 € paid."""


def test_each_day_with_a_flow_tells_what_moves_and_the_advance_before_and_after_its_receipts() -> None:
    assert CURVE.steps == (
        Step(date(2023, 1, 10), euros(600), euros(600), euros(600), ZERO),
        Step(date(2023, 1, 20), euros(1000), euros(1000), euros(400), ZERO),
        Step(date(2023, 2, 1), euros(1000), ZERO, ZERO, euros(1000)),
        Step(date(2023, 3, 5), euros(300), euros(-200), euros(300), euros(500)),
        Step(date(2023, 4, 1), euros(-200), euros(-400), ZERO, euros(200)),
    )


def test_flows_of_one_day_are_added_up() -> None:
    found = curve([on(1, 1, 100), on(1, 1, 50)], [on(1, 1, 30), on(1, 1, 20)])

    assert found.steps == (Step(date(2023, 1, 1), euros(150), euros(100), euros(150), euros(50)),)


def test_what_must_be_paid_back_leaves_before_the_receipts_of_its_day() -> None:
    (first, second) = curve([on(1, 1, 100)], [on(2, 1, -40)]).steps

    assert (first.before, second.before, second.after) == (euros(100), euros(140), euros(140))
    assert second.received == euros(-40)


def test_cents_come_and_go_on_a_day_without_spending() -> None:
    half = Decimal("0.50")
    day = date(2023, 1, 1)

    (step,) = curve([], [Flow(day, half), Flow(day, -half)]).steps

    assert step == Step(day, half, ZERO, ZERO, ZERO)


def test_cents_are_advanced_as_euros_are() -> None:
    half = Decimal("0.50")

    found = curve([Flow(date(2023, 1, 1), half)], [Flow(date(2023, 1, 11), half)])

    assert found.windows == (Window(half, date(2023, 1, 1), date(2023, 1, 10)),)


def test_own_cash_comes_before_any_advance() -> None:
    found = curve([on(1, 10, 600)], [on(2, 1, 600)], opening=euros(500))

    assert found.opening == euros(-500)
    assert [(step.before, step.after) for step in found.steps] == [(euros(100), euros(100)), (euros(100), euros(-500))]
    assert found.peak == euros(100)


def test_the_peak_is_the_largest_advance_before_receipts_on_its_first_day() -> None:
    assert (CURVE.peak, CURVE.peak_date) == (euros(1000), date(2023, 1, 20))
    assert CURVE.top == CURVE.steps[1]


@pytest.mark.parametrize(
    "found",
    [curve([], []), curve([], [on(1, 1, 10)]), curve([on(1, 1, 10)], [], opening=euros(10))],
    ids=["no flow", "paid before anything is spent", "paid from own cash"],
)
def test_where_nothing_is_ever_advanced_the_peak_is_zero_and_has_no_day(found: Curve) -> None:
    assert found.peak == 0
    assert found.peak_date is None
    assert found.windows == ()
    assert (found.days_in_advance, found.euro_days) == (0, ZERO)


def test_a_curve_without_flows_has_no_top() -> None:
    assert curve([], []).top is None


def test_a_window_ends_on_the_eve_of_the_next_flow_and_the_last_one_on_its_own_day() -> None:
    assert CURVE.windows == (
        Window(euros(600), date(2023, 1, 10), date(2023, 1, 19)),
        Window(euros(1000), date(2023, 1, 20), date(2023, 1, 31)),
    )
    assert curve([on(1, 10, 600)], []).windows == (Window(euros(600), date(2023, 1, 10), date(2023, 1, 10)),)


def test_days_and_euro_days_count_both_ends_of_each_window() -> None:
    assert [window.days for window in CURVE.windows] == [10, 12]
    assert CURVE.days_in_advance == 22
    assert CURVE.euro_days == 600 * 10 + 1000 * 12
    assert euro_days([Window(euros(5), date(2023, 1, 1), date(2023, 1, 2)), *CURVE.windows]) == 10 + 18_000


def test_one_window_runs_on_over_a_day_that_spends_what_it_receives() -> None:
    found = curve([on(1, 1, 100), on(1, 11, 30)], [on(1, 11, 30), on(1, 21, 100)])

    assert found.windows == (Window(euros(100), date(2023, 1, 1), date(2023, 1, 20)),)


def test_a_window_runs_on_from_the_one_before_it_and_from_no_earlier_one() -> None:
    found = curve([on(1, 1, 100), on(1, 11, 100), on(1, 21, 30)], [on(1, 21, 30), on(2, 1, 200)])

    assert found.windows == (
        Window(euros(100), date(2023, 1, 1), date(2023, 1, 10)),
        Window(euros(200), date(2023, 1, 11), date(2023, 1, 31)),
    )


def test_equal_advances_with_a_gap_between_them_are_two_windows() -> None:
    found = curve([on(1, 1, 100), on(2, 1, 100)], [on(1, 11, 100), on(2, 11, 100)])

    assert [(window.first, window.last) for window in found.windows] == [
        (date(2023, 1, 1), date(2023, 1, 10)),
        (date(2023, 2, 1), date(2023, 2, 10)),
    ]


def test_above_a_floor_only_what_exceeds_it_counts() -> None:
    assert CURVE.above(euros(600)) == (Window(euros(400), date(2023, 1, 20), date(2023, 1, 31)),)
    assert CURVE.above(euros(1000)) == ()
    assert CURVE.above(euros(-200))[-1] == Window(euros(200), date(2023, 2, 1), date(2023, 3, 4))


def test_every_month_from_the_first_flow_to_the_last_tells_what_moved_in_it() -> None:
    assert months(CURVE) == (
        Month(date(2023, 1, 1), euros(1000), ZERO, euros(1000), euros(1000), date(2023, 1, 20)),
        Month(date(2023, 2, 1), ZERO, euros(1000), ZERO, euros(1000), date(2023, 2, 1)),
        Month(date(2023, 3, 1), euros(300), euros(500), euros(-200), euros(300), date(2023, 3, 5)),
        Month(date(2023, 4, 1), ZERO, euros(200), euros(-400), euros(-200), date(2023, 4, 1)),
    )


def test_a_month_without_flows_keeps_the_advance_of_the_one_before() -> None:
    _january, february, march = months(curve([on(1, 31, 100)], [on(3, 1, 100)]))

    assert february == Month(date(2023, 2, 1), ZERO, ZERO, euros(100), euros(100), date(2023, 2, 1))
    assert march.advance == 0


def test_the_first_month_begins_with_the_cash_there_is() -> None:
    (month,) = months(curve([on(1, 10, 600)], [], opening=euros(1000)))

    assert (month.advance, month.highest, month.highest_on) == (euros(-400), euros(-400), date(2023, 1, 10))


def test_the_highest_advance_of_a_month_is_told_with_its_first_day() -> None:
    (month,) = months(curve([on(1, 5, 100), on(1, 15, 100)], [on(1, 10, 100), on(1, 20, 50)]))

    assert (month.highest, month.highest_on) == (euros(100), date(2023, 1, 5))


def test_a_lower_advance_later_in_a_month_leaves_its_highest() -> None:
    (month,) = months(curve([on(1, 5, 100)], [on(1, 10, 60), on(1, 20, 40)]))

    assert (month.highest, month.highest_on) == (euros(100), date(2023, 1, 5))


def test_without_flows_there_are_no_months() -> None:
    assert months(curve([], [])) == ()


def test_windows_and_euro_days_are_worked_out_once() -> None:
    found = curve(SPENT, RECEIVED)

    assert found.windows is found.windows
    assert found.euro_days is found.euro_days
    assert found.top is found.top


def test_a_curve_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        CURVE.opening = euros(1)  # type: ignore[misc]  # what is tried
