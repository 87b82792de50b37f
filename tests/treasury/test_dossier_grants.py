"""The treasury of an application file: which of its grants schemes pay, what is left out, and what is missing."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusters_cli.cashflow.advance import Flow
from clusters_cli.cashflow.terms import Terms
from clusters_cli.dossier.cash_words import CashKind
from clusters_cli.dossier.dossier_file import dossier_of, with_fact
from clusters_cli.foundations.errors import InvalidDataError, UndeterminedError
from clusters_cli.foundations.strict_yaml import Document, parse_yaml
from clusters_cli.treasury.hypotheses import Hypothesis
from tests.cashflow.packaged_schemes import PACKAGED
from tests.dossier.random_cash_lines import cash_lines
from tests.treasury.planned import NOTHING_ELSE, forecast_in, forecast_of, planned_in
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


def instead(scheme: str) -> Hypothesis:
    return Hypothesis(PACKAGED[scheme])


def test_the_cash_of_every_month_follows_from_what_moves_in_it(tmp_path: Path) -> None:
    plan = planned_in(tmp_path, DOSSIER, months=24)

    balance = Decimal(10_000)
    for month in plan.months:
        balance += month.receipts - month.payments
        assert (month.closing, month.lowest <= balance) == (balance, True)
    assert plan.closing == balance == 10_000 - 120_000 + 60_000 + 30_000 + 20_000


def test_the_cautious_reading_lies_inside_a_month_before_its_receipts(tmp_path: Path) -> None:
    february = planned_in(tmp_path, DOSSIER).months[1]

    assert february.closing == 10_000 - 16_000 + 30_000 + 2_000
    assert (february.cautious, february.cautious_date) == (Decimal(-5_000), date(2025, 2, 28))


def test_a_grant_is_paid_by_its_scheme_and_what_brings_no_cash_is_left_out(tmp_path: Path) -> None:
    found, _horizon = forecast_in(tmp_path, DOSSIER)

    (grant,) = found.grants
    assert [(str(part.paid), part.amount) for part in grant.plan.instalments] == [
        ("2025-05-30", Decimal(36_000)),
        ("2026-08-29", Decimal(24_000)),
    ]
    assert found.left_out == ("Loan of desks", "Own funds")
    assert [(line.label, line.kind) for line in found.lines] == [
        ("Grant", CashKind.GRANT),
        ("Dues", CashKind.DUES),
        ("Other", CashKind.GRANT),
        ("Manager", CashKind.OTHER_PAYMENT),
        ("Fair", CashKind.OTHER_PAYMENT),
    ]


def test_the_costs_of_the_grant_are_spent_at_the_rhythm_of_the_dossier(tmp_path: Path) -> None:
    (grant,) = forecast_in(tmp_path, DOSSIER)[0].grants

    by_month = {flow.day.month: flow.amount for flow in grant.plan.spending}
    assert (by_month[5], by_month[6]) == (Decimal(4_000), Decimal(16_000))


def test_another_scheme_can_take_the_place_of_the_dossiers(tmp_path: Path) -> None:
    (grant,) = forecast_in(tmp_path, DOSSIER, what_if=instead("feder"))[0].grants

    assert [str(part.paid) for part in grant.plan.instalments] == ["2025-01-01", "2027-01-01"]


@pytest.mark.parametrize("fact", ["project.start", "costs", "resources"])
def test_a_missing_fact_is_named(fact: str, tmp_path: Path) -> None:
    without = {
        "project.start": DOSSIER.replace("start: 2025-01-01, ", ""),
        "costs": DOSSIER[: DOSSIER.index("costs:")] + DOSSIER[DOSSIER.index("resources:") :],
        "resources": DOSSIER[: DOSSIER.index("resources:")] + DOSSIER[DOSSIER.index("treasury:") :],
    }

    with refused(UndeterminedError, match=fact):
        forecast_in(tmp_path, without[fact])


def test_a_grant_without_scheme_or_timing_comes_evenly_and_is_named(tmp_path: Path) -> None:
    text = DOSSIER.replace(", timing: {scheme: annual-60-40}", "")

    assert forecast_in(tmp_path, text)[0].evenly == ("Grant",)
    assert forecast_in(tmp_path, text, what_if=instead("triennial"))[0].evenly == ()


@pytest.mark.parametrize(("signed", "due"), [("2024-05-15", "2024-05-15"), ("2024-02-29", "2024-02-28")])
def test_the_dossiers_own_day_of_signature_counts(signed: str, due: str, tmp_path: Path) -> None:
    text = DOSSIER.replace("start: 2025-01-01", "start: 2024-01-01") + f"agreement: {{signed: {signed}}}\n"

    (grant,) = forecast_in(tmp_path, text)[0].grants

    advances = [str(part.due) for part in grant.plan.instalments if part.kind == "advance"]
    assert advances == [due, due.replace("2024", "2025")]


def test_a_signature_before_the_year_of_the_project_leaves_the_schemes_own_day(tmp_path: Path) -> None:
    (grant,) = forecast_in(tmp_path, DOSSIER + "agreement: {signed: 2024-11-15}\n")[0].grants

    assert [str(part.due) for part in grant.plan.instalments if part.kind == "advance"] == ["2025-03-31"]


def test_each_grant_stands_under_its_own_agreement(tmp_path: Path) -> None:
    text = DOSSIER.replace(
        "timing: {scheme: annual-60-40}", "timing: {scheme: annual-60-40, signed: 2025-06-20, end: 2025-12-31}"
    ).replace("amount: 20000, years: {2025: 12000, 2026: 8000}", "amount: 20000, timing: {scheme: feder}")

    region, other = forecast_in(tmp_path, text)[0].grants

    assert [str(part.due) for part in region.plan.instalments] == ["2025-06-20", "2026-06-30"]
    assert [str(part.paid) for part in other.plan.instalments] == ["2025-01-01", "2027-01-01"]


def test_a_part_of_the_costs_is_spent_to_the_cent_of_its_total(tmp_path: Path) -> None:
    text = DOSSIER.replace("{label: Manager, amount: 96000}", "{label: Manager, amount: 0.12}")

    found, _horizon = forecast_in(tmp_path, text, terms=Terms(2023, actual_cost=Decimal("0.5")))

    assert next(line.total for line in found.lines if line.label == "Manager") == Decimal("0.06")


def test_what_is_given_for_one_day_of_a_year_of_the_project_comes_on_that_day(tmp_path: Path) -> None:
    text = DOSSIER.replace("end: 2025-12-31", "end: 2026-01-01")

    other = next(line for line in forecast_in(tmp_path, text)[0].lines if line.label == "Other")

    assert other.flows[-1] == Flow(date(2026, 1, 1), Decimal(8_000))


def test_a_scheme_that_does_not_exist_is_located(tmp_path: Path) -> None:
    with pytest.raises(InvalidDataError) as found:
        forecast_in(tmp_path, DOSSIER.replace("annual-60-40", "annual-60-4"))

    (problem,) = found.value.problems
    assert (problem.position.line, problem.suggestion) == (9, "annual-60-40")


def test_the_lines_of_the_rest_of_the_organisation_change_no_grant(tmp_path: Path) -> None:
    lines = """
  lines:
  - {label: Bank loan, kind: loan, direction: in, amount: 20000, timing: {on: 2025-06-15}}
  - {label: Paid back, kind: loan, direction: out, each: 850, timing: {every: month, day: 31, start: 2025-07-01}}
