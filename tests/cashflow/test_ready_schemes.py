"""The ready schemes of the common funders pay as their texts say, and give a reason for what these leave open."""

from decimal import Decimal

import pytest

from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.registry.models.scheme_words import AssumptionTopic
from tests.cashflow.packaged_schemes import PACKAGED

READY = ("feder-claims", "interreg-nwe", "horizon-europe", "decret-2018-514", "cpo")
COMPUTED = {AssumptionTopic.FIRST_YEAR, AssumptionTopic.VARIANT}
"""What a plan says of any scheme, and no text could give."""


@pytest.mark.parametrize(
    ("scheme", "grant", "cost", "amounts"),
    [
        # half a year costs 30 000, 15 000 of grant; the ceiling of 72 000 leaves 12 000 to the fifth claim
        ("feder-claims", 90_000, 180_000, (15_000, 15_000, 15_000, 15_000, 12_000, 18_000)),
        ("interreg-nwe", 90_000, 150_000, (15_000,) * 6),
        # pre-financing of one period, 200 000, less 20 000 retained; then what the ceiling of 360 000 leaves
        ("horizon-europe", 400_000, None, (180_000, 160_000, 60_000)),
        # 12 000 a claim; the advance of 21 600 is taken back by the first two; the ceiling is 57 600
        ("decret-2018-514", 72_000, 180_000, (21_600, 2_400, 12_000, 12_000, 9_600, 14_400)),
        ("cpo", 40_000, None, (20_000,) * 6),
    ],
)
def test_a_ready_scheme_pays_what_was_worked_out_by_hand(
    scheme: str, grant: int, cost: int | None, amounts: tuple[int, ...]
) -> None:
    terms = Terms(2027, cost=None if cost is None else Decimal(cost))

    assert tuple(one.amount for one in make_plan(PACKAGED[scheme], Decimal(grant), terms).instalments) == amounts


@pytest.mark.parametrize("scheme", READY)
def test_a_ready_scheme_says_why_it_assumes_what_its_text_does_not_give(scheme: str) -> None:
    ready = PACKAGED[scheme]
    used = make_plan(ready, Decimal(90_000), Terms(2027, asked=None)).assumptions
    given = {AssumptionTopic.HORIZON, AssumptionTopic.START} if not ready.is_project else {AssumptionTopic.START}

    without = {one.about for one in used if one.reason is None} - COMPUTED - given
    assert not without
    assert ready.confidence
    assert ready.note
