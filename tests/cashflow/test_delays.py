"""Delays as distributions of whole days."""

from bisect import bisect_right
from statistics import NormalDist, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.cashflow.delays import LONGEST, Distribution, parse_delays
from clusters_cli.foundations.errors import UsageError
from clusters_cli.registry.models.scheme_words import InstalmentKind
from tests.wording import refused


def one(text: str) -> Distribution:
    return parse_delays([f"balance={text}"])[InstalmentKind.BALANCE]


def probabilities(found: Distribution) -> dict[int, float]:
    before = (0.0, *found.up_to)
    return {day: after - at for day, at, after in zip(found.days, before, found.up_to, strict=False)}


def test_a_fixed_delay_is_always_the_same() -> None:
    assert {one("fixed(60)").at(number / 10) for number in range(10)} == {60}


@pytest.mark.parametrize("text", ["fixed(1 000)", "fixed(1.000)", " Fixed ( 1000 ) "])
def test_days_are_read_as_counts_are_everywhere(text: str) -> None:
    assert one(text).days == (1000,)


@pytest.mark.parametrize("text", ["fixed(1 0)", "fixed(1.5)", "fixed(010)", "uniform(0,1,000)", "fixed(-1)"])
def test_days_that_are_no_count_are_refused(text: str) -> None:
    with pytest.raises(UsageError):
        one(text)


def test_a_uniform_delay_takes_each_day_from_the_least_to_the_most_alike() -> None:
    found = probabilities(one("uniform(0,180)"))

    assert list(found) == list(range(181))
    assert list(found.values()) == [pytest.approx(1 / 181)] * 181


def test_a_triangular_delay_is_the_continuous_law_rounded_to_days() -> None:
    found = probabilities(one("triangular(30,60,150)"))

    # Areas of the triangle of height 2 / 120 between k - 0.5 and k + 0.5.
    assert found[45] == pytest.approx(15 / 30 * 2 / 120)
    assert found[105] == pytest.approx(45 / 90 * 2 / 120)
    assert max(found, key=found.__getitem__) == 60
    assert sum(day * chance for day, chance in found.items()) == pytest.approx((30 + 60 + 150) / 3, abs=0.01)


@pytest.mark.parametrize("text", ["triangular(60,60,60)", "uniform(60,60)", "lognormal(60,60)", "empirical(60,60)"])
def test_a_distribution_without_spread_is_its_one_day(text: str) -> None:
    assert (one(text).days, one(text).up_to) == ((60,), (1.0,))


@pytest.mark.parametrize("text", ["triangular(0,0,100)", "triangular(0,100,100)"])
def test_the_likeliest_day_of_a_triangle_may_be_its_end(text: str) -> None:
    assert one(text).up_to[-1] == 1.0
    assert list(one(text).up_to) == sorted(one(text).up_to)


def test_a_lognormal_delay_has_the_median_and_the_95th_percentile_it_is_written_with() -> None:
    found = one("lognormal(60,200)")

    assert (found.at(0.5), found.at(0.95)) == (60, 200)
    assert found.at(NormalDist().cdf(-1.0)) == pytest.approx(60 * (60 / 200) ** (1 / 1.6449), abs=1)
    assert found.days[-1] <= LONGEST


@given(st.lists(st.integers(0, LONGEST), min_size=1, max_size=20))
def test_an_empirical_delay_comes_as_often_as_it_was_seen(seen: list[int]) -> None:
    found = probabilities(one(f"empirical({','.join(map(str, seen))})"))

    assert found == {day: pytest.approx(seen.count(day) / len(seen)) for day in set(seen)}
    assert one(f"empirical({','.join(map(str, [*seen, seen[0]]))})").at(0.0) == min(seen)


@given(
    text=st.sampled_from(["uniform(3,90)", "triangular(0,30,200)", "lognormal(45,400)", "empirical(1,5,5,300)"]),
    number=st.floats(0, 1, exclude_max=True),
)
def test_a_number_below_one_always_gives_a_day_that_can_happen(text: str, number: float) -> None:
    found = one(text)

    assert found.at(number) in found.days
    assert found.at(number) == found.days[bisect_right(found.up_to, number)]


def test_a_delay_without_kind_holds_for_the_kinds_that_are_not_named() -> None:
    found = parse_delays(["uniform(0, 90)", "Balance = fixed(30)"])

    assert {kind: found[kind].written for kind in InstalmentKind} == {
        "advance": "uniform(0,90)",
        "interim": "uniform(0,90)",
        "balance": "fixed(30)",
        "release": "uniform(0,90)",
    }


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (["balance"], "write it as balance=uniform\\(0,180\\)"),
        (["balance=90"], "write it as"),
        (["balance=unifrom(0,180)"], "there is no distribution 'unifrom'; did you mean uniform\\?"),
        (["ballance=fixed(3)"], "there is no kind of instalment 'ballance'; did you mean balance\\?"),
        (["=fixed(3)"], "there is no kind of instalment ''"),
        (["balance=uniform(180,0)"], "the least must not exceed the most"),
        (["balance=uniform(180)"], "uniform takes LEAST,MOST"),
        (["balance=triangular(0,200,180)"], "must follow each other"),
        (["balance=lognormal(0,180)"], "the median must be at least 1 day"),
        (["balance=lognormal(90,60)"], "not exceed the 95th percentile"),
        (["balance=empirical()"], "'' is not a whole number of days"),
        (["balance=fixed(-3)"], "'-3' is not a whole number of days between 0 and 3650"),
        (["balance=fixed(1.5)"], "'1.5' is not a whole number"),
        (["balance=fixed(3651)"], "'3651' is not a whole number of days between 0 and 3650"),
        (["balance=fixed(3)", "balance=fixed(4)"], "has a delay already"),
        (["fixed(3)", "fixed(4)"], "has a delay already"),
    ],
)
def test_a_delay_that_cannot_be_read_is_told(texts: list[str], message: str) -> None:
    with refused(UsageError, match=message):
        parse_delays(texts)


def test_half_of_many_delays_do_not_exceed_the_median() -> None:
    found = one("lognormal(60,200)")

    assert median(found.at(number / 1001) for number in range(1001)) == 60
