"""Forecast beside actual: each line and each month, with nothing lost on the way."""

from datetime import date
from decimal import Decimal

import pytest

from clusters_cli.presentation.languages import word
from clusters_cli.treasury.actuals.compared import ComparedLine, ForecastComparison, compare
from clusters_cli.treasury.actuals.mapping import ActualsMapping
from clusters_cli.treasury.actuals.movements import CashMovement, CoveredDays
from clusters_cli.treasury.lines import PlannedLine
from tests.treasury.actuals.plans import line, movement, movements

RENT = line("rent", "running", "2026-10-05 800", "2026-11-05 800", "2026-12-05 800", label="Loyer")
DUES = line("dues", "dues", "2026-10-01 2000", "2027-02-01 500", label="Cotisations")


def compared(
    lines: list[PlannedLine], moved: list[CashMovement], *, covered: str | None = None, mapping: str = "{}"
) -> ForecastComparison:
    days = CoveredDays(*map(date.fromisoformat, covered.split())) if covered else None
    return compare(
        lines,
        moved,
        date(2026, 10, 15),
        date(2026, 12, 1),
        covered=days,
        mapping=ActualsMapping.model_validate_json(mapping),
    )


def row(of: ComparedLine) -> list[tuple[str, ...]]:
    """The months of a line: forecast, due, actual, gap."""
    return [tuple(map(str, (month.forecast, month.due, month.actual, month.gap))) for month in of.months]


def test_each_month_has_what_was_forecast_what_was_due_what_came_and_the_gap() -> None:
    moved = movements("2026-10-06 -800.00 Loyer", "2026-11-04 -850.00 Loyer", "2026-11-20 10.00 Cotisations")

    found = compared([RENT, DUES], moved, covered="2026-10-01 2026-11-20")

    assert row(found.lines[0]) == [
        ("800.00", "800.00", "800.00", "0.00"),
        ("800.00", "800.00", "850.00", "50.00"),
        ("800.00", "0.00", "None", "None"),
    ]
    assert row(found.lines[1]) == [
        ("2000.00", "2000.00", "0.00", "-2000.00"),
        ("0.00", "0.00", "10.00", "10.00"),
        ("0.00", "0.00", "None", "None"),
    ]
    assert [str(getattr(found.lines[0], name)) for name in ("forecast", "due", "actual", "gap")] == [
        "2400.00",
        "1600.00",
        "1650.00",
        "50.00",
    ]


def test_what_falls_after_the_last_known_day_is_not_yet_due() -> None:
    found = compared([RENT], movements("2026-11-04 -1.00 X"), covered="2026-10-06 2026-11-04")

    assert row(found.lines[0])[:2] == [("800.00", "0.00", "0.00", "0.00"), ("800.00", "0.00", "0.00", "0.00")]


def test_the_days_of_movements_are_covered_whatever_is_said() -> None:
    moved = movements("2026-10-06 -800.00 Loyer", "2026-11-04 -850.00 Loyer")

    assert compared([RENT], moved).covered == CoveredDays(date(2026, 10, 6), date(2026, 11, 4))
    assert compared([RENT], moved, covered="2026-10-20 2026-10-31").covered == CoveredDays(
        date(2026, 10, 6), date(2026, 11, 4)
    )


def test_without_a_movement_and_a_day_nothing_is_known() -> None:
    found = compared([RENT], [])

    assert found.covered is None
    assert {month.actual for month in found.lines[0].months} == {None}
    assert {month.actual for month in (*found.incoming, *found.outgoing)} == {None}


def test_movements_outside_the_months_of_the_plan_are_listed() -> None:
    moved = movements("2026-09-30 -800.00 Loyer", "2026-10-05 -800.00 Loyer", "2027-01-01 7.00 Cotisations")

    found = compared([RENT, DUES], moved)

    assert [one.day for one in found.outside] == [date(2026, 9, 30), date(2027, 1, 1)]
    assert found.outside_amount == Decimal("-793.00")
    assert found.lines[0].actual == Decimal("800.00")


