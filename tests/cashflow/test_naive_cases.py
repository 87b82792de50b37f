"""The naive engine agrees with the clauses that were worked out by hand, which the program is tried on as well."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cashflow.naive import Case, planned, walked
from tests.cashflow.naive.dates import share_of
from tests.cashflow.naive.pieces import Piece

FILE = Path(__file__).parent.parent / "cases" / "schemes.yaml"
Plan = Mapping[str, Any]


def plans() -> Iterator[Any]:
    clauses = yaml.load(FILE.read_text(encoding="utf-8"), yaml.BaseLoader)["clauses"]  # noqa: S506  (builds strings)
    for clause in clauses:
        for plan in clause["plans"]:
            yield pytest.param(clause["scheme"], plan, id=f"{clause['id']}-{plan.get('name', 'as-written')}")


PLANS = list(plans())
PEAKS = ("peak", "whole_peak")
each_plan = pytest.mark.parametrize(("scheme", "plan"), PLANS)


def case_of(scheme: dict[str, Any], plan: Plan) -> Case:
    months = {"months": plan["months"]} if "months" in plan else {}
    return Case(
        {**scheme, "agreement": {**scheme["agreement"], **months}},
        int(plan.get("years", "1")),
        actual=_percent(plan.get("actual_cost", "1")),
        accepted=_percent(plan["accepted"]) if "accepted" in plan else None,
        first_year=int(plan.get("start", "2026")),
        cost=_cents(plan["cost"]) if "cost" in plan else None,
        others_paid=date.fromisoformat(plan["others_paid"]) if "others_paid" in plan else None,
        start_given="start" in plan,
    )


def pieces(scheme: dict[str, Any], plan: Plan) -> list[Piece]:
    """Return the parts of a plan, each year with its own grant where it has one."""
    case = case_of(scheme, plan)
    found = planned(case, _cents(plan["grant"])).pieces
    for year, grant in plan.get("by_year", {}).items():
        other = planned(case, _cents(grant)).pieces
        found = [new if new.stretch.first.year == int(year) else old for old, new in zip(found, other, strict=True)]
    return found


def _percent(share: str) -> Fraction:
    return share_of(share) * 100


def _cents(amount: str) -> int:
    return int(Fraction(amount) * 100)


@each_plan
def test_each_payment_comes_out_as_it_was_worked_out(scheme: dict[str, Any], plan: Plan) -> None:
    made = [payment for piece in pieces(scheme, plan) for payment in piece.ledger.payments]

    assert [(one.kind, one.amount, str(one.cut_off), str(one.claim), str(one.day)) for one in made] == [
        (one["kind"], _cents(one["amount"]), one["due"], one.get("claimed", one["due"]), one["paid"])
        for one in plan["payments"]
    ]


@each_plan
def test_each_claim_that_comes_to_nothing_says_why(scheme: dict[str, Any], plan: Plan) -> None:
    unpaid = [line for piece in pieces(scheme, plan) for line in piece.ledger.unpaid]

    assert [(str(line.cut_off), line.reason) for line in unpaid] == [
        (one["due"], one["reason"]) for one in plan.get("unpaid", [])
    ]


@pytest.mark.parametrize(("scheme", "plan"), [one for one in PLANS if any(peak in one.values[1] for peak in PEAKS)])
def test_the_highest_need_comes_out_as_it_was_worked_out(scheme: dict[str, Any], plan: Plan) -> None:
    made = pieces(scheme, plan)
    paid = [(payment.day, payment.amount) for piece in made for payment in piece.ledger.payments]
    of_the_grant = [one for piece in made for one in piece.costs.on_the_grant()]
    in_full = [one for piece in made for one in piece.costs.in_full()]
    seen = {key: walked(spent, paid) for key, spent in zip(PEAKS, (of_the_grant, in_full), strict=True) if key in plan}

    assert {key: (walk.peak, str(walk.peak_date)) for key, walk in seen.items()} == {
        key: (_cents(plan[key]["amount"]), plan[key]["on"]) for key in seen
    }
