"""Whole dossiers, examined with what was typed in place of what they say."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusters_cli.eligibility import Given, Law, examine_applications
from clusters_cli.foundations.errors import UsageError
from tests.wording import refused

TODAY = date(2026, 1, 1)
COSTS = "costs: [{label: Fair, purpose: animation, nature: personnel, amount: 120000}]\n"
GRANT = "{label: Grant, kind: region, amount: 60000, status: requested, pays: operating}"


def application(folder: Path, body: str) -> Path:
    """Write a dossier of the cluster nekoe."""
    file = folder / "application.yaml"
    file.write_text(
        f"id: demo\ncluster: nekoe\naid: {{type: operating, award_date: 2025-03-31}}\n{body}", encoding="utf-8"
    )
    return file


def test_a_grant_that_is_typed_replaces_that_of_the_one_line_that_asks_for_it(tmp_path: Path, law: Law) -> None:
    file = application(tmp_path, f"{COSTS}resources: [{GRANT}]\n")

    (as_written,) = examine_applications([file], Given(), law, TODAY)
    (as_typed,) = examine_applications([file], Given(grant=Decimal(70_000)), law, TODAY)

    assert (as_written.limits.grant, as_written.limits.headroom) == (Decimal(60_000), Decimal(0))
    assert (as_typed.limits.grant, as_typed.limits.headroom) == (Decimal(70_000), Decimal(-10_000))


def test_a_day_of_award_that_is_typed_replaces_that_of_the_dossier(tmp_path: Path, law: Law) -> None:
    (found,) = examine_applications(
        [application(tmp_path, "")], Given(award_date=date(2023, 3, 31)), law, TODAY, of=["nekoe"]
    )

    assert found.award_date == date(2023, 3, 31)
    assert found.regime == "SA.58995"


@pytest.mark.parametrize(
    ("body", "given", "message"),
    [
        (COSTS, Given(eligible_costs=Decimal(1)), "--eligible-costs does not go with --dossier: the lines under costs"),
        (
            "resources: []\n",
            Given(public_aid=Decimal(1)),
            "--public-aid does not go with --dossier: the lines",
        ),
        ("resources: []\n", Given(grant=Decimal(1)), "status: requested; .*application.yaml has 0"),
        (f"resources: [{GRANT}, {GRANT}]\n", Given(grant=Decimal(1)), "status: requested; .*application.yaml has 2"),
    ],
)
def test_what_has_no_one_place_in_a_dossier_is_refused(
    body: str, given: Given, message: str, tmp_path: Path, law: Law
) -> None:
    with refused(UsageError, match=message):
        examine_applications([application(tmp_path, body)], given, law, TODAY)


def test_a_cluster_that_no_dossier_is_for_is_refused_by_name(tmp_path: Path, law: Law) -> None:
    with refused(UsageError, match="no dossier is that of aerocentre, valbiom;"):
        examine_applications([application(tmp_path, "")], Given(), law, TODAY, of=["valbiom", "nekoe", "aerocentre"])
