"""How long drawn delays take, how much memory, and how much longer the plain engine would need for the same draws.

Run it from the folder of the project:

    python benchmarks/delays.py

Start-up, reading the registry and the plans themselves are left out.  The plain engine computes some draws of the same
plans, one curve for each, and the same pool; its time for all of them follows, since each takes as long as the others.
Memory is that of whole commands, each in a process of its own: those that ask for the most.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.append(str(Path(__file__).parent.parent))

from clusters_cli.cashflow.delays import parse_delays
from clusters_cli.cashflow.drawn_advances import Calendar
from clusters_cli.cashflow.draws import Days, Draws, Sampling
from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.pool import added, need
from clusters_cli.cashflow.risk import RiskQuestion, paid_days, simulate
from clusters_cli.cashflow.terms import Terms
from clusters_cli.registry.loading import open_registry
from clusters_cli.registry.models.schemes import PaymentScheme

DRAWS, PLAIN_DRAWS = 10_000, 40
DELAYS = ("advance=lognormal(60,120)", "interim=uniform(30,120)", "balance=triangular(30,75,240)")
FOUR = ("annual-60-40", "annual-30-30-40", "triennial", "feder")

FOUR = ("annual-60-40", "annual-30-30-40", "triennial", "feder")
"""Payment schemes of which all plans together just fit in memory."""
LATE = (
    *("cashflow", *(word for scheme in FOUR for word in ("--scheme", scheme)), "--years", "30"),
    *("--late", "balance=100y", "--delays", "advance=uniform(0,3650)"),
)
LONG = ("cashflow", "--scheme", "long", "--years", "30", "--actual-cost", "10%", "--delays", "uniform(0,3650)")
MOST_MEMORY: Mapping[str, tuple[str, ...]] = {
    "plans of a hundred and thirty years": (*LATE, "--draws", "100", "--format", "json"),
    "the same as YAML": (*LATE, "--draws", "4", "--format", "yaml"),
    "the same as a workbook": (*LATE, "--draws", "4", "--format", "xlsx", "--output", "{folder}/plan.xlsx"),
    "3000 instalments, some paid back": (*LONG, "--schemes", "{folder}/long.yaml", "--draws", "200", "-f", "json"),
    "a million draws": (
        "cashflow",
        "nekoe",
        "--scheme",
        "annual-60-40",
        "--delays",
        "uniform(0,3650)",
        "--draws",
        "1000000",
        "--fee",
        "1 %",
        "--rate",
        "4",
        "--format",
        "json",
    ),
    "as many results as are kept": (
        "cashflow",
        "--scheme",
        "annual-60-40",
        "--delays",
        "uniform(0,3650)",
        "--draws",
        "461000",
        "--correlation",
        "0.5",
        "--fee",
        "1 %",
        "--format",
        "json",
    ),
}
"""Command lines; ``{folder}`` stands for one that holds the payment scheme of ``write_long_scheme``."""


def write_long_scheme(folder: Path) -> None:
    """Write a payment scheme of a hundred instalments a year, each claimed, below a ceiling until the last."""
    head = "schemes:\n- id: long\n  name: {en: Long}\n  agreement: {years: 3, signature: 01-01}\n  payment_delay: 60d\n"
    kinds = ("advance", *["interim"] * 98, "balance")
    rule = (
        "  - {{kind: {kind}, share: 0.01, anchor: spending, reached: {index}/100, offset: {index}d, claim: {index}d}}\n"
    )
    rules = [rule.format(kind=kind, index=index) for index, kind in enumerate(kinds, start=1)]
    (folder / "long.yaml").write_text(f"{head}  cap: 0.8\n  instalments:\n{''.join(rules)}", encoding="utf-8")


def memory(arguments: Sequence[str], folder: Path) -> float:
    """Return the most memory that a command takes, in MiB."""
    typed = [argument.format(folder=folder) for argument in arguments]
    with (folder / "answer").open("wb") as answer:
        command = subprocess.Popen([sys.executable, "-m", "clusters_cli", *typed], stdout=answer)
        _process, status, usage = os.wait4(command.pid, 0)
    command.returncode = os.waitstatus_to_exitcode(status)
    if command.returncode:
        raise subprocess.CalledProcessError(command.returncode, typed)
    return usage.ru_maxrss / 1024


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes, in seconds."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def plain(plans: Sequence[Plan], question: RiskQuestion) -> None:
    """Compute draws with the engine of single plans."""
    calendar = Calendar.of(plans, max(distribution.days[-1] for distribution in question.delays.values()))
    draws = Draws(question.delays, question.sampling)
    paid = [paid_days(plan, calendar, draws, range(PLAIN_DRAWS)) for plan in plans]
    for draw in range(PLAIN_DRAWS):
        curves = [
            need(_paid_on(plan, days[:, draw], calendar), Decimal(0)) for plan, days in zip(plans, paid, strict=True)
        ]
        for curve in (*curves, added(curves)):
            _figures = curve.peak, curve.days_in_advance, curve.euro_days


def _paid_on(plan: Plan, days: Days, calendar: Calendar) -> Plan:
    payments = tuple(
        replace(payment, paid=calendar.origin + timedelta(days=int(day)))
        for payment, day in zip(plan.instalments, days, strict=True)
    )
    return replace(plan, instalments=payments)


def measure(
    name: str, schemes: Sequence[PaymentScheme], clusters: int, draws: int = DRAWS, *, compare: bool = False
) -> None:
    """Time the draws of some clusters under some schemes, and print a line."""
    groups = [
        [
            make_plan(scheme, Decimal(20_000 + 1_000 * number), Terms(2023), cluster=str(number))
            for number in range(clusters)
        ]
        for scheme in schemes
    ]
    question = RiskQuestion(parse_delays(DELAYS), Sampling(draws=draws, correlation=Decimal("0.3")))
    fast = min(seconds(lambda: [simulate(plans, question) for plans in groups]) for _round in range(2))
    line = f"{name:<44} {fast:7.2f} s   {fast / (draws * clusters * len(schemes)) * 1e6:6.2f} µs a path"
    if compare:
        slow = sum(seconds(partial(plain, plans, question)) for plans in groups) / PLAIN_DRAWS * draws
        line += f"   plain engine {slow:7.0f} s, {slow / fast:5.0f} x"
    print(line, flush=True)


def main() -> None:
    """Time what the design asks for, then show that the cost grows with the draws and with the clusters."""
    known = {scheme.id: scheme for scheme in open_registry(None).schemes.entries}
    four, one = [known[name] for name in FOUR], [known["annual-30-30-40"]]
    measure("12 clusters, 4 schemes, 10 000 draws", four, 12, compare=True)
    measure("300 clusters, 1 scheme, 10 000 draws", one, 300)
    for draws in (10_000, 20_000, 40_000):
        measure(f"12 clusters, 1 scheme, {draws} draws", one, 12, draws)
    for clusters in (25, 50, 100):
        measure(f"{clusters} clusters, 1 scheme, 10 000 draws", one, clusters)
    with TemporaryDirectory() as folder:
        write_long_scheme(Path(folder))
        for name, arguments in MOST_MEMORY.items():
            print(f"{name:<44} {memory(arguments, Path(folder)):7.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
