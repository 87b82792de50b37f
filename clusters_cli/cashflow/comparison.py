"""Payment schemes side by side: what each figure becomes when one scheme takes the place of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.cashflow.plan import Summary
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO
from clusters_cli.foundations.text import Text
from clusters_cli.foundations.words import Vocabulary


@dataclass(frozen=True, slots=True)
class Difference:
    """How the figures of a scheme differ from those of the first one: positive is more.

    Attributes:
        peak_advance: euros.
        days_in_advance: days.
        euro_days: euros times days.
        mean_advance: euros; ``None`` if one of them never advances anything.
        cost: euros of credit; ``None`` if no cost is known.
        last_paid: days from the last payment of the first to that of this one; ``None`` without payments.
    """

    peak_advance: Decimal
    days_in_advance: int
    euro_days: Decimal
    mean_advance: Decimal | None
    cost: Decimal | None
    last_paid: int | None


class SchemeVerdict(Vocabulary):
    """Which of two payment schemes makes a cluster advance more."""

    MORE = "more", Text("more"), "plus"
    LESS = "less", Text("less"), "moins"
    SAME = "same", Text("as much"), "autant"


@dataclass(frozen=True, slots=True)
class Compared:
    """One payment scheme of a comparison.

    Attributes:
        scheme: id of the payment scheme.
        total: everything that is paid under it over the years compared, in euros.
        summary: its figures.
        difference: with the first scheme of the comparison; all zero for the first itself.
    """

    scheme: Identifier
    total: Decimal
    summary: Summary
    difference: Difference


def compare(schemes: Sequence[tuple[Identifier, Decimal, Summary]]) -> tuple[Compared, ...]:
    """Compare payment schemes with the first of them.

    Args:
        schemes: id, total paid and figures of each.
    """
    return tuple(
        Compared(scheme, total, summary, difference(schemes[0][2], summary)) for scheme, total, summary in schemes
    )


def difference(first: Summary, other: Summary) -> Difference:
    """Return how a summary differs from another."""
    days = (other.last_paid - first.last_paid).days if first.last_paid and other.last_paid else None
    return Difference(
        peak_advance=other.peak_advance - first.peak_advance,
        days_in_advance=other.days_in_advance - first.days_in_advance,
        euro_days=other.euro_days - first.euro_days,
        mean_advance=_minus(other.mean_advance, first.mean_advance),
        cost=_minus(other.credit.cost, first.credit.cost),
        last_paid=days,
    )


def verdict(first: Compared, other: Compared) -> SchemeVerdict | None:
    """Return whether a scheme costs more advance than the first of its comparison.

    Returns:
        ``None`` where that cannot be said: they do not pay the same total, or one has the higher peak and the other
        more euro-days.
    """
    peak, euro_days = other.difference.peak_advance, other.difference.euro_days
    if first.total != other.total or peak * euro_days < 0:
        return None
    if peak > 0 or euro_days > 0:
        return SchemeVerdict.MORE
    return SchemeVerdict.LESS if peak < 0 or euro_days < 0 else SchemeVerdict.SAME


def _minus(other: Decimal | None, first: Decimal | None) -> Decimal | None:
    return None if other is None or first is None else other - first + ZERO
