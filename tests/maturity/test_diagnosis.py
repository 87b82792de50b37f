"""Which obstacles the facts point to: signs, statements, and what is not known."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.findings import Outcome
from clusters_cli.maturity.diagnosis import Diagnosed, Diagnosis, Seen, diagnose
from clusters_cli.registry.base import Label, Remark
from clusters_cli.registry.clusters import Cluster
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.organisations import Figures, Support, Team
from clusters_cli.registry.programmes import ProgrammesFile

YES = Support(funder="Région", supported=True, source="ceser-2023")
NO = Support(funder="Région", supported=False, source="ceser-2023")


def known(*, team: Team | None = None, budget: int | None = None, grant: int | None = None) -> Cluster:
    figures = Figures(
        year=2021,
        team=team,
        budget=None if budget is None else Decimal(budget),
        regional_grant=None if grant is None else Decimal(grant),
        source="ceser-2023",
    )
    return Cluster(id="alpha", name="Alpha", figures=(figures,))


def obstacle(diagnosis: Diagnosis, letter: str) -> Diagnosed:
    return next(diagnosed for diagnosed in diagnosis.obstacles if diagnosed.obstacle.letter == letter)


def sign(diagnosis: Diagnosis, name: str) -> Seen:
    return next(seen for diagnosed in diagnosis.obstacles for seen in diagnosed.signs if seen.sign.id == name)


@pytest.mark.parametrize(("staff", "indicated"), [("1", True), ("3", True), ("3.5", False), (None, None)])
def test_a_team_of_at_most_three_points_to_directors_in_demand_and_few_new_members(
    registry: Registry, staff: str | None, indicated: bool | None
) -> None:
    diagnosis = diagnose(known(team=Team(permanents=staff and Decimal(staff))), registry)

    assert obstacle(diagnosis, "A").indicated is indicated
    assert obstacle(diagnosis, "B").indicated is indicated


@pytest.mark.parametrize(
    ("budget", "grant", "indicated"),
    [
        (199_999, 0, True),
        (200_000, 0, False),
        (2_100_000, 213_000, False),
        (536_000, 130_000, True),
        (900_000, None, None),
        (None, 58_000, None),
        (150_000, None, True),
    ],
)
def test_a_modest_budget_or_a_large_advance_points_to_fragile_cash(
    registry: Registry, budget: int | None, grant: int | None, indicated: bool | None
) -> None:
    assert obstacle(diagnose(known(budget=budget, grant=grant), registry), "D").indicated is indicated


def test_the_advance_is_the_peak_that_the_cash_flow_room_computes(registry: Registry) -> None:
    scheme = next(scheme for scheme in registry.programmes.schemes if scheme.id == "annual-30-30-40")
    peak = make_plan(scheme, Decimal(130_000), Terms()).summary.peak_advance
    evidence = sign(diagnose(registry.cluster_by_id["aerocentre"], registry), "large-advance").evidence
    assert evidence is not None

    assert peak == Decimal("95333.32")
    assert evidence.details == {"peak_advance": peak, "scheme": "annual-30-30-40"}
    assert evidence.value == Decimal("2.13")
    assert evidence.value <= peak * 12 / 536_000 < evidence.value + Decimal("0.01")


def test_an_advance_is_not_set_against_the_budget_of_another_source(registry: Registry) -> None:
    elsewhere = Figures(year=2021, budget=Decimal(900_000), source="project")
    area = known(grant=58_000).model_copy(update={"figures": (*known(grant=58_000).figures, elsewhere)})
    seen = sign(diagnose(area, registry), "large-advance")

    assert seen.finding.outcome is Outcome.UNKNOWN
    assert seen.finding.missing == ("budget",)


def test_the_months_of_a_large_advance_may_be_tried_otherwise(registry: Registry) -> None:
    aerocentre = registry.cluster_by_id["aerocentre"]

    assert obstacle(diagnose(aerocentre, registry, cash_months=Decimal("2.13")), "D").indicated is True
    assert obstacle(diagnose(aerocentre, registry, cash_months=Decimal("2.14")), "D").indicated is False


@pytest.mark.parametrize(
    ("support", "indicated", "outcome"),
    [((YES,), True, Outcome.PASS), ((NO,), False, Outcome.NOT_APPLICABLE), ((), None, Outcome.UNKNOWN)],
)
def test_a_yearly_agreement_is_a_matter_of_supported_clusters(
    registry: Registry, support: tuple[Support, ...], indicated: bool | None, outcome: Outcome
) -> None:
    diagnosis = diagnose(known().model_copy(update={"support": support}), registry)

    assert obstacle(diagnosis, "E").indicated is indicated
    assert sign(diagnosis, "yearly-agreement").finding.outcome is outcome


def test_an_agreement_of_three_years_does_not_point_to_short_commitments(registry: Registry) -> None:
    schemes = registry.programmes.schemes
    triennial = next(scheme for scheme in schemes if scheme.id == "triennial").model_copy(update={"status": "in-force"})
    later = replace(registry, programmes=ProgrammesFile(schemes=(triennial,)))

    assert obstacle(diagnose(known().model_copy(update={"support": (YES,)}), later), "E").indicated is False


def test_one_known_funder_does_not_say_that_there_is_no_other(registry: Registry) -> None:
    other = YES.model_copy(update={"funder": "Europe"})

    for support, indicated in (((YES,), None), ((YES, NO), None), ((YES, other), True), ((), None)):
        diagnosis = diagnose(known().model_copy(update={"support": support}), registry)
        assert obstacle(diagnosis, "C").indicated is indicated


def test_what_a_source_says_in_so_many_words_points_to_an_obstacle(registry: Registry) -> None:
    said = Remark(
        topic="jobs", text=Label(en="members ask for help in hiring"), source="project", shows=("obstacle-f",)
    )

    assert obstacle(diagnose(known(), registry), "F").indicated is None
    assert obstacle(diagnose(known().model_copy(update={"remarks": (said,)}), registry), "F").indicated is True
    assert obstacle(diagnose(registry.cluster_by_id["shop-expert-valley"], registry), "D").statements


def test_the_recommendations_are_those_that_the_report_links_to_the_obstacles_found(registry: Registry) -> None:
    small = diagnose(known(team=Team(permanents=Decimal(1))), registry)
    answered = {
        diagnosed.obstacle.letter: [item.number for item in diagnosed.answered_by] for diagnosed in small.obstacles
    }

    assert answered == {
        "A": ["2"],
        "B": ["1", "2"],
        "C": ["1", "2", "3"],
        "D": ["1", "2", "3"],
        "E": ["1", "2"],
        "F": ["3"],
    }
    assert [item.number for item in small.recommendations] == ["1", "2"]
    assert diagnose(known(), registry).recommendations == ()


def test_every_sign_of_the_packaged_registry_points_somewhere_for_a_cluster_and_has_a_measure(
    registry: Registry,
) -> None:
    assert registry.maturity is not None
    seen = {
        one.sign.id
        for cluster in registry.clusters.clusters
        for diagnosed in diagnose(cluster, registry).obstacles
        for one in diagnosed.signs
        if one.finding.outcome is Outcome.PASS
    }

    assert seen == {known_sign.id for known_sign in registry.maturity.signs}
