"""Which obstacles the facts point to: signs, statements, and what is not known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from clusters_cli.cashflow.plan import make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.findings import Outcome
from clusters_cli.maturity.diagnosis import Diagnosed, Diagnosis, Seen, diagnose
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.models.clusters import Cluster
from clusters_cli.registry.models.organisations import Figures, Support, Team
from clusters_cli.registry.models.programmes import ProgrammesFile
from clusters_cli.registry.models.scheme_words import SchemeStatus

DAY = date(2023, 4, 30)
YES = Support(funder="Région", supported=True, source="ceser-2023")


def known(*, team: Team | None = None, grant: int | None = None) -> Cluster:
    regional_grant = None if grant is None else Decimal(grant)
    return Cluster(
        id="alpha",
        name="Alpha",
        figures=(Figures(year=2021, team=team, regional_grant=regional_grant, source="ceser-2023"),),
    )


def obstacle(diagnosis: Diagnosis, letter: str) -> Diagnosed:
    return next(diagnosed for diagnosed in diagnosis.obstacles if diagnosed.obstacle.letter == letter)


def sign(diagnosis: Diagnosis, name: str) -> Seen:
    return next(seen for diagnosed in diagnosis.obstacles for seen in diagnosed.signs if seen.sign.id == name)


def test_the_advance_is_the_peak_that_the_cash_flow_room_computes(registry: Registry) -> None:
    scheme = next(scheme for scheme in registry.schemes.entries if scheme.id == "annual-30-30-40")
    peak = make_plan(scheme, Decimal(130_000), Terms(start=2023)).summary.peak_advance
    evidence = sign(diagnose(registry.cluster_by_id["aerocentre"], registry, DAY), "large-advance").evidence
    assert evidence is not None

    assert peak == Decimal("95333.33")
    assert evidence.details == {"peak_advance": peak, "scheme": "annual-30-30-40"}
    assert evidence.value == Decimal("2.13")
    assert evidence.value <= peak * 12 / 536_000 < evidence.value + Decimal("0.01")


def test_an_advance_is_not_set_against_the_budget_of_another_source(registry: Registry) -> None:
    elsewhere = Figures(year=2021, budget=Decimal(900_000), source="project")
    area = known(grant=58_000).model_copy(update={"figures": (*known(grant=58_000).figures, elsewhere)})
    seen = sign(diagnose(area, registry, DAY), "large-advance")

    assert seen.finding.outcome is Outcome.UNKNOWN
    assert seen.finding.missing == ("budget",)


def test_the_months_of_a_large_advance_may_be_tried_otherwise(registry: Registry) -> None:
    aerocentre = registry.cluster_by_id["aerocentre"]

    assert obstacle(diagnose(aerocentre, registry, DAY, cash_months=Decimal("2.13")), "D").indicated is True
    assert obstacle(diagnose(aerocentre, registry, DAY, cash_months=Decimal("2.14")), "D").indicated is False


def test_an_agreement_of_three_years_does_not_point_to_short_commitments(registry: Registry) -> None:
    schemes = registry.schemes.entries
    triennial = next(scheme for scheme in schemes if scheme.id == "triennial").model_copy(
        update={"status": SchemeStatus.IN_FORCE}
    )
    later = replace(registry, region=None, programmes=ProgrammesFile(schemes=(triennial,)))

    assert obstacle(diagnose(known().model_copy(update={"support": (YES,)}), later, DAY), "E").indicated is False


def test_the_recommendations_are_those_that_the_report_links_to_the_obstacles_found(registry: Registry) -> None:
    small = diagnose(known(team=Team(permanents=Decimal(1))), registry, DAY)
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
    assert diagnose(known(), registry, DAY).recommendations == ()


def test_a_statement_of_the_registry_is_shown_with_its_source(registry: Registry) -> None:
    statements = obstacle(diagnose(registry.cluster_by_id["shop-expert-valley"], registry, DAY), "D").statements

    assert [statement.source for statement in statements] == ["cluster-study-2021"]


def test_every_sign_of_the_packaged_registry_points_somewhere_for_a_cluster_and_has_a_measure(
    registry: Registry,
) -> None:
    assert registry.maturity is not None
    seen = {
        one.sign.id
        for cluster in registry.clusters.clusters
        for diagnosed in diagnose(cluster, registry, DAY).obstacles
        for one in diagnosed.signs
        if one.finding.outcome is Outcome.PASS
    }

    assert seen == {known_sign.id for known_sign in registry.maturity.signs}


def test_the_advance_is_counted_under_the_scheme_by_which_the_region_pays(registry: Registry) -> None:
    assert registry.region is not None
    proposed = tuple(stated.model_copy(update={"value": "triennial"}) for stated in registry.region.default_scheme)
    elsewhere = replace(registry, region=registry.region.model_copy(update={"default_scheme": proposed}))
    found = [
        sign(diagnose(registry.cluster_by_id["aerocentre"], known, DAY), "large-advance").evidence
        for known in (registry, elsewhere)
    ]

    assert [evidence.details["scheme"] for evidence in found if evidence] == ["annual-30-30-40", "triennial"]
