from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.foundations.dates import Duration, add_months, month_end, months_between

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS, st.integers(0, 240))
def test_adding_months_keeps_the_day_or_takes_the_months_last(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, month_end(later).day)


def test_a_balance_due_six_months_after_the_years_end_falls_on_30_june() -> None:
    assert Duration(months=6).after(date(2023, 12, 31)) == date(2024, 6, 30)


def test_months_between_counts_both_ends() -> None:
    assert months_between(date(2023, 11, 30), date(2024, 1, 1)) == (
        date(2023, 11, 1),
        date(2023, 12, 1),
        date(2024, 1, 1),
    )
