"""How old figures are on the day of a question."""

from datetime import date

import pytest

from clusters_cli.registry import OLD_AFTER_YEARS, figure_age, is_old


@pytest.mark.parametrize(("year", "age"), [(2021, 5), (2026, 0), (2027, -1)])
def test_a_figure_is_as_old_as_its_year(year: int, age: int) -> None:
    assert figure_age(year, date(2026, 11, 25)) == age


@pytest.mark.parametrize("year", range(2019, 2028))
@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2026, 1, 1), date(2026, 11, 25)])
def test_a_figure_is_old_once_more_than_three_years_passed_since_its_year_ended(year: int, day: date) -> None:
    whole_years_later = date(year + OLD_AFTER_YEARS, 12, 31)

    assert is_old(year, day) == (day > whole_years_later)
