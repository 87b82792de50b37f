"""When the money of a dossier's line moves."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from clusters_cli.dossier.timing import DatedPart, Timing, dated_parts

START, END = date(2025, 1, 1), date(2025, 12, 31)
amounts = st.decimals(min_value=0, max_value=10**9, places=2)
months = st.dictionaries(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)).map(lambda day: f"{day:%Y-%m}"),
    st.decimals(min_value=0, max_value=1000, places=2),
    min_size=1,
).filter(lambda weights: any(weights.values()))


def test_a_line_without_a_timing_falls_evenly_on_the_ends_of_the_months_of_the_project() -> None:
    parts = dated_parts(Decimal("100.00"), None, date(2025, 1, 15), date(2025, 4, 10))

    assert parts == (
        DatedPart(date(2025, 2, 14), Decimal("33.33")),
        DatedPart(date(2025, 3, 14), Decimal("33.34")),
        DatedPart(date(2025, 4, 10), Decimal("33.33")),
    )


def test_a_project_of_whole_calendar_months_spends_on_their_last_days() -> None:
    assert [part.on for part in dated_parts(Decimal(3), None, date(2024, 1, 1), date(2024, 3, 31))] == [
        date(2024, 1, 31),
        date(2024, 2, 29),
        date(2024, 3, 31),
    ]


def test_an_even_spread_keeps_to_its_own_months() -> None:
    timing = Timing.model_validate({"spread": "even", "start": "2025-03-01", "end": "2025-04-30"})

    assert [part.on for part in dated_parts(Decimal(10), timing, START, END)] == [date(2025, 3, 31), date(2025, 4, 30)]


def test_weights_share_a_line_between_months() -> None:
    timing = Timing.model_validate({"months": {"2025-09": "1", "2025-03": "2"}})

    assert dated_parts(Decimal(90), timing, START, END) == (
        DatedPart(date(2025, 3, 31), Decimal("60.00")),
        DatedPart(date(2025, 9, 30), Decimal("30.00")),
    )


@given(amounts, months)
def test_weighted_parts_add_up_to_the_line(amount: Decimal, weights: dict[str, Decimal]) -> None:
    timing = Timing.model_validate({"months": {month: str(weight) for month, weight in weights.items()}})

    assert sum(part.amount for part in dated_parts(amount, timing, START, END)) == amount


@given(amounts, st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 2000))
def test_even_parts_add_up_to_the_line(amount: Decimal, start: date, days: int) -> None:
    end = date.fromordinal(start.toordinal() + days)

    assert sum(part.amount for part in dated_parts(amount, None, start, end)) == amount


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ({}, "exactly one"),
        ({"on": "2025-01-01", "scheme": "feder"}, "exactly one"),
        ({"spread": "even", "start": "2025-02-01", "end": "2025-01-31"}, "ends before"),
        ({"months": {"2025-01": "0"}}, "above 0"),
        ({"months": {"2025-13": "1"}}, "pattern"),
    ],
)
def test_a_timing_that_says_two_things_or_nothing_is_refused(written: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Timing.model_validate(written)
