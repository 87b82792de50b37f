"""The payments of a grant under a payment scheme, period by period."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from clusters_cli.cashflow.account import Account
from clusters_cli.cashflow.instalments import Instalment, UnpaidInstalment
from clusters_cli.cashflow.payment_claims import PaymentClaims, claims_of
from clusters_cli.cashflow.periods import GrantPeriod
from clusters_cli.cashflow.terms import Terms
from clusters_cli.foundations.errors import UsageError
from clusters_cli.foundations.explanations import Explanation
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.refusal import RefusedError
from clusters_cli.foundations.text import Text, labelled
from clusters_cli.registry.models import PaymentScheme

DUE_IMPOSSIBLE = Explanation(
    "USE130",
    Text("an instalment that cannot be due then"),
    Text(
        "An instalment would be due before the agreement is signed or after the last instalment, a claim of costs lies"
        " outside the project, or something waits for the other funders and nobody says when they pay."
    ),
    Text("Change the day of signature, the length of the project, or the instalment's dates in the scheme."),
)


class Payments(NamedTuple):
    """What is paid of a grant, and what would be and is not.

    Attributes:
        instalments: what is paid.
        unpaid: what is not.
        choices: each time that one of two limits gave way, which of them: while a share of the scheme changes and these
            do not, every amount is a straight line in it.
    """

    instalments: tuple[Instalment, ...]
    unpaid: tuple[UnpaidInstalment, ...]
    choices: tuple[bool, ...]


def payments(
    scheme: PaymentScheme, covered: Sequence[GrantPeriod], terms: Terms, part: Identifier | None = None
) -> Payments:
    """Return every instalment of every period; the last of each pays what is left, or takes it back.

    Args:
        scheme: the payment scheme as the terms changed it.
        covered: the periods it pays for.
        terms: the assumptions to use.
        part: the part of the grant that it pays, if it pays one.

    Raises:
        UsageError: an instalment cannot be due on its day.
    """
    made: list[Instalment | UnpaidInstalment] = []
    choices: list[bool] = []
    for period in covered:
        account = Account(period.paid_by(scheme), period)
        made += account.settled(_claims(account.scheme, period, terms))
        choices += account.choices
    told = made if part is None else [replace(one, part=part) for one in made]
    return Payments(
        tuple(one for one in told if isinstance(one, Instalment)),
        tuple(one for one in told if isinstance(one, UnpaidInstalment)),
        tuple(choices),
    )


def _claims(scheme: PaymentScheme, period: GrantPeriod, terms: Terms) -> PaymentClaims:
    try:
        claims = claims_of(scheme, period, terms.late, terms.others_paid)
    except RefusedError as error:
        raise UsageError(labelled(scheme.id, error.reason), DUE_IMPOSSIBLE) from None
    for _at, reason in scheme.misplaced(period.dates, terms.others_paid, claims.last.cut_off):
        raise UsageError(labelled(scheme.id, reason), DUE_IMPOSSIBLE)
    return claims
