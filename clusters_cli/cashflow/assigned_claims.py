"""An assignment of receivables (Dailly): a bank lends a share of what a funder has notified and not yet paid.

A grant that is notified can be assigned before it is paid (code monétaire et financier, art. L. 313-23; written answer
n° 2992 of 1 April 2025).  The bank lends part of it, as it is needed, until the funder pays: ``docs/borrowing.md``.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from clusters_cli.cashflow.advance import Curve, Flow, Step, curve
from clusters_cli.cashflow.borrowing import Charge
from clusters_cli.cashflow.instalments import Instalment
from clusters_cli.foundations.dates import add_months
from clusters_cli.foundations.money import ZERO, cents

_A_YEAR = 12
"""Months; solfia (2007) calls a bridge on a grant a credit of less than one year."""


def assigned(payments: Iterable[Instalment]) -> tuple[Instalment, ...]:
    """Return the instalments that can be assigned: those that are notified before they are paid."""
    return tuple(one for one in payments if one.amount > 0 and one.notified < one.paid)


def lent_on(claims: Sequence[Instalment], share: Decimal) -> Curve:
    """Return how much may be drawn over time: a share of what is notified and not yet paid, to the cent.

    What is notified on a day counts from that day on; what is paid on a day counts until the money arrives.
    """
    notified = [Flow(claim.notified, claim.amount) for claim in claims]
    paid = [Flow(claim.paid, claim.amount) for claim in claims]
    owed = curve(notified, paid)
    return Curve(tuple(Step(one.day, cents(one.before * share), cents(one.after * share)) for one in owed.steps))


def assignment_fee(claims: Iterable[Instalment], fee: Charge) -> Decimal:
    """Return what the bank takes for each claim that is assigned: euros, or percent of its amount."""
    return sum((fee.on(claim.amount) for claim in claims), ZERO)


def after_a_year(claims: Iterable[Instalment]) -> tuple[Instalment, ...]:
    """Return the claims that are paid more than a year after they are notified: a bank lends for less, as a rule."""
    return tuple(claim for claim in claims if claim.paid > add_months(claim.notified, _A_YEAR))
