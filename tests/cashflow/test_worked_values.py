"""The worked values of the design, computed there independently, come out to the cent."""

from datetime import date
from decimal import Decimal

import pytest

from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.queries import find_schemes

WORKED = [
    ("annual-60-40", 130_000, "95333.32", date(2024, 4, 30), 1_209, "54129815.11"),
    ("annual-30-30-40", 130_000, "95333.32", date(2024, 4, 30), 1_306, "74312313.16"),
    ("triennial", 130_000, "54166.66", date(2024, 2, 29), 723, "19348324.36"),
    ("feder", 500_000, "400000.00", date(2026, 12, 31), 1_523, "374293859.95"),
]


@pytest.mark.parametrize(("scheme_id", "grant", "peak", "peak_date", "days", "euro_days"), WORKED)
def test_a_worked_value_of_the_design_comes_out_to_the_cent(
    scheme_id: str, grant: int, peak: str, peak_date: date, days: int, euro_days: str, registry: Registry
) -> None:
    (scheme,) = find_schemes(registry.programmes.schemes, [scheme_id])

    summary = make_plan(scheme, Decimal(grant), Terms()).summary

    assert (summary.peak_advance, summary.peak_date) == (Decimal(peak), peak_date)
    assert (summary.days_in_advance, summary.euro_days) == (days, Decimal(euro_days))
