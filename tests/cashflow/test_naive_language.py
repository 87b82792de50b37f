"""The naive engine writes real clauses: figures worked out by hand, clause by clause."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
import yaml

from tests.cashflow.naive import Case, Refused, planned

WORKED = """
agreement: {start: 2026-03-01, end: 2027-08-31, signature: 2026-04-15, periods: 6m}
payment_delay: 45d
cofinancing: 40%
cap: 60%
recover: first
min_costs: [50000, 50%]
instalments:
- {kind: advance, share: 25%, anchor: signature, payment_delay: 15d, not_before: {anchor: date, on: 2026-05-01}}
- {kind: interim, share: 100%, of: costs, anchor: period-end, claim: 1m, retain: 10%}
- {kind: balance, anchor: project-end, claim: 2m}
"""
PROJECT = "agreement: {months: 12, start: 01-01, periods: 3m}\npayment_delay: 0d\n"
"""Costs of 1 000 a month under a grant of 12 000."""
ON_COSTS = "{kind: interim, share: 100%, of: costs, anchor: period-end}"
ADVANCE = "{kind: advance, share: 20%, anchor: signature}"
BALANCE = "{kind: balance, anchor: project-end, claim: 2m}"
LATER = "{kind: balance, anchor: project-end, offset: 2m}"
YEARS = "agreement: {years: 2, signature: 03-31}\npayment_delay: 60d\n"
SETTLED = "{kind: balance, anchor: year-end, offset: 6m}"


def case_of(text: str, **assumed: Any) -> Case:
    return Case(yaml.load(text, yaml.BaseLoader), **{"start_given": False, **assumed})  # noqa: S506  (builds strings)


def paid(text: str, grant: int = 12_000, **assumed: Any) -> list[tuple[str, float]]:
    """Return the days and euros of the payments of a grant in euros."""
    plan = planned(case_of(text, **assumed), grant * 100)
    return [(str(payment.day), payment.amount / 100) for payment in plan.payments]


def amounts(text: str, grant: int = 12_000, **assumed: Any) -> list[float]:
    return [amount for _day, amount in paid(text, grant, **assumed)]


def reasons(text: str, grant: int = 12_000, **assumed: Any) -> list[str]:
    return [line.reason for line in planned(case_of(text, **assumed), grant * 100).unpaid]


def lines(*rules: str, keys: str = "", head: str = PROJECT) -> str:
    return f"{head}{keys}\ninstalments: [{', '.join(rules)}]"


def test_the_worked_example_comes_out_to_the_cent_and_the_day() -> None:
    assert paid(WORKED, 72_000) == [
        ("2026-05-16", 18_000),
        ("2026-11-14", 5_400),
        ("2027-05-12", 17_280),
        ("2027-12-15", 31_320),
    ]
    assert reasons(WORKED, 72_000) == []


@pytest.mark.parametrize(("accepted", "balance"), [(Fraction(15_000, 180), 19_320), (50, -4_680)])
def test_the_worked_example_pays_back_what_its_final_account_does_not_accept(accepted: Any, balance: int) -> None:
    assert amounts(WORKED, 72_000, accepted=accepted) == [18_000, 5_400, 17_280, balance]


def test_whole_costs_are_the_grant_divided_by_its_rate() -> None:
    plan = planned(case_of(WORKED), 72_000_00)

    assert [amount for _day, amount in plan.costs] == [10_000_00] * 18
    assert [amount for _day, amount in plan.spent] == [4_000_00] * 18


def test_claims_pay_the_costs_of_their_period_and_the_balance_takes_the_place_of_the_last() -> None:
    assert paid(lines(ON_COSTS, BALANCE)) == [
        ("2023-03-31", 3_000),
        ("2023-06-30", 3_000),
        ("2023-09-30", 3_000),
        ("2024-02-29", 3_000),
    ]
    assert amounts(lines(ON_COSTS, LATER)) == [3_000, 3_000, 3_000, 3_000, 0]


@pytest.mark.parametrize(
    ("periods", "ends"),
    [
        ("6m", ["06-30", "12-31"]),
        ("5m", ["05-31", "10-31", "12-31"]),
        ("[3m, 4m]", ["03-31", "07-31", "11-30", "12-31"]),
        ("[06-30, 12-31]", ["06-30", "12-31"]),
        ("[02-15]", ["02-15", "12-31"]),
        ("100d", ["04-10", "07-19", "10-27", "12-31"]),
    ],
)
def test_periods_are_lengths_or_days_and_the_last_ends_with_the_project(periods: str, ends: list[str]) -> None:
    rule = "{kind: interim, share: 10%, of: period, anchor: period-end}"
    found = paid(lines(rule, LATER).replace("periods: 3m", f"periods: {periods}"))

    assert [day for day, _amount in found[:-1]] == [f"2023-{end}" for end in ends]
    assert found[0][1] == round(1_200 / len(ends), 2)


def test_periods_may_be_full_dates() -> None:
    head = "agreement: {months: 12, start: 2025-01-01, periods: [2025-02-28, 2025-10-31]}\npayment_delay: 0d\n"

    assert paid(lines(ON_COSTS, LATER, head=head)) == [
        ("2025-02-28", 2_000),
        ("2025-10-31", 8_000),
        ("2025-12-31", 2_000),
        ("2026-02-28", 0),
    ]


def test_a_start_asked_for_moves_full_dates_by_years() -> None:
    head = "agreement: {start: 2024-02-29, end: 2025-02-28, signature: 2024-03-15}\npayment_delay: 0d\n"
    fixed = "{kind: interim, share: 10%, anchor: date, on: 2024-05-31}"
    text = lines(ADVANCE, fixed, "{kind: balance, anchor: project-end}", head=head)

    assert [day for day, _amount in paid(text)] == ["2024-03-15", "2024-05-31", "2025-02-28"]
    moved = planned(case_of(text, start_given=True, first_year=2026), 12_000_00)
    assert [str(payment.day) for payment in moved.payments] == ["2026-03-15", "2026-05-31", "2027-02-28"]
    assert moved.pieces[0].stretch.first == date(2026, 2, 28)


def test_a_day_of_the_year_in_a_project_is_the_first_from_its_start_on() -> None:
    head = "agreement: {months: 12, start: 09-01}\npayment_delay: 0d\n"
    text = lines(
        "{kind: interim, share: 10%, anchor: date, on: 02-15}", "{kind: balance, anchor: project-end}", head=head
    )

    assert paid(text)[0] == ("2024-02-15", 1_200)


def test_a_claim_that_waits_declares_no_more_costs() -> None:
    waiting = ON_COSTS.replace("}", ", not_before: [{anchor: date, on: 05-10}, {anchor: signature}]}")

    assert paid(lines(waiting, BALANCE))[:2] == [("2023-05-10", 3_000), ("2023-06-30", 3_000)]


def test_what_follows_periods_waits_for_the_signature() -> None:
    text = lines(ON_COSTS, BALANCE).replace("start: 01-01", "start: 01-01, signature: 08-15")

    assert paid(text)[:3] == [("2023-08-15", 3_000), ("2023-08-15", 3_000), ("2023-09-30", 3_000)]


def test_an_instalment_may_have_a_delay_of_its_own() -> None:
    text = YEARS + f"instalments: [{ADVANCE[:-1]}, payment_delay: 15d}}, {SETTLED}]"

    assert paid(text) == [("2023-04-15", 2_400), ("2024-08-29", 9_600)]
    assert paid(text, late={"advance": "1m"})[0] == ("2023-05-15", 2_400)


def test_too_few_new_costs_stay_for_the_next_claim() -> None:
    text = lines(ON_COSTS, BALANCE, keys="min_costs: 4000")

    assert paid(text) == [("2023-06-30", 6_000), ("2024-02-29", 6_000)]
    assert reasons(text) == ["costs", "costs"]
    assert amounts(lines(ON_COSTS, BALANCE, keys="min_costs: [4000, 25%]")) == [3_000] * 4


def test_a_payment_below_the_least_amount_waits_for_the_next() -> None:
    text = lines(ADVANCE, ON_COSTS, BALANCE, keys="min_amount: 3500")

    assert paid(text) == [("2023-01-01", 2_400), ("2023-06-30", 6_000), ("2024-02-29", 3_600)]
    assert reasons(text) == ["least", "least"]


def test_a_ceiling_cuts_what_the_balance_pays() -> None:
    assert amounts(lines(ADVANCE, ON_COSTS, BALANCE, keys="cap: 60%")) == [2_400, 3_000, 1_800, 4_800]
    assert reasons(lines(ADVANCE, ON_COSTS, BALANCE, keys="cap: 60%")) == ["ceiling"]
    assert amounts(lines(ADVANCE, ON_COSTS.replace("}", ", cap: 50%}"), BALANCE)) == [2_400, 3_000, 600, 6_000]


def test_the_first_claims_take_the_advance_back() -> None:
    text = lines(ADVANCE.replace("20%", "40%"), ON_COSTS, BALANCE, keys="recover: first")

    assert amounts(text) == [4_800, 1_200, 3_000, 3_000]
    assert reasons(text) == ["recovery"]


def test_claims_take_the_advance_back_in_a_straight_line_between_two_shares_of_the_costs() -> None:
    text = lines(ADVANCE, ON_COSTS, BALANCE, keys="recover: {from: 25%, to: 75%}")

    assert amounts(text) == [2_400, 3_000, 1_800, 1_800, 3_000]


def test_what_is_retained_comes_with_the_balance_or_on_a_day_of_its_own() -> None:
    kept = ON_COSTS.replace("}", ", retain: 10%}")
    in_all = ON_COSTS.replace("}", ", retain: {share: 4%, of: grant}}")
    own = ON_COSTS.replace("}", ", retain: {share: 10%, release: {anchor: project-end, offset: 12m}}}")

    assert amounts(lines(kept, BALANCE)) == [2_700, 2_700, 2_700, 3_900]
    assert amounts(lines(in_all, BALANCE)) == [2_520, 3_000, 3_000, 3_480]
    assert paid(lines(own, BALANCE))[-2:] == [("2024-02-29", 3_000), ("2024-12-31", 900)]
    assert amounts(lines(own, BALANCE), accepted=70) == [2_700, 2_700, 2_700, 0, 300]
    assert amounts(lines(own, BALANCE), accepted=50) == [2_700, 2_700, 2_700, -2_100]


@pytest.mark.parametrize(("actual", "total"), [(95, 12_000), (90, 10_800), (85, 10_200)])
def test_a_shortfall_of_the_tolerance_counts_from_the_first_euro(actual: int, total: int) -> None:
    assert sum(amounts(lines(ON_COSTS, BALANCE, keys="tolerance: 10%"), actual=actual)) == total


def test_a_grant_with_full_tolerance_is_flat() -> None:
    assert amounts(lines(ADVANCE, BALANCE, keys="tolerance: 100%"), actual=10) == [2_400, 9_600]


@pytest.mark.parametrize(("grant", "first"), [(4_999, 4_999), (5_000, 2_500), (23_000, 11_500), (23_001, 4_600.20)])
def test_the_first_variant_that_holds_for_the_grant_is_taken(grant: int, first: float) -> None:
    text = f"""{YEARS}instalments: [{ADVANCE}, {SETTLED}]
