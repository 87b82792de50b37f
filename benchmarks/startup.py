"""How long the program takes to start, against the smallest Typer program there is.

Run it from the folder of the project, with the program installed or not; it needs nothing else:

    python benchmarks/startup.py

Each case and its baseline run in turn, so that a machine that slows down slows both; medians and
their ratio are printed.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROUNDS = 15
BASELINE = """\
import typer

app = typer.Typer()


@app.command()
def hello() -> None:
    print("hello")


@app.command()
def goodbye() -> None:
    print("goodbye")


app()
"""
"""A program of two commands, one of which prints one word."""

COMPLETION = {"_CLUSTERS_COMPLETE": "complete_bash", "COMP_WORDS": "clusters show ne", "COMP_CWORD": "2"}
CASES: tuple[tuple[str, Sequence[str], Mapping[str, str], float], ...] = (
    ("clusters list", ("list",), {}, 1.4),
    ("clusters list -f json", ("list", "-f", "json"), {}, 1.4),
    ("clusters --version", ("--version",), {}, 1.1),
    ("clusters --help", ("--help",), {}, 1.1),
    ("completion of clusters show ne", (), COMPLETION, 1.1),
)
"""What is run, and the ratio it should not exceed."""


def seconds(command: Sequence[str], variables: Mapping[str, str]) -> float:
    """Run a program once and return how long it took."""
    before = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **variables}, cwd=ROOT)
    return time.perf_counter() - before


def compare(case: Sequence[str], variables: Mapping[str, str], baseline: Sequence[str]) -> tuple[float, float, float]:
    """Return the medians of a case and of its baseline, and the median of their ratios, pair by pair."""
    pairs = [(seconds(case, variables), seconds(baseline, {})) for _round in range(ROUNDS + 1)][1:]
    mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    return mine, theirs, statistics.median(a / b for a, b in pairs)


def main() -> None:
    """Run every case and print what was found."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "baseline.py"
        script.write_text(BASELINE, encoding="utf-8")
        print(f"{'case':<32} {'median':>9} {'baseline':>9} {'ratio':>6}  at most")
        for name, arguments, variables, most in CASES:
            case = [sys.executable, "-m", "clusters_cli", *arguments]
            mine, theirs, ratio = compare(case, variables, [sys.executable, str(script), "hello"])
            print(f"{name:<32} {mine * 1000:6.0f} ms {theirs * 1000:6.0f} ms {ratio:6.2f}  {most}")


if __name__ == "__main__":
    main()
