"""Projects that begin and end on any day."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.project import ProjectPlan, project_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.dossier.reading import read_dossier
from clusters_cli.foundations.errors import UsageError
from clusters_cli.registry.models.schemes import PaymentScheme
from clusters_cli.registry.models.spending import SpendingProfile

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


def of_dossier(text: str, folder: Path, schemes: dict[str, PaymentScheme], scheme: PaymentScheme) -> ProjectPlan:
    file = folder / "application.yaml"
    file.write_text(text, encoding="utf-8")
    return project_plan(read_dossier(file), (*schemes.values(), scheme), None, Terms())


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


def test_a_grant_of_a_dossier_lasts_as_long_as_its_project(tmp_path: Path, schemes: dict[str, PaymentScheme]) -> None:
    erdf = of_dossier(DOSSIER, tmp_path, schemes, project(12)).plans[0]

    assert [str(part.paid) for part in erdf.instalments] == ["2025-01-15", "2026-01-14"]
    assert assumed(erdf, "horizon") == "12 months"
    assert len(erdf.spending) == 12


def test_a_project_may_end_on_any_day_too(tmp_path: Path, schemes: dict[str, PaymentScheme]) -> None:
    text = DOSSIER.replace("2026-01-14", "2026-01-31")

    erdf = of_dossier(text, tmp_path, schemes, project(12)).plans[0]

    assert [str(flow.day) for flow in erdf.spending][-2:] == ["2026-01-14", "2026-01-31"]
    assert str(erdf.instalments[-1].due) == "2026-01-31"
    assert assumed(erdf, "horizon") == "2025-01-15 to 2026-01-31"


def test_a_project_may_begin_on_a_leap_day(tmp_path: Path, schemes: dict[str, PaymentScheme]) -> None:
    text = DOSSIER.replace("2025-01-15", "2024-02-29").replace("2026-01-14", "2024-05-28")

    erdf = of_dossier(text, tmp_path, schemes, project(12)).plans[0]

    assert [str(flow.day) for flow in erdf.spending] == ["2024-03-28", "2024-04-28", "2024-05-28"]


def test_a_yearly_grant_is_shared_by_the_months_that_end_in_each_year(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    region = of_dossier(DOSSIER, tmp_path, schemes, project(12)).plans[1]

    assert [(part.period, part.amount) for part in region.instalments] == [
        ("2025", Decimal(16_500)),
        ("2025", Decimal(11_000)),
        ("2026", Decimal(1_500)),
        ("2026", Decimal(1_000)),
    ]


def test_the_weights_of_a_scheme_give_way_to_the_costs_of_a_dossier(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    weighted = project(6, spending="5,1,1,1,1,1")

    assert len(of_dossier(DOSSIER, tmp_path, schemes, weighted).plans[0].spending) == 12


def test_costs_that_all_lie_outside_a_grants_years_are_spent_evenly(
    tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    text = DOSSIER.replace("amount: 30000, status: granted", "amount: 30000, years: {2028: 30000}")

    region = of_dossier(text, tmp_path, schemes, project(12)).plans[1]

    assert {flow.amount for flow in region.spending if flow.day.year == 2028} == {Decimal(2_500)}


def test_weights_that_fit_no_length_are_refused() -> None:
    with pytest.raises(UsageError, match="6 weights fit neither the 7 months"):
        planned(project(7), spending=SpendingProfile.parse("1,1,1,1,1,1"))
