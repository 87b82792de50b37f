"""What is paid of a grant, and what would be and is not."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from clusters_cli.cashflow.unpaid_words import WhyUnpaid
from clusters_cli.foundations.data_shape import computed, in_data
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO
from clusters_cli.registry.models import InstalmentKind, ShareOf


@in_data(is_repayment="repayment", without=("notified", "guarantee"))
@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a grant.

    Attributes:
        period: the year or the project it belongs to, such as ``2023`` or ``2023-2026``.
        kind: advance, interim or balance, or the release of what was retained.
        share: part that the scheme foresees, of what ``of`` says; ``None`` for what is left.
        of: what the share is taken of.
        amount: euros; below zero for a balance that the cluster must pay back.
        declared: costs newly declared for it, in euros; ``None`` where it is not paid on costs.
        recovered: euros of the advance that it takes back.
        retained: euros that are kept back of it.
        due: the day on which it becomes payable, and up to which costs are declared.
        requested: the day on which the cluster claims it; ``None`` when no claim is needed.
        paid: the day on which the money moves.
        notified: the day on which its agreement is signed, so that it is owed.
        guarantee: cover that the funder asks of an advance, as a share of it; ``None`` where the scheme says none.
        part: id of the part of the grant that it pays; ``None`` where the grant has no parts.
        agreement: id of the agreement that it is paid under, where the plan is of what was signed.
    """

    period: str
    kind: InstalmentKind
    share: Fraction | None
    amount: Decimal
    due: date
    requested: date | None
    paid: date
    notified: date
    guarantee: Fraction | None = None
    part: Identifier | None = None
    of: ShareOf = ShareOf.GRANT
    declared: Decimal | None = None
    recovered: Decimal = ZERO
    retained: Decimal = ZERO
    agreement: Identifier | None = None

    @property
    def claimable(self) -> date:
        """The day from which the payment delay runs: the claim where there is one, else the due date."""
        return self.requested or self.due

    @computed
    def is_repayment(self) -> bool:
        """Whether the cluster must pay money back."""
        return self.amount < 0


@dataclass(frozen=True, slots=True)
class UnpaidInstalment:
    """A line of a payment scheme that pays nothing.

    Attributes:
        period: the year or the project it belongs to.
        kind: advance or interim.
        due: the day on which it would be payable; ``None`` if that day never comes.
        reason: why nothing is paid.
        declared: costs newly declared for it, in euros; ``None`` where it is not paid on costs, or declares nothing.
        recovered: euros of the advance that it takes back.
        part: id of the part of the grant that it would pay.
        agreement: id of the agreement that it stands in, where the plan is of what was signed.
    """

    period: str
    kind: InstalmentKind
    due: date | None
    reason: WhyUnpaid
    part: Identifier | None = None
    declared: Decimal | None = None
    recovered: Decimal = ZERO
    agreement: Identifier | None = None
