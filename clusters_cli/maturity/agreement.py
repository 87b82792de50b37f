"""How far computed classes agree with those a source states."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from clusters_cli.foundations.findings import every
from clusters_cli.maturity.classification import Classification
from clusters_cli.registry.models import Maturity


@dataclass(frozen=True, slots=True)
class ConfusionCell:
    """How many clusters have one stated class (``None``: none stated) and one computed (``None``: undetermined).

    The computed class is that of the day of the stated one; where none is stated, that of the day asked.
    """

    stated: Maturity | None
    computed: Maturity | None
    count: int


def confusion(results: Iterable[Classification]) -> tuple[ConfusionCell, ...]:
    """Return the cells of the confusion table that are not empty, in the order of the results."""
    counts = Counter((result.stated, _then(result)) for result in results)
    return tuple(ConfusionCell(stated, computed, count) for (stated, computed), count in counts.items())


def _then(result: Classification) -> Maturity | None:
    return result.statement.computed if result.statement else result.maturity


def joint_answer(results: Iterable[Classification], *, check: bool, named: bool) -> bool | None:
    """Return what classes answer together: one *no* decides, then one that cannot be told.

    Args:
        results: the classes.
        check: whether it is asked if they are those stated; where none is stated, there is nothing to differ from.
        named: whether somebody named the clusters; the class of one that is named and cannot be told leaves it open.
    """
    if check:
        return every(result.agrees for result in results if result.stated is not None)
    return every(result.maturity is not None or None for result in results) if named else True
