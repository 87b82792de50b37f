"""Writes a registry of any size, shaped like the one that comes with the program, to measure reading and checking.

    python benchmarks/make_registry.py 10000 /tmp/big
    python benchmarks/make_registry.py 10000 /tmp/big --measure
    python benchmarks/make_registry.py 100000 /tmp/lean --lean --measure

``--measure`` compares the whole reading and checking with the bare libyaml parse of the same bytes, in one process.
``--lean`` writes clusters of six lines, so that a hundred thousand stay below the largest file that is read.
"""

import argparse
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

sys.path.append(str(Path(__file__).parent.parent))

from clusters_cli.registry.loading import examine, packaged_registry

OF_ONE_ONLY = ("aliases", "full_name", "siren", "siret", "website")
"""Keys of a cluster that lead to it alone."""
LEAN = """\
- id: lean-{index}
  name: Lean {index}
  seat: [{{value: tours, source: ceser-2023, locator: table}}]
  founded: [{{value: "2015", source: ceser-2023, locator: table}}]
  figures:
  - {{year: 2021, members: {members}, budget: {budget}, regional_grant: 50000, source: ceser-2023, locator: table}}
"""


def write_registry(folder: Path, count: int) -> None:
    """Write a registry whose clusters are copies of the packaged ones under other ids and names."""
    packaged = packaged_registry()
    folder.mkdir(parents=True, exist_ok=True)
    for path in packaged.glob("*.yaml"):
        if path.name != "claims.yaml":
            (folder / path.name).write_bytes(path.read_bytes())
    _head, opening, entries = (packaged / "clusters.yaml").read_text("utf-8").partition("\nclusters:\n")
    if not opening:
        sys.exit("the packaged clusters.yaml has an unexpected shape")
    models = entries.removeprefix("- id: ").split("\n- id: ")
    with (folder / "clusters.yaml").open("a", encoding="utf-8") as file:
        for index in range(count - len(models)):
            file.write("- id: " + _copy(models[index % len(models)], index).rstrip("\n") + "\n\n")


def write_lean_registry(folder: Path, count: int) -> None:
    """Write a registry of clusters that say only where they are, since when, and one year's figures."""
    write_registry(folder, 0)
    with (folder / "clusters.yaml").open("a", encoding="utf-8") as file:
        for index in range(count):
            file.write(LEAN.format(index=index, members=index % 500, budget=1000 * (index % 2000)))


def _copy(entry: str, index: int) -> str:
    """Return an entry under an id and a name of its own, without what can be true of one organisation only."""
    identifier, *lines = entry.split("\n")
    kept = [f"{identifier[:50]}-{index}"]
    belongs_to_one = False
    for line in lines:
        key = re.match("  ([a-z_]+):", line)
        belongs_to_one = key[1] in OF_ONE_ONLY if key else belongs_to_one
        if not belongs_to_one:
            kept.append(f"{line} {index}" if key and key[1] == "name" else line)
    return "\n".join(kept)


def _seconds(work: Callable[[], object], times: int) -> float:
    durations = []
    for _attempt in range(times):
        start = time.process_time()
        work()
        durations.append(time.process_time() - start)
    return statistics.median(durations)


def _parse(folder: Path) -> None:
    for file in sorted(folder.glob("*.yaml")):
        for _event in yaml.parse(file.read_bytes(), Loader=yaml.CSafeLoader):
            pass


def measure(folder: Path, times: int = 3) -> None:
    """Print how long the bare parse and the whole reading take, and their ratio."""
    bare = _seconds(lambda: _parse(folder), times)
    whole = _seconds(lambda: examine(folder), times)
    print(f"bare parse {bare:.2f} s, reading and checking {whole:.2f} s, ratio {whole / bare:.2f}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, help="clusters in all")
    parser.add_argument("folder", type=Path, help="where to write them")
    parser.add_argument("--lean", action="store_true", help="write six lines a cluster")
    parser.add_argument("--measure", action="store_true", help="then measure")
    options = parser.parse_args()
    (write_lean_registry if options.lean else write_registry)(options.folder, options.count)
    if options.measure:
        measure(options.folder)


if __name__ == "__main__":
    main()
