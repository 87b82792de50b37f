"""Projects that begin and end on any day."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from clusters_cli.cashflow.advance import Flow
from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.errors import UsageError
from clusters_cli.registry.models.schemes import PaymentScheme
from clusters_cli.registry.models.spending import SpendingProfile
from tests.treasury.planned import forecast_in
from tests.wording import refused

DOSSIER = """\
id: mid-2025
aid: {type: operating}
project: {start: 2025-01-15, end: 2026-01-14}
costs:
- {label: Manager, amount: 120000}
resources:
- {label: ERDF, kind: erdf, amount: 60000, status: requested, timing: {scheme: project}}
- {label: Region, kind: region, amount: 30000, status: granted, timing: {scheme: annual-60-40}}
- {label: Dues, kind: dues, sector: private, amount: 30000}
"""


def project(months: int, start: str = "01-15", **changes: Any) -> PaymentScheme:
    data = {
        "id": "project",
        "name": {"en": "Project"},
        "status": "own",
        "source": "project",
        "agreement": {"months": str(months), "start": start},
        "payment_delay": "0",
        "instalments": [
            {"kind": "advance", "share": "0.5", "anchor": "start"},
            {"kind": "balance", "share": "0.5", "anchor": "project-end"},
        ],
    }
    return PaymentScheme.model_validate({**data, **changes})


def planned(scheme: PaymentScheme, **terms: Any) -> Plan:
    return make_plan(scheme, Decimal(60_000), Terms(2025, **terms))


def of_dossier(text: str, folder: Path, scheme: PaymentScheme) -> list[Plan]:
    found, _horizon = forecast_in(folder, text, more={"project": scheme})
    return [grant.plan for grant in found.grants]


def assumed(plan: Plan, about: str) -> str:
    return next(one.value for one in plan.assumptions if one.about == about)


def test_twelve_months_spend_twelve_times_and_nothing_after_the_end() -> None:
    spending = planned(project(12)).spending

    assert [flow.amount for flow in spending] == [Decimal(5_000)] * 12
    assert (spending[0].day, spending[-1].day) == (date(2025, 2, 14), date(2026, 1, 14))


def test_six_weights_fit_six_months_from_any_day() -> None:
    plan = planned(project(6), spending=SpendingProfile.parse("1,1,1,1,1,1"))

    assert [str(flow.day) for flow in plan.spending][-1] == "2025-07-14"
    assert {flow.amount for flow in plan.spending} == {Decimal(10_000)}


@pytest.mark.parametrize(("months", "label"), [(6, "2025"), (12, "2025-2026")])
def test_a_project_is_named_by_its_years(months: int, label: str) -> None:
    assert {part.period for part in planned(project(months)).instalments} == {label}


def test_a_grant_of_a_dossier_lasts_as_long_as_its_project(tmp_path: Path) -> None:
    erdf = of_dossier(DOSSIER, tmp_path, project(12))[0]

    assert [str(part.paid) for part in erdf.instalments] == ["2025-01-15", "2026-01-14"]
    assert assumed(erdf, "horizon") == "12 months"
    assert len(erdf.spending) == 12


def test_a_project_may_end_on_any_day_too(tmp_path: Path) -> None:
    text = DOSSIER.replace("2026-01-14", "2026-01-31")

    erdf = of_dossier(text, tmp_path, project(12))[0]

    assert [str(flow.day) for flow in erdf.spending][-2:] == ["2026-01-14", "2026-01-31"]
    assert str(erdf.instalments[-1].due) == "2026-01-31"
    assert assumed(erdf, "horizon") == "2025-01-15 to 2026-01-31"


def test_a_project_may_begin_on_a_leap_day(tmp_path: Path) -> None:
    text = DOSSIER.replace("2025-01-15", "2024-02-29").replace("2026-01-14", "2024-05-28")

    erdf = of_dossier(text, tmp_path, project(12))[0]

    assert [str(flow.day) for flow in erdf.spending] == ["2024-03-28", "2024-04-28", "2024-05-28"]


def test_a_yearly_grant_is_shared_by_the_months_that_end_in_each_year(tmp_path: Path) -> None:
    region = of_dossier(DOSSIER, tmp_path, project(12))[1]

    assert [(part.period, part.amount) for part in region.instalments] == [
        ("2025", Decimal(16_500)),
        ("2025", Decimal(11_000)),
        ("2026", Decimal(1_500)),
        ("2026", Decimal(1_000)),
    ]


def test_the_weights_of_a_scheme_give_way_to_the_costs_of_a_dossier(tmp_path: Path) -> None:
    weighted = project(6, spending="5,1,1,1,1,1")

    assert len(of_dossier(DOSSIER, tmp_path, weighted)[0].spending) == 12


def test_costs_that_all_lie_outside_a_grants_years_are_spent_evenly(tmp_path: Path) -> None:
    text = DOSSIER.replace("amount: 30000, status: granted", "amount: 30000, years: {2028: 30000}")

    region = of_dossier(text, tmp_path, project(12))[1]

    assert {flow.amount for flow in region.spending if flow.day.year == 2028} == {Decimal(2_500)}


@pytest.mark.parametrize(("day", "spent"), [(date(2025, 1, 15), date(2025, 2, 14)), (date(2026, 1, 14),) * 2])
def test_costs_of_the_first_and_of_the_last_day_of_a_project_are_its_own(day: date, spent: date) -> None:
    plan = planned(project(12), costs=(Flow(day, Decimal(100)), Flow(date(2025, 1, 14), Decimal(900))))

    assert plan.spending == (Flow(spent, Decimal(60_000)),)


def test_weights_that_fit_no_length_are_refused() -> None:
    with refused(UsageError, match="6 weights fit neither the months of the period, 7,"):
        planned(project(7), spending=SpendingProfile.parse("1,1,1,1,1,1"))


DATED = [
    {"kind": "advance", "share": "0.2", "anchor": "start"},
    {"kind": "interim", "share": "0.3", "anchor": "date", "on": "2023-06-30"},
    {"kind": "interim", "share": "0.3", "anchor": "date", "on": "2024-02-29"},
    {"kind": "balance", "share": "0.2", "anchor": "project-end", "offset": "2m"},
]


@pytest.mark.parametrize(
    ("year", "start", "dues"),
    [
        (2023, "01-01", ["2023-01-01", "2023-06-30", "2024-02-29", "2025-02-28"]),
        (2025, "01-01", ["2025-01-01", "2025-06-30", "2026-02-28", "2027-02-28"]),
        (2021, "01-01", ["2021-01-01", "2021-06-30", "2022-02-28", "2023-02-28"]),
        (2025, "09-15", ["2025-09-15", "2026-06-30", "2027-02-28", "2027-11-14"]),
    ],
)
def test_full_dates_move_with_the_start_of_their_project(year: int, start: str, dues: list[str]) -> None:
    plan = make_plan(project(24, start, instalments=DATED), Decimal(1000), Terms(year))

    assert [str(part.due) for part in plan.instalments] == dues


def test_full_dates_move_with_the_project_of_a_dossier(tmp_path: Path) -> None:
    text = DOSSIER.replace("2025-01-15", "2025-03-01").replace("2026-01-14", "2027-02-28")

    erdf = of_dossier(text, tmp_path, project(24, "01-01", instalments=DATED))[0]

    assert [str(part.due) for part in erdf.instalments] == ["2025-03-01", "2025-08-30", "2026-04-29", "2027-04-28"]


def test_a_project_too_short_for_its_full_dates_is_refused() -> None:
    with refused(UsageError, match="due on 2024-02-29, after the last one on 2023-08-30"):
        make_plan(project(24, "01-01", instalments=DATED), Decimal(1000), Terms(2023, project_months=6))


def test_an_instalment_before_the_signature_is_refused_in_whatever_year_full_dates_are_written() -> None:
    with refused(ValidationError, match="due on 2023-01-01, before the signature on 2023-09-15"):
        project(
            24,
            instalments=[DATED[0] | {"share": "0.5"}, DATED[1], DATED[3]],
            agreement={"months": "24", "start": "01-01", "signature": "09-15"},
        )


@pytest.mark.parametrize(("balance", "year"), [("2026-12-31", 2025), ("2027-12-31", 2026), ("2025-12-31", 2024)])
def test_full_dates_are_those_of_the_last_project_with_which_all_comes_in_order(balance: str, year: int) -> None:
    last = {"kind": "balance", "share": "0.8", "anchor": "date", "on": balance}

    assert project(18, "04-01", instalments=[*DATED[:1], last]).written_start == date(year, 4, 1)
    reached = {"kind": "interim", "share": "0.4", "anchor": "spending", "reached": "0.6"}
    assert project(18, "04-01", instalments=[*DATED[:1], reached, last | {"share": "0.4"}]).written_start == date(
        year, 4, 1
    )


def test_a_last_instalment_on_a_full_date_settles_what_is_left() -> None:
    last = {"kind": "balance", "share": "0.2", "anchor": "date", "on": "2024-01-31"}

    with refused(ValidationError, match="due on 2024-02-29, after the last one on 2024-01-31"):
        project(24, "01-01", instalments=[*DATED[:3], last])


@pytest.mark.parametrize(("months", "balance"), [(24, "2026-01-01"), (48, "2028-01-01"), (14, "2025-03-01")])
def test_feder_pays_its_balance_a_year_after_the_end_of_the_project(
    months: int, balance: str, schemes: dict[str, PaymentScheme]
) -> None:
    plan = make_plan(schemes["feder"], Decimal(500_000), Terms(2023, project_months=months))

    assert str(plan.instalments[-1].paid) == balance
