"""The worked values of the design, computed there independently, come out to the cent."""

from datetime import date
from decimal import Decimal

import pytest

from clusters_cli.cashflow.borrowing import Credit
from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.lookups import find_schemes

WORKED = [
    ("annual-60-40", 130_000, "95333.33", date(2024, 4, 30), 1_209, "54129833.37"),
    ("annual-30-30-40", 130_000, "95333.33", date(2024, 4, 30), 1_306, "74312333.35"),
    ("triennial", 130_000, "54166.67", date(2024, 2, 29), 723, "19348332.88"),
    ("feder", 500_000, "400000.00", date(2026, 12, 31), 1_523, "374293749.98"),
]


@pytest.mark.parametrize(("scheme_id", "grant", "peak", "peak_date", "days", "euro_days"), WORKED)
def test_a_worked_value_of_the_design_comes_out_to_the_cent(
    scheme_id: str, grant: int, peak: str, peak_date: date, days: int, euro_days: str, registry: Registry
) -> None:
    (scheme,) = find_schemes(registry.schemes.entries, [scheme_id])

    summary = make_plan(scheme, Decimal(grant), Terms(2023)).summary

    assert (summary.peak_advance, summary.peak_date) == (Decimal(peak), peak_date)
    assert (summary.days_in_advance, summary.euro_days) == (days, Decimal(euro_days))


def test_the_bank_costs_of_the_report_mean_a_rate_of_5_85_percent(registry: Registry) -> None:
    (feder,) = find_schemes(registry.schemes.entries, ["feder"])

    plan = make_plan(feder, Decimal(500_000), Terms(2023), credit=Credit(bank_cost=Decimal(60_000)))

    assert plan.summary.credit.implied_rate == Decimal("5.85")


@pytest.mark.parametrize(("scheme_id", "days"), [(worked[0], worked[4]) for worked in WORKED])
@pytest.mark.parametrize("grant", [1, 7, 41, 100, 999, 12_345, 120_000, 130_001, 99_999_989])
def test_days_in_advance_are_the_same_for_any_grant_of_whole_euros(
    scheme_id: str, days: int, grant: int, registry: Registry
) -> None:
    (scheme,) = find_schemes(registry.schemes.entries, [scheme_id])

    assert make_plan(scheme, Decimal(grant), Terms(2023)).summary.days_in_advance == days
