"""An assignment of receivables: what a bank lends on it, what it leaves, and a second walk day by day."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters_cli.cashflow.advance import Flow, Window, curve
from clusters_cli.cashflow.assigned_claims import after_a_year, assigned
from clusters_cli.cashflow.borrowing import Charge, Credit
from clusters_cli.cashflow.credit_use import use_of
from clusters_cli.cashflow.instalments import Instalment
from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.portfolio import merge
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.money import ZERO, to_cents
from clusters_cli.registry.models import InstalmentKind
from tests.cashflow.naive_bank import Claim, assignment
from tests.cashflow.packaged_schemes import PACKAGED

FIRST = date(2023, 1, 1)
MARCH, MAY = date(2023, 3, 1), date(2023, 5, 1)


def claim(amount: int, notified: date, paid: date, kind: InstalmentKind = InstalmentKind.INTERIM) -> Instalment:
    """Return an instalment of whole cents."""
    return Instalment("2023", kind, None, Decimal(amount) / 100, paid, None, paid, notified)


SPENT = [Flow(FIRST, Decimal(500)), Flow(MARCH, Decimal(500))]
GRANT = [claim(100_000, date(2023, 2, 1), MAY)]
ADVANCE = curve(SPENT, [Flow(MAY, Decimal(1000))])
"""500 € from January, 1 000 € from March to the end of April; the grant of 1 000 € is notified on 1 February."""


def test_nothing_is_lent_before_the_grant_is_notified_and_a_share_of_it_until_it_is_paid() -> None:
    used = use_of(ADVANCE, Credit(Decimal(10), dailly=Decimal("0.8")), [GRANT])

    assert used.gaps == (
        Window(Decimal(500), FIRST, date(2023, 1, 31)),  # nothing is notified
        Window(Decimal(200), MARCH, date(2023, 4, 30)),  # 1 000 € less 80 % of 1 000 €
    )
    assert (used.gap, used.gap_date) == (Decimal(500), FIRST)
    assert used.drawn == Decimal(800)
    assert used.interest == Decimal("17.21")  # (500 × 28 days + 800 × 61 days) × 10 % / 365


def test_on_the_day_of_payment_the_claim_is_lent_on_until_the_money_arrives() -> None:
    spent = [*SPENT, Flow(MAY, Decimal(100))]
    used = use_of(curve(spent, [Flow(MAY, Decimal(1000))]), Credit(dailly=Decimal(1)), [GRANT])

    assert used.gap == Decimal(500)  # in January; on 1 May 1 100 € are needed and 1 000 € are lent
    assert used.gaps[-1] == Window(Decimal(100), MAY, MAY)


def test_a_ceiling_limits_what_is_lent_on_claims() -> None:
    credit = Credit(dailly=Decimal("0.8"), ceiling=Decimal(300))
    used = use_of(ADVANCE, credit, [GRANT])

    assert used.drawn == Decimal(300)
    assert [window.amount for window in used.gaps] == [Decimal(500), Decimal(200), Decimal(700)]


def test_the_fee_of_an_assignment_is_that_of_each_claim() -> None:
    two = [*GRANT, claim(33_350, FIRST, MAY)]

    assert use_of(ADVANCE, Credit(dailly_fee=Charge(Decimal(15))), [two]).dailly_fee == Decimal(30)
    percent = Credit(dailly_fee=Charge(Decimal("0.5"), is_percent=True))
    assert use_of(ADVANCE, percent, [two]).dailly_fee == Decimal("6.67")  # 5.00 and 1.67


def test_what_is_paid_when_it_is_notified_or_must_be_paid_back_is_not_assigned() -> None:
    never = [claim(100, MARCH, MARCH), claim(-100, FIRST, MAY), claim(0, FIRST, MAY), claim(100, MAY, MARCH)]
    good = claim(100, FIRST, MARCH)

    assert assigned([*never, good]) == (good,)


def test_claims_of_more_than_a_year_are_told_apart() -> None:
    a_year, a_day_more = claim(1, FIRST, date(2024, 1, 1)), claim(1, FIRST, date(2024, 1, 2))

    assert after_a_year([claim(1, FIRST, MAY), a_year, a_day_more]) == (a_day_more,)


def test_a_plan_is_notified_on_the_day_its_agreement_is_signed() -> None:
    plan = make_plan(PACKAGED["triennial"], Decimal(120_000), Terms(2023, years=2))

    assert {(one.period, one.notified) for one in plan.instalments} == {
        ("2023", date(2023, 3, 31)),
        ("2024", date(2024, 1, 1)),
    }


def test_claims_of_all_clusters_are_assigned_together_in_a_portfolio() -> None:
    credit = Credit(dailly=Decimal("0.8"), dailly_fee=Charge(Decimal(10)))
    plans = [make_plan(PACKAGED["feder"], Decimal(amount), Terms(2023), credit=credit) for amount in (100_000, 50_000)]

    whole, parts = merge(plans, credit).summary.credit, [plan.summary.credit for plan in plans]

    assert whole.gap == sum(part.gap for part in parts)
    assert whole.dailly_fee == sum(part.dailly_fee or ZERO for part in parts)


@pytest.mark.parametrize("share", ["0", "1.01"])
def test_a_share_that_no_bank_lends_is_refused(share: str) -> None:
    with pytest.raises(UsageError) as refused:
        Credit(dailly=Decimal(share))

    assert refused.value.code == "USE131"


AMOUNTS = st.integers(1, 5_000_000)
DAYS = st.integers(0, 500)
CLAIMS = st.lists(st.tuples(AMOUNTS, DAYS, st.integers(0, 300)), min_size=1, max_size=6)


@given(
    spent=st.lists(st.tuples(DAYS, AMOUNTS), min_size=1, max_size=6),
    claims=CLAIMS,
    share=st.integers(1, 100),
    ceiling=st.none() | AMOUNTS,
)
def test_a_walk_day_by_day_finds_what_is_lent_and_what_is_missing(
    spent: list[tuple[int, int]], claims: list[tuple[int, int, int]], share: int, ceiling: int | None
) -> None:
    out = [(FIRST + timedelta(days=day), amount) for day, amount in spent]
    dated = [
        Claim(FIRST + timedelta(days=day), FIRST + timedelta(days=day + wait), amount) for amount, day, wait in claims
    ]
    walked = assignment(out, dated, Fraction(share, 100), ceiling)
    credit = Credit(
        Decimal(1), dailly=Decimal(share) / 100, ceiling=None if ceiling is None else Decimal(ceiling) / 100
    )
    advance = curve(
        [Flow(day, Decimal(amount) / 100) for day, amount in out],
        [Flow(one.paid, Decimal(one.amount) / 100) for one in dated],
    )

    used = use_of(advance, credit, [[claim(one.amount, one.notified, one.paid) for one in dated]])

    assert (to_cents(used.drawn), to_cents(used.gap), used.gap_date) == (
        walked.most_lent,
        walked.most_missing,
        walked.missing_on,
    )
    assert used.interest is not None
    assert abs(used.interest * 36_500 * 100 - walked.lent) <= Decimal(36_500) / 2  # half a cent
