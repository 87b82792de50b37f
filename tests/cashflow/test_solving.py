"""What keeps a peak under an amount, and what changes when one scheme takes another's place."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from clusters_cli.cashflow import solving
from clusters_cli.cashflow.comparison import compare
from clusters_cli.cashflow.intervals import Interval, added_up
from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.solving import solve, with_first_share
from clusters_cli.cashflow.study import Solved
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.dates import Duration
from clusters_cli.registry.models.scheme_words import InstalmentKind
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.cashflow.random_schemes import random_scheme

GRANT = Decimal(130_000)
NAMES = ("annual-60-40", "annual-30-30-40", "triennial")


@pytest.mark.parametrize("name", NAMES)
def test_the_smallest_first_share_is_enough_and_a_hundredth_of_a_percent_less_is_not(
    name: str, schemes: dict[str, PaymentScheme]
) -> None:
    limit = Decimal(50_000)
    found = solve(schemes[name], GRANT, Terms(2023), limit)

    def peak(share: Decimal) -> Decimal:
        return make_plan(with_first_share(schemes[name], Fraction(share)), GRANT, Terms(2023)).summary.peak_advance

    assert found.first_share is not None
    assert peak(found.first_share) <= limit < peak(found.first_share - Decimal("0.0001"))


@pytest.mark.parametrize("grant", ["0.99", "1.23"])
def test_the_smallest_first_share_of_a_few_cents_is_found_to_the_step(
    grant: str, schemes: dict[str, PaymentScheme], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solving, "STEPS", 100)
    scheme, amount = schemes["annual-60-40"], Decimal(grant)
    shares = [Fraction(step, 100) for step in range(1, 101)]
    peaks = [make_plan(with_first_share(scheme, share), amount, Terms(2023)).summary.peak_advance for share in shares]

    for limit in set(peaks):
        enough = next(share for share, peak in zip(shares, peaks, strict=True) if peak <= limit)
        assert solve(scheme, amount, Terms(2023), limit).first_share == enough


LATE: dict[InstalmentKind, Duration] = {InstalmentKind.ADVANCE: Duration(months=24)}
KINDS: tuple[InstalmentKind, ...] = (InstalmentKind.ADVANCE, InstalmentKind.BALANCE)


def test_a_smaller_first_share_is_found_where_a_larger_one_raises_the_peak(schemes: dict[str, PaymentScheme]) -> None:
    scheme, terms, limit = schemes["annual-60-40"], Terms(2023, late=LATE), Decimal(200_000)
    as_it_stands = make_plan(scheme, Decimal(125_000), terms).summary.peak_advance
    found = solve(scheme, Decimal(125_000), terms, limit)

    assert found.peak_advance == as_it_stands > limit
    assert found.first_share is not None
    assert found.first_share < Decimal("0.6")


@pytest.mark.parametrize("seed", range(60))
def test_no_share_smaller_than_the_one_found_is_enough(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "STEPS", 100)
    random = Random(seed)
    scheme = PaymentScheme.model_validate(random_scheme(random))
    grant = Decimal(random.choice([1200, 99_999, 130_000]))
    late = {kind: Duration(months=random.choice([3, 12, 24])) for kind in KINDS if random.random() < 0.4}
    terms = Terms(2023, years=random.randint(1, 3), late=late, actual_cost=Decimal(random.choice(["1", "1", "0.7"])))
    cents = Decimal("0.01") * len(scheme.parts)
    if scheme.parts and all(part.instalments for part in scheme.parts):
        assert solve(scheme, grant, terms, grant).first_share is None
        return
    shares = [Fraction(step, 100) for step in range(1, int((scheme.cap or 1) * 100) + 1)]
    peaks = [make_plan(with_first_share(scheme, share), grant, terms).summary.peak_advance for share in shares]
    for limit in (random.choice(peaks), min(peaks), min(peaks) - 1, (min(peaks) + max(peaks)) // 2):
        found = solve(scheme, grant, terms, limit).first_share
        near = {limit, limit - cents}
        enough = [next((share for share, peak in zip(shares, peaks, strict=True) if peak <= one), None) for one in near]

        assert found in enough
        assert found is None or peaks[int(found * 100) - 1] <= limit


def test_opening_cash_covers_the_rest_of_the_peak(schemes: dict[str, PaymentScheme]) -> None:
    assert solve(schemes["annual-60-40"], GRANT, Terms(2023), Decimal(50_000)).opening_cash == Decimal("45333.33")
    assert solve(schemes["annual-60-40"], GRANT, Terms(2023), Decimal(100_000)).opening_cash == 0


@pytest.mark.parametrize(("most", "kept"), [("95333.32", False), ("95333.33", True), ("95333.34", True)])
def test_a_peak_at_the_amount_to_the_cent_is_kept(most: str, kept: bool, schemes: dict[str, PaymentScheme]) -> None:
    assert Solved(None, solve(schemes["annual-60-40"], GRANT, Terms(2023), Decimal(most))).is_kept is kept


def test_there_may_be_no_first_share_that_is_enough(schemes: dict[str, PaymentScheme]) -> None:
    assert solve(schemes["annual-60-40"], GRANT, Terms(2023), Decimal(10)).first_share is None


def test_a_larger_first_share_is_taken_from_the_last_instalments(schemes: dict[str, PaymentScheme]) -> None:
    changed = with_first_share(schemes["annual-30-30-40"], Fraction("0.9"))

    assert [rule.share for rule in changed.instalments] == [Decimal("0.9"), Decimal("0.1"), 0]


def test_differences_are_with_the_first_and_the_order_changes_no_figure(schemes: dict[str, PaymentScheme]) -> None:
    summaries = [(name, GRANT * 3, make_plan(schemes[name], GRANT, Terms(2023)).summary) for name in NAMES]
    forth, back = compare(summaries), compare(summaries[::-1])

    assert {item.scheme: item.summary for item in forth} == {item.scheme: item.summary for item in back}
    assert forth[1].difference.euro_days == Decimal("20182499.98")
    assert back[2].difference.peak_advance == -forth[2].difference.peak_advance


@pytest.mark.parametrize(
    ("step", "count", "first"),
    [(Interval.MONTH, 44, "2023-01"), (Interval.QUARTER, 15, "2023-Q1"), (Interval.YEAR, 4, "2023")],
)
def test_longer_stretches_add_months_up_and_end_where_they_end(
    step: Interval, count: int, first: str, schemes: dict[str, PaymentScheme]
) -> None:
    months = make_plan(schemes["annual-60-40"], GRANT, Terms(2023)).months
    stretches = added_up(step, months)

    assert (len(stretches), stretches[0].label) == (count, first)
    assert sum(stretch.spent for stretch in stretches) == 3 * GRANT
    assert stretches[-1].advance == 0
