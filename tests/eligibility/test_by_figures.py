"""Clusters of a registry, examined by what it states of them."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from clusters_cli.eligibility import Given, Law, examine_clusters, joint_answer, law_in_use
from clusters_cli.eligibility.known_figures import KnownFigures, known_figures
from clusters_cli.foundations.errors import UsageError
from clusters_cli.presentation.languages import word
from clusters_cli.registry.loading import Registry, load_registry
from clusters_cli.registry.lookups import find_clusters
from tests.wording import refused

TODAY = date(2026, 1, 1)
TOO_MUCH = Given(award_date=date(2023, 3, 31), eligible_costs=Decimal(260_000), public_aid=Decimal(150_000))


def test_the_figures_of_a_cluster_are_those_of_one_year_with_their_place(registry: Registry) -> None:
    known = known_figures(registry.cluster_by_id["nekoe"], registry)

    assert (known.budget, known.year) == (Decimal(540_000), 2021)
    assert [grant.amount for grant in known.grants] == [Decimal(70_000)]
    assert known.origin is not None
    assert word(known.origin, "en") == "registry, 2021 (ceser-2023, part I, 2.1.1, table of supported clusters)"
    assert word(known.origin, "fr") == "registre, 2021 (ceser-2023, partie I, 2.1.1, tableau des clusters soutenus)"


def test_a_cluster_without_figures_is_known_by_its_name_alone(registry: Registry) -> None:
    bare = registry.cluster_by_id["nekoe"].model_copy(update={"figures": ()})

    assert known_figures(bare, registry) == KnownFigures("nekoe", "Nékoé")


def test_what_was_named_is_answered_and_a_survey_gives_no_verdict(registry: Registry, law: Law) -> None:
    found = examine_clusters(registry, find_clusters(registry, ["nekoe", "Nékoé"]), TOO_MUCH, law, TODAY)

    assert [item.verdict for item in found] == ["ineligible"]
    assert joint_answer(found, named=True) is False
    assert joint_answer(found, named=False) is True


def test_one_no_decides_before_what_cannot_be_told(registry: Registry, law: Law) -> None:
    refused_one = examine_clusters(registry, find_clusters(registry, ["nekoe"]), TOO_MUCH, law, TODAY)
    others = examine_clusters(registry, find_clusters(registry, ["nekoe", "aerocentre"]), Given(), law, TODAY)

    assert joint_answer(others, named=True) is None
    assert joint_answer([*others, *refused_one], named=True) is False


@pytest.mark.parametrize("names", [[], ["nekoe", "aerocentre"]])
def test_amounts_are_those_of_one_cluster(names: list[str], registry: Registry, law: Law) -> None:
    with refused(UsageError, match="are those of one cluster; name it"):
        examine_clusters(registry, find_clusters(registry, names), TOO_MUCH, law, TODAY)


def test_a_registry_without_law_of_its_own_is_judged_by_the_programs(small_registry: Path, registry: Registry) -> None:
    bare, ours = law_in_use(load_registry(small_registry)), law_in_use(registry)

    assert set(ours.parameters) - set(bare.parameters) == {"public-share-max", "agreement-years"}
    assert all(ours.parameters[name] == parameter for name, parameter in bare.parameters.items())
    assert bare.regimes.entries == ours.regimes.entries
