"""Writes ``data/index.json`` anew, after a change of the data."""

from pathlib import Path

from clusters_cli.commands.shared.asked_day import EARLIEST, LATEST
from clusters_cli.maturity import class_history, classes_on, rules_of
from clusters_cli.registry.entry_names import KINDS, written_names
from clusters_cli.registry.index import FILE, index_text
from clusters_cli.registry.loading import load_registry
from clusters_cli.registry.rows import listing

DATA = Path(__file__).parent.parent / "data"


def current_index() -> str:
    """Return the index as it should be."""
    registry = load_registry(DATA)
    rules = rules_of(registry, EARLIEST)
    changes = {
        cluster.id: class_history(cluster, registry, rules, EARLIEST, LATEST) for cluster in registry.clusters.clusters
    }
    lines = listing(registry, classes_on(registry, EARLIEST))
    return index_text(DATA, lines, changes, {kind: written_names(DATA, kind) for kind in KINDS})


if __name__ == "__main__":
    (DATA / FILE).write_text(current_index(), encoding="utf-8")
