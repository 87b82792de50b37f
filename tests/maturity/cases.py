"""The rule cases of tests/cases/maturity.yaml."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import Field

from clusters_cli.maturity.rules import WhatIf
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Amount, Count, Identifier, Model, Number, PartialDate, Stated, YesNo
from clusters_cli.registry.models.clusters import Cluster, ClustersFile
from clusters_cli.registry.models.maturity_words import Maturity
from clusters_cli.registry.models.organisations import Figures, Team
from tests.cases_of import read_cases

FILE = Path(__file__).parent.parent / "cases" / "maturity.yaml"


class Tried(Model):
    """What a case changes."""

    young_years: Count | None = None
    budget: Amount | None = None
    team: Number | None = None


class Next(Model):
    """What would move the cluster up."""

    maturity: Maturity | None = None
    criterion: Identifier
    change: Number
    exceeded: YesNo = False
    since: PartialDate | None = None


class Expected(Model):
    """What must come out."""

    maturity: Literal["emerging", "seeking-model", "structured", "undetermined"]
    decided_by: Identifier | None = None
    outcomes: dict[Identifier, Literal["pass", "fail", "unknown", "not_applicable"]]
    borderline: YesNo = False
    missing: tuple[str, ...] = ()
    possible: tuple[Maturity, ...] = ()
    next: Next | None = None


class Case(Model):
    """One cluster and its class."""

    name: str
    founded: PartialDate | None = None
    budget: Amount | None = None
    team: Team | None = None
    day: date = date(2023, 4, 30)
    tried: Tried = Field(default=Tried(), alias="try")
    expect: Expected
    reference: str | None = None

    @property
    def cluster(self) -> Cluster:
        """The cluster of the case."""
        return cluster(self.founded, self.budget, self.team)

    @property
    def what_if(self) -> WhatIf:
        """What the case changes."""
        return WhatIf(**self.tried.model_dump())


class CasesFile(Model):
    """``tests/cases/maturity.yaml``."""

    cases: tuple[Case, ...]


def cluster(founded: str | None, budget: Decimal | None, team: Team | None, name: str = "alpha") -> Cluster:
    """Make a cluster of the facts that matter; the packaged registry's reference source states them."""
    return Cluster(
        id=name,
        name=name.capitalize(),
        founded=() if founded is None else (Stated[PartialDate](value=founded, source="ceser-2023"),),
        figures=(Figures(year=2021, budget=budget, team=team, source="ceser-2023"),),
    )


def holding(registry: Registry, clusters: Sequence[Cluster]) -> Registry:
    """Return a registry with other clusters."""
    return replace(registry, clusters=ClustersFile(clusters=tuple(clusters)))


def cases() -> tuple[Case, ...]:
    """Read the cases, or fail with every problem of the file."""
    return read_cases(FILE, CasesFile).cases
