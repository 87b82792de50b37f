"""What comes back every month, quarter, half-year or year: on which days, and in which parts."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from clusters_cli.dossier.line_words import Recurrence
from clusters_cli.dossier.timing import Timing, dated_parts, occurrences
from tests.dossier.random_timings import amounts, days, recurrences
from tests.wording import refused

YEAR = (date(2025, 1, 1), date(2025, 12, 31))


def timing(**written: str) -> Timing:
    return Timing.model_validate(written)


def days_of(first: date, last: date, **written: str) -> list[str]:
    return [day.isoformat() for day in occurrences(timing(**written), first, last)]


def naive(every: Recurrence, of_month: int | None, start: date, end: date) -> Iterator[date]:
    """Walk through every day and ask of each whether money comes back on it."""
    counted_from: tuple[int, int] | None = None if of_month else (start.year, start.month)
    day = start
    while day <= end:
        is_last = (day + timedelta(days=1)).month != day.month
        months = 0 if counted_from is None else (day.year - counted_from[0]) * 12 + day.month - counted_from[1]
        if of_month is None:
            closes = (months + 1) % every.months == 0 or (day.year, day.month) == (end.year, end.month)
            if is_last and closes:
                yield day
        elif day.day == of_month or (is_last and day.day < of_month):
            counted_from = counted_from or (day.year, day.month)
            if months % every.months == 0:
                yield day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("quarter", ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]),
        ("trimestre", ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]),
        ("half-year", ["2025-06-30", "2025-12-31"]),
        ("semestre", ["2025-06-30", "2025-12-31"]),
        ("year", ["2025-12-31"]),
        ("an", ["2025-12-31"]),
        ("année", ["2025-12-31"]),
    ],
)
def test_without_a_day_money_comes_back_on_the_last_day_of_each_period(every: str, expected: list[str]) -> None:
    assert days_of(*YEAR, every=every) == expected


def test_periods_are_whole_months_counted_from_the_month_of_the_start() -> None:
    assert days_of(date(2025, 2, 20), date(2025, 12, 31), every="quarter") == [
        "2025-04-30",
        "2025-07-31",
        "2025-10-31",
        "2025-12-31",
    ]


def test_a_day_of_the_month_is_the_first_one_on_or_after_the_start_and_then_one_every_period() -> None:
    assert days_of(date(2025, 1, 15), date(2025, 12, 31), every="quarter", day="15") == [
        "2025-01-15",
        "2025-04-15",
        "2025-07-15",
        "2025-10-15",
    ]
    assert days_of(date(2025, 1, 16), date(2025, 12, 31), every="half-year", day="15") == ["2025-02-15", "2025-08-15"]


def test_a_month_without_the_day_takes_its_last_and_the_day_comes_back_after_it() -> None:
    assert days_of(date(2024, 1, 31), date(2024, 4, 30), every="mois", day="31") == [
        "2024-01-31",
        "2024-02-29",
        "2024-03-31",
        "2024-04-30",
    ]


def test_nothing_comes_back_after_the_end() -> None:
    assert days_of(date(2025, 1, 1), date(2025, 3, 30), every="month") == ["2025-01-31", "2025-02-28"]
    assert days_of(date(2025, 1, 1), date(2025, 3, 14), every="month", day="15") == ["2025-01-15", "2025-02-15"]
    assert days_of(date(2025, 1, 20), date(2025, 2, 10), every="month", day="15") == []
    assert days_of(date(2025, 3, 31), date(2025, 2, 28), every="month") == []


def test_its_own_start_and_end_come_before_those_of_the_project() -> None:
    assert days_of(*YEAR, every="month", day="5", start="2025-11-01", end="2026-01-31") == [
        "2025-11-05",
        "2025-12-05",
        "2026-01-05",
    ]


def test_an_amount_is_cut_evenly_to_the_cent() -> None:
    parts = dated_parts(Decimal("100.00"), timing(every="quarter", day="1", end="2025-09-30"), *YEAR)

    assert [(str(part.on), part.amount) for part in parts] == [
        ("2025-01-01", Decimal("33.33")),
        ("2025-04-01", Decimal("33.34")),
        ("2025-07-01", Decimal("33.33")),
    ]


def test_an_amount_that_falls_on_no_day_is_refused() -> None:
    with refused(ValueError, match="never comes back between its first and its last day"):
        dated_parts(Decimal(1), timing(every="year"), date(2025, 1, 1), date(2025, 1, 15))


def test_days_of_money_that_does_not_come_back_are_refused() -> None:
    with refused(ValueError, match="needs every"):
        occurrences(timing(on="2025-01-01"), *YEAR)


@given(st.sampled_from(Recurrence), st.none() | st.integers(1, 31), days, st.integers(-40, 1500))
def test_a_walk_through_every_day_finds_the_same_days(
    every: Recurrence, of_month: int | None, start: date, lasting: int
) -> None:
    end = start + timedelta(days=lasting)
    written: dict[str, Any] = {"every": every.value, "day": None if of_month is None else str(of_month)}
    recurring = Timing.model_validate({key: value for key, value in written.items() if value})

    assert occurrences(recurring, start, end) == tuple(naive(every, of_month, start, end))


@given(amounts, recurrences)
def test_an_amount_that_comes_back_loses_no_cent_and_stays_between_its_days(
    amount: Decimal, written: dict[str, Any]
) -> None:
    recurring = Timing.model_validate(written)
    assert recurring.start is not None
    assert recurring.end is not None

    parts = dated_parts(amount, recurring, *YEAR)

    assert sum(part.amount for part in parts) == amount
    assert all(recurring.start <= part.on <= recurring.end for part in parts)
    assert max(part.amount for part in parts) - min(part.amount for part in parts) <= Decimal("0.01")


@given(recurrences)
def test_the_day_of_the_month_is_kept_wherever_the_month_has_it(written: dict[str, Any]) -> None:
    recurring = Timing.model_validate(written)

    for day in occurrences(recurring, *YEAR):
        is_last = (day + timedelta(days=1)).month != day.month
        assert day.day == recurring.day or (is_last and day.day < (recurring.day or 32))


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ({"every": "month", "on": "2025-01-01"}, "exactly one"),
        ({"every": "week"}, "must be one of"),
        ({"every": "month", "day": "0"}, "greater than or equal to 1"),
        ({"every": "month", "day": "32"}, "less than or equal to 31"),
        ({"spread": "even", "day": "5"}, "day goes with every"),
        ({"on": "2025-01-01", "start": "2025-01-01"}, "go with spread, every or scheme"),
        ({"agreement": "operating-2025", "end": "2025-12-31"}, "go with spread, every or scheme"),
        ({"every": "month", "signed": "2025-01-01"}, "signed goes with scheme"),
        ({"scheme": "feder", "agreement": "operating-2025"}, "exactly one"),
        ({"every": "month", "start": "2025-02-01", "end": "2025-01-31"}, "ends before"),
        ({"months": {"0000-01": "1"}}, "pattern"),
    ],
)
def test_a_timing_that_contradicts_itself_is_refused(written: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Timing.model_validate(written)


def test_a_grant_stands_under_its_own_agreement() -> None:
    own = timing(scheme="annual-60-40", signed="2025-02-14", start="2025-01-01", end="2026-12-31")

    assert own.is_of_funder
    assert (own.signed, own.start, own.end) == (date(2025, 2, 14), date(2025, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("written", [{"scheme": "feder"}, {"agreement": "operating-2025"}])
def test_the_dates_of_a_funder_are_left_to_the_cash_flow(written: dict[str, str]) -> None:
    with refused(ValueError, match="cash flow"):
        dated_parts(Decimal(1), Timing.model_validate(written), *YEAR)
