"""The twelve clusters of the report's table, figure by figure."""

from decimal import Decimal

import pytest

from clusters_cli.registry.loading import Registry
from clusters_cli.registry.lookups import find_cluster
from clusters_cli.registry.rows import cluster_row

TABLE = {
    "aerocentre": ("Déols", 2009, 124, 100, 536_000, 130_000, 2021),
    "agreen-tech-valley": ("Orléans", 2015, 75, 56, 210_000, 25_000, 2021),
    "area-cvl": ("Orléans", 2008, 201, 135, None, 58_000, 2021),
    "digital-loire-valley": ("Tours", 2021, 80, 79, 199_000, 50_000, 2021),
    "dream": ("Orléans", 2008, 111, 52, 732_000, 100_000, 2021),
    "healthcare-loire-valley": ("Tours", 2021, 17, 17, 102_000, 10_000, 2022),
    "champs-du-possible": ("Châteaudun", 2016, 61, 55, 319_000, 40_000, 2021),
    "nekoe": ("Orléans", 2009, 60, None, 540_000, 70_000, 2021),
    "noveco": ("Tours", 2012, 47, 47, 157_000, 50_000, 2021),
    "pixel-players": ("Tours", 2021, 39, 37, 236_000, 60_000, 2022),
    "polepharma": ("Chartres", 2009, 340, 98, 2_100_000, 213_000, 2021),
    "shop-expert-valley": ("Blois", 2009, 30, 22, 153_000, 60_000, 2021),
}
"""Typed from the report (part I, 2.1.1): seat, created, members, regional companies, budget, grant, year."""

TEAMS = {
    "aerocentre": {"permanents": 3, "volunteers": 5},
    "agreen-tech-valley": {"fte": Decimal("3.5")},
    "area-cvl": {"permanents": 5},
    "digital-loire-valley": {"fte": 1, "apprentices": 2},
    "dream": {"fte": Decimal("7.5")},
    "healthcare-loire-valley": {"apprentices": 1, "seconded_by": "Dév’Up"},
    "champs-du-possible": {"fte": Decimal("3.4")},
    "nekoe": {"permanents": 4, "experts": 11},
    "noveco": {"fte": 1},
    "pixel-players": {"fte": Decimal("2.5")},
    "polepharma": {"fte": 22, "fte_in_region": 11},
    "shop-expert-valley": {"permanents": 2},
}


@pytest.mark.parametrize("cluster_id", TABLE)
def test_a_row_of_the_reports_table_is_in_the_registry(cluster_id: str, registry: Registry) -> None:
    row = cluster_row(registry.cluster_by_id[cluster_id], registry, None)

    found: tuple[object, ...] = (
        row["seat"],
        row["founded"],
        row["members"],
        row["regional_companies"],
        row["budget"],
        row["regional_grant"],
        row["year"],
    )

    assert found == TABLE[cluster_id]


@pytest.mark.parametrize("cluster_id", TEAMS)
def test_the_team_is_kept_in_the_units_of_the_report(cluster_id: str, registry: Registry) -> None:
    reported = next(f for f in registry.cluster_by_id[cluster_id].figures if f.source == registry.reference)

    assert reported.team is not None
    assert reported.team.model_dump(exclude_none=True) == TEAMS[cluster_id]


def test_the_grants_of_the_table_add_up_to_the_printed_total(registry: Registry) -> None:
    rows = [cluster_row(registry.cluster_by_id[cluster_id], registry, None) for cluster_id in TABLE]

    assert sum(Decimal(row["regional_grant"] or 0) for row in rows) == 866_000


@pytest.mark.parametrize("cluster_id", TABLE)
def test_every_figure_names_its_source_and_the_place_in_it(cluster_id: str, registry: Registry) -> None:
    reported = [f for f in registry.cluster_by_id[cluster_id].figures if f.source == registry.reference]

    assert reported
    assert all(figures.locator for figures in reported)


@pytest.mark.parametrize("typed", ["nekoe", "Nékoé", "NEKOÉ", "Nekoé"])
def test_a_cluster_is_found_by_id_name_or_alias(typed: str, registry: Registry) -> None:
    assert find_cluster(registry, typed).id == "nekoe"
