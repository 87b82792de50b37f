"""How long a whole portfolio takes: 300 clusters, every payment scheme of the registry, three years.

Run it from the folder of the project:

    python benchmarks/cashflow.py

It prints the median of several rounds, start-up and reading the registry left out, and as a yardstick the time that
the same machine needs to add up as many Decimals as the plans have flows.
"""

import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

from clusters_cli.cashflow import Grant, Plan, Terms, make_plan, study_of_grants
from clusters_cli.foundations.money import ZERO
from clusters_cli.registry import open_registry

CLUSTERS, ROUNDS = 300, 7


def median_seconds(work: Callable[[], object]) -> float:
    """Return the median time of several rounds, in seconds."""
    times = []
    for _round in range(ROUNDS):
        before = time.perf_counter()
        work()
        times.append(time.perf_counter() - before)
    return statistics.median(times)


def main() -> None:
    """Time plans and the whole study, and print what was found."""
    schemes = [scheme for scheme in open_registry(None).schemes.entries if not scheme.is_split_open]
    grants = [Grant(f"cluster-{number}", Decimal(20_000 + 1_000 * number)) for number in range(CLUSTERS)]

    def plans() -> list[Plan]:
        return [make_plan(scheme, grant.amount or ZERO, Terms(2023)) for scheme in schemes for grant in grants]

    amounts = [flow.amount for plan in plans() for flow in plan.spending]
    alone, whole = median_seconds(plans), median_seconds(lambda: study_of_grants(schemes, grants, Terms(2023)))
    yardstick = median_seconds(lambda: sum(amounts))
    count = CLUSTERS * len(schemes)
    print(f"{count} plans over three years                  {alone:6.3f} s   {alone / count * 1000:.3f} ms each")
    print(f"the same with portfolios and comparisons    {whole:6.3f} s   {whole / alone:.2f} x the plans")
    print(f"sum of {len(amounts)} amounts, as a yardstick     {yardstick:6.3f} s   plans are {alone / yardstick:.0f} x")


if __name__ == "__main__":
    main()
