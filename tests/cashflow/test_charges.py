"""What a credit costs over four draws counted by hand: those with the higher peak have fewer euro-days."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from clusters_cli.cashflow.advance import Flow, curve
from clusters_cli.cashflow.borrowing import Charge, Credit
from clusters_cli.cashflow.charges import cost_percentiles, gap_percentiles
from clusters_cli.cashflow.percentiles import Percentiles

PEAKS = np.array([1000_00, 2000_00, 3000_00, 4000_00])
CENT_DAYS = np.array([146_000_00, 109_500_00, 73_000_00, 36_500_00])
"""At 10 % a year they cost 40, 30, 20 and 10 euros."""
PLANNED = curve([Flow(date(2023, 1, 1), Decimal(1000))], [Flow(date(2023, 1, 11), Decimal(1000))])
"""1000 € for ten days: 2.74 euros at 10 %."""
TEN = Decimal(10)
TWO_PERCENT, FIVE_EUROS = Charge(Decimal(2), is_percent=True), Charge(Decimal(5))


def spread(planned: str, p50: str, highest: str) -> Percentiles[Decimal]:
    """Of four draws the 80th and the 95th percentile are the largest."""
    return Percentiles(Decimal(planned), Decimal(p50), Decimal(highest), Decimal(highest), Decimal(highest))


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        (Credit(TEN, fee=TWO_PERCENT), spread("22.74", "70", "90")),
        (Credit(TEN, 360, fee=TWO_PERCENT), spread("22.78", "70.42", "90.14")),
        (Credit(TEN, fee=TWO_PERCENT, guarantee=FIVE_EUROS), spread("27.74", "75", "95")),
        (Credit(fee=TWO_PERCENT, guarantee=TWO_PERCENT), spread("40", "80", "160")),
        (Credit(TEN, guarantee=FIVE_EUROS), spread("7.74", "25", "45")),
        (Credit(TEN, fee=TWO_PERCENT, ceiling=Decimal(5000)), spread("102.74", "120", "140")),
        (Credit(TEN, fee=TWO_PERCENT, ceiling=Decimal(0)), spread("2.74", "20", "40")),
    ],
    ids=["a fee", "360 days", "two charges", "no rate", "euros alone", "a ceiling above all peaks", "a ceiling of 0"],
)
def test_the_cost_of_a_draw_is_its_interest_and_its_charges(credit: Credit, expected: Percentiles[Decimal]) -> None:
    assert cost_percentiles(PEAKS, CENT_DAYS, PLANNED, credit) == expected


@pytest.mark.parametrize(
    ("peak", "cent_days"),
    [(5000_00, 366_825_00), (5025_00, 365_000_00)],
    ids=["the interest is more by 50 cents", "the fee is more by 50 cents"],
)
def test_draws_are_ranked_by_what_they_cost_to_the_cent(peak: int, cent_days: int) -> None:
    """One draw costs 100 euros, by its peak alone or by its euro-days alone, and the other 100.50."""
    ranked = cost_percentiles(np.array([peak, 0]), np.array([0, cent_days]), PLANNED, Credit(TEN, fee=TWO_PERCENT))

    assert ranked == spread("22.74", "100", "100.50")


def test_under_a_ceiling_the_peak_ranks_no_draw() -> None:
    credit = Credit(TEN, fee=TWO_PERCENT, ceiling=Decimal(5000))

    assert cost_percentiles(PEAKS, CENT_DAYS[::-1], PLANNED, credit) == spread("102.74", "120", "140")


def test_without_a_charge_the_interest_is_all_there_is() -> None:
    assert cost_percentiles(PEAKS, CENT_DAYS, PLANNED, Credit(TEN)) is None


def test_a_ceiling_leaves_what_exceeds_it_and_nothing_where_it_is_above_the_peak() -> None:
    peaks = spread("1000", "2000", "4000")

    assert gap_percentiles(peaks, Credit(ceiling=Decimal(2500))) == spread("0", "0", "1500")
    assert gap_percentiles(peaks, Credit()) is None
