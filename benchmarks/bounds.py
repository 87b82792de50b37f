"""Measures what faulty files cost, as ratios to a sound file of the same size in one run.

    python benchmarks/bounds.py
    python benchmarks/bounds.py --megabytes 20

Each shape is a ``clusters.yaml`` read in a process of its own: user and system time, peak memory, problems told.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.make_registry import LEAN, write_registry
from clusters_cli.registry.loading import examine

Shape = Callable[[int], str]
"""Writes the entry of an index; ``- `` begins an item of ``clusters``."""

SHAPES: dict[str, Shape] = {
    "sound": lambda index: LEAN.format(index=index, members=index % 500, budget=1000 * (index % 2000)),
    "entries of two keys": lambda _index: "- {a: b, c: d}\n",
    "empty values": lambda _index: "- {a: , b: }\n",
    "equal ids": lambda _index: "- {id: a, name: A}\n",
    "unknown keys": lambda index: f"- {{id: a{index}, name: A{index}, k{index}: x}}\n",
    "sources that do not exist": lambda index: f"- {{id: a{index}, name: A{index}, seat: [{{value: t, source: s}}]}}\n",
    "lists in lists": lambda _index: "- [[], [[]]]\n",
    "texts": lambda _index: "- a\n",
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
    sound = (1.0, 1.0)
    for name, shape in SHAPES.items():
        folder = Path(tempfile.mkdtemp())
        write(folder, shape, options.megabytes * 1_000_000)
        seconds, mebibytes, told = cost(folder)
        shutil.rmtree(folder)
        sound = (seconds, mebibytes) if name == "sound" else sound
        ratios = f"time {seconds / sound[0]:.2f}, memory {mebibytes / sound[1]:.2f}"
        print(f"{name}: {seconds:.1f} s, {mebibytes:.0f} MiB, {told} problems; of a sound file: {ratios}")


if __name__ == "__main__":
    main()
