"""The clusters' advances carried together."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusters_cli.cashflow.advance import Curve, Flow, Step
from clusters_cli.cashflow.borrowing import Credit
from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.pool import MonthOfNeed, Movement, Pool, added, need, pool_of
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.money import ZERO
from tests.cashflow.packaged_schemes import PACKAGED

SCHEMES = PACKAGED


def plan(scheme: str, grant: str, cluster: str = "a", signature: str | None = None) -> Plan:
    return make_plan(SCHEMES[scheme], Decimal(grant), Terms(2023, signature=signature), cluster=cluster)


def test_clusters_paid_on_the_same_days_need_the_sum_of_their_peaks() -> None:
    found = pool_of("triennial", [plan("triennial", "130000"), plan("triennial", "60000", "b")], {})

    assert found.fund == found.sum_of_peaks == Decimal("79166.67")
    assert found.need.peak_date == date(2024, 2, 29)


def test_clusters_paid_on_different_days_need_less_than_the_sum_of_their_peaks() -> None:
    early, late = plan("triennial", "130000"), plan("annual-60-40", "130000", "b")
    found = pool_of("triennial", [early, late], {})

    assert (found.fund, found.need.peak_date) == (Decimal("127833.34"), date(2024, 2, 29))
    assert (found.sum_of_peaks, found.saved) == (Decimal("149500.00"), Decimal("21666.66"))


def test_own_cash_is_spent_before_the_pool_is_drawn_on() -> None:
    found = pool_of("triennial", [plan("triennial", "130000")], {"a": Decimal(50000)})

    assert found.fund == Decimal("4166.67")
    assert [(one.day, one.drawn, one.repaid) for one in found.members[0].movements] == [
        (date(2024, 2, 29), Decimal("4166.67"), 0),
        (date(2024, 3, 1), 0, Decimal("4166.67")),
        (date(2025, 2, 28), Decimal("4166.67"), 0),
        (date(2025, 3, 2), 0, Decimal("4166.67")),
    ]


def test_a_debt_the_cluster_already_had_is_not_the_pools() -> None:
    plain, indebted = (pool_of("triennial", [plan("triennial", "130000")], {"a": Decimal(cash)}) for cash in (0, -9))

    assert plain.fund == indebted.fund


def test_what_is_drawn_is_paid_back() -> None:
    found = pool_of("annual-60-40", [plan("annual-60-40", "130000"), plan("triennial", "70000", "b")], {})

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
    found = pool_of("annual-60-40", plans, cash)

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
    found: Pool = pool_of("triennial", [plan("triennial", "130000")], {}, Credit(rate=Decimal(4)))

    assert found.credit.interest == Decimal("2120.37")
    assert found.interest_per_point == Decimal("530.09")


ENOUGH = Decimal(10**9)


def months_of(*flows: tuple[str, str, str]) -> Curve:
    """Return a curve of steps written as day, advance before the day's receipts, advance after them."""
    return Curve(tuple(Step(date.fromisoformat(day), Decimal(before), Decimal(after)) for day, before, after in flows))


def alone(need_: Curve) -> Pool:
    """Return a pool of nobody that has a need all the same."""
    return replace(pool_of("triennial", [], {}), need=need_)


def test_needs_are_added_with_everyones_spending_before_anyones_receipts() -> None:
    one = months_of(("2023-01-10", "100", "100"), ("2023-02-01", "100", "0"))
    other = months_of(("2023-02-01", "30", "30"), ("2023-03-01", "30", "-5"))

    assert added([one, other]) == months_of(
        ("2023-01-10", "100", "100"), ("2023-02-01", "130", "30"), ("2023-03-01", "30", "-5")
    )
    assert added([]) == Curve(())


def test_a_need_is_told_month_by_month_with_the_months_in_which_nothing_moves() -> None:
    found = alone(
        months_of(("2023-01-10", "100", "100"), ("2023-01-20", "150", "120"), ("2023-03-05", "120", "40"))
    ).months

    assert found == (
        MonthOfNeed(date(2023, 1, 1), Decimal(120), Decimal(150)),
        MonthOfNeed(date(2023, 2, 1), Decimal(120), Decimal(120)),
        MonthOfNeed(date(2023, 3, 1), Decimal(40), Decimal(120)),
    )


def test_a_pool_of_nobody_needs_nothing() -> None:
    found = pool_of("triennial", [], {})

    assert (found.members, found.months, found.fund, found.saved) == ((), (), ZERO, ZERO)
    assert (found.need.peak_date, found.interest_per_point) == (None, ZERO)


