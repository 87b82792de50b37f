"""What a funder pays in each year when the payment scheme changes."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from clusters_cli.cashflow.histories import YearlyGrant
from clusters_cli.cashflow.payment_credits import SchemeChange, change_scheme
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.dates import Duration
from clusters_cli.foundations.errors import UsageError
from clusters_cli.registry.loading import Registry, load_registry, packaged_registry
from tests.cashflow.packaged_schemes import PACKAGED
from tests.wording import refused

REGISTRY: Registry = load_registry(packaged_registry())
SCHEMES = PACKAGED
YEARLY = sorted(scheme.id for scheme in SCHEMES.values() if not scheme.is_project)


def computed(before: str, after: str, grant: str = "866000", *, terms: Terms | None = None) -> SchemeChange:
    old, new = SCHEMES[before], SCHEMES[after]
    return change_scheme(old, new, [YearlyGrant(None, Decimal(grant), old)], terms or Terms(2024))


def test_moving_60_40_to_75_25_brings_15_percent_forward_once_and_nothing_after() -> None:
    found = computed("annual-60-40", "triennial", terms=Terms(2024, years=8)).total

    assert dict(zip([year.year for year in found.changed], found.effect, strict=True)) == {
        2023: 0,
        2024: Decimal("129900.00"),
        **dict.fromkeys(range(2025, 2032), 0),
    }


def test_a_scheme_kept_pays_one_years_grant_every_year_and_owes_its_balance_at_the_end_of_each() -> None:
    found = computed("annual-60-40", "triennial").total

    for year in found.kept:
        assert [year.committed, year.paid, year.outstanding] == [866000, 866000, 346400]


def test_an_agreement_of_three_years_is_committed_whole_in_the_year_of_its_signature() -> None:
    found = computed("annual-60-40", "triennial", terms=Terms(2024, years=4)).total

    assert [year.committed for year in found.changed] == [866000, 2598000, 0, 0, 2598000]
    assert [year.outstanding for year in found.changed] == [346400, 1948500, 1082500, 216500, 1948500]


def test_changing_nothing_moves_nothing() -> None:
    for scheme in YEARLY:
        found = computed(scheme, scheme).total
        assert set(found.effect) == {0}
        assert found.kept == found.changed == found.target
        assert found.gain.peak_advance == 0


def test_clusters_gain_what_their_plans_differ_by() -> None:
    gain = computed("annual-60-40", "triennial", "130000").total.gain

    assert (gain.before.peak_advance, gain.after.peak_advance) == (Decimal("95333.33"), Decimal("54166.67"))
    assert gain.peak_advance == Decimal("41166.66")


@settings(max_examples=25)
@given(
    grants=st.lists(st.integers(1, 10**9).map(lambda cents: Decimal(cents) / 100), min_size=1, max_size=4),
    before=st.sampled_from(YEARLY),
    after=st.sampled_from(YEARLY),
    delay=st.integers(0, 800),
)
def test_the_total_is_the_sum_of_the_clusters_and_the_money_moved_is_the_change_of_what_is_unpaid(
    grants: list[Decimal], before: str, after: str, delay: int
) -> None:
    terms = Terms(2024, years=6, payment_delay=Duration(days=delay))
    old, new = SCHEMES[before], SCHEMES[after]
    found = change_scheme(old, new, [YearlyGrant(f"c{index}", grant, old) for index, grant in enumerate(grants)], terms)

    for index in range(len(found.total.changed)):
        assert found.total.changed[index].paid == sum(one.changed[index].paid for one in found.clusters)
    for history in (found.total.kept, found.total.target, found.total.changed):
        for earlier, later in pairwise(history):
            assert later.outstanding == earlier.outstanding + later.committed - later.paid


def test_a_scheme_that_pays_projects_is_refused() -> None:
    with refused(UsageError, match="feder pays projects"):
        computed("annual-60-40", "feder")


def test_too_many_years_are_refused() -> None:
    with refused(UsageError, match="years must be at most 15, found 16"):
        computed("annual-60-40", "triennial", terms=Terms(2024, years=16))
