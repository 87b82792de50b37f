"""How long something lasts by what its sources say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clusters_cli.registry.lifetimes import Lifetime, Standing, lifetime
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.lookups import find_programme
from clusters_cli.registry.models.aid import AidRegime
from clusters_cli.registry.models.base import Period
from clusters_cli.registry.programme_times import dated_programme

DAY = date(2026, 11, 25)


def given(start: str | None, end: str | None, source: str = "report") -> Period:
    """A period as a source gives it."""
    return Period(start=start, end=end, source=source)


def seen(*periods: Period, day: date = DAY) -> Lifetime:
    """How long something lasts by periods, the report being the reference."""
    return lifetime(periods, "report", day)


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2021", "2027", "2021-01-01", "2027-12-31"),
        ("2021-02", "2024-02", "2021-02-01", "2024-02-29"),
        ("2021-02-03", "2021-02-03", "2021-02-03", "2021-02-03"),
    ],
)
def test_a_period_is_open_on_the_days_that_it_covers_and_on_no_other(
    start: str, end: str, first: str, last: str
) -> None:
    days = [date(2020, 12, 1) + timedelta(days=number) for number in range(2700)]

    open_on = [day.isoformat() for day in days if seen(given(start, end), day=day).standing is Standing.OPEN]

    assert open_on == [day.isoformat() for day in days if first <= day.isoformat() <= last]


def test_a_period_is_to_come_before_it_and_ended_after_it() -> None:
    period = given("2021", "2027")

    assert seen(period, day=date(2020, 12, 31)).standing is Standing.TO_COME
    assert seen(period, day=date(2028, 1, 1)).standing is Standing.ENDED


def test_what_no_source_dates_is_unknown() -> None:
    found = seen()

    assert (found.standing, found.days_left, found.ends_soon) == (Standing.UNKNOWN, None, False)


def test_what_has_no_known_end_stays_open() -> None:
    found = seen(given("2009", None), day=date(2100, 12, 31))

    assert (found.standing, found.last_day, found.days_left) == (Standing.OPEN, None, None)


def test_an_end_that_the_reference_leaves_open_is_taken_from_another_source() -> None:
    found = seen(given("2009", None), given("2010", "2012", "press"))

    assert (found.start, found.end, found.standing, found.disputed) == ("2009", "2012", Standing.ENDED, ())


def test_an_end_before_the_start_of_the_reference_is_not_taken() -> None:
    assert seen(given("2020", None), given("2010", "2012", "press")).end is None


def test_a_source_by_which_it_stands_otherwise_disputes_it() -> None:
    found = seen(given("2022", "2027"), given("2021", "2025", "press"))

    assert [(one.standing, one.period.source) for one in found.disputed] == [(Standing.ENDED, "press")]


def test_a_source_by_which_it_stands_alike_disputes_nothing() -> None:
    assert seen(given("2022", "2027"), given("2021", "2026", "press")).disputed == ()


@pytest.mark.parametrize(
    ("end", "left", "soon"),
    [("2026-11-24", None, False), ("2026-11-25", 0, True), ("2027-05-25", 181, True), ("2027-05-26", 182, False)],
)
def test_an_end_within_six_months_is_soon(end: str, left: int | None, *, soon: bool) -> None:
    found = seen(given("2020", end))

    assert (found.days_left, found.ends_soon) == (left, soon)


def regime(identifier: str, since: str, until: str | None) -> AidRegime:
    """An aid regime of which only the days matter."""
    return AidRegime.model_validate(
        {
            "id": identifier,
            "number": identifier,
            "name": {"en": identifier},
            "kind": "framework",
            "from": since,
            "to": until,
            "reference": {"title": "text", "url": "https://example.org"},
            "confidence": "A",
            "checked": "2026-01-01",
        }
    )


REGIMES = (regime("first", "2021-01-01", "2023-12-31"), regime("second", "2025-01-01", "2026-12-31"))


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2020, 12, 31), Standing.TO_COME),
        (date(2023, 12, 31), Standing.OPEN),
        (date(2024, 6, 30), Standing.TO_COME),
        (date(2025, 1, 1), Standing.OPEN),
        (date(2027, 1, 1), Standing.ENDED),
    ],
)
def test_a_programme_is_open_while_one_of_its_regimes_is_in_force(
    day: date, standing: Standing, registry: Registry
) -> None:
    known = registry.programmes.model_copy(update={"aid_regimes": REGIMES})
    programme = find_programme(registry, "rdi-aid").model_copy(update={"regimes": ("first", "second")})

    found = dated_programme(programme, replace(registry, programmes=known), day)

    assert found.lifetime.standing is standing


def test_a_regime_without_an_end_leaves_the_programme_open(registry: Registry) -> None:
    known = registry.programmes.model_copy(update={"aid_regimes": (regime("first", "2021-01-01", None),)})
    programme = find_programme(registry, "rdi-aid").model_copy(update={"regimes": ("first",)})

    found = dated_programme(programme, replace(registry, programmes=known), DAY)

    assert (found.lifetime.start, found.lifetime.end) == ("2021-01-01", None)
    assert found.lifetime.standing is Standing.OPEN
