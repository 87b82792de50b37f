"""Which organisations were merged or dissolved, and by which day."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from clusters_cli.registry.endings import end_of, end_on
from clusters_cli.registry.loading import Registry, load_registry

Ended = Callable[[str], Registry]


@pytest.fixture
def ended(small: Path) -> Ended:
    """A registry of which one cluster has statements on its end, written as in YAML."""

    def read(statements: str) -> Registry:
        text = (small / "clusters.yaml").read_text(encoding="utf-8")
        written = text.replace("  name: Alpha\n", f"  name: Alpha\n  ended: [{statements}]\n")
        (small / "clusters.yaml").write_text(written, encoding="utf-8")
        return load_registry(small)

    return read


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("{how: merged, date: 2024-05-31, source: report}", date(2024, 5, 31)),
        ("{how: merged, date: 2024-05, source: report}", date(2024, 5, 31)),
        ("{how: merged, date: '2024', source: report}", date(2024, 12, 31)),
        ("{how: dissolved, as_of: 2024-01-30, source: report}", date(2024, 1, 30)),
        ("{how: dissolved, date: 2023-12-01, as_of: 2024-01-30, source: report}", date(2023, 12, 1)),
    ],
)
def test_an_organisation_has_ended_from_the_first_day_on_which_that_is_certain(
    statement: str, first: date, ended: Ended
) -> None:
    registry = ended(statement)
    alpha = registry.cluster_by_id["alpha"]

    assert end_on(alpha, registry, first - timedelta(days=1)) is None
    assert end_on(alpha, registry, first) is not None


def test_an_end_of_which_nothing_is_dated_holds_on_every_day(ended: Ended) -> None:
    registry = ended("{how: dissolved, source: report}")

    end = end_on(registry.cluster_by_id["alpha"], registry, date(1990, 1, 1))

    assert end is not None
    assert (end.how, end.on) == ("dissolved", None)


def test_the_end_that_the_reference_source_tells_is_taken(ended: Ended) -> None:
    registry = ended(
        "{how: dissolved, date: 2025-01-01, source: press}, {how: merged, date: 2024-01-01, source: report}"
    )

    end = end_of(registry.cluster_by_id["alpha"], registry)

    assert end is not None
    assert (end.how, end.on) == ("merged", "2024-01-01")


def test_what_no_source_says_to_have_ended_exists(registry: Registry) -> None:
    assert end_of(registry.cluster_by_id["nekoe"], registry) is None


def test_dream_was_merged_into_aquanova(registry: Registry) -> None:
    dream = registry.cluster_by_id["dream"]
    end = end_on(dream, registry, date(2024, 5, 31))

    assert end_on(dream, registry, date(2024, 5, 30)) is None
    assert end is not None
    assert (end.how, end.on, end.successors) == ("merged", "2024-05-31", ("Aquanova",))