def test_what_a_member_owes_at_the_peak_is_before_the_receipts_of_that_day_and_of_no_later_one() -> None:
    early, late = plan("triennial", "130000"), plan("annual-60-40", "130000", "b")

    first, second = pool_of("triennial", [early, late], {}).members

    assert (first.at_peak, second.at_peak) == (Decimal("54166.67"), Decimal("73666.67"))


def test_what_members_owe_at_the_peak_adds_up_to_the_fund_on_a_day_when_some_are_paid() -> None:
    def lent(cluster: str, amount: int, spent: date, paid: date) -> Plan:
        (first, *_rest) = plan("triennial", "130000").instalments
        return replace(
            plan("triennial", "130000", cluster),
            spending=(Flow(spent, Decimal(amount)),),
            instalments=(replace(first, amount=Decimal(amount), paid=paid),),
        )

    found = pool_of(
        "triennial",
        [
            lent("paid on the day", 100, date(2023, 1, 10), date(2023, 2, 1)),
            lent("paid on it too", 30, date(2023, 1, 20), date(2023, 2, 1)),
            lent("spends on it", 50, date(2023, 2, 1), date(2023, 3, 1)),
            lent("paid before", 20, date(2023, 1, 5), date(2023, 1, 15)),
            lent("spends later", 40, date(2023, 4, 1), date(2023, 5, 1)),
        ],
        {},
    )

    assert (found.fund, found.need.peak_date) == (Decimal(180), date(2023, 2, 1))
    assert [member.at_peak for member in found.members] == [100, 30, 50, 0, 0]


def test_the_months_of_a_need_begin_with_its_first_step() -> None:
    found = alone(months_of(("2023-01-10", "100", "100"), ("2023-02-05", "100", "0"))).months

    assert [month.first for month in found] == [date(2023, 1, 1), date(2023, 2, 1)]


def test_members_that_never_need_the_pool_owe_it_nothing_and_move_nothing() -> None:
    (member,) = pool_of("triennial", [plan("triennial", "130000")], {"a": ENOUGH}).members

    assert (member.at_peak, member.movements, member.own_cash) == (ZERO, (), ENOUGH)


def test_a_movement_tells_what_is_drawn_and_paid_back_and_what_is_still_owed() -> None:
    (member,) = pool_of("triennial", [plan("triennial", "130000")], {}).members
    changed = replace(
        member,
        need=months_of(
            ("2023-01-10", "100", "100"),
            ("2023-01-15", "100", "100"),
            ("2023-01-20", "150", "120"),
            ("2023-02-01", "120", "0"),
        ),
    )

    assert changed.movements == (
        Movement(date(2023, 1, 10), Decimal(100), ZERO, Decimal(100)),
        Movement(date(2023, 1, 20), Decimal(50), Decimal(30), Decimal(120)),
        Movement(date(2023, 2, 1), ZERO, Decimal(120), ZERO),
    )


def test_a_pool_tells_who_is_in_it_by_which_scheme_and_with_what() -> None:
    plans = [plan("triennial", "130000"), plan("annual-60-40", "60000", "b")]

    found = pool_of("triennial", plans, {"a": Decimal(20_000)})

    assert found.scheme == "triennial"
    assert [(one.cluster, one.scheme, one.grant, one.own_cash) for one in found.members] == [
        ("a", "triennial", Decimal(130_000), Decimal(20_000)),
        ("b", "annual-60-40", Decimal(60_000), ZERO),
    ]
    assert found.assumptions == {one.scheme: one.assumptions for one in plans}
    assert sum((one.need.peak for one in found.members), ZERO) == found.sum_of_peaks


def test_a_need_never_falls_below_zero_however_much_own_cash_there_is() -> None:
    need_ = need(plan("triennial", "130000"), Decimal(20_000))

    assert min(step.after for step in need_.steps) == 0
    assert need_.peak == Decimal("34166.67")
    assert need(plan("triennial", "130000"), ENOUGH).peak == 0


def test_interest_by_point_follows_the_day_count_of_the_credit() -> None:
    plans = [plan("triennial", "130000")]

    assert pool_of("triennial", plans, {}, Credit(day_count=360)).interest_per_point == Decimal("537.45")


def test_a_pool_and_its_members_cannot_be_changed() -> None:
    found = pool_of("triennial", [plan("triennial", "130000")], {})

    for value, name in ((found, "scheme"), (found.members[0], "grant"), (found.members[0].movements[0], "drawn")):
        with pytest.raises(AttributeError):
            setattr(value, name, None)
