"""The amounts of a case where a fact that decides them is not given."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from clusters_cli.dossier.dossier_file import dossier_of, with_fact
from clusters_cli.eligibility.law import Law
from clusters_cli.eligibility.limits import Limits, limits
from clusters_cli.eligibility.questions import whole_dossier
from clusters_cli.foundations.strict_yaml import Document


def limits_of(data: dict[str, Any], law: Law, **facts: object) -> Limits:
    for fact, value in facts.items():
        data = with_fact(data, fact.replace("__", "."), value)
    return limits(whole_dossier(dossier_of(Document("dossier", "", data), {}), law, date(2025, 6, 1)))


@pytest.mark.parametrize(
    ("area", "cap", "maximum"),
    [("none", "0.50", 80_000), ("c", "0.55", 90_000), ("a", "0.65", 110_000), (None, None, None)],
)
def test_an_investment_has_the_cap_of_its_area_and_none_while_the_area_is_unknown(
    area: str | None, cap: str | None, maximum: int | None, complete: dict[str, Any], law: Law
) -> None:
    found = limits_of(
        complete,
        law,
        aid__type="investment",
        project__area=area,
        costs=[{"label": "Machine", "nature": "investment", "amount": "200000"}],
        resources__0__pays="investment",
        resources__1__pays="investment",
    )

    assert found.bases.cap == (None if cap is None else Decimal(cap))
    assert found.maximum_grant == maximum
