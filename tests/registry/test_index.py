"""The index of the packaged registry: believed where it fits, and nowhere else."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clusters_cli.commands.shared.listings import listing_on
from clusters_cli.maturity import classes_on
from clusters_cli.registry.columns import COLUMNS
from clusters_cli.registry.folders import packaged_registry
from clusters_cli.registry.index import FILE, digest, names_in, stored_listing
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.rows import listing
from tests.conftest import Cli

DAY = date(2026, 11, 25)


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the packaged registry that stands in its place."""
    copy = tmp_path / "packaged"
    shutil.copytree(packaged_registry(), copy)
    monkeypatch.setattr("clusters_cli.registry.folders.PACKAGED", copy)
    return copy


def forge(folder: Path, source: Path, **changed: Any) -> None:
    """Put an index into a folder that fits its files and tells something else of the first cluster."""
    told = json.loads((source / FILE).read_text(encoding="utf-8"))
    del told["digest"]
    told["listing"]["rows"][0].update(changed)
    (folder / FILE).write_text(json.dumps({"digest": digest(folder, told), **told}), encoding="utf-8")


def test_the_index_says_what_the_files_say(registry: Registry) -> None:
    stored = stored_listing(DAY)

    assert stored is not None, "the data changed; run: python -m tools.update_index"
    assert stored == listing(registry, classes_on(registry, DAY)), "run: python -m tools.update_index"


def test_the_index_keeps_what_kind_of_value_each_is(registry: Registry) -> None:
    """A word of a closed set equals its value, so that a list from the index would show the value to people."""
    stored = stored_listing(DAY)
    assert stored is not None

    lost = {
        f"{column.name}: {type(row[column.name]).__name__}"
        for row, kept in zip(listing(registry, classes_on(registry, DAY)).rows, stored.rows, strict=True)
        for column in COLUMNS
        if type(row[column.name]) is not type(kept[column.name])
    }

    assert not lost, f"say in registry/columns.py which words (words=) or kind of value (holds=) they are: {lost}"


def test_the_names_of_the_index_are_those_of_the_files(registry: Registry) -> None:
    assert list(names_in(None, "clusters")) == list(registry.cluster_by_id)
    assert list(names_in(None, "schemes")) == [scheme.id for scheme in registry.schemes.entries]


def test_the_index_of_another_registry_is_not_believed_though_it_fits(small_registry: Path, cli: Cli) -> None:
    forge(small_registry, packaged_registry(), name="\x1b[2J forged", budget="9", members="many")

    assert [row.id for row in listing_on(small_registry, DAY).rows] == ["alpha"]
    assert list(names_in(small_registry, "clusters")) == ["alpha"]
    listed = cli("list", "--registry", str(small_registry))
    assert listed.exit_code == 0
    assert "forged" not in listed.output


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a named pipe")
def test_a_pipe_beside_the_index_of_another_registry_is_not_waited_for(small_registry: Path) -> None:
    forge(small_registry, packaged_registry())
    os.mkfifo(small_registry / "poles.yaml")

    command = [sys.executable, "-m", "clusters_cli", "list", "--registry", str(small_registry)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)

    assert done.returncode == 4
    assert "poles.yaml" in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a named pipe")
@pytest.mark.parametrize("name", ["poles.yaml", FILE])
def test_a_pipe_in_the_packaged_registry_makes_its_index_useless(name: str, packaged: Path) -> None:
    (packaged / name).unlink()
    os.mkfifo(packaged / name)

    assert stored_listing(DAY) is None


def test_the_packaged_index_is_ignored_once_its_files_changed(packaged: Path) -> None:
    clusters = (packaged / "clusters.yaml").read_text(encoding="utf-8")
    (packaged / "clusters.yaml").write_text(clusters.replace("name: Aérocentre", "name: Other"), encoding="utf-8")

    assert stored_listing(DAY) is None
    assert listing_on(None, DAY).rows[0]["name"] == "Other"


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", "3", "null", "[" * 100_000, '{"digest": "RIGHT"}', '{"digest": "RIGHT", "listing": 3}', "\udcff"],
    ids=["empty", "list", "mapping", "number", "null", "deep", "nothing", "no listing", "no text"],
)
def test_a_mangled_packaged_index_is_ignored(content: str, packaged: Path, registry: Registry) -> None:
    (packaged / FILE).write_text(
        content.replace("RIGHT", digest(packaged, {})), encoding="utf-8", errors="surrogateescape"
    )

    assert stored_listing(DAY) is None
    assert listing_on(None, DAY) == listing(registry, classes_on(registry, DAY))
    assert list(names_in(None, "clusters")) == list(registry.cluster_by_id)


def test_a_figure_changed_in_the_packaged_index_makes_it_useless(packaged: Path, registry: Registry) -> None:
    text = (packaged / FILE).read_text(encoding="utf-8")
    assert '"members": 124' in text
    (packaged / FILE).write_text(text.replace('"members": 124', '"members": "many"'), encoding="utf-8")

    assert stored_listing(DAY) is None
    assert listing_on(None, DAY) == listing(registry, classes_on(registry, DAY))


def test_a_list_from_the_index_loads_no_model_of_the_registry() -> None:
    program = (
        "import sys\n"
        "from clusters_cli.app import app\n"
        "try: app(['list', '-f', 'csv'])\n"
        "except SystemExit: pass\n"
        "print(','.join(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    heavy = set(done.stderr.strip().split(",")) & {
        "clusters_cli.registry.models.base",
        "clusters_cli.registry.models.clusters",
        "yaml",
        "tabulate",
        "rich.table",
    }
    assert not heavy, f"the index is not up to date (python -m tools.update_index), or a list loads {sorted(heavy)}"
