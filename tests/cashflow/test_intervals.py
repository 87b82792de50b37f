"""Quarters and years of a plan: the highest day of any of their months."""

from datetime import date
from decimal import Decimal

import pytest

from clusters_cli.cashflow.advance import Month
from clusters_cli.cashflow.intervals import Interval, Stretch, added_up, interval_label

HIGHEST = (500, 900, 300, 800)
"""Of January to April; each month spends 100 euros, receives 40, and ends at its highest less 40."""
MONTHS = tuple(
    Month(date(2023, month, 1), Decimal(100), Decimal(40), Decimal(high - 40), Decimal(high), date(2023, month, 5))
    for month, high in enumerate(HIGHEST, 1)
)


@pytest.mark.parametrize(
    ("day", "quarter"), [("2023-01-01", "Q1"), ("2023-03-31", "Q1"), ("2023-04-01", "Q2"), ("2023-12-31", "Q4")]
)
def test_a_quarter_has_three_months(day: str, quarter: str) -> None:
    assert interval_label(date.fromisoformat(day), Interval.QUARTER) == f"2023-{quarter}"


def test_a_quarter_adds_up_its_months_ends_with_the_last_and_is_as_high_as_the_highest() -> None:
    assert added_up(Interval.QUARTER, MONTHS) == (
        Stretch("2023-Q1", Decimal(300), Decimal(120), Decimal(260), Decimal(900)),
        Stretch("2023-Q2", Decimal(100), Decimal(40), Decimal(760), Decimal(800)),
    )
    assert added_up(Interval.YEAR, MONTHS) == (Stretch("2023", Decimal(400), Decimal(160), Decimal(760), Decimal(900)),)
    assert [stretch.label for stretch in added_up(Interval.MONTH, MONTHS)] == [
        "2023-01",
        "2023-02",
        "2023-03",
        "2023-04",
    ]
