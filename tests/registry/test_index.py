import json
import subprocess
import sys
from pathlib import Path

import pytest

from clusters_cli.registry.folders import packaged_registry
from clusters_cli.registry.index import FILE, digest, names_in, open_listing, stored_listing
from clusters_cli.registry.loading import Registry
from clusters_cli.registry.queries import listing


def test_the_index_says_what_the_files_say(registry: Registry) -> None:
    stored = stored_listing(packaged_registry())

    assert stored is not None, "the data changed; run: python -m tools.update_index"
    assert stored == listing(registry), "run: python -m tools.update_index"


def test_the_names_of_the_index_are_those_of_the_files(registry: Registry) -> None:
    assert list(names_in(None, "clusters")) == list(registry.cluster_by_id)
    assert list(names_in(None, "schemes")) == [scheme.id for scheme in registry.programmes.schemes]


def test_an_index_that_does_not_fit_its_files_is_ignored(small_registry: Path) -> None:
    stored = json.loads((packaged_registry() / FILE).read_text(encoding="utf-8"))
    (small_registry / FILE).write_text(json.dumps(stored), encoding="utf-8")

    assert stored_listing(small_registry) is None
    assert [row.id for row in open_listing(small_registry).rows] == ["alpha"]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"digest": "RIGHT"}', '{"digest": "RIGHT", "listing": 3}'])
def test_a_broken_index_is_ignored(content: str, small_registry: Path) -> None:
    (small_registry / FILE).write_text(content.replace("RIGHT", digest(small_registry)), encoding="utf-8")

    assert stored_listing(small_registry) is None


def test_a_list_from_the_index_loads_no_model_of_the_registry() -> None:
    program = (
        "import sys\n"
        "from clusters_cli.app import app\n"
        "try: app(['list', '-f', 'csv'])\n"
        "except SystemExit: pass\n"
        "print(','.join(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert not set(done.stderr.strip().split(",")) & {
        "clusters_cli.registry.models.clusters",
        "yaml",
        "tabulate",
        "rich.table",
    }
