"""The clusters' advances carried together."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from clusters_cli.cashflow.borrowing import Credit
from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.pool import Pool, pool
from clusters_cli.cashflow.terms import Terms
from clusters_cli.registry.loading import load_registry, packaged_registry

SCHEMES = {scheme.id: scheme for scheme in load_registry(packaged_registry()).programmes.schemes}


def plan(scheme: str, grant: str, cluster: str = "a", signature: str | None = None) -> Plan:
    return make_plan(SCHEMES[scheme], Decimal(grant), Terms(signature=signature), cluster=cluster)


def test_clusters_paid_on_the_same_days_need_the_sum_of_their_peaks() -> None:
    found = pool("triennial", [plan("triennial", "130000"), plan("triennial", "60000", "b")], {})

    assert found.fund == found.sum_of_peaks == Decimal("79166.66")
    assert found.need.peak_date == date(2024, 2, 29)


def test_clusters_paid_on_different_days_need_less_than_the_sum_of_their_peaks() -> None:
    early, late = plan("triennial", "130000"), plan("annual-60-40", "130000", "b")
    found = pool("triennial", [early, late], {})

    assert (found.fund, found.need.peak_date) == (Decimal("127833.32"), date(2024, 2, 29))
    assert (found.sum_of_peaks, found.saved) == (Decimal("149499.98"), Decimal("21666.66"))


def test_own_cash_is_spent_before_the_pool_is_drawn_on() -> None:
    found = pool("triennial", [plan("triennial", "130000")], {"a": Decimal(50000)})

    assert found.fund == Decimal("4166.66")
    assert [(one.day, one.drawn, one.repaid) for one in found.members[0].movements] == [
        (date(2024, 2, 29), Decimal("4166.66"), 0),
        (date(2024, 3, 1), 0, Decimal("4166.66")),
        (date(2025, 2, 28), Decimal("4166.66"), 0),
        (date(2025, 3, 2), 0, Decimal("4166.66")),
    ]


def test_a_debt_the_cluster_already_had_is_not_the_pools() -> None:
    plain, indebted = (pool("triennial", [plan("triennial", "130000")], {"a": Decimal(cash)}) for cash in (0, -9))

    assert plain.fund == indebted.fund


def test_what_is_drawn_is_paid_back() -> None:
    found = pool("annual-60-40", [plan("annual-60-40", "130000"), plan("triennial", "70000", "b")], {})

    for member in found.members:
        assert sum(one.drawn - one.repaid for one in member.movements) == 0
        assert max(one.drawn for one in member.movements) > 0
    assert sum(member.at_peak for member in found.members) == found.fund


@settings(max_examples=15)
@given(
    members=st.lists(
        st.tuples(
            st.sampled_from(sorted(SCHEMES)),
            st.integers(1200, 10**8),
            st.sampled_from(["01-31", "03-31", "06-15", "09-30"]),
            st.integers(0, 10**6),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_the_pool_agrees_with_a_count_day_by_day(members: list[tuple[str, int, str, int]]) -> None:
    plans = [plan(scheme, str(Decimal(cents) / 100), str(i), day) for i, (scheme, cents, day, _c) in enumerate(members)]
    cash: dict[str | None, Decimal] = {str(i): Decimal(own) for i, (_s, _g, _d, own) in enumerate(members)}
    found = pool("annual-60-40", plans, cash)

    fund, days, euro_days = counted(plans, cash)
    assert (found.fund, found.need.days_in_advance, found.need.euro_days) == (fund, days, euro_days)
    assert found.saved >= 0


def counted(plans: list[Plan], cash: dict[str | None, Decimal]) -> tuple[Decimal, int, Decimal]:
    flows = [flow.day for one in plans for flow in one.spending] + [i.paid for one in plans for i in one.instalments]
    fund, days, euro_days = Decimal(), 0, Decimal()
    day = min(flows)
    while day <= max(flows):
        before = after = Decimal()
        for one in plans:
            own = cash[str(one.cluster)]
            spent = sum((flow.amount for flow in one.spending if flow.day <= day), Decimal())
            earlier = sum((i.amount for i in one.instalments if i.paid < day), Decimal())
            received = sum((i.amount for i in one.instalments if i.paid <= day), Decimal())
            before += max(spent - earlier - own, Decimal())
            after += max(spent - received - own, Decimal())
        fund, days, euro_days = max(fund, before), days + (after > 0), euro_days + after
        day += timedelta(days=1)
    return fund, days, euro_days


def test_a_rate_gives_the_cost_of_what_is_drawn() -> None:
    found: Pool = pool("triennial", [plan("triennial", "130000")], {}, Credit(rate=Decimal(4)))

    assert found.credit.interest == Decimal("2120.36")
    assert found.interest_per_point == Decimal("530.09")
