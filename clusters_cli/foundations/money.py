"""Money: ``Decimal`` euros held at the cent, rounded half up, split so that the parts add up and nothing drifts.

Cumulated sums are rounded, and a part is the difference of two of them (design, part 6): what has been paid up to any
day is never further than half a cent from the exact sum.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import accumulate, pairwise

from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
LARGEST = Decimal(1_000_000_000_000)
"""A million million euros: anything above is a typing mistake."""
_SIMPLE = 1000
"""The most parts of a whole in which a share is told as a fraction, such as 5/9."""


def cents(amount: Decimal) -> Decimal:
    """Round an amount half up to the cent."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def whole_cents(amount: Decimal) -> Decimal:
    """Return the largest amount at the cent that is not above an amount that is not negative: what a limit allows.

    >>> whole_cents(Decimal("100000.005"))
    Decimal('100000.00')
    """
    return amount.quantize(CENT, rounding=ROUND_DOWN)


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


def part_of(amount: Decimal, share: Fraction) -> Decimal:
    """Return an exact share of an amount that is held at the cent and not negative, rounded half up to the cent.

    >>> part_of(Decimal("100.00"), Fraction(2, 3))
    Decimal('66.67')
    """
    whole, parts = to_cents(amount) * share.numerator, share.denominator
    return from_cents((2 * whole + parts) // (2 * parts))


def rounded(amount: Fraction) -> Decimal:
    """Round an exact amount in euros half up to the cent.

    >>> rounded(Fraction(200, 3))
    Decimal('66.67')
    """
    return from_cents((200 * amount.numerator + amount.denominator) // (2 * amount.denominator))


def cumulated(weights: Sequence[Decimal | int]) -> tuple[Fraction, ...]:
    """Return for each weight the exact share of all that it makes up with those before it; the last is 1.

    Raises:
        RefusedError: no weight is above zero.

    >>> cumulated([1, 0, 2])
    (Fraction(1, 3), Fraction(1, 3), Fraction(1, 1))
    """
    total = sum(map(Fraction, weights))
    if not total:
        raise RefusedError(Text("needs at least one weight above 0"))
    return tuple(part / total for part in accumulate(map(Fraction, weights)))


def parts_of(amount: Decimal, shares: Iterable[Fraction]) -> tuple[Decimal, ...]:
    """Split an amount at cumulated shares, which never fall; the parts add up to what the last of them holds.

    >>> parts_of(Decimal("1.00"), cumulated([1, 1, 1]))
    (Decimal('0.33'), Decimal('0.34'), Decimal('0.33'))
    """
    sums = (part_of(amount, share) for share in shares)
    return tuple(up_to - before for before, up_to in pairwise((ZERO, *sums)))


def share_of_amounts(share: Fraction) -> Decimal | Fraction:
    """Return a share that two amounts come to as people tell it: to 0.01 %, or as a fraction where it is a simple one.

    >>> share_of_amounts(Fraction(10_000_000, 16_666_667)), share_of_amounts(Fraction(1, 3))
    (Decimal('0.60'), Fraction(1, 3))
    """
    return share if share.denominator <= _SIMPLE else rounded(share * 100) / 100


def as_decimal(share: Fraction) -> Decimal:
    """Return a share as a decimal number, to the 28 digits of ``Decimal`` where it has no end."""
    return Decimal(share.numerator) / share.denominator
