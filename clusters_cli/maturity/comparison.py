"""Comparing a figure with a threshold."""

from decimal import Decimal

from clusters_cli.foundations.findings import Outcome
from clusters_cli.registry.models import ThresholdTest

STRICT = frozenset({ThresholdTest.BELOW, ThresholdTest.ABOVE})
"""The tests that the threshold itself does not meet."""
_UPWARDS = frozenset({ThresholdTest.AT_LEAST, ThresholdTest.ABOVE})


def margin(test: ThresholdTest, found: Decimal | None, limit: Decimal | None) -> Decimal | None:
    """Return the distance from a threshold, negative on the side that does not meet it; ``None`` if one is unknown."""
    if found is None or limit is None:
        return None
    return found - limit if test in _UPWARDS else limit - found


def outcome(test: ThresholdTest, distance: Decimal | None) -> Outcome:
    """Return what a distance means: the threshold itself meets all tests but ``below`` and ``above``."""
    if distance is None:
        return Outcome.UNKNOWN
    met = distance > 0 if test in STRICT else distance >= 0
    return Outcome.PASS if met else Outcome.FAIL
