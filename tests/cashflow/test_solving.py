"""What keeps a peak under an amount, and what changes when one scheme takes another's place."""

from decimal import Decimal
from fractions import Fraction

import pytest

from clusters_cli.cashflow.calendar import Step, by
from clusters_cli.cashflow.comparison import compare
from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.solving import solve, with_first_share
from clusters_cli.cashflow.terms import Terms
from clusters_cli.registry.models.schemes import PaymentScheme

GRANT = Decimal(130_000)
NAMES = ("annual-60-40", "annual-30-30-40", "triennial")


@pytest.mark.parametrize("name", NAMES)
def test_the_smallest_first_share_is_enough_and_a_hundredth_of_a_percent_less_is_not(
    name: str, schemes: dict[str, PaymentScheme]
) -> None:
    limit = Decimal(50_000)
    found = solve(schemes[name], GRANT, Terms(), limit)

    def peak(share: Decimal) -> Decimal:
        return make_plan(with_first_share(schemes[name], Fraction(share)), GRANT, Terms()).summary.peak_advance

    assert found.first_share is not None
    assert peak(found.first_share) <= limit < peak(found.first_share - Decimal("0.0001"))


def test_opening_cash_covers_the_rest_of_the_peak(schemes: dict[str, PaymentScheme]) -> None:
    assert solve(schemes["annual-60-40"], GRANT, Terms(), Decimal(50_000)).opening_cash == Decimal("45333.32")
    assert solve(schemes["annual-60-40"], GRANT, Terms(), Decimal(100_000)).opening_cash == 0


def test_there_may_be_no_first_share_that_is_enough(schemes: dict[str, PaymentScheme]) -> None:
    assert solve(schemes["annual-60-40"], GRANT, Terms(), Decimal(10)).first_share is None


def test_a_larger_first_share_is_taken_from_the_last_instalments(schemes: dict[str, PaymentScheme]) -> None:
    changed = with_first_share(schemes["annual-30-30-40"], Fraction("0.9"))

    assert [rule.share for rule in changed.instalments] == [Decimal("0.9"), Decimal("0.1"), 0]


def test_differences_are_with_the_first_and_the_order_changes_no_figure(schemes: dict[str, PaymentScheme]) -> None:
    summaries = [(name, GRANT * 3, make_plan(schemes[name], GRANT, Terms()).summary) for name in NAMES]
    forth, back = compare(summaries), compare(summaries[::-1])

    assert {item.scheme: item.summary for item in forth} == {item.scheme: item.summary for item in back}
    assert forth[1].difference.euro_days == Decimal("20182498.05")
    assert back[2].difference.peak_advance == -forth[2].difference.peak_advance


@pytest.mark.parametrize(
    ("step", "count", "first"), [("month", 44, "2023-01"), ("quarter", 15, "2023-Q1"), ("year", 4, "2023")]
)
def test_longer_stretches_add_months_up_and_end_where_they_end(
    step: str, count: int, first: str, schemes: dict[str, PaymentScheme]
) -> None:
    months = make_plan(schemes["annual-60-40"], GRANT, Terms()).months
    stretches = by(Step(step), months)

    assert (len(stretches), stretches[0].label) == (count, first)
    assert sum(stretch.spent for stretch in stretches) == 3 * GRANT
    assert stretches[-1].advance == 0
