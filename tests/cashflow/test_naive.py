"""The engine agrees with a second, deliberately naive computation on thousands of random schemes."""

from decimal import Decimal
from random import Random
from typing import Any

import pytest

from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.reading.durations import duration as read_duration
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.cashflow.naive import Walk, walk
from tests.cashflow.random_schemes import random_scheme

BATCHES, BATCH = 20, 100


@pytest.mark.parametrize("seed", range(BATCHES))
def test_the_engine_agrees_with_a_walk_through_every_day(seed: int) -> None:
    random = Random(seed)
    for _number in range(BATCH):
        scheme = random_scheme(random)
        grant, years = random.randint(100_00, 1_000_000_00), random.randint(1, 4)
        late = {"balance": random.choice(["0", "3m", "45d"])} if random.random() < 0.3 else {}
        actual = random.choice([100, 100, 85, 60])

        expected = walk(scheme, grant, years, late, actual)
        found = planned(scheme, grant, Terms(2023, years, **changes(late, actual)))

        assert seen(found) == (
            expected.peak,
            expected.peak_date,
            expected.days,
            expected.cent_days,
            sorted(expected.paid),
            expected.month_ends,
        ), scheme
        assert expected.final == 0


def changes(late: dict[str, str], actual: int) -> dict[str, Any]:
    delays = {kind: read_duration(text) for kind, text in late.items()}
    return {"late": delays, "actual_cost": Decimal(actual) / 100}


def planned(scheme: dict[str, Any], grant: int, terms: Terms) -> Plan:
    return make_plan(PaymentScheme.model_validate(scheme), Decimal(grant) / 100, terms)


def seen(plan: Plan) -> tuple[object, ...]:
    return (
        plan.summary.peak_advance * 100,
        plan.summary.peak_date,
        plan.summary.days_in_advance,
        plan.summary.euro_days * 100,
        sorted((instalment.paid, instalment.amount * 100) for instalment in plan.instalments),
        {(month.first.year, month.first.month): month.advance * 100 for month in plan.months},
    )


def test_the_walk_finds_the_worked_figures_of_the_design() -> None:
    scheme = {
        "agreement": {"years": "1", "signature": "03-31"},
        "payment_delay": "60d",
        "instalments": [
            {"kind": "advance", "share": "0.60", "anchor": "signature"},
            {"kind": "balance", "share": "0.40", "anchor": "year-end", "offset": "6m"},
        ],
    }

    found: Walk = walk(scheme, 130_000_00, 3, {}, 100)

    assert (found.peak, str(found.peak_date), found.days) == (95_333_33, "2024-04-30", 1209)
    assert found.cent_days == 54_129_833_37
