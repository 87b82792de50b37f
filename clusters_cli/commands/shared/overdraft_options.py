"""What a bank asks for an overdraft, as every command that prices one takes it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters_cli.commands.shared import payment_options as its
from clusters_cli.commands.shared import payment_values, values

if TYPE_CHECKING:
    from clusters_cli.cashflow import Credit


@dataclass(frozen=True, slots=True)
class OverdraftOptions:
    """The rate of an overdraft, and how it is charged."""

    rate: its.RateOption = None
    day_count: its.DayCountOption = 365
    quarterly: its.QuarterlyOption = False
    overdraft_commission: its.OverdraftCommissionOption = None
    commission_cap: its.CommissionCapOption = None

    def credit(self) -> "Credit":
        """Return the credit as cash flow takes it.

        Raises:
            UsageError: an option cannot be read, or makes no sense.
        """
        from clusters_cli.cashflow import Credit

        return Credit(
            rate=values.percentage(self.rate, "--rate"),
            day_count=payment_values.day_count(self.day_count),
            quarterly=self.quarterly,
            overdraft_commission=values.percentage(self.overdraft_commission, "--overdraft-commission"),
            commission_cap=values.share(self.commission_cap, "--commission-cap"),
        )
