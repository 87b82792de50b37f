"""Measures what faulty files cost, as ratios to a sound file of the same size in one run.

    python benchmarks/bounds.py
    python benchmarks/bounds.py --megabytes 20

Each shape is a ``clusters.yaml`` read in a process of its own: user and system time, peak memory, problems told.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

from benchmarks.make_registry import LEAN, write_registry
from clusters_cli.registry.loading import examine

Shape = Callable[[int], str]
"""Writes the entry of an index; ``- `` begins an item of ``clusters``."""


def _within(head: str, shape: Shape) -> Shape:
    """Return a shape whose first entry holds all the others."""
    return lambda index: shape(index) if index else head + shape(index)


SHAPES: dict[str, Shape] = {
    "sound": lambda index: LEAN.format(index=index, members=index % 500, budget=1000 * (index % 2000)),
    "entries of two keys": lambda _index: "- {a: b, c: d}\n",
    "empty values": lambda _index: "- {a: , b: }\n",
    "equal ids": lambda _index: "- {id: a, name: A}\n",
    "unknown keys": lambda index: f"- {{id: a{index}, name: A{index}, k{index}: x}}\n",
    "sources that do not exist": lambda index: f"- {{id: a{index}, name: A{index}, seat: [{{value: t, source: s}}]}}\n",
    "lists in lists": lambda _index: "- [[], [[]]]\n",
    "lists as deep as they may be": lambda _index: f"- {'[' * 45}{']' * 45}\n",
    "lists and mappings by turns": lambda _index: f"- {'{a: [' * 22}{']}' * 22}\n",
    "short texts": lambda _index: "- {a: [a,b,c,d,e,f,g,h]}\n",
    "texts": lambda _index: "- a\n",
    "one entry of empty values": _within("- id: a\n", lambda index: f"  k{index}:\n"),
    "one entry of unknown keys": _within("- id: a\n", lambda index: f"  k{index}: x\n"),
    "one entry of figures": _within("- id: a\n  name: A\n  figures:\n", lambda index: f"  - {{year: {index}}}\n"),
    "one entry of faulty aliases": _within("- id: a\n  name: A\n  aliases:\n", lambda _index: "  - []\n"),
    "unknown keys at the top": lambda index: f"k{index}: x\n",
    "one text": _within("- id: ", lambda _index: "a" * 10_000),
    "one number": _within("- id: a\n  name: A\n  figures:\n  - year: ", lambda _index: "9" * 10_000),
    "figures before the foundation": lambda index: (
        f"- {{id: a{index}, name: A{index}, founded: [{{value: '2020'}}], figures: [{{year: '2000'}}]}}\n"
    ),
}


def cost(folder: Path) -> tuple[float, float, int]:
    """Return seconds, MiB and problems of reading a registry in a process of its own."""
    run = subprocess.run(
        [sys.executable, __file__, "--read", str(folder)], capture_output=True, text=True, check=True, env=os.environ
    )
    seconds, mebibytes, told = run.stdout.split()
    return float(seconds), float(mebibytes), int(told)


def read(folder: Path) -> None:
    """Read a registry and print what it cost."""
    _registry, problems = examine(folder)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, len(problems))


def write(folder: Path, shape: Shape, size: int) -> None:
    """Write a registry whose clusters are of one shape, of about so many bytes."""
    write_registry(folder, 0)
    with (folder / "clusters.yaml").open("a", encoding="utf-8") as file:
        index = written = 0
        while written < size:
            written += file.write(shape(index))
            index += 1


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=10, help="size of each file")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        read(options.read)
        return
    costs = {name: _cost_of(shape, options.megabytes * 1_000_000) for name, shape in SHAPES.items()}
    usual = costs["sound"]
    for name, (seconds, mebibytes, told) in costs.items():
        ratios = f"time {seconds / usual[0]:.2f}, memory {mebibytes / usual[1]:.2f}"
        print(f"{name:<30} {seconds:4.1f} s {mebibytes:4.0f} MiB {told:5} problems; of a sound file: {ratios}")


def _cost_of(shape: Shape, size: int) -> tuple[float, float, int]:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), shape, size)
        return cost(Path(folder))


if __name__ == "__main__":
    main()
