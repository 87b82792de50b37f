"""Payment schemes as data: anchors, claims, caps, and the schemes that contradict themselves."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.errors import UsageError
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.wording import refused

ADVANCE = {"kind": "advance", "share": "0.5", "anchor": "signature"}
BALANCE = {"kind": "balance", "share": "0.5", "anchor": "year-end", "offset": "6m"}


def scheme(*instalments: dict[str, Any], **changes: Any) -> PaymentScheme:
    data = {
        "id": "own",
        "name": {"en": "Own"},
        "status": "own",
        "source": "project",
        "agreement": {"years": "1", "signature": "03-31"},
        "payment_delay": "0",
        "instalments": instalments or (ADVANCE, BALANCE),
    }
    return PaymentScheme.model_validate({**data, **changes})


def planned(wanted: PaymentScheme, **terms: Any) -> Plan:
    return make_plan(wanted, Decimal(1200), Terms(2023, 1, **terms))


def dues(plan: Plan) -> list[str]:
    return [str(part.due) for part in plan.instalments]


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ({"anchor": "signature", "offset": "1m"}, "2023-04-30"),
        ({"anchor": "start", "offset": "6m"}, "2023-07-01"),
        ({"anchor": "year-end", "offset": "2m"}, "2024-02-29"),
        ({"anchor": "project-end"}, "2023-12-31"),
        ({"anchor": "date", "on": "09-15"}, "2023-09-15"),
        ({"anchor": "spending", "reached": "0.5"}, "2023-06-30"),
        ({"anchor": "spending", "reached": "0.1"}, "2023-03-31"),
    ],
    ids=str,
)
def test_each_anchor_gives_its_due_date(rule: dict[str, str], due: str) -> None:
    plan = planned(scheme(ADVANCE | rule, BALANCE))

    assert dues(plan)[0] == due


def test_a_claim_stands_between_the_due_date_and_the_payment() -> None:
    plan = planned(scheme(ADVANCE, BALANCE | {"claim": "1m"}, payment_delay="60d"))

    assert [str(part.requested) for part in plan.instalments] == ["None", "2024-07-30"]
    assert str(plan.instalments[1].paid) == "2024-09-28"


def test_a_cap_holds_before_the_balance_which_takes_the_rest() -> None:
    interim = {"kind": "interim", "share": "0.4", "anchor": "signature", "offset": "6m"}
    plan = planned(scheme(ADVANCE, interim, BALANCE | {"share": "0.1"}, cap="0.8"))

    assert [part.amount for part in plan.instalments] == [600, 360, 240]


def test_a_share_of_spending_that_is_never_reached_is_paid_with_the_balance() -> None:
    interim = {"kind": "interim", "share": "0.3", "anchor": "spending", "reached": "0.9"}
    plan = planned(scheme(ADVANCE, interim, BALANCE | {"share": "0.2"}), actual_cost=Decimal("0.8"))

    assert [part.kind for part in plan.instalments] == ["advance", "balance"]
    assert [part.amount for part in plan.instalments] == [600, 360]


@pytest.mark.parametrize("grant", ["1", "100", "120000", "130000", "130000.01", "99999.99"])
@pytest.mark.parametrize(
    ("reached", "due"),
    [
        ("0.25", "2023-03-31"),
        ("1/3", "2023-04-30"),
        ("0.5", "2023-06-30"),
        ("0.5001", "2023-07-31"),
        ("1", "2023-12-31"),
    ],
)
def test_no_cent_decides_when_a_share_of_spending_is_reached(reached: str, due: str, grant: str) -> None:
    interim = {"kind": "interim", "share": "0.5", "anchor": "spending", "reached": reached}
    wanted = scheme(interim, BALANCE, agreement={"years": "1", "signature": "01-01"})

    assert str(make_plan(wanted, Decimal(grant), Terms(2023, 1)).instalments[0].due) == due


def test_a_share_of_the_planned_costs_is_reached_later_when_less_is_spent() -> None:
    interim = {"kind": "interim", "share": "0.3", "anchor": "spending", "reached": "0.4"}

    assert dues(planned(scheme(interim, BALANCE | {"share": "0.7"}), actual_cost=Decimal("0.8")))[0] == "2023-06-30"


def test_a_balance_by_spending_counts_the_costs_really_justified() -> None:
    balance = {"kind": "balance", "share": "0.5", "anchor": "spending", "reached": "0.5"}

    assert dues(planned(scheme(ADVANCE, balance), actual_cost=Decimal("0.6")))[1] == "2023-06-30"


def test_instalments_are_differences_of_cumulated_sums() -> None:
    thirds = [{"kind": "interim", "share": "1/3", "anchor": "signature"}] * 3

    assert [part.amount for part in make_plan(scheme(*thirds), Decimal("0.10"), Terms(2023, 1)).instalments] == [
        Decimal("0.03"),
        Decimal("0.04"),
        Decimal("0.03"),
    ]


def test_a_part_below_a_cent_is_spent_with_a_later_one() -> None:
    spending = make_plan(scheme(), Decimal("0.05"), Terms(2023, 1)).spending

    assert [(flow.day.month, str(flow.amount)) for flow in spending] == [
        (2, "0.01"),
        (4, "0.01"),
        (6, "0.01"),
        (9, "0.01"),
        (11, "0.01"),
    ]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"instalments": (ADVANCE, BALANCE | {"share": "0.4"})}, "add up to 1"),
        ({"instalments": (ADVANCE | {"offset": "-10d"}, BALANCE)}, "before the signature"),
        ({"instalments": (ADVANCE | {"anchor": "start"}, BALANCE)}, "before the signature"),
        ({"instalments": (ADVANCE | {"offset": "soon"}, BALANCE)}, "is not a duration"),
        ({"instalments": (BALANCE, ADVANCE)}, "must be the last"),
        ({"instalments": (ADVANCE | {"anchor": "date"}, BALANCE)}, "on goes with"),
        ({"instalments": (ADVANCE | {"reached": "0.5"}, BALANCE)}, "reached goes with"),
        ({"instalments": (ADVANCE | {"claim": "-1m"}, BALANCE)}, "must not be negative"),
        ({"instalments": (ADVANCE | {"anchor": "date", "on": "2023-05-05"}, BALANCE)}, "MM-DD"),
        ({"instalments": (ADVANCE | {"share": "1"},), "cap": "0.8"}, "pays the rest"),
        ({"agreement": {"years": "1", "signature": "13-01"}}, "not a day of every year"),
        ({"agreement": {"years": "1", "signature": "02-30"}}, "not a day of every year"),
        ({"payment_delay": "-60d"}, "must not be negative"),
        ({"spending": "1,2,3"}, "fit neither"),
        ({"spending": "0,0"}, "above 0"),
        ({"spending": "sideways"}, "no spending profile"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_scheme_that_contradicts_itself_is_refused(wrong: dict[str, Any], words: str) -> None:
    with refused(ValidationError, match=words):
        scheme(**wrong)


def test_a_late_signature_may_pass_a_fixed_date() -> None:
    with refused(UsageError, match="before the signature"):
        planned(scheme(ADVANCE | {"anchor": "date", "on": "04-15"}, BALANCE), signature="05-31")


@pytest.mark.parametrize(
    ("profile", "first", "second"),
    [
        ("even", "100.00", "100.00"),
        ("front", "184.62", "169.23"),
        ("back", "15.38", "30.77"),
        ("3,0,0,1,3,0,0,1,3,0,0,1", "300.00", "0.00"),
    ],
)
def test_a_profile_says_what_is_spent_when(profile: str, first: str, second: str) -> None:
    spent = [month.spent for month in planned(scheme(spending=profile)).months]

    assert spent[:2] == [Decimal(first), Decimal(second)]
    assert sum(spent) == 1200


def test_an_instalment_claimed_after_the_last_one_is_refused() -> None:
    slow = {"kind": "advance", "share": "0.5", "anchor": "year-end", "claim": "7m"}

    with refused(
        ValidationError, match="instalment 1 .* would be claimed on 2024-07-31, after the last one on 2024-06-30"
    ):
        scheme(slow, BALANCE)


def test_an_instalment_that_waits_for_others_longer_than_the_last_one_is_refused() -> None:
    waiting = scheme(ADVANCE | {"not_before": {"anchor": "others-paid"}}, BALANCE)

    assert dues(planned(waiting, others_paid=date(2024, 6, 30))) == ["2023-03-31", "2024-06-30"]
    with refused(UsageError, match="claimed on 2024-07-01, after the last one on 2024-06-30"):
        planned(waiting, others_paid=date(2024, 7, 1))


def test_what_is_claimed_before_a_last_instalment_that_waits_for_others_is_told_when_they_pay() -> None:
    slow = {"kind": "advance", "share": "0.5", "anchor": "signature", "claim": "18m"}
    waiting = scheme(slow, BALANCE | {"not_before": {"anchor": "others-paid"}})

    assert dues(planned(waiting, others_paid=date(2024, 9, 30))) == ["2023-03-31", "2024-06-30"]
    with refused(UsageError, match="claimed on 2024-09-30, after the last one on 2024-09-29"):
        planned(waiting, others_paid=date(2024, 9, 29))


def test_a_project_with_an_end_has_a_weight_of_spending_for_each_of_its_months() -> None:
    fifteen = {"start": "2025-01-01", "end": "2026-03-20"}
    rules = [{"kind": "balance", "anchor": "project-end"}]
    plan = planned(scheme(*rules, agreement=fifteen, spending="1,2,3,1,1,1,1,1,1,1,1,1,1,1,3"))

    assert [int(flow.amount) for flow in plan.spending] == [60, 120, 180, *[60] * 11, 180]
    with refused(ValidationError, match="14 weights fit neither the months of the period, 15, nor a year"):
        scheme(*rules, agreement=fifteen, spending=",".join("1" * 14))


def test_a_first_year_that_a_variant_replaces_is_not_held_to_terms_that_never_apply_to_it() -> None:
    agreement = {"years": "3", "signature": "05-15", "renewal": "01-01"}
    early = ADVANCE | {"anchor": "date", "on": "03-31"}
    first = {"when": {"year": "1"}, "instalments": (ADVANCE, BALANCE)}

    plan = make_plan(scheme(early, BALANCE, agreement=agreement, variants=(first,)), Decimal(1200), Terms(2023, 2))

    assert dues(plan) == ["2023-05-15", "2024-06-30", "2024-03-31", "2025-06-30"]
    with refused(ValidationError, match="before the signature"):
        scheme(early, BALANCE, agreement=agreement)


def test_a_claim_that_the_advance_takes_up_says_what_it_declares_and_takes_back() -> None:
    project = {"months": "12", "start": "01-01", "periods": "3m"}
    claims = {"kind": "interim", "share": "1", "of": "costs", "anchor": "period-end"}
    settled = {"kind": "balance", "anchor": "project-end", "claim": "2m"}
    wanted = scheme(ADVANCE | {"anchor": "start"}, claims, settled, agreement=project, recover="first")

    plan = planned(wanted)

    assert [(one.reason.value, one.declared, one.recovered) for one in plan.unpaid] == [
        ("recovery", Decimal(300), Decimal(300))
    ] * 2
    assert [one.amount for one in plan.instalments] == [600, 300, 300]