"""
    text = DOSSIER.replace("treasury: {opening_cash: 10000}\n", f"treasury:\n  opening_cash: 10000{lines}")

    before, after = forecast_in(tmp_path, DOSSIER)[0], forecast_in(tmp_path, text)[0]

    assert after.grants == before.grants
    loan, back = after.lines[-2:]
    assert (loan.total, [str(flow.day) for flow in back.flows]) == (
        Decimal(20_000),
        ["2025-07-31", "2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31"],
    )


@given(st.lists(cash_lines, min_size=1, max_size=3), st.sampled_from([None, "feder", "cpo"]))
@settings(max_examples=30)
def test_no_line_of_the_treasury_changes_an_instalment_or_another_line(
    lines: list[dict[str, Any]], scheme: str | None
) -> None:
    data = parse_yaml(DOSSIER, "application.yaml").data
    what_if = instead(scheme) if scheme else NOTHING_ELSE
    without, beside = (
        forecast_of(dossier_of(Document("application.yaml", "", one), {}), what_if=what_if)[0]
        for one in (data, with_fact(data, "treasury.lines", lines))
    )

    assert beside.grants == without.grants
    assert beside.lines[: len(without.lines)] == without.lines
    assert len(beside.lines) == len(without.lines) + len(lines)


def test_what_recurs_without_an_end_goes_on_as_long_as_the_plan(tmp_path: Path) -> None:
    text = DOSSIER.replace(
        "treasury: {opening_cash: 10000}",
        "treasury: {lines: [{label: Rent, kind: running, each: 100, timing: {every: month, day: 5}}]}",
    )

    plan = planned_in(tmp_path, text, months=30)

    assert plan.lines[-1].months == (Decimal(100),) * 30
