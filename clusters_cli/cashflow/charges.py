"""What a credit costs over many draws of the payment delays, and what its ceiling leaves unfunded in them."""

from collections.abc import Callable
from decimal import Decimal

from clusters_cli.cashflow.advance import Curve
from clusters_cli.cashflow.borrowing import Charge, Credit, interest
from clusters_cli.cashflow.drawn_advances import Cents
from clusters_cli.cashflow.percentiles import Percentiles, draws_at_levels
from clusters_cli.foundations.money import ZERO, from_cents


def cost_percentiles(peaks: Cents, cent_days: Cents, planned: Curve, credit: Credit) -> Percentiles[Decimal] | None:
    """Return interest, fee and guarantee together, in euros; ``None`` if there is neither fee nor guarantee.

    A charge in percent is taken on the ceiling of the credit, or without one on the peak of each draw.

    Args:
        peaks: of each draw, in cents.
        cent_days: of each draw, the sum of the advances of its days.
        planned: the advance with the delays of the payment scheme.
        credit: its terms.
    """
    charges = [charge for charge in (credit.fee, credit.guarantee) if charge is not None]
    if not charges:
        return None
    cost = _cost(charges, credit)
    per_day = float(credit.rate or 0) / 100 / credit.day_count
    per_peak = 0.0 if credit.ceiling is not None else float(_percent(charges)) / 100
    draws = draws_at_levels(cent_days * per_day + peaks * per_peak)
    found = [cost(from_cents(int(peaks[draw])), from_cents(int(cent_days[draw]))) for draw in draws]
    return Percentiles(cost(planned.peak, planned.euro_days), *found)


def gap_percentiles(peaks: Percentiles[Decimal], credit: Credit) -> Percentiles[Decimal] | None:
    """Return what the ceiling leaves unfunded, in euros; it grows with the peak, so that its percentiles do too."""
    ceiling = credit.ceiling
    if ceiling is None:
        return None
    levels = (peaks.planned, peaks.p50, peaks.p80, peaks.p95, peaks.largest)
    return Percentiles(*(max(peak - ceiling, ZERO) for peak in levels))


def _cost(charges: list[Charge], credit: Credit) -> Callable[[Decimal, Decimal], Decimal]:
    """Return what a peak, in euros, and euro-days cost together."""

    def cost(peak: Decimal, euro_days: Decimal) -> Decimal:
        line = peak if credit.ceiling is None else credit.ceiling
        paid = ZERO if credit.rate is None else interest(euro_days, credit.rate, credit.day_count)
        return paid + sum((charge.on(line) for charge in charges), ZERO)

    return cost


def _percent(charges: list[Charge]) -> Decimal:
    return sum((charge.value for charge in charges if charge.is_percent), ZERO)
