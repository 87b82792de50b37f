"""How classes change in the course of time."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.maturity.classes import class_of
from clusters_cli.maturity.creation import age_on, reaching
from clusters_cli.maturity.history import class_history, classes_on
from clusters_cli.maturity.rules import rules_of
from clusters_cli.registry.loading import Registry, load_registry, packaged_registry

FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
REGISTRY = load_registry(packaged_registry())
RULES = rules_of(REGISTRY, FIRST)
HISTORIES = {known.id: class_history(known, REGISTRY, RULES, FIRST, LAST) for known in REGISTRY.clusters.clusters}
days = st.dates(FIRST, LAST)
created = st.one_of(
    st.integers(1990, 2030).map(str), days.map(lambda day: day.isoformat()[:7]), days.map(date.isoformat)
)


@given(days)
def test_the_history_of_a_class_says_what_is_computed_for_each_day(day: date) -> None:
    rules = RULES.on(day)

    for known in REGISTRY.clusters.clusters:
        changes = HISTORIES[known.id]
        assert changes[max(since for since in changes if since <= day)] == class_of(known, REGISTRY, rules)


def test_a_history_tells_no_change_that_is_none() -> None:
    for changes in HISTORIES.values():
        told = list(changes.values())
        assert all(before != after for before, after in pairwise(told))


def test_a_cluster_created_in_a_known_month_is_young_until_that_month_three_years_later(registry: Registry) -> None:
    classes = [classes_on(registry, day)["pixel-players"] for day in (date(2024, 10, 31), date(2024, 11, 1))]

    assert classes == ["emerging", "structured"]


@given(created, st.integers(0, 12))
def test_an_age_is_reached_on_the_first_day_of_when_it_is_said_to_be(made: str, years: int) -> None:
    since = reaching(made, Decimal(years))
    first = date.fromisoformat(f"{since}-01-01"[:10])

    assert age_on(made, first) >= years
    assert age_on(made, first - timedelta(days=1)) < years


@pytest.mark.parametrize(
    ("made", "day", "age"),
    [
        ("2021", date(2023, 1, 1), "2"),
        ("2021-05", date(2023, 4, 30), "1.91"),
        ("2021-05", date(2023, 5, 1), "2"),
        ("2020-02-29", date(2023, 2, 27), "2.91"),
        ("2020-02-29", date(2023, 2, 28), "3"),
    ],
)
def test_an_age_is_as_precise_as_the_creation_is_known(made: str, day: date, age: str) -> None:
    assert age_on(made, day) == Decimal(age)
