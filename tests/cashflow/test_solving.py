"""What keeps a peak under an amount, and what changes when one scheme takes another's place."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
import yaml

from clusters_cli.cashflow import solving
from clusters_cli.cashflow.advance import curve
from clusters_cli.cashflow.comparison import compare
from clusters_cli.cashflow.first_share import largest_first_share, with_first_share
from clusters_cli.cashflow.intervals import Interval, added_up
from clusters_cli.cashflow.parts import paid_parts
from clusters_cli.cashflow.plan import make_plan, planned_parts, received
from clusters_cli.cashflow.solving import solve
from clusters_cli.cashflow.study import Solved
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.money import CENT, from_cents
from clusters_cli.registry.models.scheme_words import InstalmentKind, ShareOf
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.cashflow.planned_cases import terms_of
from tests.cashflow.random_schemes import random_case

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

    for limit in sorted(set(peaks))[::6]:
        enough = next(share for share, peak in zip(shares, peaks, strict=True) if peak <= limit)
        assert solve(scheme, amount, Terms(2023), limit).first_share == enough


COARSE = [Fraction(step, 20) for step in range(1, 21)]
LATE: dict[InstalmentKind, Duration] = {InstalmentKind.ADVANCE: Duration(months=24)}


def test_a_smaller_first_share_is_found_where_a_larger_one_raises_the_peak(schemes: dict[str, PaymentScheme]) -> None:
    scheme, terms, limit = schemes["annual-60-40"], Terms(2023, late=LATE), Decimal(200_000)
    as_it_stands = make_plan(scheme, Decimal(125_000), terms).summary.peak_advance
    found = solve(scheme, Decimal(125_000), terms, limit)

    assert found.peak_advance == as_it_stands > limit
    assert found.first_share is not None
    assert found.first_share < Decimal("0.6")


def drawn(seed: int) -> tuple[PaymentScheme, Decimal, Terms]:
    """Return a random scheme of the whole language, with a first share of the whole grant or of a part of it."""
    random = Random(f"solving {seed}")
    while True:
        case, grant, _plan = random_case(random)
        scheme = PaymentScheme.model_validate(case.scheme)
        if not scheme.parts or any(part.instalments is None for part in scheme.parts):
            return scheme, from_cents(grant), terms_of(case)


def all_peaks(scheme: PaymentScheme, grant: Decimal, terms: Terms, steps: int) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield every first share there is, from the smallest to that of the highest ceiling, and its peak."""
    plans = planned_parts(paid_parts(scheme, terms), grant, terms)
    own = [part.instalments is not None for part in scheme.parts] or [False]
    shares = [
        largest_first_share(one.scheme, one.periods) for one, is_own in zip(plans, own, strict=True) if not is_own
    ]
    for step in range(1, int(max(shares) * steps) + 1):
        changed = paid_parts(with_first_share(scheme, Fraction(step, steps)), terms)
        parts = planned_parts(changed, grant, terms)
        spent = [flow for part in parts for flow in part.spending]
        paid = [flow for part in parts for flow in received(part.instalments)]
        yield Decimal(step) / steps, curve(spent, paid).peak


@pytest.mark.parametrize("seed", [*range(6), *[pytest.param(seed, marks=pytest.mark.long) for seed in range(6, 200)]])
def test_the_share_found_is_the_first_of_all_that_is_enough(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "STEPS", 100)
    scheme, grant, terms = drawn(seed)
    tried = list(all_peaks(scheme, grant, terms, 100))
    peaks = [peak for _share, peak in tried]
    limits = {Random(seed).choice(peaks), min(peaks), min(peaks) - 1, (min(peaks) + max(peaks)) // 2, max(peaks) - CENT}

    for limit in limits:
        enough = next((share for share, peak in tried if peak <= limit), None)
        assert solve(scheme, grant, terms, limit).first_share == enough, limit


@pytest.mark.long
@pytest.mark.parametrize("seed", range(200, 236))
def test_the_share_found_is_the_first_of_ten_thousand_that_is_enough(seed: int) -> None:
    scheme, grant, terms = drawn(seed)
    peaks = [make_plan(with_first_share(scheme, share), grant, terms).summary.peak_advance for share in COARSE]
    limit = (min(peaks) + max(peaks)) // 2

    enough = next((share for share, peak in all_peaks(scheme, grant, terms, 10_000) if peak <= limit), None)

    assert solve(scheme, grant, terms, limit).first_share == enough


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


ON_COSTS = """
agreement: {months: 24, start: 01-01, periods: 6m}
payment_delay: 60d
recover: first
instalments:
- {kind: advance, share: 10%, anchor: start}
- {kind: interim, share: 100%, of: costs, anchor: period-end}
- {kind: balance, anchor: project-end}
"""


def scheme_of(text: str) -> PaymentScheme:
    written = yaml.load(text, yaml.BaseLoader)  # noqa: S506  (builds strings)
    return PaymentScheme.model_validate(
        {"id": "own", "name": {"en": "Own"}, "status": "own", "source": "project", **written}
    )


@pytest.mark.parametrize(
    ("limit", "share"), [(80_000, "0.0001"), (70_000, "0.2917"), (60_000, "0.5417"), (50_000, "0.7917")]
)
def test_an_advance_that_claims_take_back_must_outlast_them(limit: int, share: str) -> None:
    # each claim of 60 000 takes the advance back first; at its highest 140 000, 190 000, at last 240 000 are spent, of
    # which no more than the advance has been paid: 70 000, 130 000 or 190 000 of 240 000
    found = solve(scheme_of(ON_COSTS), Decimal(240_000), Terms(2023), Decimal(limit))

    assert (found.peak_advance, found.first_share) == (Decimal(80_000), Decimal(share))


def test_a_share_of_the_costs_may_be_the_first_share() -> None:
    # at its highest 140 000, 190 000, 240 000 are spent, less one, two or three claims: 90 000 with 5/6 of 60 000 each
    claims = ON_COSTS.replace("- {kind: advance, share: 10%, anchor: start}\n", "").replace("recover: first\n", "")
    scheme = scheme_of(claims)

    assert with_first_share(scheme, Fraction(1, 2)).instalments[0].share == Fraction(1, 2)
    found = solve(scheme, Decimal(240_000), Terms(2023), Decimal(90_000))
    assert (found.first_share, found.share_of) == (Decimal("0.8334"), ShareOf.COSTS)
    assert solve(scheme, Decimal(240_000), Terms(2023), Decimal(79_999)).first_share is None


def test_a_balance_without_a_share_gives_before_the_other_instalments_do() -> None:
    shares = ON_COSTS.replace("recover: first\n", "").replace(
        "100%, of: costs, anchor: period-end", "40%, anchor: date, on: 06-30"
    )
    scheme = scheme_of(shares)

    assert [rule.share for rule in with_first_share(scheme, Fraction("0.6")).instalments] == [
        Fraction("0.6"),
        Fraction("0.4"),
        None,
    ]
    assert [rule.share for rule in with_first_share(scheme, Fraction("0.8")).instalments] == [
        Fraction("0.8"),
        Fraction("0.2"),
        None,
    ]


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
