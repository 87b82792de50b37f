"""Planning anew: what is overdue is named, what came before its day is not foreseen again, the rest goes on."""

from datetime import date
from decimal import Decimal
from typing import Any

from clusters_cli.presentation.languages import word
from clusters_cli.treasury.actuals.actuals_words import BalanceOrigin
from clusters_cli.treasury.actuals.compared import compare
from clusters_cli.treasury.actuals.movements import CashMovement, RealBalance
from clusters_cli.treasury.actuals.replan import DatedForecast, Replan, replanned
from clusters_cli.treasury.lines import PlannedLine
from tests.treasury.actuals.files_of import read
from tests.treasury.actuals.plans import actuals_of, line, movement, movements

RENT = line("rent", "running", "2026-10-05 800", "2026-11-05 800", "2026-12-05 800", label="Loyer")
GRANT = line("grant", "grant", "2026-10-31 6000", "2026-12-31 4000", label="Subvention")


def plan(lines: list[PlannedLine], moved: list[CashMovement], last: str = "2026-11-10", **options: Any) -> Replan:
    actuals = actuals_of(moved, last)
    found = compare(lines, moved, date(2026, 10, 1), date(2026, 12, 1), covered=actuals.covered)
    return replanned(lines, actuals, found, **options)


def told(forecasts: tuple[DatedForecast, ...]) -> list[tuple[str, str, str]]:
    return [(one.line, str(one.day), str(one.amount)) for one in forecasts]


def flows(of: Replan, index: int = 0) -> list[tuple[str, str]]:
    return [(str(flow.day), str(flow.amount)) for flow in of.lines[index].flows]


def test_what_came_as_forecast_leaves_only_what_is_to_come() -> None:
    found = plan([RENT], movements("2026-10-01 0.01 X", "2026-10-05 -800.00 Loyer", "2026-11-06 -800.00 Loyer"))

    assert flows(found) == [("2026-12-05", "800.00")]
    assert (found.overdue, found.early, found.extra, found.before) == ((), (), (), ())


def test_what_did_not_come_is_overdue_and_named_and_not_planned_again() -> None:
    found = plan([GRANT], movements("2026-10-01 0.01 X", "2026-11-02 2500.00 Subvention"))

    assert told(found.overdue) == [("grant", "2026-10-31", "3500.00")]
    assert flows(found) == [("2026-12-31", "4000.00")]
    assert found.shifted is None


def test_what_is_overdue_is_planned_again_the_day_after_where_this_is_asked() -> None:
    found = plan([GRANT], movements("2026-10-01 0.01 X", "2026-11-02 2500.00 Subvention"), shift_overdue=True)

    assert flows(found) == [("2026-11-11", "3500.00"), ("2026-12-31", "4000.00")]
    assert found.shifted == date(2026, 11, 11)


def test_what_came_settles_what_was_due_first_first() -> None:
    found = plan([RENT], movements("2026-10-01 0.01 X", "2026-11-06 -1000.00 Loyer"))

    assert told(found.overdue) == [("rent", "2026-11-05", "600.00")]


def test_what_came_before_its_day_is_taken_off_what_is_foreseen_next() -> None:
    found = plan([GRANT], movements("2026-10-01 0.01 X", "2026-11-02 7500.00 Subvention"))

    assert told(found.early) == [("grant", "2026-12-31", "1500.00")]
    assert flows(found) == [("2026-12-31", "2500.00")]
    assert found.extra == ()


def test_nothing_is_foreseen_below_zero_and_the_rest_is_extra() -> None:
    found = plan([GRANT], movements("2026-10-01 0.01 X", "2026-11-02 10500.00 Subvention"))

    assert flows(found) == []
    assert told(found.early) == [("grant", "2026-12-31", "4000.00")]
    assert [(one.key, str(one.amount)) for one in found.extra] == [("grant", "500.00")]


def test_more_than_planned_is_extra_alone_where_the_user_says_that_the_rest_still_comes() -> None:
    moved = movements("2026-10-01 0.01 X", "2026-11-02 7500.00 Subvention")

    found = plan([GRANT], moved, take_off_early=False)

    assert found.early == ()
    assert flows(found) == [("2026-12-31", "4000.00")]
    assert [str(one.amount) for one in found.extra] == ["1500.00"]