variants:
- {{when: {{grant_below: 5000}}, instalments: [{ADVANCE.replace("20%", "100%")}, {SETTLED}]}}
- {{when: {{grant_up_to: 23000}}, instalments: [{ADVANCE.replace("20%", "50%")}, {SETTLED}]}}"""

    assert amounts(text, grant)[0] == first


def test_a_variant_may_hold_for_the_first_year_of_each_agreement() -> None:
    text = f"{YEARS}instalments: [{ADVANCE}, {SETTLED}]\nvariants: [{{when: {{year: 1}}, payment_delay: 0d}}]"
    days = [str(one.day) for one in planned(case_of(text, years=3), 12_000_00).payments]

    assert days[::2] == ["2023-03-31", "2024-05-30", "2025-03-31"]


@pytest.mark.parametrize(("months", "first"), [(48, 9_600), (49, 10_800)])
def test_a_project_of_48_months_is_not_longer_than_that(months: int, first: int) -> None:
    text = lines(
        ADVANCE.replace("20%", "100%"),
        "{kind: balance, anchor: project-end}",
        keys="cap: 80%\nvariants: [{when: {longer_than: 48m}, cap: 90%}]",
        head=f"agreement: {{months: {months}, start: 01-01}}\npayment_delay: 0d\n",
    )

    assert amounts(text)[0] == first


def test_each_part_is_a_grant_of_its_own() -> None:
    text = lines(ADVANCE, BALANCE, keys="parts: [{share: 1/3}, {share: 2/3, payment_delay: 1m, cofinancing: 50%}]")
    plan = planned(case_of(text), 100_00)

    assert [(str(one.day), one.amount) for one in plan.payments] == [
        ("2023-01-01", 6_67),
        ("2024-02-29", 26_66),
        ("2023-02-01", 13_33),
        ("2024-03-29", 53_34),
    ]
    assert sum(amount for _day, amount in plan.costs) == 33_33 + 2 * 66_67


def test_an_advance_of_the_average_period_may_be_more_than_one() -> None:
    assert amounts(lines("{kind: advance, share: 160%, of: period, anchor: start}", BALANCE)) == [4_800, 7_200]


def test_a_share_of_costs_is_reached_exactly() -> None:
    text = lines(
        "{kind: interim, share: 1/3, anchor: spending, reached: 1/3}",
        "{kind: balance, anchor: project-end}",
        head="agreement: {months: 36, start: 01-01}\npayment_delay: 0d\n",
    )

    assert paid(text, 1)[0] == ("2023-12-31", 0.33)
    assert paid(text, 1, actual=50)[0] == ("2024-12-31", 0.33)
    assert reasons(text, 1, actual=30) == ["reached"]


def test_nothing_is_reached_with_the_first_cost_and_tranches_with_what_they_pay() -> None:
    first = "{kind: advance, share: 40%, anchor: spending, reached: 0%}"
    second = "{kind: interim, share: 20%, anchor: spending, reached: {share: 75%, of: paid}}"

    assert paid(lines(first, second, BALANCE, keys='spending: "0,1,1,1,1,1,1,1,1,1,1,0"')) == [
        ("2023-02-28", 4_800),
        ("2023-04-30", 2_400),
        ("2024-02-29", 4_800),
    ]


def test_thirds_are_rounded_in_cumulated_sums() -> None:
    third = "{kind: interim, share: 1/3, anchor: start}"

    assert amounts(lines(third, third, BALANCE), 200) == [66.67, 66.66, 66.67]


def test_planned_costs_that_are_given_set_the_rate() -> None:
    plan = planned(case_of(lines(ON_COSTS, BALANCE), cost=48_000_00), 12_000_00)

    assert [amount for _day, amount in plan.costs] == [4_000_00] * 12
    assert amounts(lines(ON_COSTS, BALANCE), cost=48_000_00) == [3_000] * 4


def test_a_rate_and_planned_costs_both_stand() -> None:
    text = lines(ON_COSTS, BALANCE, keys="cofinancing: 50%")

    assert amounts(text, cost=30_000_00) == [3_750, 3_750, 3_750, 750]
    assert amounts(text, cost=20_000_00) == [2_500] * 4


def test_a_balance_may_wait_for_the_other_grants() -> None:
    text = lines(ON_COSTS, BALANCE.replace("}", ", not_before: {anchor: others-paid}}"))

    assert paid(text, others_paid=date(2024, 9, 1))[-1] == ("2024-09-01", 3_000)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (lines("{kind: interim, share: 20%, anchor: project-end, offset: 3m}", LATER), "after the balance"),
        (lines("{kind: advance, share: 20%, anchor: start, offset: -1d}", BALANCE), "before the signature"),
        (
            lines("{kind: interim, share: 20%, of: costs, anchor: project-end, offset: 1d}", BALANCE),
            "outside the project",
        ),
        (lines(ON_COSTS, BALANCE.replace("}", ", not_before: {anchor: others-paid}}")), "others-paid"),
        (
            lines(ON_COSTS.replace("}", ", retain: {share: 9%, release: {anchor: start}}}"), BALANCE),
            "before the balance",
        ),
        (
            lines(ON_COSTS, "{kind: interim, share: 9%, anchor: spending, reached: {share: 9%, of: paid}}", BALANCE),
            "tranches",
        ),
    ],
)
def test_what_cannot_be_planned_is_refused(text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        planned(case_of(text), 12_000_00)
