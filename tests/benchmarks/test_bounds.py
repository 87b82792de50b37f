"""What is measured is what it says: the sound registries are sound, and faulty files cost hardly more."""

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.bounds import SHAPES, cost, write
from benchmarks.make_registry import write_lean_registry, write_registry
from clusters_cli.registry.loading import load_registry


@pytest.mark.parametrize("written", [write_registry, write_lean_registry])
def test_a_registry_made_to_be_measured_is_valid(written: Callable[[Path, int], None], tmp_path: Path) -> None:
    written(tmp_path, 60)

    assert len(load_registry(tmp_path).clusters.clusters) >= 60


@pytest.mark.long
@pytest.mark.parametrize("name", SHAPES)
def test_a_faulty_file_costs_at_most_half_more_than_a_sound_one(name: str, tmp_path: Path) -> None:
    write(tmp_path / "sound", SHAPES["sound"], 4_000_000)
    write(tmp_path / "faulty", SHAPES[name], 4_000_000)

    seconds, mebibytes, told = cost(tmp_path / "faulty")
    usual_seconds, usual_mebibytes, _none = cost(tmp_path / "sound")

    assert mebibytes <= 1.5 * usual_mebibytes
    assert seconds <= 1.5 * usual_seconds + 1  # other processes slow both
    assert told <= 1001
