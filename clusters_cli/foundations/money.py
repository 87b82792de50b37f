"""Money: ``Decimal`` euros held at the cent, rounded half up, split so that the parts always add up."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.messages import _

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
LARGEST = Decimal(1_000_000_000_000)
"""A million million euros: anything above is a typing mistake."""

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009_]+")
_TYPED = re.compile(r"[+-]?\d+([.,]\d+)?")
_WRITTEN = re.compile(r"-?[0-9]+(\.[0-9]{1,2})?")


def cents(amount: Decimal) -> Decimal:
    """Round an amount half up to the cent."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


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


def typed_amount(text: str) -> Decimal:
    """Read an amount as a person types it: ``130000``, ``130 000``, ``130000,50``, ``130 000 €``.

    Raises:
        ValueError: the text is no amount, is negative, absurdly large or finer than a cent.
    """
    compact = _SPACES.sub("", text).removesuffix("€").removesuffix("EUR").removesuffix("eur")
    if not _TYPED.fullmatch(compact):
        raise ValueError(_("{text!r} is not an amount; type it as 130000 or 130000,50").format(text=text))
    amount = Decimal(compact.replace(",", "."))
    if amount < 0:
        raise ValueError(_("an amount must not be negative, found {text}").format(text=text.strip()))
    if amount > LARGEST:
        raise ValueError(_("{text} is more than a million million euros").format(text=text.strip()))
    if amount != cents(amount):
        raise ValueError(_("{text} is finer than a cent").format(text=text.strip()))
    return cents(amount)


def written_amount(text: object) -> Decimal:
    """Read an amount as data files hold it: digits, and at most two decimals after a dot.

    Raises:
        ValueError: the text is written otherwise, or is absurdly large.
    """
    if isinstance(text, Decimal):
        return cents(text)
    if not isinstance(text, str) or not _WRITTEN.fullmatch(text):
        raise ValueError(_("must be an amount such as 130000 or 130000.50, found {found}").format(found=text))
    amount = Decimal(text)
    if abs(amount) > LARGEST:
        raise ValueError(_("{text} is more than a million million euros").format(text=text))
    return cents(amount)


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