def test_unmatched_movements_are_listed_with_their_sum() -> None:
    found = compared([RENT], movements("2026-10-06 -800.00 Loyer", "2026-10-07 -3.00 Mystère", "2026-10-08 1.00 Autre"))

    assert [one.movement.label for one in found.unmatched] == ["Mystère", "Autre"]
    assert found.unmatched_amount == Decimal("-2.00")


def test_what_a_kind_alone_tells_is_that_of_its_only_line() -> None:
    found = compared([RENT, DUES], [movement("2026-10-06 -800.00 X", 1, "613200")])

    assert [(one.key, str(one.actual)) for one in found.lines] == [("rent", "800.00"), ("dues", "0.00")]


def test_lines_of_a_kind_are_compared_together_where_a_movement_tells_its_kind_alone() -> None:
    phone = line("phone", "running", "2026-10-10 50", label="Téléphone")
    moved = [movement("2026-10-06 -800.00 Loyer"), movement("2026-10-10 -60.00 X", 2, "626000")]

    found = compared([RENT, DUES, phone], moved)

    assert [(one.key, one.lines, str(one.forecast), str(one.actual)) for one in found.lines] == [
        ("running", ("rent", "phone"), "2450.00", "860.00"),
        ("dues", ("dues",), "2000.00", "0.00"),
    ]
    assert word(found.lines[0].label, "en") == "running costs"


def test_a_kind_that_the_plan_does_not_foresee_has_a_line_of_its_own() -> None:
    loan = line("loan", "loan", "2026-10-20 900", direction="out")
    moved = [movement("2026-10-06 5000.00 X", 1, "164000"), movement("2026-10-07 -2.00 X", 2, "754000")]

    found = compared([loan], moved)

    assert [(one.key, one.direction.value, one.lines, str(one.actual)) for one in found.lines] == [
        ("loan", "out", ("loan",), "0.00"),
        ("loan", "in", (), "5000.00"),
        ("gift", "in", (), "-2.00"),
    ]


def test_other_payments_hold_the_kinds_that_the_plan_does_not_foresee() -> None:
    budget = line("budget", "other-payment", "2026-10-31 5000", label="Budget")
    moved = [movement("2026-10-06 -3000.00 X", 1, "641000"), movement("2026-10-07 -900.00 X", 2, "164000")]

    found = compared([RENT, budget], [*moved, movement("2026-10-08 -800.00 X", 3, "613200")])

    assert [(one.key, str(one.actual)) for one in found.lines] == [
        ("rent", "800.00"),
        ("budget", "3000.00"),
        ("loan", "900.00"),
    ]


def test_totals_are_those_of_the_lines_of_a_direction() -> None:
    found = compared([RENT, DUES], movements("2026-10-06 -800.00 Loyer", "2026-11-04 1500.00 Cotisations"))

    assert [str(month.actual) for month in found.incoming] == ["0.00", "1500.00", "None"]
    assert [str(month.actual) for month in found.outgoing] == ["800.00", "0.00", "None"]
    assert [str(month.forecast) for month in found.outgoing] == ["800.00", "800.00", "800.00"]
    assert [month.month for month in found.incoming] == ["2026-10", "2026-11", "2026-12"]


def test_rules_that_no_movement_needed_are_told() -> None:
    rules = (
        '{"rules": [{"words": "acme", "kind": "dues"}, {"words": "x", "kind": "dues"}, {"words": "z", "kind": "dues"}]}'
    )

    found = compared([DUES], movements("2026-10-06 1.00 Acme X"), mapping=rules)

    assert found.unused_rules == (2, 3)


@pytest.mark.parametrize(("amount", "actual"), [("-5.00", "5.00"), ("5.00", "-5.00")])
def test_a_payment_that_comes_back_counts_below_zero(amount: str, actual: str) -> None:
    found = compared([RENT], movements(f"2026-10-06 {amount} Loyer"))

    assert str(found.lines[0].actual) == actual
