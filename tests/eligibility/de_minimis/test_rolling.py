"""Three years counted day by day: the sum, the headroom and the day room returns are those of a walk over every day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.eligibility.de_minimis.awards import (
    DeMinimisAward,
    certain_sum,
    free_from,
    period_start,
    possible_sum,
)
from clusters_cli.eligibility.de_minimis.ceilings import CEILING, SHARED, CeilingUse, headroom, room_from
from clusters_cli.eligibility.law import Law
from tests.eligibility.de_minimis.examples import award

CEILING_IN_FORCE = Decimal(300_000)
ONE_DAY = timedelta(days=1)


def same_day_three_years_before(day: date) -> date:
    """The date three years before, told without any arithmetic of months: of 29 February the day before it."""
    try:
        return date(day.year - 3, day.month, day.day)
    except ValueError:
        return date(day.year - 3, 2, 28)


def walked_sum(awards: Sequence[DeMinimisAward], day: date) -> Decimal:
    """The sum of the awards of each day of the three years, one day after the other."""
    total, each, before = Decimal(), day, same_day_three_years_before(day)
    while each > before:
        total += sum(one.amount for one in awards if one.first == each)
        each -= ONE_DAY
    return total


def sum_between(awards: Sequence[DeMinimisAward], day: date) -> Decimal:
    """The same sum by comparing dates: a walk over many days needs a quick one."""
    first = same_day_three_years_before(day)
    return sum((one.amount for one in awards if first < one.first <= day), Decimal())


days = st.dates(date(2023, 1, 1), date(2028, 12, 31)) | st.sampled_from(
    [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2028, 2, 28), date(2028, 2, 29), date(2027, 2, 28)]
)
euros = st.integers(0, 32_000_000).map(lambda cents: Decimal(cents) / 100)
drawn_awards = st.lists(st.builds(award, days, euros), max_size=8)


@given(drawn_awards, days)
def test_the_sum_is_that_of_a_walk_over_every_day_of_the_three_years(awards: list[DeMinimisAward], day: date) -> None:
    walked = walked_sum([one for one in awards if one.first <= day], day)

    assert certain_sum(awards, day) == possible_sum(awards, day) == walked


@given(drawn_awards, days)
def test_the_headroom_is_what_a_walk_leaves_of_the_ceiling(awards: list[DeMinimisAward], day: date) -> None:
    walked = walked_sum([one for one in awards if one.first <= day], day)

    assert headroom(awards, lambda _day: CEILING_IN_FORCE, day) == max(CEILING_IN_FORCE - walked, Decimal())


@given(drawn_awards, days, euros)
def test_the_day_room_returns_is_the_first_one_that_a_walk_finds(
    awards: list[DeMinimisAward], day: date, amount: Decimal
) -> None:
    known = [one for one in awards if one.first <= day]
    found = room_from(known, lambda _day: CEILING_IN_FORCE, day, amount)

    each = day
    while sum_between(known, each) + amount > CEILING_IN_FORCE and each < day + timedelta(days=1100):
        each += ONE_DAY
    assert found == (each if sum_between(known, each) + amount <= CEILING_IN_FORCE else None)


@given(days)
def test_an_award_counts_on_the_last_day_before_it_is_free_and_no_more_after(day: date) -> None:
    freed = free_from(day)

    assert award(day, 1).surely_counts_on(freed - ONE_DAY)
    assert not award(day, 1).may_count_on(freed)
    assert period_start(freed - ONE_DAY) <= day < period_start(freed)


@pytest.mark.parametrize(
    ("awarded", "freed"),
    [
        (date(2024, 3, 31), date(2027, 3, 31)),
        (date(2024, 2, 29), date(2027, 3, 1)),
        (date(2025, 2, 28), date(2028, 2, 28)),
        (date(2025, 3, 1), date(2028, 3, 1)),
        (date(2024, 12, 31), date(2027, 12, 31)),
    ],
)
def test_leap_days_are_told_as_the_calendar_has_them(awarded: date, freed: date) -> None:
    assert free_from(awarded) == freed


def test_an_award_of_a_year_counts_surely_once_the_whole_year_lies_in_the_period() -> None:
    of_2024 = replace(award(date(2024, 1, 1), 100), last=date(2024, 12, 31))

    assert of_2024.surely_counts_on(date(2026, 12, 31))
    assert not of_2024.surely_counts_on(date(2027, 1, 1))
    assert of_2024.may_count_on(date(2027, 12, 30))
    assert not of_2024.may_count_on(date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "limit"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), CEILING_IN_FORCE),
        (date(2030, 12, 31), CEILING_IN_FORCE),
        (date(2031, 1, 1), None),
    ],
)
def test_no_ceiling_is_told_of_a_day_that_counts_tax_years_or_of_which_no_text_is_known(
    day: date, limit: Decimal | None, law: Law
) -> None:
    use = CeilingUse(SHARED, law, day, law.on(CEILING, day), ())

    assert use.limit == use.headroom == limit
    assert use.within is (None if limit is None else True)


def test_room_that_would_return_once_no_text_is_known_is_not_promised(law: Law) -> None:
    day = date(2030, 6, 1)
    use = CeilingUse(SHARED, law, day, law.on(CEILING, day), (award(day, 300_000),), Decimal(1))

    assert (use.within, use.fits_from) == (False, None)
    assert [(one.day, one.headroom) for one in use.returns] == [(date(2033, 6, 1), None)]


def test_a_day_before_the_rolling_rule_finds_its_room_when_the_rule_begins(law: Law) -> None:
    day = date(2023, 12, 1)

    assert CeilingUse(SHARED, law, day, law.on(CEILING, day), (), Decimal(1)).fits_from == date(2024, 1, 1)


def test_awards_at_the_ceiling_are_within_it_and_a_cent_more_is_above(law: Law) -> None:
    day = date(2026, 11, 26)

    def use(amount: str, wanted: str) -> CeilingUse:
        return CeilingUse(SHARED, law, day, law.on(CEILING, day), (award(day, amount),), Decimal(wanted))

    assert (use("299999.99", "0.01").within, use("299999.99", "0.01").fits_from) == (True, day)
    assert (use("299999.99", "0.02").within, use("299999.99", "0.02").fits_from) == (False, date(2029, 11, 26))
    assert use("300000.01", "0").excess == Decimal("0.01")
