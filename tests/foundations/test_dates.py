from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.foundations.dates import Duration, add_months, month_end, month_ends, months_between

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS, st.integers(0, 240))
def test_adding_months_keeps_the_day_or_takes_the_months_last(day: date, months: int) -> None:
    later = add_months(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, month_end(later).day)


def test_a_balance_due_six_months_after_the_years_end_falls_on_30_june() -> None:
    assert Duration(months=6).after(date(2023, 12, 31)) == date(2024, 6, 30)


def test_months_are_added_before_days() -> None:
    assert Duration(months=1, days=1).after(date(2023, 1, 30)) == date(2023, 3, 1)


def test_months_between_counts_both_ends() -> None:
    assert months_between(date(2023, 11, 30), date(2024, 1, 1)) == (
        date(2023, 11, 1),
        date(2023, 12, 1),
        date(2024, 1, 1),
    )


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        ("2025-01-01", "2025-03-31", ["2025-01-31", "2025-02-28", "2025-03-31"]),
        ("2025-01-15", "2025-03-14", ["2025-02-14", "2025-03-14"]),
        ("2025-01-15", "2025-03-15", ["2025-02-14", "2025-03-14", "2025-03-15"]),
        ("2025-01-15", "2025-01-15", ["2025-01-15"]),
        ("2025-01-31", "2025-04-29", ["2025-02-27", "2025-03-30", "2025-04-29"]),
        ("2024-02-29", "2024-04-28", ["2024-03-28", "2024-04-28"]),
    ],
)
def test_the_months_of_a_project_are_counted_from_its_first_day(first: str, last: str, ends: list[str]) -> None:
    assert list(map(str, month_ends(date.fromisoformat(first), date.fromisoformat(last)))) == ends


@given(DAYS, st.integers(0, 2000))
def test_months_follow_each_other_and_none_is_longer_than_31_days(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    edges = [first - timedelta(days=1), *month_ends(first, last)]

    assert edges[-1] == last
    assert all(0 < (end - before).days <= 31 for before, end in pairwise(edges))


@given(DAYS, st.integers(0, 60), st.integers(1, 28))
def test_months_between_follow_each_other_from_the_first_days_to_the_last_days(
    first: date, count: int, day: int
) -> None:
    months = months_between(first, add_months(first, count).replace(day=day))

    assert months[0] == first.replace(day=1)
    assert len(months) == count + 1
    assert all(add_months(earlier, 1) == later for earlier, later in pairwise(months))


def test_an_answer_asked_for_again_is_remembered() -> None:
    day = date(2024, 2, 10)

    assert month_end(day) is month_end(day)
    assert add_months(day, 3) is add_months(day, 3)
    assert months_between(day, date(2024, 5, 1)) is months_between(day, date(2024, 5, 1))


@pytest.mark.parametrize(
    ("length", "after"),
    [
        (Duration(), date(2024, 1, 31)),
        (Duration(days=60), date(2024, 3, 31)),
        (Duration(months=1), date(2024, 2, 29)),
        (Duration(months=1, days=15), date(2024, 3, 15)),
        (Duration(days=-31), date(2023, 12, 31)),
        (Duration(months=-1, days=1), date(2024, 1, 1)),
    ],
)
def test_a_length_of_time_adds_its_months_first_and_its_days_then(length: Duration, after: date) -> None:
    assert length.after(date(2024, 1, 31)) == after


@pytest.mark.parametrize(
    ("length", "negative"),
    [
        (Duration(0, 0), False),
        (Duration(1, 0), False),
        (Duration(0, 1), False),
        (Duration(-1, 0), True),
        (Duration(0, -1), True),
        (Duration(6, -15), True),
        (Duration(-6, 15), True),
    ],
)
def test_a_length_of_time_is_negative_when_any_part_of_it_is(length: Duration, negative: bool) -> None:
    assert length.is_negative is negative


@pytest.mark.parametrize(
    ("length", "text"),
    [(Duration(), "0d"), (Duration(6), "6m"), (Duration(0, 60), "60d"), (Duration(6, 15), "6m 15d")],
)
def test_a_length_of_time_is_written_as_it_is_read(length: Duration, text: str) -> None:
    assert str(length) == text


@pytest.mark.parametrize("name", ["months", "years"])
def test_a_length_of_time_cannot_be_changed(name: str) -> None:
    with pytest.raises((AttributeError, TypeError)):
        setattr(Duration(6), name, 7)
