from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.foundations.dates import Duration, add_months, month_end, months_between

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS, st.integers(0, 240))
def test_adding_months_keeps_the_day_or_takes_the_months_last(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, month_end(later).day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", Duration()),
        ("60d", Duration(days=60)),
        ("6m", Duration(months=6)),
        ("1y 2m 3d", Duration(14, 3)),
        ("-2m", Duration(-2)),
    ],
)
def test_durations_are_read_as_they_are_written(text: str, expected: Duration) -> None:
    assert Duration.parse(text) == expected


@pytest.mark.parametrize("text", ["", "6", "six months", "6m and more", "m6", "1.5m"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        Duration.parse(text)


@given(st.integers(0, 100), st.integers(0, 400))
def test_a_duration_reads_back_what_it_prints(months: int, days: int) -> None:
    duration = Duration(months, days)

    assert Duration.parse(str(duration)) == duration


def test_a_balance_due_six_months_after_the_years_end_falls_on_30_june() -> None:
    assert Duration(months=6).after(date(2023, 12, 31)) == date(2024, 6, 30)


def test_months_between_counts_both_ends() -> None:
    assert months_between(date(2023, 11, 30), date(2024, 1, 1)) == (
        date(2023, 11, 1),
        date(2023, 12, 1),
        date(2024, 1, 1),
    )
