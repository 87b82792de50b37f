"""Money: ``Decimal`` euros held at the cent, rounded half up, split so that the parts always add up."""

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
LARGEST = Decimal(1_000_000_000_000)
"""A million million euros: anything above is a typing mistake."""


def cents(amount: Decimal) -> Decimal:
    """Round an amount half up to the cent."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def part_of(amount: Decimal, share: Fraction) -> Decimal:
    """Return an exact share of an amount, rounded half up to the cent.

    >>> part_of(Decimal("100.00"), Fraction(2, 3))
    Decimal('66.67')
    """
    exact = Fraction(amount) * share * 100
    return from_cents(math.floor(exact + Fraction(1, 2)))


def to_cents(amount: Decimal) -> int:
    """Return an amount held at the cent as a whole number of cents.

    >>> to_cents(Decimal("130000.50"))
    13000050
    """
    return int(amount.scaleb(2))


def from_cents(count: int) -> Decimal:
    """Return a whole number of cents as an amount.

    >>> from_cents(13000050)
    Decimal('130000.50')
    """
    return Decimal(count).scaleb(-2)


def split(amount: Decimal, shares: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Split an amount by shares that add up to 1; the last part takes the remainder.

    Raises:
        UsageError: there is no share, or the shares do not add up to 1.
    """
    if sum(shares) != 1:
        raise UsageError(_("shares must add up to 1, found {total}").format(total=sum(shares)))
    first = [cents(amount * share) for share in shares[:-1]]
    return (*first, amount - sum(first, ZERO))


def split_evenly(amount: Decimal, count: int) -> tuple[Decimal, ...]:
    """Split an amount in equal parts of whole cents; the last part takes the remainder."""
    part = cents(amount / count)
    return (*[part] * (count - 1), amount - part * (count - 1))


def split_by_weights(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Split an amount in proportion to weights; the last part that weighs anything takes the remainder.

    Raises:
        ValueError: no weight is above zero.
    """
    last = max((index for index, weight in enumerate(weights) if weight > 0), default=None)
    if last is None:
        raise ValueError(_("needs at least one weight above 0"))
    total = sum(weights)
    parts = [cents(amount * weight / total) for weight in weights]
    parts[last] = amount - sum(parts[:last], ZERO)
    return tuple(parts)
