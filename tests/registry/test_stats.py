from datetime import date
from decimal import Decimal
from pathlib import Path

from clusters_cli.maturity import classes_on
from clusters_cli.registry.figures import SUMMED
from clusters_cli.registry.loading import Registry, load_registry
from clusters_cli.registry.stats import Grouping, everyone, groups


def test_a_total_tells_how_many_it_leaves_out(small: Path) -> None:
    registry = load_registry(small)

    total = everyone(registry.clusters.clusters, registry).totals["members"]

    assert (total.value, total.known, total.missing, total.years) == (Decimal(10), 1, 1, (2021,))


def test_a_total_that_nobody_knows_is_unknown_and_not_zero(small: Path) -> None:
    registry = load_registry(small)

    total = everyone(registry.clusters.clusters, registry).totals["budget"]

    assert (total.value, total.known, total.missing) == (None, 0, 2)


def test_groups_put_the_unknown_last(small: Path) -> None:
    registry = load_registry(small)

    by_domain = groups(registry.clusters.clusters, Grouping.DOMAIN, registry, {})

    assert [(group.key, group.count) for group in by_domain] == [("health", 1), (None, 1)]


def test_the_groups_of_any_kind_add_up_to_all(registry: Registry) -> None:
    clusters = registry.clusters.clusters
    whole = everyone(clusters, registry)

    for by in Grouping:
        parts = groups(clusters, by, registry, classes_on(registry, date(2023, 4, 30)))
        assert sum(part.count for part in parts) == whole.count
        for name in (summed.name for summed in SUMMED):
            known = [value for part in parts if (value := part.totals[name].value) is not None]
            assert whole.totals[name].value == (sum(known, Decimal()) if known else None)
            assert sum(part.totals[name].missing for part in parts) == whole.totals[name].missing


def test_staff_in_different_units_is_never_added_together(registry: Registry) -> None:
    totals = everyone(registry.clusters.clusters, registry).totals

    assert (totals["fte"].value, totals["fte"].known) == (Decimal("44.9"), 8)
    assert (totals["permanents"].value, totals["permanents"].known) == (Decimal(14), 4)


def test_the_budgets_of_the_twelve_clusters_of_the_table_add_up(registry: Registry) -> None:
    twelve = [cluster for cluster in registry.clusters.clusters if cluster.stated_maturity]

    budget = everyone(twelve, registry).totals["budget"]

    assert (budget.value, budget.known, budget.missing) == (Decimal(5_284_000), 11, 1)
