"""How far computed classes agree with those a source states."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from clusters_cli.maturity.classes import Classification
from clusters_cli.registry.maturity import Maturity


@dataclass(frozen=True, slots=True)
class ConfusionCell:
    """How many clusters have one stated class (``None``: none stated) and one computed (``None``: undetermined)."""

    stated: Maturity | None
    computed: Maturity | None
    count: int


def confusion(results: Iterable[Classification]) -> tuple[ConfusionCell, ...]:
    """Return the cells of the confusion table that are not empty, in the order of the results."""
    counts = Counter((result.stated, result.maturity) for result in results)
    return tuple(ConfusionCell(stated, computed, count) for (stated, computed), count in counts.items())
