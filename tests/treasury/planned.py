"""Plans of application files and of clusters for the tests of the treasury."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from clusters_cli.cashflow.advance import Flow
from clusters_cli.cashflow.borrowing import NO_CREDIT, Credit
from clusters_cli.cashflow.signed_grants import KnownSchemes
from clusters_cli.cashflow.terms import Terms
from clusters_cli.dossier.cash_words import CashKind, Direction
from clusters_cli.dossier.dossier_file import DossierFile, read_dossier
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.schemes import PaymentScheme
from clusters_cli.treasury.dossier_forecast import Basis, forecast_of_dossier, opening_of
from clusters_cli.treasury.forecast import Forecast
from clusters_cli.treasury.horizon import Horizon, OpeningBalance
from clusters_cli.treasury.hypotheses import Hypothesis
from clusters_cli.treasury.lines import PlannedLine
from clusters_cli.treasury.plan import TreasuryPlan, plan_of_forecast
from clusters_cli.treasury.registry_forecast import forecast_of_cluster, opening_on
from tests.cashflow.packaged_schemes import PACKAGED

TERMS = Terms(2023)
NOTHING_ELSE = Hypothesis()


def forecast_in(
    folder: Path,
    text: str,
    *,
    months: int = 12,
    what_if: Hypothesis = NOTHING_ELSE,
    terms: Terms = TERMS,
    more: Mapping[str, PaymentScheme] | None = None,
    cluster: Cluster | None = None,
) -> tuple[Forecast, Horizon]:
    """Return what a dossier expects, from the month of its opening cash on, and the days that are looked at."""
    file = folder / "application.yaml"
    file.write_text(text, encoding="utf-8")
    return forecast_of(read_dossier(file), months=months, what_if=what_if, terms=terms, more=more, cluster=cluster)


def forecast_of(
    read: DossierFile,
    *,
    months: int = 12,
    what_if: Hypothesis = NOTHING_ELSE,
    terms: Terms = TERMS,
    more: Mapping[str, PaymentScheme] | None = None,
    cluster: Cluster | None = None,
) -> tuple[Forecast, Horizon]:
    """Return what a dossier that has been read expects, and the days that are looked at."""
    opening = opening_of(read.dossier)
    horizon = Horizon.of(opening.evening + timedelta(days=1), months, opening)
    known = KnownSchemes({**PACKAGED, **(more or {})})
    return forecast_of_dossier(read, Basis(known, cluster, terms, opening, horizon, what_if)), horizon


def planned_in(folder: Path, text: str, credit: Credit = NO_CREDIT, **asked: Any) -> TreasuryPlan:
    """Return the plan of a dossier."""
    forecast, horizon = forecast_in(folder, text, **asked)
    return plan_of_forecast(forecast, horizon, credit)


def planned_of(
    cluster: Cluster, registry: Registry, day: date, months: int = 12, what_if: Hypothesis = NOTHING_ELSE
) -> TreasuryPlan:
    """Return the plan of a registry's entry from the month of a day on."""
    opening = opening_on(day)
    horizon = Horizon.of(day, months, opening)
    basis = Basis(KnownSchemes.of_registry(registry), cluster, TERMS, opening, horizon, what_if)
    return plan_of_forecast(forecast_of_cluster(cluster, registry, basis), horizon)


def line(
    key: str, flows: Mapping[str, int], kind: CashKind = CashKind.SALES, way: Direction | None = None
) -> PlannedLine:
    """Return a line of so many euros on so many days."""
    moved = tuple(Flow(date.fromisoformat(day), Decimal(amount)) for day, amount in flows.items())
    return PlannedLine(key, key, kind, way or kind.direction or Direction.IN, None, moved)


def plan_of_lines(
    *lines: PlannedLine, cash: int | None = 0, evening: str = "2025-12-31", month: str | None = None, months: int = 12
) -> TreasuryPlan:
    """Return the plan of some lines."""
    opening = OpeningBalance(None if cash is None else Decimal(cash), date.fromisoformat(evening))
    first = date.fromisoformat(f"{month}-01") if month else opening.evening + timedelta(days=1)
    forecast = Forecast("demo", "Demo", None, opening, lines, ())
    return plan_of_forecast(forecast, Horizon.of(first, months, opening))


def with_rate(plan: TreasuryPlan, rate: str) -> TreasuryPlan:
    """Return a plan again, at a rate of interest."""
    return plan_of_forecast(plan.forecast, plan.horizon, replace(NO_CREDIT, rate=Decimal(rate)))
