"""Dated parameters and aid regimes: what holds on a day, and nothing on a day that no text covers."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from clusters_cli.foundations.words import read_word
from clusters_cli.registry.law import law_parameters, law_regimes
from clusters_cli.registry.models.aid import Parameter, regime_on, written_figure
from clusters_cli.registry.models.law_words import ParameterUnit
from tests.wording import refused

PARAMETERS, REGIMES = law_parameters().entries, law_regimes().entries
BY_ID = {parameter.id: parameter for parameter in PARAMETERS}
WHERE = {"title": "A text", "url": "https://example.org"}


def series(*values: dict[str, Any], unit: str = "share") -> dict[str, Any]:
    common = {"reference": WHERE, "confidence": "B", "checked": "2026-11-22"}
    return {"id": "demo", "name": {"en": "Demo"}, "unit": unit, "values": [{**common, **value} for value in values]}


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("2014-06-30", None),
        ("2014-07-01", "SA.40391"),
        ("2020-12-31", "SA.40391"),
        ("2021-01-01", "SA.58995"),
        ("2023-12-31", "SA.58995"),
        ("2024-01-01", "SA.111723"),
        ("2026-12-31", "SA.111723"),
        ("2027-01-01", None),
    ],
)
def test_the_regime_follows_from_the_day_of_the_award(day: str, number: str | None) -> None:
    regime = regime_on(REGIMES, date.fromisoformat(day))

    assert (regime.number if regime else None) == number


@given(st.sampled_from(sorted(BY_ID)), st.dates(date(1990, 1, 1), date(2050, 1, 1)))
def test_on_any_day_at_most_one_value_holds_and_it_is_never_the_nearest(identifier: str, day: date) -> None:
    parameter = BY_ID[identifier]
    holding = [value for value in parameter.values if value.holds_on(day)]

    assert len(holding) <= 1
    assert parameter.on(day) == (holding[0] if holding else None)


@given(st.sampled_from(sorted(BY_ID)))
def test_the_day_before_the_first_value_has_none(identifier: str) -> None:
    first = BY_ID[identifier].values[0].since

    assert first is None or BY_ID[identifier].on(first - timedelta(days=1)) is None


def test_every_value_and_regime_names_its_text_and_the_day_it_was_checked() -> None:
    dated = [value for parameter in PARAMETERS for value in parameter.values] + list(REGIMES)

    assert all(value.reference.url and value.checked for value in dated)


def test_a_value_of_confidence_d_is_never_a_figure() -> None:
    unsettled = [value for parameter in PARAMETERS for value in parameter.values if value.confidence == "D"]

    assert unsettled
    assert all(value.value is None for value in unsettled)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (series({"value": "1.5"}), "'1.5' is not a value in share"),
        (series({"value": "ten"}, unit="years"), "'ten' is not a value in years"),
        (series({"value": "maybe"}, unit="yes-no"), "not a value in yes or no"),
        (series({"value": "2025-02-30"}, unit="date"), "not a value in date"),
        (series({"from": "2025-01-01"}), "needs a note"),
        (series({"value": "0.5", "from": "2025-02-01", "to": "2025-01-01"}), "before it begins"),
        (series({"value": "0.5"}, {"value": "0.6", "from": "2025-01-01"}), "on the same day"),
        (
            series({"value": "0.5", "from": "2024-01-01", "to": "2025-01-01"}, {"value": "0.6", "from": "2025-01-01"}),
            "on the same day",
        ),
    ],
)
def test_a_series_that_makes_no_sense_is_refused(written: dict[str, Any], reason: str) -> None:
    with refused(ValidationError, match=reason):
        Parameter.model_validate(written)


@pytest.mark.parametrize(
    ("unit", "written", "value"),
    [
        ("share", "60 %", Decimal("0.6")),
        ("share", "1/4", Decimal("0.25")),
        ("euros", "750 000", Decimal(750_000)),
        ("euros", "0.50", Decimal("0.50")),
        ("ratio", "7.5", Decimal("7.5")),
        ("ratio", "0", Decimal(0)),
        ("years", "10", 10),
        ("date", "31/12/2026", date(2026, 12, 31)),
        ("yes-no", "no", False),
        ("yes-no", "yes", True),
        ("yes-no", "oui", True),
        ("text", "1e3", "1e3"),
    ],
)
def test_a_value_is_read_as_its_unit_wants_it(unit: str, written: str, value: object) -> None:
    assert written_figure(written, read_word(ParameterUnit, unit)) == value


@pytest.mark.parametrize(
    ("unit", "written"),
    [
        ("share", "60"),
        ("share", "4/3"),
        ("euros", "1e3"),
        ("euros", "1_000"),
        ("euros", "130.000"),
        ("euros", "-1"),
        ("ratio", "-0.5"),
        ("ratio", "NaN"),
        ("count", "1.5"),
        ("date", "2026-02-29"),
        ("yes-no", "perhaps"),
    ],
)
def test_a_value_that_its_unit_does_not_know_is_refused(unit: str, written: str) -> None:
    with refused(ValueError, match="is not a value in"):
        written_figure(written, read_word(ParameterUnit, unit))
