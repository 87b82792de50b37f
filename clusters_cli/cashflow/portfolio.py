"""Several plans carried together: the advance of the sum, which is not the sum of the advances."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from clusters_cli.cashflow.advance import Month, Window, curve, months
from clusters_cli.cashflow.borrowing import NO_CREDIT, Credit
from clusters_cli.cashflow.overdraft import QuarterCharge
from clusters_cli.cashflow.plan import Plan, Summary, common_scheme, received, summarise
from clusters_cli.foundations.data_shape import computed
from clusters_cli.foundations.fields import Identifier
from clusters_cli.foundations.money import ZERO


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The plans of several clusters under one payment scheme, or as they have signed, added day by day.

    Attributes:
        scheme: id of the payment scheme; ``None`` where the plans have several.
        grant: sum of the grants, euros a year (or of the projects).
        clusters: how many plans it adds up.
        summary: of the summed advance; its peak is at most the sum of the peaks.
    """

    scheme: Identifier | None
    grant: Decimal
    clusters: int
    months: tuple[Month, ...]
    windows: tuple[Window, ...]
    summary: Summary

    @computed
    def gaps(self) -> tuple[Window, ...]:
        """Runs of days on which the ceiling of the credit leaves the same amount unfunded."""
        return self.summary.credit.gaps

    @computed
    def bank_charges(self) -> tuple[QuarterCharge, ...]:
        """What the bank charges for each quarter; empty where it does not charge by the quarter."""
        return self.summary.credit.quarters


def merge(plans: Sequence[Plan], credit: Credit = NO_CREDIT) -> Portfolio:
    """Add plans together.

    Args:
        plans: at least one; those of one payment scheme, or of what was signed.
        credit: what is known of one credit that carries them all.
    """
    spending = [flow for plan in plans for flow in plan.spending]
    grants = [payments for plan in plans for payments in plan.by_grant]
    receipts = [flow for payments in grants for flow in received(payments)]
    advance = curve(spending, receipts)
    return Portfolio(
        scheme=common_scheme(plans),
        grant=sum((plan.grant for plan in plans), ZERO),
        clusters=len(plans),
        months=months(advance),
        windows=advance.windows,
        summary=summarise(advance, grants, credit),
    )
