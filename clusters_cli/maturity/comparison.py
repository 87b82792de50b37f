"""Comparing a figure with a threshold."""

from decimal import Decimal

from clusters_cli.foundations.findings import Outcome
from clusters_cli.registry.models import ThresholdTest


def margin(test: ThresholdTest, found: Decimal | None, limit: Decimal | None) -> Decimal | None:
    """Return the distance from a threshold, negative on the side that does not meet it; ``None`` if one is unknown."""
    if found is None or limit is None:
        return None
    return found - limit if test is ThresholdTest.AT_LEAST else limit - found


def outcome(test: ThresholdTest, distance: Decimal | None) -> Outcome:
    """Return what a distance means: the threshold itself meets all tests but ``below``."""
    if distance is None:
        return Outcome.UNKNOWN
    met = distance > 0 if test is ThresholdTest.BELOW else distance >= 0
    return Outcome.PASS if met else Outcome.FAIL
