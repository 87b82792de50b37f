"""The parts of a grant under a payment scheme: what each amounts to, and the scheme by which it is paid."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from clusters_cli.cashflow.splits import WHOLE
from clusters_cli.cashflow.terms import Terms, applied
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Identifier, Label
from clusters_cli.foundations.money import parts_of
from clusters_cli.foundations.text import Text
from clusters_cli.registry.models import PaymentScheme

SPLIT_UNKNOWN = Explanation(
    "USE135",
    Text("a grant in parts without a split"),
    Text("The payment scheme pays a grant in several parts, and neither it nor an option says how it is split."),
    Text("Say it with --part, in shares or in euros, or give each part its share in a file for --schemes."),
    example="clusters cashflow nekoe --scheme triennial-parts",
)


class PaidPart(NamedTuple):
    """A part of a grant and the scheme by which it is paid; of a scheme without parts, the whole of it.

    Attributes:
        id: what programs call it; ``None`` for the whole.
        name: what people call it.
        share: its exact part of the grant.
        scheme: the scheme of this part alone, as the terms changed it.
    """

    id: Identifier | None
    name: Label
    share: Fraction
    scheme: PaymentScheme


def paid_parts(scheme: PaymentScheme, terms: Terms) -> tuple[PaidPart, ...]:
    """Return the parts of a grant under a payment scheme, each with the scheme by which it is paid.

    Args:
        scheme: the payment scheme.
        terms: the assumptions to use, the split of the grant among them.

    Raises:
        UsageError: nothing says how the grant is split, the split does not fit, or the terms do not.
    """
    if not scheme.parts:
        return (PaidPart(None, scheme.name, WHOLE, applied(scheme, terms)),)
    return tuple(
        PaidPart(part.id, part.name, share, applied(scheme.of_part(part), terms))
        for part, share in zip(scheme.parts, _shares(scheme, terms), strict=True)
    )


def split_amount(amount: Decimal, paid: Sequence[PaidPart]) -> tuple[Decimal, ...]:
    """Return what of an amount in euros each part is; they add up to it."""
    return parts_of(amount, accumulate(one.share for one in paid))


def _shares(scheme: PaymentScheme, terms: Terms) -> tuple[Fraction, ...]:
    if terms.split is not None:
        return terms.split.shares_of(scheme)
    shares = tuple(part.share for part in scheme.parts if part.share is not None)
    if scheme.is_split_open:
        message = Text("{scheme} pays a grant in parts, and nothing says how it is split", scheme=scheme.id)
        raise UsageError(message, SPLIT_UNKNOWN, hint=_asking(scheme))
    return shares


def _asking(scheme: PaymentScheme) -> Text:
    first, second, *_more = scheme.parts
    return Text(
        "add --part {first}=60%, or --part {first}=80000 --part {second}=50000, to clusters cashflow; "
        "a scheme of --schemes may say it too",
        first=first.id,
        second=second.id,
    )
