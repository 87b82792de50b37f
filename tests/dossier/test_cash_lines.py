"""The lines of the treasury: which way their money goes, and on which days it moves."""

from datetime import date
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from pydantic import ValidationError

from clusters_cli.dossier.cash_lines import CashLine, cash_flows
from clusters_cli.dossier.cash_words import CashKind, Direction
from clusters_cli.dossier.line_words import Recurrence
from clusters_cli.foundations.json_schema import schema_of
from tests.dossier.random_cash_lines import cash_lines

PLAN = (date(2025, 2, 10), date(2026, 1, 31))
SCHEMA = jsonschema.Draft202012Validator(schema_of(CashLine, "line"))
FINANCING = (CashKind.LOAN, CashKind.DAILLY, CashKind.DEPOSIT, CashKind.VAT, CashKind.OWN_FUNDS)
RECEIPTS = (CashKind.GRANT, CashKind.DUES, CashKind.SALES, CashKind.GIFT, CashKind.OTHER_RECEIPT)


def line(**written: Any) -> CashLine:
    return CashLine.model_validate({"label": "Rent", "kind": "running", **written})


def moved(**written: Any) -> list[tuple[str, Decimal]]:
    return [(str(part.on), part.amount) for part in cash_flows(line(**written), *PLAN)]


@pytest.mark.parametrize("kind", CashKind)
def test_the_kind_says_which_way_money_goes_but_for_financing(kind: CashKind) -> None:
    assert kind.is_financing is (kind in FINANCING)
    if kind.is_financing:
        assert kind.direction is None
    else:
        assert kind.direction is (Direction.IN if kind in RECEIPTS else Direction.OUT)


@pytest.mark.parametrize("kind", [kind for kind in CashKind if not kind.is_financing])
def test_a_line_that_is_no_financing_goes_the_way_of_its_kind(kind: CashKind) -> None:
    assert line(kind=kind.value, amount="5", timing={"on": "2025-03-01"}).direction is kind.direction


def test_financing_goes_the_way_that_is_written() -> None:
    repaid = {"kind": "emprunt", "direction": "sortie", "amount": "5", "timing": {"on": "2025-03-01"}}

    assert (line(**repaid).kind, line(**repaid).direction) == (CashKind.LOAN, Direction.OUT)


def test_what_comes_back_goes_on_as_long_as_the_plan() -> None:
    assert moved(each="800", timing={"every": "month", "day": "10"})[::11] == [
        ("2025-02-10", Decimal(800)),
        ("2026-01-10", Decimal(800)),
    ]
    assert moved(each="800", timing={"every": "month"})[-1] == ("2026-01-31", Decimal(800))


def test_the_end_of_the_plan_cuts_no_period_short() -> None:
    assert moved(each="90", timing={"every": "quarter", "start": "2025-02-01"}) == [
        ("2025-04-30", Decimal(90)),
        ("2025-07-31", Decimal(90)),
        ("2025-10-31", Decimal(90)),
        ("2026-01-31", Decimal(90)),
    ]
    assert moved(each="90", timing={"every": "year", "start": "2025-03-01"}) == []


def test_its_own_end_comes_before_that_of_the_plan() -> None:
    timing = {"every": "month", "day": "1", "start": "2025-11-01", "end": "2026-05-31"}

    assert len(moved(each="10", timing=timing)) == 7


def test_an_amount_in_all_is_cut_over_the_days_given() -> None:
    assert moved(amount="100.00", timing={"every": "half-year", "day": "1"}) == [
        ("2025-03-01", Decimal("50.00")),
        ("2025-09-01", Decimal("50.00")),
    ]
    assert moved(amount="7", timing={"on": "2031-01-01"}) == [("2031-01-01", Decimal(7))]


@given(cash_lines)
def test_an_amount_loses_no_cent_and_each_time_is_the_same(written: dict[str, Any]) -> None:
    found = CashLine.model_validate(written)
    flows = cash_flows(found, *PLAN)

    if found.amount is not None:
        assert sum(flow.amount for flow in flows) == found.amount
    else:
        assert {flow.amount for flow in flows} <= {found.each}
    assert [flow.on for flow in flows] == sorted(flow.on for flow in flows)


def documents() -> list[dict[str, Any]]:
    """Each kind in each direction, with each amount, dated in each way; some sound, more not."""
    directions: list[dict[str, str]] = [{}, {"direction": "in"}, {"direction": "sortie"}, {"direction": "up"}]
    sums: list[dict[str, str]] = [{}, {"amount": "5"}, {"each": "5"}, {"amount": "5", "each": "5"}]
    timings: list[dict[str, Any]] = [
        {},
        {"timing": {}},
        {"timing": {"on": "2025-03-01"}},
        {"timing": {"scheme": "feder"}},
        {"timing": {"agreement": "operating-2025"}},
        *({"timing": {"every": every}} for every in ("mois", "quarter", "an")),
        *({"timing": {"every": every, "start": "2025-03-01"}} for every in ("month", "trimestre", "year")),
    ]
    kinds = ("loan", "TVA", "grant", "personnel", "répercuté")
    return [
        {"label": "A line", "kind": kind, **direction, **money, **timing}
        for kind in kinds
        for direction in directions
        for money in sums
        for timing in timings
    ]


def test_the_schema_and_the_model_accept_the_same_lines() -> None:
    accepted = 0
    for document in documents():
        try:
            CashLine.model_validate(document)
        except ValidationError:
            sound = False
        else:
            sound = True
        assert SCHEMA.is_valid(document) is sound, document
        accepted += sound

    assert accepted > 50


@pytest.mark.parametrize("every", [every for every in Recurrence if every is not Recurrence.MONTH])
def test_longer_periods_that_go_with_the_plan_say_from_when_they_are_counted(every: Recurrence) -> None:
    with pytest.raises(ValidationError, match="from which month its periods are counted"):
        line(each="5", timing={"every": every.value})
