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

sys.path.insert(0, str(Path(__file__).parent.parent))

from clusters_cli.cashflow.plan import Plan, make_plan
from clusters_cli.cashflow.portfolio import merge
from clusters_cli.cashflow.terms import Terms
from clusters_cli.registry.loading import open_registry

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
    """Time plans and portfolios, and print what was found."""
    schemes = open_registry(None).programmes.schemes
    grants = [Decimal(20_000 + 1_000 * number) for number in range(CLUSTERS)]

    def plans() -> list[list[Plan]]:
        return [[make_plan(scheme, grant, Terms()) for grant in grants] for scheme in schemes]

    made = plans()
    amounts = [flow.amount for group in made for plan in group for flow in plan.spending]
    alone, together = median_seconds(plans), median_seconds(lambda: [merge(group) for group in made])
    yardstick = median_seconds(lambda: sum(amounts))
    count = CLUSTERS * len(schemes)
    print(f"{count} plans over three years   {alone:6.3f} s   {alone / count * 1000:.3f} ms each")
    print(f"{len(schemes)} portfolios of {CLUSTERS} plans    {together:6.3f} s")
    print(f"together                     {alone + together:6.3f} s   {(alone + together) / yardstick:.0f} x the sum")
    print(f"sum of {len(amounts)} amounts         {yardstick:6.3f} s")


if __name__ == "__main__":
    main()