def test_lines_of_a_kind_are_settled_together_where_a_movement_tells_its_kind_alone() -> None:
    other = line("other", "grant", "2026-10-10 1000", "2026-12-01 1000", label="Autre aide")

    found = plan([GRANT, other], [movement("2026-10-01 0.01 X"), movement("2026-11-02 6500.00 X", 2, "741000")])

    assert told(found.overdue) == [("grant", "2026-10-31", "500.00")]
    assert found.overdue[0].among == ("grant", "other")


def test_what_came_early_for_lines_together_is_taken_off_the_next_of_all() -> None:
    other = line("other", "grant", "2026-10-10 1000", "2026-12-01 1000", label="Autre aide")

    found = plan([GRANT, other], [movement("2026-10-01 0.01 X"), movement("2026-11-02 8500.00 X", 2, "741000")])

    assert told(found.early) == [("other", "2026-12-01", "1000.00"), ("grant", "2026-12-31", "500.00")]
    assert [flows(found, 0), flows(found, 1)] == [[("2026-12-31", "3500.00")], []]


def test_what_was_forecast_before_the_file_begins_is_told_apart() -> None:
    found = plan([RENT], movements("2026-10-20 -1.00 X", "2026-11-06 -800.00 Loyer"))

    assert told(found.before) == [("rent", "2026-10-05", "800.00")]
    assert found.overdue == ()


def test_what_was_to_go_back_and_did_not_is_overdue_too() -> None:
    grant = line("grant", "grant", "2026-10-10 1000", "2026-10-20 -300", "2026-12-01 50", label="Subvention")

    found = plan([grant], movements("2026-10-01 0.01 X", "2026-10-11 1000.00 Subvention"))

    assert told(found.overdue) == [("grant", "2026-10-20", "-300.00")]
    assert (found.early, found.extra) == ((), ())


def test_what_goes_back_unforeseen_is_extra_below_zero() -> None:
    found = plan([line("grant", "grant", label="Subvention")], movements("2026-10-11 -70.00 Subvention"))

    assert [str(one.amount) for one in found.extra] == ["-70.00"]


def test_a_forecast_beyond_the_months_of_the_plan_is_kept_and_may_have_come() -> None:
    grant = line("grant", "grant", "2027-03-01 500", "2027-06-01 500", label="Subvention")

    found = plan([grant], movements("2026-10-11 700.00 Subvention"))

    assert flows(found) == [("2027-06-01", "300.00")]


def test_flows_of_one_line_on_one_day_are_taken_off_together() -> None:
    dues = line("dues", "dues", "2026-12-01 100", "2026-12-01 100", "2026-12-02 100", label="Cotisations")

    found = plan([dues], movements("2026-10-11 150.00 Cotisations"))

    assert flows(found) == [("2026-12-01", "50.00"), ("2026-12-02", "100.00")]


def test_a_file_that_tells_no_day_changes_nothing() -> None:
    actuals = actuals_of([])
    found = replanned([RENT], actuals, compare([RENT], [], date(2026, 10, 1), date(2026, 12, 1)))

    assert found.lines == (RENT,)
    assert found.balance is None
    assert found.no_balance is not None
    assert word(found.no_balance, "en").startswith("the file tells no movement")


def test_the_plan_goes_on_from_the_balance_of_the_file() -> None:
    actuals = read("credit-mutuel.csv")
    found = compare([RENT], actuals.movements, date(2026, 10, 1), date(2026, 12, 1), covered=actuals.covered)

    replan = replanned([RENT], actuals, found)

    assert replan.balance == RealBalance(Decimal("6500.00"), date(2026, 10, 30), BalanceOrigin.RUNNING)
    assert replan.no_balance is None


def test_a_typed_balance_is_that_of_the_evening_of_the_last_day() -> None:
    actuals = read("bnp-paribas.csv").with_balance(Decimal("42.00"))

    assert actuals.balance == RealBalance(Decimal("42.00"), date(2026, 10, 30), BalanceOrigin.TYPED)
    assert actuals.no_balance is None


def test_the_cash_before_a_day_is_the_balance_without_what_moved_since() -> None:
    actuals = read("fec-tab.txt")

    assert actuals.cash_before(date(2026, 10, 6)) == Decimal("9200.00")
    assert actuals.cash_before(date(2026, 10, 31)) == Decimal("5440.00")
    assert actuals.cash_before(date(2025, 12, 31)) is None
    assert read("bnp-paribas.csv").cash_before(date(2026, 10, 6)) is None
    assert actuals.in_transit == 0
