"""The treasury of a dossier: balances, lowest points, and what is missing."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusters_cli.cashflow.advance import Flow
from clusters_cli.cashflow.borrowing import Credit
from clusters_cli.cashflow.project import ProjectPlan, project_plan
from clusters_cli.cashflow.study import study_of_dossier
from clusters_cli.cashflow.terms import Terms
from clusters_cli.cashflow.treasury import TreasuryLine, treasury
from clusters_cli.dossier.dossier_file import read_dossier
from clusters_cli.foundations.errors import InvalidDataError, UndeterminedError
from clusters_cli.registry.models.schemes import PaymentScheme
from tests.wording import refused

DOSSIER = """\
id: demo
cluster: nekoe
aid: {type: operating}
project: {start: 2025-01-01, end: 2025-12-31}
costs:
- {label: Manager, amount: 96000}
- {label: Fair, amount: 24000, timing: {on: 2025-06-15}}
resources:
- {label: Grant, kind: region, amount: 60000, status: requested, timing: {scheme: annual-60-40}}
- {label: Dues, kind: dues, sector: private, amount: 30000, timing: {on: 2025-02-28}}
- {label: Other, kind: epci, amount: 20000, years: {2025: 12000, 2026: 8000}}
- {label: Loan of desks, kind: in-kind-private, amount: 6000}
- {label: Own funds, kind: own-funds, sector: private, amount: 4000}
treasury: {opening_cash: 10000}
"""


def plan(text: str, folder: Path, schemes: dict[str, PaymentScheme], instead: str | None = None) -> ProjectPlan:
    file = folder / "application.yaml"
    file.write_text(text, encoding="utf-8")
    return project_plan(
        read_dossier(file), tuple(schemes.values()), schemes[instead] if instead else None, Terms(2023), Credit()
    )


def test_the_cash_of_every_month_follows_from_what_moves_in_it(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    cash = plan(DOSSIER, tmp_path, schemes).treasury

    balance = Decimal(10_000)
    for month in cash.months:
        balance += month.received - month.paid
        assert (month.balance, month.lowest <= balance) == (balance, True)
    assert cash.closing == balance == 10_000 - 120_000 + 60_000 + 30_000 + 20_000


def test_the_lowest_point_lies_inside_a_month_before_its_receipts(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    cash = plan(DOSSIER, tmp_path, schemes).treasury
    february = cash.months[1]

    assert february.balance == 10_000 - 16_000 + 30_000 + 2_000
    assert (february.lowest, february.lowest_date) == (Decimal(-5_000), date(2025, 2, 28))
    assert cash.lowest == min(month.lowest for month in cash.months)


def test_a_grant_is_paid_by_its_scheme_and_what_brings_no_cash_is_left_out(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    found = plan(DOSSIER, tmp_path, schemes)

    (grant,) = found.plans
    assert [(str(part.paid), part.amount) for part in grant.instalments] == [
        ("2025-05-30", Decimal(36_000)),
        ("2026-08-29", Decimal(24_000)),
    ]
    assert found.left_out == ("Loan of desks", "Own funds")
    assert [line.label for line in found.treasury.lines] == ["Manager", "Fair", "Grant", "Dues", "Other"]


def test_the_costs_of_the_grant_are_spent_at_the_rhythm_of_the_dossier(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    (grant,) = plan(DOSSIER, tmp_path, schemes).plans

    by_month = {flow.day.month: flow.amount for flow in grant.spending}
    assert (by_month[5], by_month[6]) == (Decimal(4_000), Decimal(16_000))


def test_another_scheme_can_take_the_place_of_the_dossiers(tmp_path: Path, schemes: dict[str, PaymentScheme]) -> None:
    found = plan(DOSSIER, tmp_path, schemes, "feder")

    assert found.scheme == "feder"
    assert [str(part.paid) for part in found.plans[0].instalments] == ["2025-01-01", "2027-01-01"]


def test_the_order_of_schemes_changes_no_treasury(tmp_path: Path, schemes: dict[str, PaymentScheme]) -> None:
    file = tmp_path / "application.yaml"
    file.write_text(DOSSIER, encoding="utf-8")
    known = tuple(schemes.values())

    forth, back = (study_of_dossier(read_dossier(file), known, order, Terms(2023)) for order in (known, known[::-1]))

    assert {one.scheme: one for one in forth.projects} == {one.scheme: one for one in back.projects}


def test_a_day_below_zero_counts_from_the_evening() -> None:
    lines = [
        TreasuryLine("out", is_cost=True, flows=(Flow(date(2025, 1, 1), Decimal(100)),)),
        TreasuryLine(
            "in", is_cost=False, flows=(Flow(date(2025, 1, 1), Decimal(60)), Flow(date(2025, 1, 11), Decimal(40)))
        ),
    ]

    cash = treasury(lines, None, Credit(Decimal("36.5")))

    assert (cash.lowest, cash.negative_days, cash.closing) == (Decimal(-100), 10, Decimal(0))
    assert cash.credit.interest == Decimal("0.40")  # 40 € for ten days at 0.1 % a day


@pytest.mark.parametrize("fact", ["project.start", "costs", "resources"])
def test_a_missing_fact_is_named(fact: str, tmp_path: Path, schemes: dict[str, PaymentScheme]) -> None:
    without = {
        "project.start": DOSSIER.replace("start: 2025-01-01, ", ""),
        "costs": DOSSIER[: DOSSIER.index("costs:")] + DOSSIER[DOSSIER.index("resources:") :],
        "resources": DOSSIER[: DOSSIER.index("resources:")] + DOSSIER[DOSSIER.index("treasury:") :],
    }

    with refused(UndeterminedError, match=fact):
        plan(without[fact], tmp_path, schemes)


def test_a_grant_without_scheme_or_timing_comes_evenly_and_is_named(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    text = DOSSIER.replace(", timing: {scheme: annual-60-40}", "")

    assert plan(text, tmp_path, schemes).evenly == ("Grant",)
    assert plan(text, tmp_path, schemes, "triennial").evenly == ()


@pytest.mark.parametrize(("signed", "due"), [("2024-05-15", "2024-05-15"), ("2024-02-29", "2024-02-28")])
def test_the_dossiers_own_day_of_signature_counts(
    signed: str, due: str, tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    text = DOSSIER.replace("start: 2025-01-01", "start: 2024-01-01") + f"agreement: {{signed: {signed}}}\n"

    (grant,) = plan(text, tmp_path, schemes).plans

    assert [str(part.due) for part in grant.instalments if part.kind == "advance"] == [due, due.replace("2024", "2025")]


def test_a_signature_before_the_year_of_the_project_leaves_the_schemes_own_day(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    text = DOSSIER + "agreement: {signed: 2024-11-15}\n"

    (grant,) = plan(text, tmp_path, schemes).plans

    assert [str(part.due) for part in grant.instalments if part.kind == "advance"] == ["2025-03-31"]


def test_a_part_of_the_costs_is_spent_to_the_cent_of_its_total(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    text = DOSSIER.replace("{label: Manager, amount: 96000}", "{label: Manager, amount: 0.12}")
    file = tmp_path / "application.yaml"
    file.write_text(text, encoding="utf-8")

    found = project_plan(read_dossier(file), tuple(schemes.values()), None, Terms(2023, actual_cost=Decimal("0.5")))

    assert found.treasury.lines[0].amount == Decimal("0.06")


def test_what_is_given_for_one_day_of_a_year_of_the_project_comes_on_that_day(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    text = DOSSIER.replace("end: 2025-12-31", "end: 2026-01-01")

    other = next(line for line in plan(text, tmp_path, schemes).treasury.lines if line.label == "Other")

    assert other.flows[-1] == Flow(date(2026, 1, 1), Decimal(8_000))


def test_a_scheme_that_does_not_exist_is_located(tmp_path: Path, schemes: dict[str, PaymentScheme]) -> None:
    with pytest.raises(InvalidDataError) as refused:
        plan(DOSSIER.replace("annual-60-40", "annual-60-4"), tmp_path, schemes)

    (problem,) = refused.value.problems
    assert (problem.position.line, problem.suggestion) == (9, "annual-60-40")
