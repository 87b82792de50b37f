"""What a bank asks for carrying what is advanced on grants, as every command that plans them takes it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from clusters_cli.commands.shared import payment_options as its
from clusters_cli.commands.shared import payment_values, values
from clusters_cli.commands.shared.overdraft_options import OverdraftOptions
from clusters_cli.commands.shared.reader import _

if TYPE_CHECKING:
    from clusters_cli.cashflow import Credit


@dataclass(frozen=True, slots=True)
class CreditOptions(OverdraftOptions):
    """What a bank asks for carrying the advance."""

    QUESTION: ClassVar[str] = _("What does the credit cost?")

    fee: its.FeeOption = None
    guarantee: its.GuaranteeOption = None
    ceiling: its.CeilingOption = None
    bank_cost: its.BankCostOption = None
    dailly: its.DaillyOption = None
    dailly_fee: its.DaillyFeeOption = None
    advance_guarantee: its.AdvanceGuaranteeOption = None

    def credit(self) -> "Credit":
        """Return the credit as cash flow takes it.

        Raises:
            UsageError: an option cannot be read, or makes no sense.
        """
        return replace(
            OverdraftOptions.credit(self),
            fee=payment_values.charge(self.fee, "--fee"),
            guarantee=payment_values.charge(self.guarantee, "--guarantee"),
            ceiling=values.amount(self.ceiling, "--ceiling"),
            bank_cost=values.amount(self.bank_cost, "--bank-cost"),
            dailly=values.share(self.dailly, "--dailly"),
            dailly_fee=payment_values.charge(self.dailly_fee, "--dailly-fee"),
            advance_guarantee=payment_values.charge(self.advance_guarantee, "--advance-guarantee"),
        )
