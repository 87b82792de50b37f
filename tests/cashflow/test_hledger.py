"""Balances agree with hledger, an independent accounting program."""

import csv
import io
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.registry.models.schemes import PaymentScheme

pytestmark = pytest.mark.hledger


def journal(plan: Plan) -> str:
    """Write a plan as hledger reads it: what is spent is advanced, what is received takes the advance back."""
    spent = [(flow.day, flow.amount) for flow in plan.spending]
    received = [(part.paid, -part.amount) for part in plan.instalments]
    entries = [
        f"{day} entry\n    advance   EUR {amount}\n    bank\n" for day, amount in sorted(spent + received, key=str)
    ]
    return "\n".join(["commodity EUR 1000.00\n", *entries])


@pytest.mark.parametrize("name", ["annual-60-40", "annual-30-30-40", "triennial", "feder"])
def test_month_ends_are_those_of_an_accounting_program(
    name: str, tmp_path: Path, schemes: dict[str, PaymentScheme]
) -> None:
    plan = make_plan(schemes[name], Decimal("130000.37"), Terms(2023))
    file = tmp_path / "plan.journal"
    file.write_text(journal(plan), encoding="utf-8")

    command = ["hledger", "-f", str(file), "balance", "advance", "--monthly", "--historical", "-N", "-O", "csv"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    heading, balances = csv.reader(io.StringIO(done.stdout))

    accounted = {
        month: Decimal(text.removeprefix("EUR ")) for month, text in zip(heading[1:], balances[1:], strict=True)
    }
    assert accounted == {f"{month.first:%Y-%m}": month.advance for month in plan.months}
