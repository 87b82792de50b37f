"""Payment schemes side by side: a verdict is given only where peak and euro-days agree, on the same total."""

from decimal import Decimal

import pytest

from clusters_cli.cashflow.comparison import Compared, SchemeVerdict, compare, verdict
from clusters_cli.cashflow.plan import Summary, make_plan
from clusters_cli.cashflow.terms import Terms
from clusters_cli.registry.loading import Registry


def summary(registry: Registry, scheme: str = "annual-60-40") -> Summary:
    (found,) = (one for one in registry.schemes.entries if one.id == scheme)
    return make_plan(found, Decimal(120000), Terms(2023)).summary


def compared(registry: Registry, peak: int, euro_days: int, total: int = 0) -> tuple[Compared, Compared]:
    """Compare a scheme with another whose figures differ by so much."""
    from dataclasses import replace

    plain = summary(registry)
    other = replace(plain, peak_advance=plain.peak_advance + peak, euro_days=plain.euro_days + euro_days)
    first, second = compare([("first", Decimal(360000), plain), ("other", Decimal(360000 + total), other)])
    return first, second


@pytest.mark.parametrize(
    ("peak", "euro_days", "expected"),
    [
        (1, 1, SchemeVerdict.MORE),
        (1, 0, SchemeVerdict.MORE),
        (0, 1, SchemeVerdict.MORE),
        (-1, -1, SchemeVerdict.LESS),
        (-1, 0, SchemeVerdict.LESS),
        (0, -1, SchemeVerdict.LESS),
        (0, 0, SchemeVerdict.SAME),
        (1, -1, None),
        (-1, 1, None),
    ],
)
def test_a_verdict_needs_peak_and_euro_days_to_agree(
    peak: int, euro_days: int, expected: SchemeVerdict | None, registry: Registry
) -> None:
    assert verdict(*compared(registry, peak, euro_days)) is expected


def test_no_verdict_is_given_between_totals_that_differ(registry: Registry) -> None:
    assert verdict(*compared(registry, 1, 1, total=1)) is None
