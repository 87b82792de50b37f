"""Every case of tests/cases/diagnosis.yaml comes out as it says, and the cases cover every sign."""

from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from pydantic import Field

from clusters_cli.maturity.diagnosis import diagnose
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.base import Amount, Identifier, Label, Model, Remark
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.organisations import Figures, Support, Team
from tests.cases_of import read_cases

FILE = Path(__file__).parent.parent / "cases" / "diagnosis.yaml"
SOURCE = "ceser-2023"
ANSWERS = {True: "yes", False: "no", None: "unknown"}


class Case(Model):
    """One cluster and the obstacles that its facts point to."""

    name: str
    team: Team | None = None
    budget: Amount | None = None
    grant: Amount | None = None
    funders: tuple[str, ...] = ()
    refused_by: tuple[str, ...] = ()
    said: tuple[Identifier, ...] = ()
    expect: dict[str, Literal["yes", "no", "unknown"]]
    signs: dict[Identifier, Literal["pass", "fail", "unknown", "not_applicable"]] = Field(default_factory=dict)
    recommendations: tuple[str, ...] = ()
    reference: str | None = None

    @property
    def cluster(self) -> Cluster:
        """The cluster of the case."""
        figures = Figures(year=2021, team=self.team, budget=self.budget, regional_grant=self.grant, source=SOURCE)
        said = [Remark(topic="said", text=Label(en="so it is"), source=SOURCE, shows=(name,)) for name in self.said]
        support = [
            Support(funder=funder, supported=supported, source=SOURCE)
            for funders, supported in ((self.funders, True), (self.refused_by, False))
            for funder in funders
        ]
        return Cluster(id="alpha", name="Alpha", figures=(figures,), support=tuple(support), remarks=tuple(said))


class CasesFile(Model):
    """``tests/cases/diagnosis.yaml``."""

    cases: tuple[Case, ...]


CASES = read_cases(FILE, CasesFile).cases


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_case_comes_out_as_it_says(case: Case, registry: Registry) -> None:
    diagnosis = diagnose(case.cluster, registry, date(2023, 4, 30))
    obstacles = {diagnosed.obstacle.letter: ANSWERS[diagnosed.indicated] for diagnosed in diagnosis.obstacles}
    signs = {seen.sign.id: str(seen.finding.outcome) for diagnosed in diagnosis.obstacles for seen in diagnosed.signs}

    assert {letter: obstacles[letter] for letter in case.expect} == case.expect
    assert {name: signs[name] for name in case.signs} == case.signs
    assert tuple(item.number for item in diagnosis.recommendations) == case.recommendations


def test_each_case_has_its_own_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def test_every_sign_has_a_case_that_shows_it_and_one_that_does_not(registry: Registry) -> None:
    assert registry.maturity is not None
    shown = {(name, answer == "pass") for case in CASES for name, answer in case.signs.items()}

    assert shown == {(sign.id, answer) for sign in registry.maturity.signs for answer in (True, False)}


def test_every_obstacle_has_a_case_that_points_to_it_and_one_that_does_not(registry: Registry) -> None:
    letters = {obstacle.letter for obstacle in registry.obstacles.obstacles}
    seen = {(letter, answer == "yes") for case in CASES for letter, answer in case.expect.items()}

    assert seen == {(letter, answer) for letter in letters for answer in (True, False)}
